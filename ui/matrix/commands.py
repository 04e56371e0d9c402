"""What can be done with the selected cells, by key, by menu or from the window's own menu; each edit is one step."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from core import edits
from core.cells import CellId, added_up
from core.document import Document
from core.errors import UserError
from core.filling import drawn_out, reach, spread
from core.pasting import Paste, outcome
from core.previewing import preview
from core.tally import in_force
from ui.matrix import clipboard, paths
from ui.matrix.keys import CTRL, NONE, SHIFT, Actions, Key
from ui.matrix.selecting import Selecting
from ui.matrix.view import MatrixView

LOCKED = "这一格是合计，自动计算，不用填"
LOOK_FIRST = "还没有粘贴：请看预览，回车采用，Esc 不采用"
ONLY_SUMS = "这里都是合计，自动计算，没有粘贴"
NOT_EXPECTED = "只有空着的“现行有效”可以推算，要先有上年的数和今年制发、废止的数"
TAKE_EXPECTED = "填入推算的现行有效件数"


class Commands(QObject):
    """The commands of one table. `said` has words for the status line."""

    said = Signal(str)
    note_wanted = Signal()
    preview_wanted = Signal(object)  # Paste, to be looked at before it is done

    def __init__(self, view: MatrixView) -> None:
        super().__init__(view)
        self.view = view
        self.model = view.source
        self.select = Selecting(view, self.said.emit)
        self._session = view.source.session
        self._again: Callable[[], None] | None = None
        view.locked_touched.connect(self._tell_locked)
        view.drawn_out.connect(self.draw_out)
        view.draw_down_wanted.connect(self.draw_down)
        view.typed.connect(lambda text: self._remember(lambda: self.fill(text)))

    @property
    def document(self) -> Document:
        """The steps of undo."""
        return self._session.document

    @property
    def has_note(self) -> bool:
        """Whether somebody wrote a note at the current cell."""
        return self.view.current in self._session.report.notes

    def _remember(self, action: Callable[[], None]) -> None:
        """Keep what was just done, for F4."""
        self._again = action

    def _tell_locked(self) -> None:
        """Say why nothing can be typed here."""
        if self._session.is_frozen:
            self._session.refuse()
        else:
            self.said.emit(LOCKED)

    def repeat(self) -> None:
        """Do to what is selected now what was done last (F4)."""
        if self._again is None:
            self.said.emit("还没有可以重复的操作")
        else:
            self._again()

    def can(self, action: Callable[[], object]) -> bool:
        """Whether a command of the menu means something for what is selected."""
        if action == self.take_last_year:
            return self._last_year_entry() is not None
        if action == self.fill_expected:
            return in_force(self._session.report, self.view.current) is not None
        return action != self.select.sums or bool(paths.sums_over(self.model.table, self.view.current))

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
        self._paste(values_only=False)

    def paste_values(self) -> None:
        """Paste only what is a number: marks and words leave their cells as they are."""
        self._paste(values_only=True)

    def _paste(self, *, values_only: bool) -> None:
        """Paste at once what changes one line, or was copied here; else let it be looked at first."""
        self._remember(self.paste_values if values_only else self.paste)
        if self._session.is_frozen:
            self._session.refuse()
            return
        try:
            paste = clipboard.landing(self.model, self.view.chosen(), values_only=values_only)
        except UserError as error:
            self.said.emit(str(error))
            return
        if not paste.raws:
            self.said.emit(ONLY_SUMS)
        elif paste.is_single or clipboard.is_ours() or not preview(self._session.report, paste).wants_a_look:
            self.take(paste)
        else:
            self._show_where(paste)
            self.preview_wanted.emit(paste)
            self.said.emit(LOOK_FIRST)

    def take(self, paste: Paste) -> None:
        """Put a paste into the table, as one step, and say what was left out."""
        if not self.model.edit(f"粘贴 {len(paste.raws)} 格", edits.set_cells, paste.raws):
            return
        self.view.frame(())
        self._show_where(paste)
        self.said.emit(clipboard.message(outcome(self._session.report, paste), by_headings=paste.by_headings))

    def _show_where(self, paste: Paste) -> None:
        """Select the cells that a paste concerns."""
        self.view.go(paste.cells[0] if self.view.current not in paste.cells else self.view.current)
        self.view.choose(paste.cells)

    def fill_down(self) -> None:
        """Put the first line of the selection into the lines below it; of one line, the line above it."""
        self._spread(down=True)

    def fill_right(self) -> None:
        """Put the first column of the selection into the columns on its right; of one column, the one on its left."""
        self._spread(down=False)

    def _spread(self, *, down: bool) -> None:
        if self._session.is_frozen:
            self._session.refuse()
            return
        raws = spread(self._session.report, self.model.table.id, self.view.chosen(), down=down)
        self._remember(self.fill_down if down else self.fill_right)
        if raws:
            self.model.edit(f"向{'下' if down else '右'}填充 {len(raws)} 格", edits.set_cells, raws)

    def draw_out(self, source: tuple[CellId, ...], target: tuple[CellId, ...]) -> None:
        """Fill the cells that the fill handle was drawn over with what was selected, and select all of them."""
        raws = drawn_out(self._session.report, self.model.table.id, source, target)
        if not raws:
            self.said.emit(LOCKED)
            return
        if not self.model.edit(f"填充 {len(raws)} 格", edits.set_cells, raws):
            return
        self.view.choose((*source, *target))
        self.said.emit(f"已填充 {len(raws)} 格")

    def draw_down(self, source: tuple[CellId, ...]) -> None:
        """Fill down as far as a double click on the fill handle reaches."""
        target = reach(self._session.report, self.model.table.id, source)
        if target:
            self.draw_out(source, target)
        else:
            self.said.emit("下面没有空格可以填充")

    def clear(self) -> None:
        """Empty the selected cells, sums excepted."""
        self._remember(self.clear)
        cells = self._open_cells()
        if cells:
            self.model.edit(f"清除 {len(cells)} 格", edits.clear, cells)

    def fill(self, text: str) -> None:
        """Put the same words into all selected cells."""
        self._remember(lambda: self.fill(text))
        cells = self._open_cells()
        if cells:
            self.model.edit(f"填充 {len(cells)} 格", edits.fill, cells, added_up(text))

    def fill_rest(self) -> None:
        """Put 0 into the cells that are still blank (其余填 0)."""
        empty = edits.empty_cells(self._session.report, self.model.table.id)
        if not empty:
            self.said.emit("没有空格需要填")
            return
        if self.model.edit(f"其余 {len(empty)} 格填 0", edits.fill_rest, self.model.table.id):
            self.said.emit(f"已把 {len(empty)} 个空格填 0，可以撤销")

    def fill_expected(self) -> None:
        """Put into an empty 现行有效 what follows from last year's number, what was issued and what was repealed."""
        cell = self.view.current
        follows = in_force(self._session.report, cell)
        if follows is None:
            self.said.emit(NOT_EXPECTED)
            return
        if self.model.edit(TAKE_EXPECTED, edits.set_cell, cell, f"{follows.expected:f}"):
            self.said.emit(f"已填入 {follows.expected:f}，{follows.words}，可以撤销")

    def take_last_year(self) -> None:
        """Put last year's entry into the current cell; one at a time, for a report is not last year's once more."""
        raw = self._last_year_entry()
        if raw is not None:
            self.model.edit(f"填上年值 {raw}", edits.set_cell, self.view.current, raw)

    def put_back(self, raw: str) -> None:
        """Put into the current cell what stood there before."""
        self.model.edit(f"恢复为 {raw.strip() or '空'}", edits.set_cell, self.view.current, raw)

    def _last_year_entry(self) -> str | None:
        """What stood in the current cell last year, where it alone is selected and takes typing."""
        last, cell = self._session.report.last_year, self.view.current
        if last is None or len(self.view.chosen()) > 1 or not self.view.is_open(cell):
            return None
        return last.entry(cell).raw.strip() or None

    def _open_cells(self) -> tuple[CellId, ...]:
        cells = tuple(cell for cell in self.view.chosen() if self.view.is_open(cell))
        if not cells:
            self._tell_locked()
        return cells

    # ------------------------------------------------------------ keys

    def actions(self) -> Actions:
        """What the keys do that neither move nor type."""
        view = self.view
        return {
            (Key.Key_F2, NONE): lambda: view.open_editor(typing=False),
            (Key.Key_Backspace, NONE): lambda: view.open_editor(typing=True, text=""),
            (Key.Key_Delete, NONE): self.clear,
            (Key.Key_Escape, NONE): lambda: view.frame(()),
            (Key.Key_A, CTRL): self.select.more,
            (Key.Key_Space, SHIFT): self.select.line,
            (Key.Key_Space, CTRL): self.select.column,
            (Key.Key_BracketLeft, CTRL): self.select.terms,
            (Key.Key_BracketRight, CTRL): self.select.sums,
            (Key.Key_F2, SHIFT): self.note_wanted.emit,
            (Key.Key_F10, SHIFT): view.ask_for_menu,
            (Key.Key_F4, NONE): self.repeat,
            (Key.Key_C, CTRL): self.copy,
            (Key.Key_X, CTRL): self.cut,
            (Key.Key_V, CTRL): self.paste,
            (Key.Key_V, CTRL | SHIFT): self.paste_values,
            (Key.Key_Insert, CTRL): self.copy,
            (Key.Key_Insert, SHIFT): self.paste,
            (Key.Key_D, CTRL): self.fill_down,
            (Key.Key_R, CTRL): self.fill_right,
            (Key.Key_E, CTRL): self.fill_expected,
            (Key.Key_Z, CTRL): self._session.undo,
            (Key.Key_Y, CTRL): self._session.redo,
            (Key.Key_Z, CTRL | SHIFT): self._session.redo,
        }
