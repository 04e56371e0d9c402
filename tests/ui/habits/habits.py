"""The 32 habits of hands trained on spreadsheets; each is tried by itself and is there or is not."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.ui.habits.stage import COLUMNS, CTRL, LEFT, NONE, ROWS, SHIFT, Stage

Key = Qt.Key
PAD, ALT = Qt.KeyboardModifier.KeypadModifier, Qt.KeyboardModifier.AltModifier


@dataclass(frozen=True)
class Habit:
    """What hands do and expect; `holds` tries it in a window."""

    name: str
    holds: Callable[[Stage], bool]


HABITS: list[Habit] = []


def habit(name: str) -> Callable[[Callable[[Stage], bool]], Callable[[Stage], bool]]:
    """Enter a function into the list."""

    def enter(function: Callable[[Stage], bool]) -> Callable[[Stage], bool]:
        HABITS.append(Habit(name, function))
        return function

    return enter


# ---------------------------------------------------------------- keys: typing and moving


@habit("Enter commits and goes down, Shift+Enter up")
def enter_goes_down(s: Stage) -> bool:
    s.lay({})
    s.press("12", Key.Key_Return, "3")
    s.press(Key.Key_Return, held=SHIFT)
    return s.values((0, 0), (1, 0)) == ["12", "3"] and s.at() == (0, 0) and not s.is_typing()


@habit("Enter after a run of Tab goes back to the column where the run began")
def tab_run_returns(s: Stage) -> bool:
    s.lay({})
    s.press("1", Key.Key_Tab, "2", Key.Key_Tab, "3", Key.Key_Return)
    return s.values((0, 0), (0, 1), (0, 2)) == ["1", "2", "3"] and s.at() == (1, 0)


@habit("Tab, Shift+Tab and the arrows move")
def tab_and_arrows_move(s: Stage) -> bool:
    s.lay({})
    s.press(Key.Key_Tab, Key.Key_Tab)
    s.press(Key.Key_Backtab, held=SHIFT)
    s.press(Key.Key_Down, Key.Key_Right, Key.Key_Up, Key.Key_Left, Key.Key_Down)
    return s.at() == (1, 1)


@habit("Tab after typing opens no editor")
def tab_opens_nothing(s: Stage) -> bool:
    s.lay({})
    s.press("1", Key.Key_Tab)
    return s.value((0, 0)) == "1" and s.at() == (0, 1) and not s.is_typing()


@habit("An arrow while typing commits and moves")
def arrow_commits(s: Stage) -> bool:
    s.lay({})
    s.press("7", Key.Key_Right)
    first = s.value((0, 0)) == "7" and s.at() == (0, 1) and not s.is_typing()
    s.press("8", Key.Key_Down)
    return first and s.value((0, 1)) == "8" and s.at() == (1, 1)


@habit("A digit, or the first composed letter, replaces what stood there")
def typing_replaces(s: Stage) -> bool:
    s.lay({(0, 0): "12", (0, 1): "34"})
    s.press("5", Key.Key_Return)
    s.lay({(0, 0): s.value((0, 0)), (0, 1): "34"})
    s.press(Key.Key_Right)
    s.compose("w", "无")
    s.press(Key.Key_Return)
    return s.values((0, 0), (0, 1)) == ["5", "无"]


@habit("F2 and double click edit with the caret at the end, arrows then move the caret")
def f2_edits(s: Stage) -> bool:
    s.lay({(0, 0): "12", (2, 1): "34"})
    s.press(Key.Key_F2, Key.Key_End, "3", Key.Key_Left, "0", Key.Key_Return)
    s.double_click(s.rect((2, 1)).center())
    s.press(Key.Key_End, "5", Key.Key_Return)
    return s.values((0, 0), (2, 1)) == ["1203", "345"]


@habit("Esc gives up what is being typed")
def escape_gives_up(s: Stage) -> bool:
    s.lay({(0, 0): "12"})
    s.press("99", Key.Key_Escape)
    return s.value((0, 0)) == "12" and not s.is_typing()


@habit("Delete empties the whole range")
def delete_empties(s: Stage) -> bool:
    s.lay({(0, 0): "1", (1, 0): "2", (2, 0): "3"})
    s.press(Key.Key_Down, held=SHIFT)
    s.press(Key.Key_Delete)
    return s.values((0, 0), (1, 0), (2, 0)) == ["", "", "3"]


@habit("Backspace empties the cell and opens it")
def backspace_opens(s: Stage) -> bool:
    s.lay({(0, 0): "12"})
    s.press(Key.Key_Backspace)
    opened = s.is_typing() and s.editor_text() == ""
    s.press("4", Key.Key_Return)
    return opened and s.value((0, 0)) == "4"


@habit("Ctrl+Enter puts what was typed into all selected cells")
def ctrl_enter_fills(s: Stage) -> bool:
    s.lay({})
    s.press(Key.Key_Down, Key.Key_Right, held=SHIFT)
    s.press("6")
    s.press(Key.Key_Return, held=CTRL)
    return s.values((0, 0), (0, 1), (1, 0), (1, 1)) == ["6"] * 4


@habit("The number pad types figures, its Enter goes down, its arrows move")
def number_pad(s: Stage) -> bool:
    s.lay({})
    s.press(Key.Key_4, Key.Key_2, Key.Key_Enter, held=PAD)
    s.press(Key.Key_7, Key.Key_Enter, held=PAD)
    s.press(Key.Key_Up, Key.Key_Right, held=PAD)
    return s.values((0, 0), (1, 0)) == ["42", "7"] and s.at() == (1, 1)


# ---------------------------------------------------------------- keys: going about


@habit("Ctrl+arrow goes to the edge of the block, with Shift it selects up to there")
def ctrl_arrow(s: Stage) -> bool:
    s.lay({})
    s.press(Key.Key_Down, Key.Key_Down, Key.Key_Down, Key.Key_Down)
    s.press(Key.Key_Down, held=CTRL)
    edge = s.at()
    s.press(Key.Key_Up, held=CTRL | SHIFT)
    return edge[0] > 5 and s.chosen() == {(row, 0) for row in range(4, edge[0] + 1)}


@habit("Shift+arrows, Shift+End and Shift+PgDn stretch the selection")
def shift_stretches(s: Stage) -> bool:
    s.lay({})
    s.press(Key.Key_Down, Key.Key_Right, held=SHIFT)
    four = len(s.chosen()) == 4
    s.press(Key.Key_Home, held=CTRL)
    s.press(Key.Key_End, held=SHIFT)
    line = s.chosen() == {(0, column) for column in range(COLUMNS)}
    s.press(Key.Key_Home, held=CTRL)
    s.press(Key.Key_PageDown, held=SHIFT)
    return four and line and len(s.chosen()) > 5


@habit("Home, End, Ctrl+Home and Ctrl+End go to the ends")
def home_and_end(s: Stage) -> bool:
    s.lay({})
    s.press(Key.Key_Down, Key.Key_End)
    end = s.at() == (1, COLUMNS - 1)
    s.press(Key.Key_Home)
    start = s.at() == (1, 0)
    s.press(Key.Key_End, held=CTRL)
    last = s.at() == (ROWS - 1, COLUMNS - 1)
    s.press(Key.Key_Home, held=CTRL)
    return end and start and last and s.at() == (0, 0)


@habit("PgDn and PgUp go a screen down and up")
def pages(s: Stage) -> bool:
    s.lay({})
    s.press(Key.Key_PageDown)
    down = s.at()[0] > 5
    s.press(Key.Key_PageUp)
    return down and s.at() == (0, 0)


@habit("Alt+PgDn and Alt+PgUp go a screen to the right and back")
def pages_across(s: Stage) -> bool:
    s.lay({})
    s.press(Key.Key_PageDown, held=ALT)
    right = s.at()[0] == 0 and s.at()[1] > 1
    s.press(Key.Key_PageUp, held=ALT)
    return right and s.at() == (0, 0)


@habit("Ctrl+PgDn and Ctrl+PgUp turn to the next and the previous sheet")
def sheets(s: Stage) -> bool:
    s.lay({})
    here = s.sheet()
    s.press(Key.Key_PageDown, held=CTRL)
    there = s.sheet()
    s.press(Key.Key_PageUp, held=CTRL)
    return there != here == s.sheet()


@habit("Ctrl+A selects everything, at the second press at the latest")
def select_all(s: Stage) -> bool:
    s.lay({})
    s.press(Key.Key_A, Key.Key_A, held=CTRL)
    return len(s.chosen()) == ROWS * COLUMNS


@habit("Shift+Space selects the line, Ctrl+Space the column")
def lines_by_space(s: Stage) -> bool:
    s.lay({})
    s.press(Key.Key_Space, held=SHIFT)
    line = s.chosen() == {(0, column) for column in range(COLUMNS)}
    s.press(Key.Key_Space, held=CTRL)
    return line and s.chosen() == {(row, 0) for row in range(ROWS)} and s.value((0, 0)) == ""


@habit("F5 or Ctrl+G goes to a place by its name")
def go_to(s: Stage) -> bool:
    s.lay({})
    s.press(Key.Key_G, held=CTRL)
    s.press("3")
    s.press(Key.Key_Escape)
    s.press(Key.Key_F5)
    focus = QApplication.focusWidget()
    if s.is_typing() or not isinstance(focus, QLineEdit):
        return False
    focus.setText("三(三)3")
    s.press(Key.Key_Return)
    return s.at() == (6, 0) and s.value((0, 0)) == "" and QApplication.focusWidget() is s.view


@habit("Ctrl+[ goes to the terms of a sum, Ctrl+] to the sums over a cell")
def along_sums(s: Stage) -> bool:
    s.lay({})
    s.press(Key.Key_End)
    s.press(Key.Key_BracketLeft, held=CTRL)
    terms = s.at() == (0, 0) and s.chosen() == {(0, column) for column in range(COLUMNS - 1)}
    s.press(Key.Key_BracketRight, held=CTRL)
    return terms and s.at() == (0, COLUMNS - 1)


@habit("F8 goes to the next finding")
def next_finding(s: Stage) -> bool:
    s.lay({(2, 3): "-4"})
    s.press(Key.Key_F8)
    return s.at() == (2, 3)


# ---------------------------------------------------------------- keys: doing


@habit("Ctrl+C lays a range on the clipboard, as text and as a table")
def copies(s: Stage) -> bool:
    s.lay({(0, 0): "1", (0, 1): "2", (1, 0): "3", (1, 1): "4"})
    s.press(Key.Key_Down, Key.Key_Right, held=SHIFT)
    s.press(Key.Key_C, held=CTRL)
    data = QGuiApplication.clipboard().mimeData()
    return data.text().split() == ["1", "2", "3", "4"] and "\t" in data.text() and "<td" in data.html()


@habit("Ctrl+X and Ctrl+V move a range; one value goes into the whole selection")
def cuts_and_pastes(s: Stage) -> bool:
    s.lay({(0, 0): "1", (0, 1): "2"})
    s.press(Key.Key_Right, held=SHIFT)
    s.press(Key.Key_X, held=CTRL)
    s.press(Key.Key_Down, Key.Key_Home)
    s.press(Key.Key_V, held=CTRL)
    moved = s.values((0, 0), (0, 1), (1, 0), (1, 1)) == ["", "", "1", "2"]
    QGuiApplication.clipboard().setText("9\r\n")
    s.click((3, 0))
    s.press(Key.Key_Down, held=SHIFT)
    s.press(Key.Key_V, held=CTRL)
    return moved and s.values((3, 0), (4, 0), (5, 0)) == ["9", "9", ""]


@habit("Ctrl+Z and Ctrl+Y go back and forth by whole actions")
def undoes(s: Stage) -> bool:
    s.lay({(0, 0): "1", (1, 0): "2"})
    s.press(Key.Key_Down, held=SHIFT)
    s.press(Key.Key_Delete)
    s.press(Key.Key_Z, held=CTRL)
    back = s.values((0, 0), (1, 0)) == ["1", "2"]
    s.press(Key.Key_Y, held=CTRL)
    return back and s.values((0, 0), (1, 0)) == ["", ""]


@habit("Ctrl+D fills down, Ctrl+R to the right")
def fills(s: Stage) -> bool:
    s.lay({(0, 0): "4"})
    s.press(Key.Key_Down, held=SHIFT)
    s.press(Key.Key_D, held=CTRL)
    s.press(Key.Key_Home, held=CTRL)
    s.press(Key.Key_Right, held=SHIFT)
    s.press(Key.Key_R, held=CTRL)
    return s.values((0, 0), (1, 0), (0, 1), (1, 1)) == ["4", "4", "4", ""]


@habit("F4 repeats what was done last; Shift+F2 writes a note")
def repeats_and_notes(s: Stage) -> bool:
    s.lay({(0, 0): "4", (3, 1): "5"})
    s.press(Key.Key_Delete)
    s.click((3, 1))
    s.press(Key.Key_F4)
    emptied = s.values((0, 0), (3, 1)) == ["", ""]
    s.press(Key.Key_F2, held=SHIFT)
    s.press("hao", Key.Key_Escape)
    return emptied and s.note((3, 1)) == "hao"


# ---------------------------------------------------------------- mouse


@habit("Click, Shift+click, Ctrl+click and a drag select")
def mouse_selects(s: Stage) -> bool:
    s.lay({})
    s.click((2, 1))
    s.click((3, 2), SHIFT)
    stretched = len(s.chosen()) == 4
    s.click((7, 4), CTRL)
    added = len(s.chosen()) == 5
    s.drag(s.view.viewport(), s.rect((2, 1)).center(), s.rect((4, 2)).center())
    return stretched and added and len(s.chosen()) == 6


@habit("A head selects its line or column, a drag over heads several")
def heads_select(s: Stage) -> bool:
    s.lay({})
    pane, place = s.head("科研机构", 2, down=False)
    QTest.mouseClick(pane, LEFT, NONE, place)
    column = s.chosen() == {(row, 2) for row in range(ROWS)}
    pane, start = s.head("1.属于国家秘密", 4, down=True)
    _, end = s.head("3.危及“三安全一稳定”", 6, down=True)
    s.drag(pane, start, end)
    return column and len(s.chosen()) == 3 * COLUMNS


@habit("The fill handle fills by a drag, and by a double click")
def fill_handle(s: Stage) -> bool:
    s.lay({(4, 0): "6", (4, 1): "7", (5, 0): "1", (6, 0): "1"})
    s.click((4, 1))
    s.drag(s.view.viewport(), s.handle(), s.rect((4, 3)).center())
    dragged = s.values((4, 2), (4, 3)) == ["7", "7"]
    s.click((4, 1))
    s.double_click(s.handle())
    return dragged and s.values((5, 1), (6, 1), (7, 1)) == ["7", "7", ""]


@habit("A right click keeps the selection and offers what can be done with it")
def right_click(s: Stage) -> bool:
    s.lay({})
    s.press(Key.Key_Down, Key.Key_Right, held=SHIFT)
    entries = s.right_click((1, 1))
    return len(s.chosen()) == 4 and any("复制" in words or "Copy" in words for words in entries)
