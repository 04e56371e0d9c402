"""The editor of one table: a row of tools, the table, and the strip that weighs its equations."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from core import edits
from core.cells import CellId
from core.errors import UserError
from core.form.lattice import Lattice
from core.report import Report
from core.tally import tally
from ui.matrix import clipboard, faces, paths
from ui.matrix.keys import CTRL, NONE, SHIFT, Actions, Hands, Key
from ui.matrix.model import TableModel
from ui.matrix.strip import EquationStrip, equations_for
from ui.matrix.view import MatrixView
from ui.session import Session

LOCKED = "这一格是合计，自动计算，不用填"


class TableEditor(QWidget):
    """Edits one table (t2, t3 or t4) of the session's report.

    objectNames: matrixT2/T3/T4 the table itself, fillRest (其余填 0), lastYear (上年值), equationStrip.
    """

    cell_entered = Signal(str)
    selection_told = Signal(str)
    said = Signal(str)

    def __init__(self, session: Session, table_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._hands = Hands()
        self.model = TableModel(session, table_id, self)
        self.view = MatrixView(self.model, self._hands, self)
        self._hands.attach(self.view, self._actions())
        self._hands.fill = self.fill
        self._build()
        self._connect()
        self.set_last_year_shown(False)
        self._attend_to_last_year()

    def _build(self) -> None:
        self._fill_rest = QPushButton("其余填 &0", self)
        self._fill_rest.setObjectName("fillRest")
        self._fill_rest.setToolTip("把还空着的格子都填 0，已填的不动，可以撤销")
        self._last_year = QPushButton("上年值(&L)", self)
        self._last_year.setObjectName("lastYear")
        self._last_year.setCheckable(True)
        self._tools = tools = QHBoxLayout()
        tools.setContentsMargins(0, 0, 0, 4)
        tools.addStretch(1)
        tools.addWidget(self._fill_rest)
        tools.addWidget(self._last_year)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(tools)
        box.addWidget(self.view, 1000)
        self.strip = EquationStrip(self.model.table, self)
        box.addWidget(self.strip)
        box.addStretch(1)
        self.setFocusProxy(self.view)

    def _connect(self) -> None:
        self._fill_rest.clicked.connect(self.fill_rest)
        self._last_year.toggled.connect(self.set_last_year_shown)
        self.view.cell_entered.connect(self.cell_entered)
        self.view.selection_moved.connect(self._tell_selection)
        self.view.locked_touched.connect(lambda: self.said.emit(LOCKED))
        self.view.menu_wanted.connect(self._open_menu)
        self.model.dataChanged.connect(self._tell_selection)
        self.strip.term_clicked.connect(lambda cell: self.show_cell(CellId(cell)))
        self.view.cell_entered.connect(self._weigh)
        self._session.findings_changed.connect(self._weigh)
        self._session.replaced.connect(self._weigh)
        self._weigh()
        self._session.replaced.connect(self._attend_to_last_year)
        self._session.findings_changed.connect(self._attend_to_last_year)

    # ------------------------------------------------------------ for the pages

    def lay_in_tool_row(self, heading: QWidget, tool: QWidget) -> None:
        """Lay a page's heading and a tool of its own into the row of tools: table three needs every line there is."""
        self._tools.insertWidget(0, heading, 1000)
        self._tools.insertWidget(2, tool)

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
        self.view.delegate.last_year_shown = shown
        self.view.viewport().update()

    def select_all(self) -> None:
        self.view.select_all()

    def select_line(self) -> None:
        """Select the line of the current cell."""
        self.view.choose(paths.line_of(self.view.grid, self.view.current))

    def select_column(self) -> None:
        """Select the column of the current cell."""
        self.view.choose(paths.column_of(self.view.grid, self.view.current))

    def select_terms(self) -> None:
        """Select the cells of the equation that the current cell stands in, or of its other one where they are."""
        chosen = set(self.view.chosen())
        told = equations_for(self.model.table, self.view.current)
        sets = [set(equation.cells) for equation in told]
        if sets:
            at = sets.index(chosen) if chosen in sets else -1
            self.view.choose(told[(at + 1) % len(told)].cells)

    # ------------------------------------------------------------ edits

    def copy(self) -> None:
        """Lay the selected cells on the clipboard and frame them."""
        cells = self.view.chosen()
        clipboard.put(clipboard.copied(self._session.report, self.view.grid, cells))
        self.view.frame(cells)
        self.said.emit(f"已复制 {len(cells)} 格")

    def cut(self) -> None:
        """Lay the selected cells on the clipboard and empty them, sums excepted."""
        cells = self._open_cells()
        if cells:
            self.copy()
            self.view.frame(())
            self.model.edit(f"剪切 {len(cells)} 格", edits.clear, cells)

    def paste(self) -> None:
        """Put what the clipboard holds into the table and say what was left out."""
        try:
            cells, words = clipboard.paste(self.model, self.view.chosen())
        except UserError as error:
            cells, words = (), str(error)
        if cells:
            self.view.frame(())
            first = cells[0] if self.view.current not in cells else self.view.current
            self.view.go(first)
            self.view.choose(cells)
        self.said.emit(words)

    def fill_down(self) -> None:
        """Put the first line of the selection into the lines below it; of one line, the line above it."""
        self._spread(down=True)

    def fill_right(self) -> None:
        """Put the first column of the selection into the columns on its right; of one column, the one on its left."""
        self._spread(down=False)

    def _spread(self, *, down: bool) -> None:
        raws = spread(self._session.report, self.view.grid, self.view.chosen(), down=down)
        raws = {cell: raw for cell, raw in raws.items() if self.view.is_open(cell)}
        if raws:
            self.model.edit(f"向{'下' if down else '右'}填充 {len(raws)} 格", edits.set_cells, raws)

    def clear(self) -> None:
        """Empty the selected cells, sums excepted."""
        cells = self._open_cells()
        if cells:
            self.model.edit(f"清除 {len(cells)} 格", edits.clear, cells)

    def fill(self, text: str) -> None:
        """Put the same words into all selected cells."""
        cells = self._open_cells()
        if cells:
            self.model.edit(f"填充 {len(cells)} 格", edits.fill, cells, text)

    def fill_rest(self) -> None:
        """Put 0 into the cells that are still blank (其余填 0)."""
        empty = edits.empty_cells(self._session.report, self.model.table.id)
        if not empty:
            self.said.emit("没有空格需要填")
            return
        self.model.edit(f"其余 {len(empty)} 格填 0", edits.fill_rest, self.model.table.id)
        self.said.emit(f"已把 {len(empty)} 个空格填 0，可以撤销")

    def _open_cells(self) -> tuple[CellId, ...]:
        cells = tuple(cell for cell in self.view.chosen() if self.view.is_open(cell))
        if not cells:
            self.said.emit(LOCKED)
        return cells

    def _actions(self) -> Actions:
        view = self.view
        return {
            (Key.Key_F2, NONE): lambda: view.open_editor(typing=False),
            (Key.Key_Backspace, NONE): lambda: view.open_editor(typing=True, text=""),
            (Key.Key_Delete, NONE): self.clear,
            (Key.Key_Escape, NONE): lambda: view.frame(()),
            (Key.Key_A, CTRL): self.select_all,
            (Key.Key_Space, SHIFT): self.select_line,
            (Key.Key_Space, CTRL): self.select_column,
            (Key.Key_BracketLeft, CTRL): self.select_terms,
            (Key.Key_C, CTRL): self.copy,
            (Key.Key_X, CTRL): self.cut,
            (Key.Key_V, CTRL): self.paste,
            (Key.Key_Insert, CTRL): self.copy,
            (Key.Key_Insert, SHIFT): self.paste,
            (Key.Key_D, CTRL): self.fill_down,
            (Key.Key_R, CTRL): self.fill_right,
            (Key.Key_Z, CTRL): self._session.undo,
            (Key.Key_Y, CTRL): self._session.redo,
            (Key.Key_Z, CTRL | SHIFT): self._session.redo,
        }

    # ------------------------------------------------------------ words and menu

    def _weigh(self, *_: object) -> None:
        self.strip.show_cell(self._session.report, self.view.current)

    def _tell_selection(self) -> None:
        chosen, report = self.view.chosen(), self._session.report
        if len(chosen) == 1:
            self.selection_told.emit(faces.status(report, report.form.cells[self.view.current]))
            return
        sums = tally(report, chosen)
        mean = f"　平均 {sums.mean:f}" if sums.mean is not None else ""
        self.selection_told.emit(f"合计 {sums.total:f}　计数 {sums.count}{mean}")

    def _attend_to_last_year(self) -> None:
        at_hand = self._session.report.last_year is not None
        self._last_year.setEnabled(at_hand)
        self._last_year.setToolTip("在格内用小字显示上年的数" if at_hand else "还没有上年报告")
        if not at_hand and self._last_year.isChecked():
            self.set_last_year_shown(False)

    def _open_menu(self, place: QPoint) -> None:
        menu = self.menu()
        menu.exec(place)
        menu.deleteLater()

    def menu(self) -> QMenu:
        """The menu of the selected cells."""
        menu = QMenu(self)
        for entry in (
            ("剪切(&T)", "Ctrl+X", self.cut),
            ("复制(&C)", "Ctrl+C", self.copy),
            ("粘贴(&P)", "Ctrl+V", self.paste),
            None,
            ("填 &0", "", lambda: self.fill("0")),
            ("清除(&D)", "Del", self.clear),
            ("向下填充(&W)", "Ctrl+D", self.fill_down),
            ("向右填充(&R)", "Ctrl+R", self.fill_right),
            None,
            ("其余空格都填 0(&Q)", "", self.fill_rest),
            ("选整行(&H)", "Shift+Space", self.select_line),
            ("选整列(&V)", "Ctrl+Space", self.select_column),
            ("选勾稽各格(&G)", "Ctrl+[", self.select_terms),
            ("全选(&A)", "Ctrl+A", self.select_all),
        ):
            if entry is None:
                menu.addSeparator()
            else:
                words, keys, act = entry
                menu.addAction(words, QKeySequence(keys), act)
        return menu


def spread(report: Report, grid: Lattice, chosen: tuple[CellId, ...], *, down: bool) -> dict[CellId, str]:
    """Return what filling down (or right) writes: each line of the selection repeats its first cell."""
    lines: dict[int, list[CellId]] = {}
    for cell in chosen:
        lines.setdefault(grid.places[cell][1 if down else 0], []).append(cell)
    raws: dict[CellId, str] = {}
    for cells in lines.values():
        first, rest = cells[0], cells[1:]
        if not rest:
            first, rest = paths.beside(grid, first, -1 if down else 0, 0 if down else -1), cells
        raws.update({cell: report.entry(first).raw for cell in rest if cell != first})
    return raws
