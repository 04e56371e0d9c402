import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core import edits
from core.cells import CellId
from tests.ui.matrix.conftest import Desk, Open

Key, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


def pasted(d: Desk, text: str) -> Desk:
    QGuiApplication.clipboard().setText(text)
    d.press(Key.Key_V, held=CTRL)
    return d


def shown(d: Desk) -> list[tuple[str, str]]:
    lines = d.editor.preview._lines
    items = (lines.topLevelItem(i) for i in range(lines.topLevelItemCount()))
    return [(item.text(0), item.text(1)) for item in items if item is not None]


def test_a_paste_that_changes_several_lines_is_shown_before_it_is_done(desk: Open) -> None:
    d = desk("t3", {"granted.natural": "3"})
    d.go("granted.natural")
    pasted(d, "5\t1\n2\t0\n")
    assert not d.editor.preview.isHidden()
    assert d.undo_label is None
    assert d.editor.preview._words.text() == "粘贴预览：2 行 4 格有变"
    assert shown(d) == [
        ("三(一) 予以公开", "自然人 3 → 5　商业企业 空 → 1"),
        ("三(二) 部分公开", "自然人 空 → 2　商业企业 空 → 0"),
    ]
    assert len(d.chosen) == 4
    assert d.said[-1] == "还没有粘贴：请看预览，回车采用，Esc 不采用"


@pytest.mark.parametrize("name", ["new_requests.natural", "unable_unclear.natural", "other_no_correction.natural"])
def test_the_preview_covers_nothing_of_what_it_would_change_and_moves_no_line_of_the_table(
    desk: Open, name: str
) -> None:
    d = desk()
    d.editor.resize(860, 640)
    height = d.view.height()
    d.go(name)
    pasted(d, "5\t7\n6\t8\n")
    corner = d.view.viewport().mapTo(d.editor, QPoint(0, 0))
    assert not d.editor.preview.isHidden()
    assert not d.editor.preview.geometry().intersects(d.view.rect_of(d.view.chosen()).translated(corner))
    assert d.editor.rect().contains(d.editor.preview.geometry())
    assert d.view.height() == height


def test_enter_takes_it_as_one_step_and_the_hand_is_back_in_the_table(desk: Open) -> None:
    d = pasted(desk(), "5\n2\n")
    assert QApplication.focusWidget() is d.editor.preview._take
    QTest.keyClick(d.editor.preview._take, Key.Key_Return)
    assert [d.raw("new_requests.natural"), d.raw("carried_in.natural")] == ["5", "2"]
    assert (d.undo_label, d.said[-1]) == ("粘贴 2 格", "已粘贴 2 格")
    assert d.editor.preview.isHidden()
    assert QApplication.focusWidget() is d.view


def test_escape_leaves_everything_as_it_was(desk: Open) -> None:
    d = pasted(desk(), "5\n2\n")
    QTest.keyClick(d.editor.preview._take, Key.Key_Escape)
    assert d.editor.preview.isHidden()
    assert (d.undo_label, d.said[-1], d.raw("new_requests.natural")) == (None, "没有粘贴", "")
    assert QApplication.focusWidget() is d.view


def test_a_block_within_one_line_is_pasted_at_once(desk: Open) -> None:
    d = pasted(desk(), "5\t2\t1")
    assert d.editor.preview.isHidden()
    assert d.undo_label == "粘贴 3 格"


def test_what_was_copied_here_and_one_value_for_all_are_pasted_at_once(desk: Open) -> None:
    d = desk("t3", {"new_requests.natural": "4", "carried_in.natural": "5"})
    d.press(Key.Key_Down, held=Qt.KeyboardModifier.ShiftModifier)
    d.press(Key.Key_C, held=CTRL)
    d.go("new_requests.business")
    d.press(Key.Key_V, held=CTRL)
    assert [d.raw("new_requests.business"), d.raw("carried_in.business")] == ["4", "5"]
    d.view.extend(d.cell("granted.business"))
    pasted(d, "0")
    assert d.raw("granted.business") == "0"


def test_sums_that_are_not_the_computed_ones_are_listed_and_not_overwritten(desk: Open) -> None:
    d = desk()
    d.go("granted.natural")
    pasted(d, "1\t0\t0\t0\t0\t0\t2\n0\t0\t0\t0\t0\t0\t0\n")
    assert d.editor.preview._words.text() == "粘贴预览：2 行 12 格有变，与计算值不符的 1 格，不覆盖"
    assert shown(d)[0] == ("三(一) 予以公开 · 总计", "● 贴入的是 2，计算是 1，不覆盖")
    d.editor.preview._agree()
    assert d.session.report.value(d.cell("granted.total")) == 1


def test_a_sum_that_lacks_terms_says_so(desk: Open) -> None:
    d = desk()
    d.go("granted.other_org")
    pasted(d, "1\t4\n1\t4\n")
    assert shown(d)[0][1] == "● 贴入的是 4，还没有填全，算不出，不覆盖"


def test_marks_are_asked_about_even_within_one_line(desk: Open) -> None:
    d = pasted(desk(), "5\t/\t无")
    preview = d.editor.preview
    assert not preview.isHidden()
    assert preview._marks_words.text() == "2 格写的是“/”“—”或“无”："
    assert preview._marks.currentText() == "照原样"
    preview._marks.setCurrentIndex(1)
    assert shown(d) == [("一 本年新收政府信息公开申请数量", "自然人 空 → 5　商业企业 空 → 0　科研机构 空 → 0")]
    preview._agree()
    assert [d.raw(f"new_requests.{name}") for name in ("natural", "business", "research")] == ["5", "0", "0"]


def test_numbers_in_words_are_asked_about(desk: Open) -> None:
    d = pasted(desk(), "5\t一十二")
    assert d.editor.preview._numerals.text() == "“一十二”按 12 填"
    assert d.editor.preview._marks.isHidden()
    d.editor.preview._numerals.setChecked(False)
    assert shown(d)[0][1].endswith("商业企业 空 → 一十二")
    d.editor.preview._numerals.setChecked(True)
    d.editor.preview._agree()
    assert d.raw("new_requests.business") == "12"


def test_a_change_of_the_table_puts_the_preview_away(desk: Open) -> None:
    d = pasted(desk(), "5\n2\n")
    d.session.edit("改", edits.set_cell, CellId("t3.granted.natural"), "1")
    assert d.editor.preview.isHidden()
    assert d.raw("new_requests.natural") == ""


def test_a_second_paste_is_shown_in_place_of_the_first(desk: Open) -> None:
    d = pasted(desk(), "5\n2\n")
    d.view.setFocus()
    pasted(d, "7\n8\n9")
    assert d.editor.preview._words.text() == "粘贴预览：3 行 3 格有变"


def test_cells_that_a_short_line_does_not_bring_stay_as_they_are(desk: Open) -> None:
    d = desk("t3", {"new_requests.business": "4", "carried_in.business": "5"})
    pasted(d, "1\t2\n3\n")
    d.editor.preview._agree()
    assert [
        d.raw(f"{row}.{column}") for row in ("new_requests", "carried_in") for column in ("natural", "business")
    ] == [
        *("1", "2"),
        *("3", "5"),
    ]


def test_what_is_clipped_is_said_before(desk: Open) -> None:
    d = desk()
    d.go("total_handled.natural")
    pasted(d, "1\n2\n3\n4")
    assert "2 个数超出表格" in d.editor.preview._words.text() or d.said[-1].endswith("2 个数超出表格，没有贴入")


def test_a_line_that_is_clicked_is_brought_into_view(desk: Open) -> None:
    d = desk()
    d.editor.resize(860, 320)
    pasted(d, "\n".join("1" * 20))
    lines = d.editor.preview._lines
    last = lines.topLevelItem(lines.topLevelItemCount() - 1)
    assert last is not None
    lines.itemClicked.emit(last, 0)
    rect = d.view.visualRect(d.editor.model.index_of(CellId(last.data(0, Qt.ItemDataRole.UserRole))))
    assert d.view.viewport().rect().contains(rect)
