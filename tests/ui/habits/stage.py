"""Where the habits are tried: our window with table three, and a plain table view of Qt with the same figures."""

from abc import ABC, abstractmethod
from collections.abc import Mapping

from PySide6.QtCore import QItemSelectionModel, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QMenu, QTableView, QWidget

from core import edits
from core.cells import CellId
from core.report import Report
from core.storage.project import Project
from ui.dialogs.files import Ask
from ui.main_window import MainWindow
from ui.matrix.view import MatrixView
from ui.memory import Memory
from ui.program import Program
from ui.session import Session

Cell = tuple[int, int]
ROWS, COLUMNS = 25, 7
NONE, SHIFT, CTRL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)
LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
EDITING = QTableView.State.EditingState


class Stage(ABC):
    """A window with a table of 25 lines and 7 columns, and hands: every key goes to the window, as from a keyboard."""

    window: QWidget
    view: QTableView

    @abstractmethod
    def lay(self, values: Mapping[Cell, str]) -> None:
        """Start afresh with these figures, on the first cell."""

    @abstractmethod
    def value(self, cell: Cell) -> str:
        """What stands in a cell."""

    @abstractmethod
    def sheet(self) -> str:
        """The page in view."""

    @abstractmethod
    def note(self, cell: Cell) -> str:
        """The note at a cell."""

    @abstractmethod
    def head(self, text: str, number: int, *, down: bool) -> tuple[QWidget, QPoint]:
        """The pane and the place of the head of a line or column: by its words, or by its number."""

    @abstractmethod
    def handle(self) -> QPoint:
        """The lower right corner of the selection."""

    def show(self) -> None:
        """Open the window."""
        self.window.resize(1366, 740)
        self.window.show()
        self.window.activateWindow()
        QTest.qWaitForWindowActive(self.window)

    # ------------------------------------------------------------ what can be seen

    def at(self) -> Cell:
        index = self.view.currentIndex()
        return index.row(), index.column()

    def chosen(self) -> set[Cell]:
        return {(index.row(), index.column()) for index in self.view.selectedIndexes()}

    def is_typing(self) -> bool:
        return self.view.state() is EDITING

    def values(self, *cells: Cell) -> list[str]:
        return [self.value(cell) for cell in cells]

    def rect(self, cell: Cell) -> QRect:
        return self.view.visualRect(self.view.model().index(*cell))

    # ------------------------------------------------------------ what hands do

    def press(self, *keys: Qt.Key | str, held: Qt.KeyboardModifier = NONE) -> None:
        """Press keys one after the other; words are typed letter by letter."""
        handle = self.window.windowHandle()
        for key in keys:
            if isinstance(key, str):
                for letter in key:
                    QTest.keyClick(handle, letter, held)  # type: ignore[call-overload]  # a letter is taken too
            else:
                QTest.keyClick(handle, key, held)
        QApplication.processEvents()

    def compose(self, preedit: str, words: str) -> None:
        """Type with an input method: something is composed, then words are chosen."""
        for event in (QInputMethodEvent(preedit, []), QInputMethodEvent("", [])):
            if event.preeditString() == "":
                event.setCommitString(words)
            QApplication.sendEvent(QApplication.focusWidget() or self.view, event)

    def click(self, cell: Cell, held: Qt.KeyboardModifier = NONE, button: Qt.MouseButton = LEFT) -> None:
        QTest.mouseClick(self.view.viewport(), button, held, self.rect(cell).center())

    def double_click(self, place: QPoint) -> None:
        QTest.mouseClick(self.view.viewport(), LEFT, NONE, place)
        QTest.mouseDClick(self.view.viewport(), LEFT, NONE, place)

    def drag(self, pane: QWidget, start: QPoint, end: QPoint) -> None:
        QTest.mousePress(pane, LEFT, NONE, start)
        QTest.mouseMove(pane, QPoint((start.x() + end.x()) // 2, (start.y() + end.y()) // 2))
        QTest.mouseMove(pane, end)
        QTest.mouseRelease(pane, LEFT, NONE, end)

    def right_click(self, cell: Cell) -> list[str]:
        """Click with the right button and return the entries of the menu that opens; it is closed again."""
        seen: list[str] = []

        def look() -> None:
            popup = QApplication.activePopupWidget()
            if isinstance(popup, QMenu):
                seen.extend(action.text() for action in popup.actions())
            if popup is not None:
                popup.close()

        QTimer.singleShot(80, look)
        place = self.view.viewport().mapTo(self.window, self.rect(cell).center())
        QTest.mouseClick(self.window.windowHandle(), RIGHT, NONE, place)
        QTest.qWait(120)
        return seen

    def editor_text(self) -> str:
        focus = QApplication.focusWidget()
        return focus.text() if isinstance(focus, QLineEdit) else ""


class Ours(Stage):
    """Our whole window, table three before the clerk."""

    def __init__(self) -> None:
        self.session = Session()
        window = MainWindow()
        refuse = Ask(lambda *_: None, lambda *_: None, lambda *_: False)
        self.program = Program(window, self.session, Memory(), refuse)
        self.window = window
        self.show()

    def lay(self, values: Mapping[Cell, str]) -> None:
        self.session.start(Project(Report(unit="青禾县林业局", year=2024)))
        self.program.show_bench()
        self.program.bench.show_step("s3")
        self.program.bench.page.focus_first()
        self.matrix: MatrixView = self.program.bench.page.editor.view
        self.view = self.matrix
        raws = {self.cell(place): raw for place, raw in values.items()}
        self.session.start(Project(edits.set_cells(self.session.report, raws)))
        self.program.show_bench()
        self.program.bench.show_step("s3")
        self.program.bench.page.focus_first()
        self.matrix = self.program.bench.page.editor.view
        self.view = self.matrix
        self.matrix.go(self.cell((0, 0)))
        QApplication.processEvents()

    def cell(self, place: Cell) -> CellId:
        return self.matrix.grid.rows[place[0]][place[1]]

    def at(self) -> Cell:
        return self.matrix.grid.places[self.matrix.current]

    def value(self, cell: Cell) -> str:
        return self.session.report.entry(self.cell(cell)).raw

    def sheet(self) -> str:
        return str(self.program.bench.step.id)

    def note(self, cell: Cell) -> str:
        return self.session.report.notes.get(self.cell(cell), "")

    def head(self, text: str, number: int, *, down: bool) -> tuple[QWidget, QPoint]:
        head = self.matrix.heads[0 if down else 1]
        label = next(label for label in self.matrix.source.table.labels if label.text == text)
        return head.viewport(), self.matrix.geometry_.rect(label.span).center() + head.origin()

    def handle(self) -> QPoint:
        return self.matrix.handle.spot().center()


class Stock(Stage):
    """A plain table view with a plain model, as Qt brings it."""

    def __init__(self) -> None:
        self.window = window = QMainWindow()
        self.view = QTableView()
        window.setCentralWidget(self.view)
        self.show()

    def lay(self, values: Mapping[Cell, str]) -> None:
        QGuiApplication.clipboard().clear()
        model = QStandardItemModel(ROWS, COLUMNS, self.view)
        for place in ((i, j) for i in range(ROWS) for j in range(COLUMNS)):
            model.setItem(*place, QStandardItem(values.get(place, "")))
        self.view.setModel(model)
        self.view.setFocus()
        self.view.selectionModel().setCurrentIndex(model.index(0, 0), QItemSelectionModel.SelectionFlag.ClearAndSelect)
        QApplication.processEvents()

    def value(self, cell: Cell) -> str:
        return str(self.view.model().index(*cell).data() or "")

    def sheet(self) -> str:
        return ""

    def note(self, cell: Cell) -> str:
        return str(self.view.model().index(*cell).data(Qt.ItemDataRole.ToolTipRole) or "")

    def head(self, text: str, number: int, *, down: bool) -> tuple[QWidget, QPoint]:
        head = self.view.verticalHeader() if down else self.view.horizontalHeader()
        along = head.sectionViewportPosition(number) + head.sectionSize(number) // 2
        return head.viewport(), QPoint(8, along) if down else QPoint(along, 8)

    def handle(self) -> QPoint:
        chosen = sorted(self.chosen())
        return self.rect(chosen[-1]).bottomRight() - QPoint(2, 2) if chosen else QPoint()
