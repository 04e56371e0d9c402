"""The list of findings by mouse and key."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QRect, Qt
from pytestqt.qtbot import QtBot

from core import edits
from core.cells import CellId
from core.checks.register import Verdict
from core.finding import Finding, Severity
from core.form import F2021
from core.report import Report
from ui.findings.list_view import FindingsList

GRANTED = CellId("t3.granted.natural")
MENDABLE = Finding("A03", Severity.ERROR, "不平衡，差 1 件。", (GRANTED,), suspect=GRANTED, remedy="10")
PLAIN = Finding("Y01", Severity.WARNING, "两数应相等。", (CellId("t3.carried_in.total"),))
OTHER = Finding("Y01", Severity.WARNING, "两数也应相等。", (CellId("t3.carried_in.business"),))
EMPTY = tuple(
    Finding("C01", Severity.HINT, "没有填写。", (cell,))
    for cell in F2021.cells
    if cell.startswith("t2.") and not F2021.cells[cell].computed
)


def shown(qtbot: QtBot, *findings: Finding) -> FindingsList:
    view = FindingsList()
    qtbot.addWidget(view)
    view.resize(290, 400)
    view.show()
    view.take(edits.set_cell(Report(), GRANTED, "9"), Verdict(findings, ()))
    qtbot.waitUntil(lambda: not findings or view.visualRect(view.lines.index(0)).height() > 0)
    return view


def line(view: FindingsList, number: int) -> QRect:
    return view.visualRect(view.lines.index(number))


def test_a_click_goes_to_the_place(qtbot: QtBot) -> None:
    view = shown(qtbot, MENDABLE, PLAIN)
    with qtbot.waitSignal(view.chosen) as chosen:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=line(view, 1).center())
    assert chosen.args == [PLAIN]
    assert view.row is not None
    assert view.row.finding == PLAIN


def test_the_right_button_goes_nowhere(qtbot: QtBot) -> None:
    view = shown(qtbot, MENDABLE, PLAIN)
    with qtbot.assertNotEmitted(view.chosen):
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.RightButton, pos=line(view, 1).center())


def test_a_click_on_the_button_asks_to_mend(qtbot: QtBot) -> None:
    view = shown(qtbot, MENDABLE, PLAIN)
    row = view.lines.rows[0]
    button = view._delegate.mend_rect(view._delegate.line_rect(line(view, 0)), row)
    with qtbot.waitSignal(view.mend_asked) as asked, qtbot.assertNotEmitted(view.chosen):
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=button.center())
    assert asked.args == [MENDABLE]


def test_arrows_only_choose_and_enter_goes(qtbot: QtBot) -> None:
    view = shown(qtbot, MENDABLE, PLAIN)
    with qtbot.assertNotEmitted(view.chosen):
        qtbot.keyClick(view, Qt.Key.Key_Down)
        qtbot.keyClick(view, Qt.Key.Key_Down)
    with qtbot.waitSignal(view.chosen) as chosen:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert chosen.args == [PLAIN]


def test_right_and_left_ask_to_open_and_close_a_group(qtbot: QtBot) -> None:
    view = shown(qtbot, *EMPTY)
    view.setCurrentIndex(view.lines.index(0))
    with qtbot.assertNotEmitted(view.fold_asked):
        qtbot.keyClick(view, Qt.Key.Key_Left)
    with qtbot.waitSignal(view.fold_asked) as asked:
        qtbot.keyClick(view, Qt.Key.Key_Right)
    assert asked.args == ["C01:t2"]


def test_the_arrow_of_a_group_opens_it_and_its_words_go_to_the_first_cell(qtbot: QtBot) -> None:
    view = shown(qtbot, *EMPTY)
    arrow = view._delegate.fold_rect(view._delegate.line_rect(line(view, 0)), view.lines.rows[0])
    with qtbot.waitSignal(view.fold_asked), qtbot.assertNotEmitted(view.chosen):
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=arrow.center())
    with qtbot.waitSignal(view.chosen) as chosen:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=line(view, 0).center())
    assert chosen.args == [EMPTY[0]]


def test_the_chosen_place_stays_chosen_when_others_come_and_go(qtbot: QtBot) -> None:
    view = shown(qtbot, MENDABLE, PLAIN)
    view.setCurrentIndex(view.lines.index(1))
    view.take(Report(), Verdict((PLAIN,), ()))
    assert view.row is not None
    assert view.row.finding == PLAIN
    view.take(Report(), Verdict((MENDABLE, *EMPTY[:2], PLAIN), ()))
    assert view.currentIndex().row() == 3


def test_a_place_that_is_mended_leaves_nothing_chosen(qtbot: QtBot) -> None:
    view = shown(qtbot, MENDABLE, PLAIN)
    view.setCurrentIndex(view.lines.index(0))
    view.take(Report(), Verdict((PLAIN,), ()))
    assert view.row is None


def test_the_view_stays_at_its_place_when_lines_above_go(qtbot: QtBot) -> None:
    many = tuple(Finding("A01", Severity.ERROR, f"“{cell}”一行对不上。", (cell,)) for cell in list(F2021.cells)[10:60])
    view = shown(qtbot, *many)
    view.verticalScrollBar().setValue(line(view, 20).top() + 7)
    view.take(Report(), Verdict(many[5:], ()))
    assert view.lines.rows[15].finding == many[20]
    assert line(view, 15).top() == -7


def test_words_are_wrapped_within_the_panel(qtbot: QtBot) -> None:
    long = Finding("N01", Severity.ERROR, "文中写的件数与表三对不上。" * 8, section="s1", excerpt="12件")
    view = shown(qtbot, long, PLAIN)
    assert line(view, 0).height() > 4 * line(view, 1).height()
    assert line(view, 0).width() <= view.viewport().width()


def test_an_empty_list_says_what_comes_here(qtbot: QtBot) -> None:
    view = shown(qtbot)
    blank = view.grab().toImage()
    view.empty_words = "还没有发现问题。"
    view.viewport().update()
    assert view.grab().toImage() != blank


def test_a_line_in_which_only_a_figure_changed_leaves_those_further_down_alone(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = shown(qtbot, MENDABLE, PLAIN, OTHER)
    qtbot.wait(50)  # the first painting is over
    painted: set[int] = set()
    paint = type(view._delegate).paint

    def note(delegate: Any, painter: Any, option: Any, index: Any) -> None:
        painted.add(index.row())
        paint(delegate, painter, option, index)

    monkeypatch.setattr(type(view._delegate), "paint", note)
    report = edits.set_cell(Report(), GRANTED, "9")
    view.take(report, Verdict((replace(MENDABLE, message="不平衡，差 2 件。"), PLAIN, OTHER), ()))
    qtbot.waitUntil(lambda: 0 in painted)
    assert 2 not in painted
    longer = replace(MENDABLE, message="不平衡，差 2 件。" * 9)
    view.take(report, Verdict((longer, PLAIN, OTHER), ()))
    qtbot.waitUntil(lambda: 2 in painted)
    assert line(view, 0).height() > line(view, 1).height()


def test_lines_that_change_places_stand_below_each_other(qtbot: QtBot) -> None:
    long = replace(PLAIN, message="文中写的件数与表三对不上，请核对。" * 3)
    view = shown(qtbot, long, OTHER, MENDABLE)
    view.take(edits.answer(Report(), long.occasion, "含随职能划入的"), Verdict((long, OTHER, MENDABLE), ()))
    assert view.lines.rows[-1].finding == long
    for number in range(2):
        assert line(view, number + 1).top() == line(view, number).bottom() + 1


def test_who_comes_by_key_sees_which_line_is_chosen(qtbot: QtBot) -> None:
    view = shown(qtbot, MENDABLE, PLAIN)
    assert view.row is None
    view.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: view.row is not None)
    assert view.selectionModel().isSelected(view.lines.index(0))
