import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QPalette, QWheelEvent
from PySide6.QtWidgets import QApplication

from core import edits
from tests.examples import filled
from tests.ui.matrix.conftest import Desk, Open
from ui.matrix.last_year import LastYear

CTRL = Qt.KeyboardModifier.ControlModifier


def test_table_3_shows_all_seven_columns_without_sideways_scrolling(desk: Open) -> None:
    d = desk()
    assert d.view.horizontalScrollBar().maximum() == 0


def test_the_table_takes_no_more_height_than_it_has(desk: Open) -> None:
    d = desk("t4")
    d.editor.resize(1000, 700)
    assert d.view.height() <= d.view.geometry_.height + 1


def test_rows_and_columns_are_as_high_and_wide_as_the_labels_beside_them(desk: Open) -> None:
    d = desk()
    geometry = d.view.geometry_
    index = d.editor.model.index_of(d.cell("other_unpaid_fee.research"))
    printed = geometry.rect(d.view.source.table.spans[d.cell("other_unpaid_fee.research")])
    assert d.view.visualRect(index).size() == printed.size()


def test_the_corner_covers_what_both_heads_leave_free(desk: Open) -> None:
    d = desk()
    assert d.view.corner.width() == d.view.geometry_.label_width
    assert d.view.corner.height() == d.view.geometry_.head_height
    assert not desk("t4").view.corner.isVisible()


def test_a_change_of_the_systems_colours_is_followed(desk: Open) -> None:
    d = desk()
    palette = d.editor.palette()
    palette.setColor(QPalette.ColorRole.Base, "#101010")
    palette.setColor(QPalette.ColorRole.Text, "#f0f0f0")
    d.editor.setPalette(palette)
    assert d.view.delegate.colours.paper.name() == "#101010"


def test_a_larger_font_makes_larger_rows(desk: Open) -> None:
    d = desk()
    before = d.view.rowHeight(0)
    font = d.editor.font()
    font.setPointSizeF(font.pointSizeF() * 1.5)
    d.editor.setFont(font)
    assert d.view.rowHeight(0) > before


def test_the_paper_ends_where_the_table_ends(desk: Open) -> None:
    d = desk("t2")
    d.editor.resize(1600, 700)
    image = d.view.grab().toImage()
    ground = d.view.palette().color(QPalette.ColorRole.Window)
    edge = d.view.geometry_.width + 8
    assert image.width() > edge + 100
    spots = [(x, y) for x in range(edge, image.width(), 20) for y in range(0, image.height(), 10)]
    assert {image.pixelColor(x, y).name() for x, y in spots} == {ground.name()}


def turn(d: Desk, eighths: int, held: Qt.KeyboardModifier = CTRL) -> None:
    """Turn the wheel over the table."""
    spot = QPointF(d.spot("granted.natural"))
    event = QWheelEvent(
        spot, spot, QPoint(0, 0), QPoint(0, eighths), Qt.MouseButton.NoButton, held, Qt.ScrollPhase.NoScrollPhase, False
    )
    QApplication.sendEvent(d.view.viewport(), event)


def test_the_wheel_with_ctrl_asks_for_another_size_a_step_a_notch(desk: Open) -> None:
    d = desk()
    turned: list[int] = []
    d.view.zoom_turned.connect(turned.append)
    turn(d, 120)
    turn(d, -240)
    turn(d, 60)
    assert turned == [1, -1, -1]
    turn(d, 60)
    assert turned[3:] == [1]


def test_the_wheel_alone_scrolls_and_changes_no_size(desk: Open) -> None:
    d = desk()
    d.editor.resize(860, 320)
    turned: list[int] = []
    d.view.zoom_turned.connect(turned.append)
    turn(d, -120, Qt.KeyboardModifier.NoModifier)
    assert not turned
    assert d.view.verticalScrollBar().value() > 0


@pytest.mark.parametrize("percent", [80, 125, 200])
def test_heads_and_values_grow_together(desk: Open, percent: int) -> None:
    d = desk()
    before = d.view.geometry_
    d.editor.show_as(percent, True)
    after = d.view.geometry_
    assert abs(after.ys[-1] / before.ys[-1] - percent / 100) < 0.35
    assert d.view.rowHeight(3) == after.ys[after.top + 4] - after.ys[after.top + 3]
    assert d.view.heads[0].width() == after.label_width
    d.editor.show_as(100, True)
    QApplication.processEvents()  # the table gets back its height, then its width
    assert d.view.geometry_ == before


def test_at_a_hundred_per_cent_the_font_of_the_window_is_followed(desk: Open) -> None:
    d = desk()
    d.editor.show_as(150, True)
    d.editor.show_as(100, True)
    font = d.editor.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    d.editor.setFont(font)
    assert d.view.font().pointSizeF() == font.pointSizeF()


def noted_cuts(d: Desk, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list in which every word will stand for which a cell has no room."""
    cut: list[str] = []

    def note(text: str, _room: int) -> str:
        cut.append(text)
        return text

    monkeypatch.setattr(d.view.delegate, "_cut", note)
    return cut


@pytest.mark.parametrize("width", [520, 640])
def test_a_number_of_a_city_is_never_shown_as_signs_on_a_narrow_page(
    desk: Open, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    d = desk()
    cut = noted_cuts(d, monkeypatch)
    d.editor.resize(width, 700)
    d.session.edit("改", edits.set_cell, d.cell("granted.natural"), "1234567")
    d.view.grab()
    assert cut == []
    before = d.view.columnWidth(0)
    d.session.undo()
    assert d.view.columnWidth(0) < before, "the labels have their room again"


def test_last_year_s_numbers_have_room_as_well(desk: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    d = desk()
    d.session.edit("附", edits.attach_last_year, edits.set_cell(filled(), d.cell("granted.natural"), "1234567"))
    cut = noted_cuts(d, monkeypatch)
    d.editor.resize(560, 700)
    d.view.show_last_year(LastYear.BELOW)
    d.view.grab()
    assert cut == []


@pytest.mark.parametrize("raw", ["12", "1234567"])
def test_in_the_width_that_it_needs_a_table_does_not_scroll_sideways(desk: Open, raw: str) -> None:
    d = desk()
    d.session.edit("改", edits.set_cell, d.cell("granted.natural"), raw)
    d.editor.resize(d.view.needed_width() + d.editor.width() - d.view.width(), 400)
    assert d.view.horizontalScrollBar().maximum() == 0
    d.editor.resize(d.editor.width() - 20, 400)
    assert d.view.horizontalScrollBar().maximum() > 0
