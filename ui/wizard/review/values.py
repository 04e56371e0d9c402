"""The values of a reading as the form prints them, one table at a time, and its texts.

Corrections go into the session by the hands' habits of the tables; nothing of it is in the clerk's report yet.
objectName of the switch: reviewTabs.
"""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from core.cells import CellId
from core.doubts import cells_of
from core.form.layout import TEXTS, Table
from ui import theme
from ui.matrix.editor import TableEditor
from ui.session import Session
from ui.wizard.review.texts import TextsView

WORDS = "文字"
LEAST_HEIGHT = 98
"""Pixels: heads and one line; on a low screen the doubts need the rest."""


class ValuesPane(QWidget):
    """The tables of one form; each is built when it is first looked at."""

    place_entered = Signal(str)  # cell or key of a text

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._tables: tuple[Table, ...] = session.report.form.tables
        self._doubted: frozenset[CellId] = frozenset()
        self._editors: dict[str, TableEditor] = {}
        self._texts: TextsView | None = None
        self.tabs, self._stack = QTabBar(), QStackedWidget()
        self.tabs.setObjectName("reviewTabs")
        self.tabs.setAccessibleName("读到的表和文字")
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        for words in (*(table.name for table in self._tables), WORDS):
            self.tabs.addTab(words)
        self.tabs.currentChanged.connect(self._turn)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.STEP)
        column.addWidget(self.tabs)
        column.addWidget(self._stack, 1)

    def show_report(self, doubted: frozenset[CellId]) -> None:
        """Show the report that now lies in the session, its largest table first; mark the cells in doubt."""
        self._doubted = doubted
        for editor in self._editors.values():
            editor.model.set_doubted(doubted)
        if self._texts is not None:
            self._texts.show_texts(self._session.report)
        self._show(max(range(len(self._tables)), key=lambda number: len(self._tables[number].cells)))

    def show_place(self, where: str, *, focus: bool = False) -> None:
        """Bring a cell, the first cell of a row, a table or a text into view, without telling."""
        cells = cells_of(self._session.report, where)
        tables = [table.id for table in self._tables]
        named = where.split(".", maxsplit=1)[0]
        if where in TEXTS:
            self._show(len(tables))
            self._text_view().show_text(where)
        elif named in tables:
            self._show(tables.index(named))
            if cells:
                self._go(self._editor(named), cells[0])
        if focus:
            self.setFocus()

    def current_place(self) -> str:
        """Return the cell that is current in the table in view; nothing where the texts are."""
        page = self._stack.currentWidget()
        return page.current_cell() if isinstance(page, TableEditor) else ""

    # ------------------------------------------------------------ inside

    def _show(self, number: int) -> None:
        with QSignalBlocker(self.tabs):
            self.tabs.setCurrentIndex(number)
        self._turn(number)

    def _turn(self, number: int) -> None:
        in_tables = number < len(self._tables)
        page = self._editor(self._tables[number].id) if in_tables else self._text_view()
        self._stack.setCurrentWidget(page)
        self.setFocusProxy(page)

    def _editor(self, table_id: str) -> TableEditor:
        if table_id not in self._editors:
            editor = TableEditor(self._session, table_id)
            editor.show_tools(shown=False)
            editor.view.setMinimumHeight(LEAST_HEIGHT)
            editor.model.set_doubted(self._doubted)
            editor.cell_entered.connect(self.place_entered)
            self._editors[table_id] = editor
            self._stack.addWidget(editor)
        return self._editors[table_id]

    def _text_view(self) -> TextsView:
        if self._texts is None:
            self._texts = TextsView()
            self._texts.show_texts(self._session.report)
            self._texts.entered.connect(self.place_entered)
            self._stack.addWidget(self._texts)
        return self._texts

    def _go(self, editor: TableEditor, cell: CellId) -> None:
        with QSignalBlocker(self):
            editor.view.go(cell)
        editor.view.flash(cell)
