from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from core import edits
from core.cells import CellId
from tests.ui.matrix.conftest import Desk, Open

Key, Mod = Qt.Key, Qt.KeyboardModifier
WORDS = "与信访科核对过"


def field(d: Desk) -> QPlainTextEdit:
    return d.editor.bubble._text


def write(d: Desk, words: str) -> None:
    d.press(Key.Key_F2, held=Mod.ShiftModifier)
    assert QApplication.focusWidget() is field(d)
    field(d).insertPlainText(words)


def test_a_note_is_written_beside_the_cell_and_kept_by_escape(desk: Open) -> None:
    d = desk()
    d.go("granted.natural")
    write(d, WORDS)
    QTest.keyClick(field(d), Key.Key_Escape)
    assert d.session.report.notes == {d.cell("granted.natural"): WORDS}
    assert d.undo_label == "批注 三(一) 予以公开 · 自然人"
    assert d.editor.bubble.isHidden()
    assert QApplication.focusWidget() is d.view
    assert d.said[-1] == "批注已保存"


def test_the_bubble_covers_neither_its_cell_nor_leaves_the_page(desk: Open) -> None:
    d = desk()
    for name in ("new_requests.natural", "carried_forward.total"):
        d.go(name)
        d.press(Key.Key_F2, held=Mod.ShiftModifier)
        cell = d.view.rect_of((d.view.current,)).translated(d.view.viewport().mapTo(d.editor, QPoint(0, 0)))
        assert not d.editor.bubble.geometry().intersects(cell)
        assert d.editor.rect().contains(d.editor.bubble.geometry())
        QTest.keyClick(field(d), Key.Key_Return, Mod.ControlModifier)


def test_a_click_elsewhere_keeps_the_note(desk: Open) -> None:
    d = desk()
    write(d, WORDS)
    d.click("carried_forward.natural")
    assert d.session.report.notes == {d.cell("new_requests.natural"): WORDS}
    assert d.at == "carried_forward.natural"


def test_a_note_that_was_not_changed_is_no_step(desk: Open) -> None:
    d = desk()
    write(d, "")
    QTest.keyClick(field(d), Key.Key_Escape)
    assert d.undo_label is None


def test_a_note_can_be_deleted_and_brought_back(desk: Open) -> None:
    d = desk()
    write(d, WORDS)
    QTest.keyClick(field(d), Key.Key_Escape)
    d.press(Key.Key_F2, held=Mod.ShiftModifier)
    QTest.mouseClick(d.editor.bubble._delete, Qt.MouseButton.LeftButton)
    assert d.session.report.notes == {}
    d.session.undo()
    assert d.session.report.notes == {d.cell("new_requests.natural"): WORDS}


def test_a_sum_may_have_a_note_too(desk: Open) -> None:
    d = desk()
    d.go("granted.total")
    write(d, WORDS)
    QTest.keyClick(field(d), Key.Key_Escape)
    assert d.cell("granted.total") in d.session.report.notes


def test_the_corner_shows_that_there_is_a_note_and_hovering_reads_it(desk: Open) -> None:
    d = desk()
    d.session.edit("批注", edits.set_note, CellId("t3.granted.natural"), WORDS)
    d.go("carried_forward.natural")
    corner = d.view.rect_of((d.cell("granted.natural"),)).topRight()
    picture = d.view.viewport().grab().toImage()
    assert picture.pixelColor(corner - QPoint(3, -1)) == d.view.delegate.colours.accent
    told = d.editor.model.data(d.editor.model.index_of(d.cell("granted.natural")), Qt.ItemDataRole.ToolTipRole)
    assert str(told).endswith(f"批注：{WORDS}")


def test_another_report_puts_the_bubble_away_without_writing(desk: Open) -> None:
    d = desk()
    write(d, WORDS)
    d.session.start(d.session.project)
    assert d.editor.bubble.isHidden()
    assert d.session.report.notes == {}
