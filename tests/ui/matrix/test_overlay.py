from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from core import edits
from tests.ui.matrix.conftest import Desk, Open

COLUMN = {
    "new_requests.natural": "12",
    "carried_in.natural": "3",
    "granted.natural": "9",
    "carried_forward.natural": "1",
}


def shot(d: Desk) -> QImage:
    QApplication.processEvents()
    image: QImage = d.view.viewport().grab().toImage()
    return image


def ground(d: Desk, image: QImage, name: str) -> QColor:
    """The colour of a cell's paper, away from words and lines."""
    rect = d.view.rect_of((d.cell(name),))
    return image.pixelColor(rect.right() - 3, rect.top() + 3)


def inked(d: Desk, name: str, colour: QColor) -> bool:
    """Whether the lower left of a cell, where the dots of trace lines are, has a colour."""
    rect, image = d.view.rect_of((d.cell(name),)), shot(d)
    return any(
        image.pixelColor(x, y) == colour
        for x in range(rect.left(), rect.left() + 10)
        for y in range(rect.bottom() - 8, rect.bottom() - 2)
    )


def test_row_and_column_of_the_current_cell_are_tinted_and_the_cell_is_white(desk: Open) -> None:
    d = desk("t3", dict.fromkeys(("granted.natural", "granted.business", "partial.natural", "partial.business"), "1"))
    d.go("granted.natural")
    image, paper = shot(d), d.view.delegate.colours.paper
    assert ground(d, image, "granted.natural") == paper
    assert ground(d, image, "partial.business") == paper
    assert ground(d, image, "granted.business") == ground(d, image, "partial.natural") != paper


def test_a_sum_shows_lines_to_its_terms_and_a_typed_cell_none(desk: Open) -> None:
    d = desk("t3", {"granted.natural": "1", "granted.business": "2"})
    accent = d.view.delegate.colours.accent
    d.go("granted.total")
    assert inked(d, "granted.business", accent)
    d.go("partial.natural")
    assert not inked(d, "granted.business", accent)


def test_a_column_that_does_not_balance_shows_what_is_weighed(desk: Open) -> None:
    d = desk("t3", COLUMN)
    d.session.edit("其余填 0", edits.fill_rest, "t3")
    error = d.view.delegate.colours.error
    d.go("granted.natural")
    assert inked(d, "new_requests.natural", error)
    assert inked(d, "carried_forward.natural", error)
    d.view.show_traces(shown=False)
    assert not inked(d, "new_requests.natural", error)


def test_the_lines_go_when_the_column_balances(desk: Open) -> None:
    d = desk("t3", COLUMN)
    d.session.edit("其余填 0", edits.fill_rest, "t3")
    d.go("granted.natural")
    d.press("14", Qt.Key.Key_Return)
    assert d.raw("granted.natural") == "14"
    d.go("granted.natural")
    assert not inked(d, "new_requests.natural", d.view.delegate.colours.error)


def test_in_table_2_no_caption_and_no_other_block_is_tinted(desk: Open) -> None:
    d = desk("t2", {"regulations.in_force": "1", "normative_docs.in_force": "1", "licensing.decisions": "1"})
    d.go("regulations.in_force")
    image, paper = shot(d), d.view.delegate.colours.paper
    assert ground(d, image, "normative_docs.in_force") != paper
    assert ground(d, image, "licensing.decisions") == paper
    below = d.view.rect_of((d.cell("normative_docs.in_force"),)).bottomRight()
    assert image.pixelColor(below.x() - 3, below.y() + 6) == paper
