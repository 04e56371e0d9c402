from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from core import edits
from core.report import Report
from core.storage.project import Project, View
from tests.ui.matrix.conftest import Desk, Open

Key = Qt.Key


def button(d: Desk, name: str) -> QAbstractButton:
    found: QAbstractButton | None = d.editor.findChild(QAbstractButton, name)
    assert found is not None
    return found


def test_the_rest_is_filled_with_zeros_in_one_step(desk: Open) -> None:
    d = desk("t4", {"review.upheld": "2"})
    QTest.mouseClick(button(d, "fillRest"), Qt.MouseButton.LeftButton)
    assert (d.raw("review.upheld"), d.raw("review.pending"), d.raw("review.total")) == ("2", "0", "2")
    assert d.undo_label == "其余 11 格填 0"
    assert d.said[-1] == "已把 11 个空格填 0，可以撤销"
    d.editor.commands.fill_rest()
    assert d.said[-1] == "没有空格需要填"


def test_a_number_that_is_still_being_typed_is_kept_when_the_rest_is_filled_by_key(desk: Open) -> None:
    d = desk("t4")
    d.press("1", "2")
    button(d, "fillRest").animateClick()  # as its key does: the keyboard stays in the cell
    QTest.qWait(200)
    assert (d.raw("review.upheld"), d.raw("review.pending")) == ("12", "0")
    assert d.view.editor() is None


def test_the_switch_for_last_year_is_there_only_with_a_last_year(desk: Open) -> None:
    assert not button(desk(), "lastYear").isEnabled()
    d = desk("t3", {}, last={"granted.natural": "8"})
    QTest.mouseClick(button(d, "lastYear"), Qt.MouseButton.LeftButton)
    assert d.view.delegate.last_year_shown
    d.session.start(Project(Report(), View()))
    assert not d.view.delegate.last_year_shown


def test_the_status_words_name_one_cell_and_sum_up_several(desk: Open) -> None:
    d = desk("t3", {"new_requests.natural": "12", "carried_in.natural": "4"}, last={"new_requests.natural": "8"})
    d.go("carried_in.natural")
    d.go("new_requests.natural")
    assert d.told[-1] == "一 本年新收政府信息公开申请数量 · 自然人　上年 8　比上年 +4"
    d.press(Key.Key_Down, Key.Key_Down, held=Qt.KeyboardModifier.ShiftModifier)
    assert d.told[-1] == "合计 16　计数 2　平均 8　上年 8　比上年 +4（可比 1 格）"


def test_a_selection_is_weighed_against_last_year(desk: Open) -> None:
    cells = {"new_requests.natural": "12", "carried_in.natural": "4"}
    d = desk("t3", cells, {"new_requests.natural": "10", "carried_in.natural": "4"})
    d.view.extend(d.cell("carried_in.natural"))
    assert d.told[-1] == "合计 16　计数 2　平均 8　上年 14　比上年 +2"
    d.session.edit("改", edits.set_cell, d.cell("granted.natural"), "1")
    d.go("new_requests.natural")
    d.view.extend(d.cell("granted.natural"))
    assert d.told[-1] == "合计 17　计数 3　平均 5.67　上年 14　比上年 +2（可比 2 格）"


def test_a_cell_that_is_shown_is_current_has_the_focus_and_lights_up(desk: Open) -> None:
    d = desk()
    d.editor.setFocus()
    entered: list[str] = []
    d.editor.cell_entered.connect(entered.append)
    d.editor.show_cell(d.cell("denied_third_party.research"))
    assert (d.at, entered) == ("denied_third_party.research", ["t3.denied_third_party.research"])
    assert d.view.hasFocus()


def test_all_three_tables_open_in_the_same_editor(desk: Open) -> None:
    assert [desk(table).at for table in ("t2", "t3", "t4")] == [
        "regulations.issued",
        "new_requests.natural",
        "review.upheld",
    ]


def test_what_another_view_changes_shows_here(desk: Open) -> None:
    d = desk()
    d.session.edit("改", edits.fill_rest, "t3")
    shown = d.editor.model.face(d.editor.model.index_of(d.cell("granted.total")))
    assert shown is not None
    assert (shown.text, shown.partial) == ("0", False)


def test_the_tools_can_be_put_away(desk: Open) -> None:
    d = desk()
    d.editor.show_tools(shown=False)
    assert not button(d, "fillRest").isVisible()
    assert not button(d, "lastYear").isVisible()
    d.editor.show_tools(shown=True)
    assert button(d, "fillRest").isVisible()
