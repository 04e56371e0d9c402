"""The editor of one table: a row of tools, the table, and the strip that weighs its equations."""

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from core.cells import CellId
from core.pasting import Paste
from ui import theme
from ui.matrix import faces
from ui.matrix.commands import Commands
from ui.matrix.keys import Hands
from ui.matrix.last_year import LastYear, LastYearButton
from ui.matrix.menu import menu_of
from ui.matrix.model import TableModel
from ui.matrix.notes import NoteBubble, NoteMarks
from ui.matrix.preview import PastePreview
from ui.matrix.strip import EquationStrip
from ui.matrix.tool_row import ToolRow
from ui.matrix.view import MatrixView
from ui.session import Session


class TableEditor(QWidget):
    """Edits one table (t2, t3 or t4) of the session's report.

    objectNames: matrixT2/T3/T4 the table itself, fillRest (其余填 0), lastYear (上年值), equationStrip.
    """

    cell_entered = Signal(str)
    selection_told = Signal(str)
    said = Signal(str)
    zoom_turned = Signal(int)  # 1: larger, -1: smaller

    def __init__(self, session: Session, table_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._hands = Hands()
        self.model = TableModel(session, table_id, self)
        self.view = MatrixView(self.model, self._hands, self)
        self.commands = Commands(self.view)
        self._marks = NoteMarks(self.view)
        self._hands.attach(self.view, self.commands.actions(), self.commands.fill)
        self._build()
        self._connect()
        self._attend_to_last_year()

    def _build(self) -> None:
        self._fill_rest = QPushButton("其余填 &0", self)
        self._fill_rest.setObjectName("fillRest")
        self._fill_rest.setToolTip("把还空着的格子都填 0，已填的不动，可以撤销")
        self._last_year = LastYearButton(self)
        self._tools = ToolRow(self)
        self._tools.add(self._fill_rest)
        self._tools.add(self._last_year)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self._tools)
        box.addWidget(self.view, 1000)
        self.strip = EquationStrip(self.model.table, self)
        box.addWidget(self.strip)
        box.addStretch(1)
        self.preview = PastePreview(self._session, self, self._room)
        self.bubble = NoteBubble(self.view, self)
        self.setFocusProxy(self.view)

    def _connect(self) -> None:
        self._fill_rest.pressed.connect(self.keep_typed)
        self._fill_rest.clicked.connect(self.commands.fill_rest)
        self._last_year.chosen.connect(self.view.show_last_year)
        self.view.cell_entered.connect(self.cell_entered)
        self.view.selection_moved.connect(self._tell_selection)
        self.commands.said.connect(self.said)
        self.commands.note_wanted.connect(self.bubble.open)
        self.bubble.said.connect(self.said)
        self.commands.preview_wanted.connect(self._show_preview)
        self.preview.taken.connect(self._take_paste)
        self.preview.left.connect(self._leave_paste)
        self.preview.cell_wanted.connect(lambda cell: self.view.scrollTo(self.model.index_of(CellId(cell))))
        self.view.menu_wanted.connect(self._open_menu)
        self.view.zoom_turned.connect(self.zoom_turned)
        self._session.cells_changed.connect(self._tell_selection)
        self.model.dataChanged.connect(lambda *_: self.view.frame(()))
        self.strip.term_clicked.connect(lambda cell: self.show_cell(CellId(cell)))
        self.view.cell_entered.connect(self._weigh)
        self._session.cells_changed.connect(self._weigh)
        self._session.replaced.connect(self._weigh)
        self._weigh()
        self._session.replaced.connect(self._attend_to_last_year)
        self._session.cells_changed.connect(self._attend_to_last_year)

    # ------------------------------------------------------------ for the pages

    def lay_in_tool_row(self, heading: QLabel, tool: QWidget) -> None:
        """Lay a page's heading and a tool of its own into the row of tools: table three needs every line there is."""
        self._tools.lay_in(heading)
        self._tools.add(tool, 0)

    def show_tools(self, *, shown: bool) -> None:
        """Show or hide the row of tools; without it the table begins at the top."""
        for tool in (self._fill_rest, self._last_year):
            tool.setVisible(shown)
        self._tools.set_gap(theme.STEP if shown else 0)

    def keep_typed(self) -> None:
        """Take over what is being typed: a button that is pressed by its key leaves the cell open."""
        editor = self.view.editor()
        if editor is not None:
            self.view.leave(editor, keep=True)

    def current_cell(self) -> CellId:
        return self.view.current

    def show_cell(self, cell: CellId) -> None:
        """Go to a cell, bring it into view and light it up for a moment."""
        self.view.go(cell)
        self.view.scrollTo(self.model.index_of(cell))
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.view.flash(cell)

    def set_last_year_shown(self, shown: bool) -> None:  # noqa: FBT001 - a slot
        """Show last year's values beside this year's, or hide them."""
        self._last_year.setChecked(shown)

    def show_last_year(self, where: LastYear) -> None:
        """Show last year's values with the change since then beside this year's, below them, or not at all."""
        self._last_year.show_at(where)

    def show_as(self, percent: int, traces: bool) -> None:  # noqa: FBT001 - a slot
        """Show the table at a size in per cent, with or without lines between cells that are summed."""
        for part in (self.view, self.strip):
            part.setFont(theme.zoomed(self.font(), percent))
        self.view.show_traces(shown=traces)

    # what the window's own menu asks for

    def select_all(self) -> None:
        self.view.select_all()

    def copy(self) -> None:
        self.commands.copy()

    def cut(self) -> None:
        self.commands.cut()

    def paste(self) -> None:
        self.commands.paste()

    def clear(self) -> None:
        self.commands.clear()

    # ------------------------------------------------------------ words and menu

    def _weigh(self, *_: object) -> None:
        self.strip.show_cell(self._session.report, self.view.current)

    def _tell_selection(self, *_: object) -> None:
        chosen, report = self.view.chosen(), self._session.report
        if len(chosen) == 1:
            self.selection_told.emit(faces.status(report, report.form.cells[self.view.current]))
            return
        self.selection_told.emit(faces.sums(report, chosen))

    def _room(self) -> QRect:
        """Where a board can lie over the table: from its head to the foot of the page."""
        return self.rect().adjusted(0, self.view.y(), 0, 0)

    def _show_preview(self, paste: Paste) -> None:
        concerned = self.view.rect_of(paste.cells)
        self.preview.show_paste(paste, concerned.translated(self.view.viewport().mapTo(self, QPoint(0, 0))))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.preview.stand()

    def _take_paste(self, paste: Paste) -> None:
        self.commands.take(paste)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave_paste(self) -> None:
        self.said.emit("没有粘贴")
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _attend_to_last_year(self) -> None:
        self._last_year.tell_at_hand(at_hand=self._session.report.last_year is not None)

    def _open_menu(self, place: QPoint) -> None:
        menu = menu_of(self.commands, self)
        menu.exec(place)
        menu.deleteLater()
