"""What each key does in a table, with and without an open editor (the habits of Excel and WPS)."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from core.cells import CellId
from ui.matrix import paths
from ui.matrix.delegate import CellEdit
from ui.matrix.view import MatrixView

Key, Mod = Qt.Key, Qt.KeyboardModifier
NONE, SHIFT, CTRL = Mod.NoModifier, Mod.ShiftModifier, Mod.ControlModifier
Action = Callable[[], object]
Actions = dict[tuple[Qt.Key, Qt.KeyboardModifier], Action]

ARROWS = {Key.Key_Up: (-1, 0), Key.Key_Down: (1, 0), Key.Key_Left: (0, -1), Key.Key_Right: (0, 1)}
ENTER = {Key.Key_Return, Key.Key_Enter}
TAB = {Key.Key_Tab: 1, Key.Key_Backtab: -1}


def modifiers(event: QKeyEvent) -> Qt.KeyboardModifier:
    """The modifiers that matter: a key of the number pad is the same key."""
    return event.modifiers() & ~Mod.KeypadModifier


class Hands:
    """Turns keys into moves of a view and into actions that are named by key and modifiers."""

    def __init__(self) -> None:
        self.view: MatrixView
        self._actions: Actions = {}
        self._fill: Callable[[str], None]
        self._run_column: int | None = None

    def attach(self, view: MatrixView, actions: Actions, fill: Callable[[str], None]) -> None:
        """Say which view is worked on, what its other keys do, and what Ctrl+Enter does with the words typed."""
        self.view, self._actions, self._fill = view, actions, fill

    # ------------------------------------------------------------ without an editor

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key means where no editor is open; False where it means nothing here."""
        key, held = Qt.Key(event.key()), modifiers(event)
        if self._travel(key, held) or self._confirm(key, held):
            return True
        if key == Key.Key_Escape and not self.view.framed:
            return False  # nothing to give up here: the page around may mean something by it
        action = self._actions.get((key, held))
        if action is not None:
            self._run_column = None
            action()
            return True
        return self._type(event, held)

    def _type(self, event: QKeyEvent, held: Qt.KeyboardModifier) -> bool:
        text = event.text()
        if not text or not text.isprintable() or held & (CTRL | Mod.AltModifier | Mod.MetaModifier):
            return False
        view = self.view
        if not view.is_open(view.current):
            view.locked_touched.emit()
            return True
        view.type_over(event)
        return True

    def _travel(self, key: Qt.Key, held: Qt.KeyboardModifier) -> bool:
        """Arrows, Home, End and pages: alone they move, with Shift they stretch the selection."""
        if held & ~(SHIFT | CTRL) and held & ~SHIFT != Mod.AltModifier:
            return False
        stretch = bool(held & SHIFT)
        start = self.view.end if stretch else self.view.current
        sideways = bool(held & Mod.AltModifier)
        target = self._paged_across(key, start) if sideways else self._target(key, start, far=bool(held & CTRL))
        if target is None:
            return False
        self._run_column = None
        (self.view.extend if stretch else self.view.go)(target)
        return True

    def _target(self, key: Qt.Key, start: CellId, *, far: bool) -> CellId | None:
        grid = self.view.grid
        if key in ARROWS:
            return (paths.jump if far else paths.beside)(grid, start, *ARROWS[key])
        if key in {Key.Key_Home, Key.Key_End}:
            last = key == Key.Key_End
            return paths.corner(grid, last=last) if far else paths.row_end(grid, start, last=last)
        if key in {Key.Key_PageUp, Key.Key_PageDown} and not far:
            lines = self.view.lines_in_view()
            return paths.paged(grid, start, lines if key == Key.Key_PageDown else -lines)
        return None

    def _paged_across(self, key: Qt.Key, start: CellId) -> CellId | None:
        """Alt+PgDn and Alt+PgUp: a screen to the right and back."""
        if key not in {Key.Key_PageUp, Key.Key_PageDown}:
            return None
        columns = self.view.columns_in_view()
        return paths.paged_across(self.view.grid, start, columns if key == Key.Key_PageDown else -columns)

    def _confirm(self, key: Qt.Key, held: Qt.KeyboardModifier) -> bool:
        """Enter and Tab: on to the next open cell, inside the selection where there is one; Ctrl+Tab leaves."""
        if key in ENTER and held in {NONE, SHIFT}:
            self.down(-1 if held == SHIFT else 1)
            return True
        if key in TAB and not held & CTRL:
            self.across(TAB[key] if not held & SHIFT else -1)
            return True
        if key in TAB:
            self.view.leave_table(forward=TAB[key] > 0 and not held & SHIFT)
            return True
        return False

    def down(self, sign: int) -> None:
        """Go to the open cell below (above); after a run of Tab, to the column where it began.

        Who set Enter to go right goes along the line instead.
        """
        view, run = self.view, self._run_column
        if view.source.session.enter_goes_right and run is None:
            self._along(sign)
            return
        self._run_column = None
        order = paths.by_column(view.grid)
        if self._inside(order, sign):
            return
        if run is not None and sign > 0:
            view.go(paths.returned(view.grid, view.is_stop, view.current, run))
        else:
            view.go(paths.onward(order, view.is_stop, view.current, sign))

    def across(self, sign: int) -> None:
        """Go to the open cell on the right (left), at the end of a line to the next line."""
        if self._run_column is None and len(self.view.chosen()) < 2:
            self._run_column = self.view.grid.places[self.view.current][1]
        self._along(sign)

    def _along(self, sign: int) -> None:
        view, order = self.view, paths.by_row(self.view.grid)
        if not self._inside(order, sign):
            view.go(paths.onward(order, view.is_stop, view.current, sign))

    def _inside(self, order: tuple[CellId, ...], sign: int) -> bool:
        """Go round inside a selection of several cells; False where only one is selected."""
        chosen = set(self.view.chosen())
        ring = [cell for cell in order if cell in chosen and self.view.is_stop(cell)]
        if len(chosen) < 2 or not ring:
            return False
        at = ring.index(self.view.current) if self.view.current in ring else -sign
        self.view.enter(ring[(at + sign) % len(ring)])
        return True

    # ------------------------------------------------------------ with an editor

    def press_in_editor(self, editor: CellEdit, event: QKeyEvent) -> bool:
        """Do what a key means while a cell is typed into; False where the editor itself takes it."""
        key, held = Qt.Key(event.key()), modifiers(event)
        if key == Key.Key_Escape:
            self.view.leave(editor, keep=False)
            return True
        if key in ENTER and held == CTRL:
            text = editor.text()
            self.view.leave(editor, keep=False)
            self._fill(text)
            return True
        if key in ENTER or (key in TAB and not held & CTRL):
            self.view.leave(editor, keep=True)
            self._confirm(key, held & SHIFT)
            return True
        return self._leave_by_arrow(editor, key, held)

    def _leave_by_arrow(self, editor: CellEdit, key: Qt.Key, held: Qt.KeyboardModifier) -> bool:
        pages = {Key.Key_PageUp, Key.Key_PageDown}
        if key == Key.Key_F2:
            editor.typing = False
            return True
        if (key in pages and not held) or (editor.typing and key in ARROWS and not held & SHIFT):
            self.view.leave(editor, keep=True)
            self._travel(key, held)
            return True
        return key in {Key.Key_Up, Key.Key_Down}  # the caret has no line above or below
