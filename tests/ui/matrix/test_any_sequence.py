"""Any sequence of what hands do in a table, with undo and redo in between, equals a sheet of paper.

The sheet is a dictionary of words by line and column, and a list of copies of it. What the hands do is done by keys and
mouse in the view; what it means is worked out here once more, in the plainest way.
"""

import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core.report import Report
from core.storage.project import Project
from tests.test_model_consistency import TYPED_AS
from ui.matrix.editor import TableEditor
from ui.session import Session

Key, Mod = Qt.Key, Qt.KeyboardModifier
NONE, SHIFT, CTRL, LEFT = Mod.NoModifier, Mod.ShiftModifier, Mod.ControlModifier, Qt.MouseButton.LeftButton
Place = tuple[int, int]
LINES, COLUMNS = 25, 7
LAST_LINE, LAST_COLUMN = LINES - 1, COLUMNS - 1
PLACES = st.tuples(st.integers(0, LAST_LINE), st.integers(0, LAST_COLUMN))
NEAR = st.tuples(st.integers(-3, 3), st.integers(-2, 2))
WORDS = st.sampled_from(["0", "7", "12", "1,234", "02", "-1", "12件", "/"])
BLOCKS = st.lists(st.lists(st.sampled_from(["0", "4", "15", "", "无"]), min_size=2, max_size=2), min_size=1, max_size=3)


def locked(place: Place) -> bool:
    """The total of a line, and the line of totals."""
    return place[1] == LAST_COLUMN or place[0] == LINES - 2


@dataclass
class Sheet:
    """What stands on paper."""

    cells: dict[Place, str] = field(default_factory=dict)
    notes: dict[Place, str] = field(default_factory=dict)


class Hands(RuleBasedStateMachine):
    """A clerk who does whatever comes to mind."""

    def __init__(self) -> None:
        super().__init__()
        QGuiApplication.clipboard().clear()
        self.session = Session()
        self.session.start(Project(Report(year=2024)))
        self.editor = TableEditor(self.session, "t3")
        self.editor.resize(1000, 1000)
        self.editor.show()
        self.view = self.editor.view
        self.grid = self.view.grid.rows
        self.sheets, self.at = [Sheet()], 0
        self.copied: list[list[str]] = []
        self.again: Callable[[set[Place]], None] | None = None

    def teardown(self) -> None:
        self.editor.close()
        self.editor.deleteLater()
        QApplication.processEvents()

    # ------------------------------------------------------------ paper

    @property
    def sheet(self) -> Sheet:
        return self.sheets[self.at]

    def step(self, sheet: Sheet) -> None:
        if sheet != self.sheet:
            self.sheets = [*self.sheets[: self.at + 1], sheet]
            self.at += 1

    def write(self, words: dict[Place, str]) -> None:
        sheet = copy.deepcopy(self.sheet)
        sheet.cells.update({place: TYPED_AS.get(word, word) for place, word in words.items() if not locked(place)})
        sheet.cells = {place: word for place, word in sheet.cells.items() if word}
        self.step(sheet)

    def word(self, place: Place) -> str:
        """What stands in a place; a total is told by the program, which other tests hold to its terms."""
        if locked(place):
            return self.session.report.entry(self.grid[place[0]][place[1]]).raw
        return self.sheet.cells.get(place, "")

    # ------------------------------------------------------------ hands

    def press(self, *keys: Qt.Key | str, held: Qt.KeyboardModifier = NONE) -> None:
        for key in keys:
            for one in key if isinstance(key, str) else [key]:
                target = self.view.editor() or self.view
                if isinstance(one, str) and not one.isascii():
                    target.insert(one)  # type: ignore[union-attr]  # only typed into an open editor
                elif isinstance(one, str):
                    QTest.keyClicks(target, one, held)
                else:
                    QTest.keyClick(target, one, held)

    def select(self, start: Place, by: Place) -> list[list[Place]]:
        """Click a place and Shift+click another; return the rectangle, line by line."""
        end = (min(max(start[0] + by[0], 0), LAST_LINE), min(max(start[1] + by[1], 0), LAST_COLUMN))
        for place, held in ((start, NONE), (end, SHIFT)):
            index = self.editor.model.index_of(self.grid[place[0]][place[1]])
            QTest.mouseClick(self.view.viewport(), LEFT, held, self.view.visualRect(index).center())
        lines = range(min(start[0], end[0]), max(start[0], end[0]) + 1)
        columns = range(min(start[1], end[1]), max(start[1], end[1]) + 1)
        return [[(i, j) for j in columns] for i in lines]

    @rule(place=PLACES, word=WORDS, key=st.sampled_from([Key.Key_Return, Key.Key_Tab, Key.Key_Right, Key.Key_Enter]))
    def type_into_a_cell(self, place: Place, word: str, key: Qt.Key) -> None:
        self.select(place, (0, 0))
        if locked(place):
            return
        self.press(word, key)
        self.write({place: word})
        self.again = lambda chosen: self.write(dict.fromkeys(chosen, word))

    @rule(place=PLACES, word=WORDS)
    def type_and_give_up(self, place: Place, word: str) -> None:
        self.select(place, (0, 0))
        if not locked(place):
            self.press(word, Key.Key_Escape)

    @rule(place=PLACES)
    def type_on_at_the_end(self, place: Place) -> None:
        self.select(place, (0, 0))
        if not locked(place):
            before = self.word(place)
            self.press(Key.Key_F2, "1", Key.Key_Return)
            word = self.session.report.entry(self.grid[place[0]][place[1]]).raw
            assert word.replace(",", "") in {f"{before}1", f"{before}1".lstrip("0"), "1"}
            self.write({place: word})
            self.again = lambda chosen: self.write(dict.fromkeys(chosen, word))

    @rule(start=PLACES, by=NEAR, word=WORDS)
    def type_into_all(self, start: Place, by: Place, word: str) -> None:
        chosen = {place for line in self.select(start, by) for place in line}
        if locked(start):
            return
        self.press(word)
        self.press(Key.Key_Return, held=CTRL)
        self.write(dict.fromkeys(chosen, word))
        self.again = lambda chosen: self.write(dict.fromkeys(chosen, word))

    @rule(start=PLACES, by=NEAR)
    def empty(self, start: Place, by: Place) -> None:
        chosen = {place for line in self.select(start, by) for place in line}
        self.press(Key.Key_Delete)
        self.write(dict.fromkeys(chosen, ""))
        self.again = lambda chosen: self.write(dict.fromkeys(chosen, ""))

    @rule(start=PLACES, by=NEAR)
    def repeat(self, start: Place, by: Place) -> None:
        chosen = {place for line in self.select(start, by) for place in line}
        if self.again is not None:
            self.press(Key.Key_F4)
            self.again(chosen)

    @rule(start=PLACES, by=NEAR, down=st.booleans())
    def fill(self, start: Place, by: Place, down: bool) -> None:
        lines = self.select(start, by)
        self.press(Key.Key_D if down else Key.Key_R, held=CTRL)
        runs = [list(run) for run in zip(*lines, strict=True)] if down else lines
        self.again = None
        words = {}
        for run in runs:
            before = (max(run[0][0] - down, 0), max(run[0][1] - (not down), 0))
            word = self.word(run[0] if len(run) > 1 else before)
            words.update(dict.fromkeys(run[1:] if len(run) > 1 else run, word))
        self.write(words)
        self.select(start, (0, 0))
        self.editor.commands._again = None  # what it would repeat is not worked out here

    @rule(start=PLACES, by=NEAR, far=st.integers(1, 3), down=st.booleans())
    def draw_out(self, start: Place, by: Place, far: int, down: bool) -> None:
        lines = self.select(start, by)
        last = lines[-1][-1]
        to = (last[0] + far, last[1]) if down else (last[0], last[1] + far)
        if to[0] > LAST_LINE or to[1] > LAST_COLUMN:
            return
        index = self.editor.model.index_of(self.grid[to[0]][to[1]])
        viewport = self.view.viewport()
        QTest.mousePress(viewport, LEFT, NONE, self.view.handle.spot().center())
        QTest.mouseMove(viewport, self.view.visualRect(index).center())
        QTest.mouseRelease(viewport, LEFT, NONE, self.view.visualRect(index).center())
        words = {}
        for k in range(far):
            for n, line in enumerate(zip(*lines, strict=True) if down else lines):
                source = list(line)
                target = (last[0] + 1 + k, source[0][1]) if down else (lines[n][0][0], last[1] + 1 + k)
                words[target] = self.word(source[k % len(source)])
        self.write(words)

    @rule(start=PLACES, by=NEAR, cut=st.booleans())
    def copy(self, start: Place, by: Place, cut: bool) -> None:
        lines = self.select(start, by)
        if cut and all(locked(place) for line in lines for place in line):
            return
        self.copied = [[self.word(place) for place in line] for line in lines]
        self.press(Key.Key_X if cut else Key.Key_C, held=CTRL)
        if cut:
            self.write({place: "" for line in lines for place in line})

    @rule(start=PLACES)
    def paste_what_was_copied(self, start: Place) -> None:
        if self.copied:
            self.select(start, (0, 0))
            self.press(Key.Key_V, held=CTRL)
            assert self.editor.preview.isHidden()
            self.write(self.laid(start, self.copied))
            self.again, self.editor.commands._again = None, None

    @rule(start=PLACES, block=BLOCKS, take=st.booleans())
    def paste_from_elsewhere(self, start: Place, block: list[list[str]], take: bool) -> None:
        self.copied = []
        QGuiApplication.clipboard().setText("\n".join("\t".join(line) for line in block) + "\n")
        self.select(start, (0, 0))
        self.press(Key.Key_V, held=CTRL)
        self.again, self.editor.commands._again = None, None
        if self.editor.preview.isHidden():
            self.write(self.laid(start, block))
        elif take:
            QTest.keyClick(self.editor.preview._take, Key.Key_Return)
            self.write(self.laid(start, block))
        else:
            QTest.keyClick(self.editor.preview._take, Key.Key_Escape)

    def laid(self, start: Place, block: list[list[str]]) -> dict[Place, str]:
        """Where the words of a block come to lie."""
        laid = {(start[0] + i, start[1] + j): word for i, line in enumerate(block) for j, word in enumerate(line)}
        return {place: word for place, word in laid.items() if place[0] <= LAST_LINE and place[1] <= LAST_COLUMN}

    @rule(place=PLACES, words=st.sampled_from(["", "hao", "hao hao"]))
    def note(self, place: Place, words: str) -> None:
        self.select(place, (0, 0))
        self.press(Key.Key_F2, held=SHIFT)
        field = self.editor.bubble._text
        field.selectAll()
        QTest.keyClick(field, Key.Key_Delete)
        QTest.keyClicks(field, words)
        QTest.keyClick(field, Key.Key_Escape)
        sheet = copy.deepcopy(self.sheet)
        sheet.notes.pop(place, None)
        sheet.notes.update({place: words} if words else {})
        self.step(sheet)

    @rule()
    def fill_the_rest_with_0(self) -> None:
        self.editor.commands.fill_rest()
        places = ((i, j) for i in range(LINES) for j in range(COLUMNS))
        self.write({place: "0" for place in places if place not in self.sheet.cells})

    @rule()
    def take_back(self) -> None:
        self.press(Key.Key_Z, held=CTRL)
        self.at = max(self.at - 1, 0)

    @rule()
    def bring_again(self) -> None:
        self.press(Key.Key_Y, held=CTRL)
        self.at = min(self.at + 1, len(self.sheets) - 1)

    # ------------------------------------------------------------ what must always hold

    @invariant()
    def the_table_is_what_stands_on_paper(self) -> None:
        report = self.session.report
        named = {self.grid[i][j]: word for (i, j), word in self.sheet.cells.items()}
        assert {cell: entry.raw for cell, entry in report.typed.items()} == named
        assert report.notes == {self.grid[i][j]: words for (i, j), words in self.sheet.notes.items()}

    @invariant()
    def what_is_seen_is_what_is_there(self) -> None:
        for (i, j), word in self.sheet.cells.items():
            seen = self.editor.model.index_of(self.grid[i][j]).data()
            assert seen.replace(",", "") == word.replace(",", "")

    @invariant()
    def there_is_as_much_to_undo_and_redo_as_on_paper(self) -> None:
        assert (self.session.document.undo_label is not None) == (self.at > 0)
        assert (self.session.document.redo_label is not None) == (self.at + 1 < len(self.sheets))

    @invariant()
    def no_editor_and_no_preview_stay_open(self) -> None:
        assert self.view.editor() is None
        assert self.editor.preview.isHidden()


@pytest.fixture(autouse=True)
def application(qapp: QApplication) -> Iterator[QApplication]:
    yield qapp
    QGuiApplication.clipboard().clear()


Hands.TestCase.settings = settings(max_examples=30, stateful_step_count=25, deadline=None)
TestAnySequenceOfWhatHandsDoEqualsASheetOfPaper = Hands.TestCase
