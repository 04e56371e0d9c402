"""Everything by keyboard, everything with a name: what a screen reader finds, page by page, in the whole window."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from core import edits
from core.cells import CellId
from core.form import F2021
from core.steps import steps
from tests.ui.looking import child, children
from ui.filing import Intent
from ui.program import Program
from ui.tab_order import stops

STEPS = [step.id for step in steps(F2021)]
TABLES = {"s2": "t2", "s3": "t3", "s4": "t4"}
MOST_STOPS = 80
SAMPLE = next((Path(__file__).resolve().parents[2] / "resources" / "sample").glob("*.docx"))


@pytest.fixture
def desk(qtbot: QtBot, program: Program) -> Program:
    """The sample, with one number wrong, so that there is something to find."""
    program.filing.sample()
    program.session.edit("试", edits.set_cell, CellId("t3.new_requests.natural"), "35")
    return program


def interface(widget: QWidget) -> QAccessibleInterface:
    found: QAccessibleInterface | None = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    return found


def name(widget: QWidget) -> str:
    return interface(widget).text(QAccessible.Text.Name).strip()


def reachable(root: QWidget) -> list[QWidget]:
    """What can have the keyboard now."""
    return [w for w in children(root, QWidget) if w.isVisible() and w.isEnabled() and w.focusPolicy().value]


def nameless(root: QWidget) -> list[str]:
    return [f"{type(w).__name__} {w.objectName()}" for w in reachable(root) if not name(w)]


def nodes(node: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Yield a part of the accessibility tree and all below it."""
    yield node
    for number in range(node.childCount()):
        below: QAccessibleInterface | None = node.child(number)
        if below is not None:
            yield from nodes(below)


def cells(desk: Program) -> list[str]:
    """What is spoken of the cells of the table in view, in the order of the tree."""
    tree = nodes(interface(desk.bench.page.editor.view))
    return [node.text(QAccessible.Text.Name) for node in tree if node.role() is QAccessible.Role.Cell]


# ---------------------------------------------------------------- names


def test_every_control_of_the_start_page_has_a_name(program: Program) -> None:
    assert nameless(program.window) == []


def test_every_control_of_every_page_has_a_name(desk: Program) -> None:
    for step in STEPS:
        desk.bench.show_step(step)
        assert nameless(desk.window) == [], step


def test_every_control_of_every_tab_beside_has_a_name(desk: Program) -> None:
    desk.bench.show_step("s3")
    tabs = child(desk.bench.panel, QTabWidget, "")
    for number in range(tabs.count()):
        tabs.setCurrentIndex(number)
        assert nameless(desk.window) == [], number


def test_the_controls_that_a_finding_brings_have_names(qtbot: QtBot, desk: Program) -> None:
    for _ in range(4):
        qtbot.keyClick(desk.window, Qt.Key.Key_F8)
        assert nameless(desk.window) == []


def test_strips_that_come_and_go_have_names(desk: Program) -> None:
    desk.guide.lead()
    assert nameless(desk.window) == []
    desk.guide.no_requests()
    assert nameless(desk.window) == []
    desk.intent_bar.ask("甲.docx", lambda _: None)
    assert nameless(desk.window) == []


# ---------------------------------------------------------------- cells


@pytest.mark.parametrize(("step", "table"), TABLES.items())
def test_every_cell_stands_in_the_tree_with_both_heads_and_its_value(desk: Program, step: str, table: str) -> None:
    desk.bench.show_step(step)
    told = cells(desk)
    report = desk.session.report
    for cell in report.form.table(table).cells:
        words = [cell.row.name.split("（区分")[0], cell.column.label, f" {report.entry(cell.id).raw}"]
        assert any(all(word in line for word in words) for line in told), cell.id


def test_no_line_of_a_list_and_no_figure_of_the_last_page_is_silent(desk: Program) -> None:
    roles = {QAccessible.Role.ListItem, QAccessible.Role.TreeItem, QAccessible.Role.PageTab, QAccessible.Role.Button}
    for step in STEPS:
        desk.bench.show_step(step)
        for node in nodes(interface(desk.window)):
            state: Any = node.state()  # the type stubs of PySide6 leave its fields out
            if node.role() in roles and state.focusable and not (state.invisible or state.offscreen or state.disabled):
                assert node.text(QAccessible.Text.Name).strip(), (step, node.role(), node.rect())


def test_a_cell_tells_last_years_value_and_what_is_wrong_with_it(desk: Program) -> None:
    desk.bench.show_step("s3")
    told = cells(desk)[0]
    assert told.startswith("一，本年新收政府信息公开申请数量，自然人，值 35，上年 22，必须改：")
    assert "差 1 件" in told


# ---------------------------------------------------------------- keyboard


def tabbed(qtbot: QtBot, desk: Program, first: QWidget) -> list[QWidget]:
    """Press Tab, and in a table Ctrl+Tab, until it comes round."""
    first.setFocus(Qt.FocusReason.TabFocusReason)
    been: list[QWidget] = []
    for _ in range(MOST_STOPS):
        focus = QApplication.focusWidget()
        assert focus is not None
        if been and focus is been[0]:
            return been
        been.append(focus)
        is_table = focus is getattr(getattr(desk.bench.page, "editor", None), "view", None)
        control = Qt.KeyboardModifier.ControlModifier if is_table else Qt.KeyboardModifier.NoModifier
        qtbot.keyClick(focus, Qt.Key.Key_Tab, control)
    raise AssertionError(f"Tab never came round: {[w.objectName() for w in been]}")


def test_tab_goes_through_steps_page_findings_and_foot_and_comes_round(qtbot: QtBot, desk: Program) -> None:
    for step in STEPS:
        desk.bench.show_step(step)
        parts = [desk.bench.steps, desk.bench.page, desk.bench.panel]
        order = [place_among(parts, widget) for widget in tabbed(qtbot, desk, desk.bench.steps)]
        assert order == sorted(order), step
        assert set(order) == {0, 1, 2, 3}, step


def place_among(parts: list[QWidget], widget: QWidget) -> int:
    return next((n for n, part in enumerate(parts) if part is widget or part.isAncestorOf(widget)), len(parts))


def test_inside_a_page_tab_goes_down_line_by_line(qtbot: QtBot, desk: Program) -> None:
    for step in STEPS:
        desk.bench.show_step(step)
        page = desk.bench.page
        inside = [widget for widget in tabbed(qtbot, desk, desk.bench.steps) if page.isAncestorOf(widget)]
        names = [widget.objectName() for widget in inside]
        for one, other in pairwise(inside):
            assert bottom(page, other) > top(page, one), (step, names)


def top(page: QWidget, widget: QWidget) -> int:
    return widget.mapTo(page, QPoint(0, 0)).y()


def bottom(page: QWidget, widget: QWidget) -> int:
    return top(page, widget) + widget.height()


def test_whatever_takes_the_keyboard_is_reached_by_tab_or_by_arrows(qtbot: QtBot, desk: Program) -> None:
    """The chips above the findings are one stop: the arrow keys choose among them."""
    for step in STEPS:
        desk.bench.show_step(step)
        been = tabbed(qtbot, desk, desk.bench.steps)
        at_hand = [w for w in stops(desk.bench.steps) if w.isVisible() and w.isEnabled() and w.focusProxy() is None]
        missed = [widget.objectName() for widget in at_hand if widget not in been]
        assert [name for name in missed if not name.startswith("chip_")] == [], step


def test_the_chips_are_chosen_by_arrow_keys(qtbot: QtBot, desk: Program) -> None:
    desk.bench.show_step("s3")
    first = child(desk.window, QWidget, "chip_ALL")
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Right)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName() == "chip_ERRORS"


def test_where_the_keyboard_is_can_be_seen(qtbot: QtBot, desk: Program) -> None:
    """Each stop looks otherwise with the keyboard than without, around or inside."""
    for step in STEPS:
        desk.bench.show_step(step)
        been = tabbed(qtbot, desk, desk.bench.steps)
        unseen = [one.objectName() for one, other in pairwise([*been, been[0]]) if looks_alike(one, other)]
        assert unseen == [], step


def looks_alike(widget: QWidget, elsewhere: QWidget) -> bool:
    elsewhere.setFocus()
    before = widget.grab().toImage()
    widget.setFocus()
    return widget.grab().toImage() == before


# ---------------------------------------------------------------- windows


def test_no_part_of_a_page_shows_as_a_window_of_its_own(desk: Program) -> None:
    for step in STEPS:
        desk.bench.show_step(step)
        others = [w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not desk.window]
        assert [type(w).__name__ for w in others] == [], step
        assert QApplication.activeWindow() is desk.window, step


# ---------------------------------------------------------------- what is read


def test_the_page_that_shows_what_was_read_has_names_and_is_walked_from_the_source_to_the_foot(
    qtbot: QtBot, program: Program
) -> None:
    program.filing.read(SAMPLE, Intent.DRAFT)
    page = program.reviewing.page
    qtbot.waitUntil(page.isVisible, timeout=20_000)
    assert nameless(program.window) == []
    walked = [widget for widget in stops(page) if page.isAncestorOf(widget) and widget.isVisible()]
    fields = [widget.objectName() for widget in walked]
    wanted = ["sourceBlocks", "reviewUnit", "reviewYear", "matrixT3", "reviewAccept", "reviewCancel"]
    assert [name for name in fields if name in wanted] == wanted
