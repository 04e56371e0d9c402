"""What is marked in a text: underlines and grounds laid over each other, each kind in a layer of its own."""

from collections.abc import Sequence

from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from core.prose import Stretch
from ui.sections.paragraphs import cursor_over

LAYERS = ("changes", "stale", "references", "findings", "found")
"""The lowest first: what differs from last year, 待更新, live references, findings, what a search found."""

Mark = QTextEdit.ExtraSelection


class Markings:
    """The marks of one text editor. Nothing else sets its extra selections."""

    def __init__(self, edit: QTextEdit) -> None:
        self._edit = edit
        self._layers: dict[str, list[Mark]] = {layer: [] for layer in LAYERS}
        self._composing = False

    def lay(self, layer: str, marks: Sequence[Mark]) -> None:
        """Put these marks in place of those that the layer had."""
        if self._layers[layer] or marks:
            self._layers[layer] = list(marks)
            self._show()

    def attend(self, *, composing: bool) -> None:
        """Take away, while an input method composes, the marks that Qt would show beside their words."""
        if composing != self._composing:
            self._composing = composing
            self._show()

    def _show(self) -> None:
        marks = [mark for layer in LAYERS for mark in self._layers[layer]]
        if self._composing:
            caret = self._edit.textCursor()
            end = caret.block().position() + caret.block().length()
            marks = [mark for mark in marks if _lies_outside(mark, caret.position(), end)]
        self._edit.setExtraSelections(marks)


def _lies_outside(mark: Mark, start: int, end: int) -> bool:
    cursor: QTextCursor = mark.cursor  # type: ignore[attr-defined]  # not in the stubs
    return cursor.selectionEnd() <= start or cursor.selectionStart() >= end


def mark_over(edit: QTextEdit, stretch: Stretch, look: QTextCharFormat) -> Mark:
    """Return a mark over a stretch of the text."""
    mark = Mark()
    mark.cursor = cursor_over(edit, stretch.start, stretch.length)  # type: ignore[attr-defined]  # not in the stubs
    mark.format = look  # type: ignore[attr-defined]  # not in the stubs
    return mark
