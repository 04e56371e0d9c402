"""What an input method writes into a table: composed words, full-width digits, and what is given up again."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication

from ui.matrix.delegate import CellEdit

if TYPE_CHECKING:
    from ui.matrix.view import MatrixView


class Composing:
    """Mends what Qt's own way with input methods gets wrong in `view`.

    The first words of a cell show in its editor, but come to the view until they are finished: an input method
    forgets them where the keyboard goes elsewhere.
    """

    def __init__(self, view: "MatrixView") -> None:
        self._view = view
        self._handing_over = self._composes = False

    def take(self, event: QInputMethodEvent, by_qt: Callable[[QInputMethodEvent], None]) -> None:
        """Let Qt show and keep what is composed; do what it does wrong.

        It loses a first full-width digit, which comes finished without having been composed, and empties the cell
        where composing is given up.
        """
        view = self._view
        if view.editor() is None and event.commitString():
            editor = view.open_editor(typing=True, text="")
            if editor is not None:
                QApplication.sendEvent(editor, event)
            return
        if self._handing_over:
            return  # the input method tells the end of it once more, because the keyboard goes to the editor
        composed, self._handing_over = self._composed(), True
        by_qt(event)
        self._handing_over = False
        self._composes = bool(event.preeditString())
        if composed is not None and not event.commitString() and not event.preeditString():
            view.leave(composed, keep=False)

    def settle(self) -> None:
        """Have what is composed put into its cell before another becomes the current one, or given up."""
        if self._composed() is not None:
            QGuiApplication.inputMethod().commit()
        if (editor := self._composed()) is not None:
            self._view.leave(editor, keep=False)  # the input method had nothing to put in
        self._composes = False

    def _composed(self) -> CellEdit | None:
        """The editor whose first words are still composed; not one that a key has just opened."""
        return self._view.editor() if self._composes and self._view.hasFocus() else None
