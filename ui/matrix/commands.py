"""What can be done with the selected cells, by key, by menu or from the window's own menu; each edit is one step."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from core import edits
from core.cells import CellId
from core.errors import UserError
from core.filling import spread
from core.tally import in_force
from ui.matrix import clipboard, paths
from ui.matrix.equations import equations_for
from ui.matrix.keys import CTRL, NONE, SHIFT, Actions, Key
from ui.matrix.view import MatrixView

LOCKED = "这一格是合计，自动计算，不用填"
NOT_EXPECTED = "只有空着的“现行有效”可以推算，要先有上年的数和今年制发、废止的数"
TAKE_EXPECTED = "填入推算的现行有效件数"


class Commands(QObject):
    """The commands of one table. `said` has words for the status line."""

    said = Signal(str)

    def __init__(self, view: MatrixView) -> None:
        super().__init__(view)
        self.view = view
        self.model = view.source
        self._session = view.source.session
        view.locked_touched.connect(lambda: self.said.emit(LOCKED))

    # ------------------------------------------------------------ selection

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
        raws = spread(self._session.report, self.model.table.id, self.view.chosen(), down=down)
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

    def fill_expected(self) -> None:
        """Put into an empty 现行有效 what follows from last year's number, what was issued and what was repealed."""
        cell = self.view.current
        follows = in_force(self._session.report, cell)
        if follows is None:
            self.said.emit(NOT_EXPECTED)
            return
        self.model.edit(TAKE_EXPECTED, edits.set_cell, cell, f"{follows.expected:f}")
        self.said.emit(f"已填入 {follows.expected:f}，{follows.words}，可以撤销")

    def _open_cells(self) -> tuple[CellId, ...]:
        cells = tuple(cell for cell in self.view.chosen() if self.view.is_open(cell))
        if not cells:
            self.said.emit(LOCKED)
        return cells

    # ------------------------------------------------------------ keys and menu

    def actions(self) -> Actions:
        """What the keys do that neither move nor type."""
        view = self.view
        return {
            (Key.Key_F2, NONE): lambda: view.open_editor(typing=False),
            (Key.Key_Backspace, NONE): lambda: view.open_editor(typing=True, text=""),
            (Key.Key_Delete, NONE): self.clear,
            (Key.Key_Escape, NONE): lambda: view.frame(()),
            (Key.Key_A, CTRL): view.select_all,
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
            (Key.Key_E, CTRL): self.fill_expected,
            (Key.Key_Z, CTRL): self._session.undo,
            (Key.Key_Y, CTRL): self._session.redo,
            (Key.Key_Z, CTRL | SHIFT): self._session.redo,
        }

    def menu(self, parent: QWidget) -> QMenu:
        """The menu of the selected cells."""
        menu = QMenu(parent)
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
            ("填入推算的现行有效件数(&E)", "Ctrl+E", self.fill_expected),
            ("选整行(&H)", "Shift+Space", self.select_line),
            ("选整列(&V)", "Ctrl+Space", self.select_column),
            ("选勾稽各格(&G)", "Ctrl+[", self.select_terms),
            ("全选(&A)", "Ctrl+A", self.view.select_all),
        ):
            if entry is None:
                menu.addSeparator()
            else:
                words, keys, act = entry
                menu.addAction(words, QKeySequence(keys), act)
        return menu
