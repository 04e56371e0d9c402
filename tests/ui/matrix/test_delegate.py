from dataclasses import replace

from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QWheelEvent
from PySide6.QtWidgets import QApplication

from tests.ui.matrix.conftest import Desk, Open
from ui.matrix.delegate import CellEdit
from ui.matrix.faces import Face, Mark
from ui.matrix.geometry import PAD
from ui.matrix.last_year import LastYear

Key = Qt.Key
COLUMNS = ("natural", "business", "research", "public_welfare", "legal_service", "other_org")


def picture(d: Desk, name: str) -> QImage:
    d.go("carried_forward.other_org" if d.table == "t3" else name)
    rect: QRect = d.view.visualRect(d.editor.model.index_of(d.cell(name)))
    return d.view.viewport().grab(rect).toImage()


def has(image: QImage, colour: QColor) -> bool:
    return any(image.pixelColor(x, y) == colour for x in range(image.width()) for y in range(image.height()))


def test_a_computed_cell_is_grey_and_a_typed_one_white(desk: Open) -> None:
    d = desk("t3", {"granted.natural": "9"})
    colours = d.view.delegate.colours
    assert has(picture(d, "granted.total"), colours.computed)
    assert has(picture(d, "granted.natural"), colours.paper)
    assert not has(picture(d, "granted.natural"), colours.computed)


def test_a_blank_cell_is_hatched_and_a_zero_is_not(desk: Open) -> None:
    d = desk("t3", {"granted.natural": "0"})
    hatch = d.view.delegate.colours.hatch
    assert has(picture(d, "partial.natural"), hatch)
    assert not has(picture(d, "granted.natural"), hatch)


def test_an_error_is_marked_in_its_colour_in_the_upper_left_corner(desk: Open) -> None:
    d = desk("t3", {"granted.natural": "-3"})
    image = picture(d, "granted.natural")
    assert has(image.copy(0, 0, 12, 12), d.view.delegate.colours.error)


def test_last_years_value_is_drawn_only_when_asked_for(desk: Open) -> None:
    d = desk("t3", {"granted.natural": "9"}, last={"granted.natural": "188"})
    before = picture(d, "granted.natural")
    d.editor.set_last_year_shown(True)
    assert picture(d, "granted.natural") != before


def test_last_years_value_is_raised_and_never_reads_as_digits_of_this_years(desk: Open) -> None:
    d = desk("t3", {"granted.natural": "2"}, last={"granted.natural": "2"})
    d.editor.set_last_year_shown(True)
    d.go("partial.business")
    rect = d.view.visualRect(d.editor.model.index_of(d.cell("granted.natural")))
    before = d.view.viewport().grab(rect).toImage()
    d.editor.set_last_year_shown(False)
    after = d.view.viewport().grab(rect).toImage()
    changed = [
        (x, y)
        for x in range(before.width())
        for y in range(before.height())
        if before.pixelColor(x, y) != after.pixelColor(x, y)
    ]
    assert changed
    assert max(y for _, y in changed) < before.height() * 2 // 3
    assert max(x for x, _ in changed) < before.width() // 2
    assert len({x for x, _ in changed}) > d.view.delegate.metrics[id(d.view.delegate.small)].horizontalAdvance("2")


def test_a_number_too_wide_for_its_cell_is_not_cut_into_another_number(desk: Open) -> None:
    d = desk()
    assert d.view.delegate._cut("123456789012345", 40) == "###"
    assert d.view.delegate._cut("情况说明见附件", 40).endswith("…")


def test_the_wheel_never_changes_a_value(desk: Open) -> None:
    d = desk("t3", {"new_requests.natural": "12"})
    d.press(Key.Key_F2)
    editor = d.view.editor()
    assert isinstance(editor, CellEdit)
    away = QPoint(0, 120)
    turn = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), away, away, Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(editor, turn)
    d.press(Key.Key_Return)
    assert d.raw("new_requests.natural") == "12"


def test_the_editor_is_a_plain_line_that_takes_words_too(desk: Open) -> None:
    d = desk()
    d.press("1")
    editor = d.view.editor()
    assert isinstance(editor, CellEdit)
    assert editor.typing
    assert editor.validator() is None
    d.press(Key.Key_F2)
    assert not editor.typing


def test_what_was_added_since_last_year_stands_beside_its_value_where_there_is_room(desk: Open) -> None:
    d = desk("t3", {"granted.natural": "9", "granted.business": "123456"}, last={"granted.natural": "8"})
    delegate = d.view.delegate
    delegate.last_year = LastYear.BESIDE
    face = d.editor.model.face_of(d.cell("granted.natural"))
    assert delegate._last_year_beside(face) == ["(8) +1", "(8)"]
    assert delegate._last_year_beside(replace(face, change="")) == ["(8) ", "(8)"]
    assert delegate._last_year_beside(d.editor.model.face_of(d.cell("granted.business"))) == []


def test_a_mark_takes_no_room_from_what_was_added_since_last_year(desk: Open) -> None:
    d = desk()
    delegate = d.view.delegate
    delegate.last_year = LastYear.BESIDE
    face = Face(text="9", last="8", change="+1", mark=Mark.ERROR)
    needed = delegate._advance(delegate.small, "(8) +1") + delegate._advance(delegate.font, "9")
    rect = QRect(0, 0, needed + 3 * PAD + 2, 22)

    def drawn(shown: Face) -> QImage:
        image = QImage(rect.size(), QImage.Format.Format_RGB32)
        painter = QPainter(image)
        delegate.paint_face(painter, rect, shown)
        painter.end()
        return image

    assert drawn(face) != drawn(replace(face, change="")), "the change since last year is left out"


def test_last_years_value_below_makes_the_lines_higher_and_keeps_the_numbers_free(desk: Open) -> None:
    d = desk("t3", {"granted.natural": "9"}, last={"granted.natural": "8"})
    before = d.view.rowHeight(3)
    d.editor.show_last_year(LastYear.BELOW)
    assert d.view.rowHeight(3) > before * 1.3
    d.go("partial.business")
    image = d.view.viewport().grab(d.view.rect_of((d.cell("granted.natural"),))).toImage()
    assert bluish(lower_half(image))
    d.editor.show_last_year(LastYear.HIDDEN)
    assert d.view.rowHeight(3) == before


def lower_half(image: QImage) -> QImage:
    return image.copy(0, image.height() // 2, image.width(), image.height() // 2)


def bluish(image: QImage) -> bool:
    colours = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return any(colour.blue() > colour.red() + 20 for colour in colours)


def test_in_narrow_columns_last_years_value_goes_below_so_that_it_is_never_left_out(desk: Open) -> None:
    d = desk("t3", {"granted.natural": "12345"}, last={"granted.natural": "12345"})
    d.editor.show_last_year(LastYear.BESIDE)
    seen = []
    for width in (860, 580, 860):
        d.editor.resize(width, 700)
        seen.append(d.view.delegate.last_year)
    assert seen == [LastYear.BESIDE, LastYear.BELOW, LastYear.BESIDE]


def test_the_lock_of_a_sum_keeps_off_last_years_value(desk: Open) -> None:
    row = {f"granted.{column}": "1" for column in COLUMNS}
    d = desk("t3", row, last={**row, "granted.natural": "9"})
    delegate, face = d.view.delegate, d.editor.model.face_of(d.cell("granted.total"))
    assert delegate.free_left(face, 90) == 4
    d.editor.show_last_year(LastYear.BESIDE)
    assert delegate.free_left(face, 90) > delegate._advance(delegate.small, "(14) −8")
    assert delegate.free_left(face, 40) == 4


def test_of_last_years_value_below_no_figure_is_cut_off(desk: Open) -> None:
    d = desk("t3", {"granted.natural": "999"}, last={"granted.natural": "1042"})
    delegate, face = d.view.delegate, d.editor.model.face_of(d.cell("granted.natural"))
    assert delegate._last_year_below(face, 90) == "1042  −43"
    assert delegate._last_year_below(face, 50) == "1042"
    assert delegate._last_year_below(face, 20) == "###"
