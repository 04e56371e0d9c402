"""A desk with one table on it, and hands that press keys where a clerk's fingers would land."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core import edits
from core.cells import CellId
from core.report import Report
from core.storage.project import Project, View
from ui.matrix.editor import TableEditor
from ui.session import Session

NONE = Qt.KeyboardModifier.NoModifier


class Desk:
    """A session, the editor of one of its tables, and what it said."""

    def __init__(self, qtbot: QtBot, table: str, report: Report) -> None:
        self.session = Session()
        self.session.start(Project(report, View()))
        self.table = table
        self.editor = TableEditor(self.session, table)
        qtbot.addWidget(self.editor)
        self.view = self.editor.view
        self.said: list[str] = []
        self.told: list[str] = []
        self.editor.said.connect(self.said.append)
        self.editor.selection_told.connect(self.told.append)
        self.editor.resize(860, 700)
        with qtbot.waitExposed(self.editor):
            self.editor.show()
        self.view.setFocus()

    def press(self, *keys: Qt.Key | str, held: Qt.KeyboardModifier = NONE) -> None:
        """Press keys one after the other; a string is typed key by key."""
        for key in keys:
            for one in key if isinstance(key, str) else [key]:
                target = self.view.editor() or self.view
                if isinstance(one, Qt.Key):
                    QTest.keyClick(target, one, held)
                elif one.isascii():
                    QTest.keyClicks(target, one, held)
                else:
                    QApplication.sendEvent(target, QKeyEvent(QEvent.Type.KeyPress, 0, held, one))

    def click(
        self, name: str, held: Qt.KeyboardModifier = NONE, button: Qt.MouseButton = Qt.MouseButton.LeftButton
    ) -> None:
        QTest.mouseClick(self.view.viewport(), button, held, self.spot(name))

    def spot(self, name: str) -> QPoint:
        """The middle of a cell in the viewport."""
        return self.view.visualRect(self.editor.model.index_of(self.cell(name))).center()

    def cell(self, name: str) -> CellId:
        return CellId(f"{self.table}.{name}")

    def go(self, name: str) -> None:
        self.view.go(self.cell(name))

    def raw(self, name: str) -> str:
        return self.session.report.entry(self.cell(name)).raw

    @property
    def at(self) -> str:
        """The current cell, without the table."""
        return self.editor.current_cell().split(".", 1)[1]

    @property
    def chosen(self) -> list[str]:
        return [cell.split(".", 1)[1] for cell in self.view.chosen()]

    @property
    def undo_label(self) -> str | None:
        return self.session.document.undo_label


Open = Callable[..., Desk]


@pytest.fixture
def desk(qtbot: QtBot) -> Open:
    """Open the editor of a table, with some cells filled: desk("t3", {"granted.natural": "9"})."""

    def open_desk(table: str = "t3", cells: dict[str, str] | None = None, last: dict[str, str] | None = None) -> Desk:
        report = edits.set_cells(Report(), {CellId(f"{table}.{k}"): v for k, v in (cells or {}).items()})
        if last is not None:
            before = edits.set_cells(Report(), {CellId(f"{table}.{k}"): v for k, v in last.items()})
            report = edits.attach_last_year(report, before)
        return Desk(qtbot, table, report)

    return open_desk


@pytest.fixture(autouse=True)
def empty_clipboard(qtbot: QtBot) -> Iterator[None]:
    QGuiApplication.clipboard().clear()
    yield
    QGuiApplication.clipboard().clear()
