"""What is marked in a text: underlines and grounds laid over each other, each kind in a layer of its own."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from core.prose import Stretch
from ui.sections.paragraphs import positions

LAYERS = ("changes", "stale", "references", "findings", "found")
"""The lowest first: what differs from last year, 待更新, live references, findings, what a search found."""


class Mark(NamedTuple):
    """Words of a text and how they look."""

    stretch: Stretch
    look: QTextCharFormat


class _Laid(NamedTuple):
    """A mark in an editor. Its cursor goes along with the words when others are typed before them."""

    cursor: QTextCursor
    look: QTextCharFormat
    selection: QTextEdit.ExtraSelection

    def lies_outside(self, start: int, end: int) -> bool:
        return self.cursor.selectionEnd() <= start or self.cursor.selectionStart() >= end


class Markings:
    """The marks of one text editor. Nothing else sets its extra selections."""

    def __init__(self, edit: QTextEdit) -> None:
        self._edit = edit
        self._layers: dict[str, list[_Laid]] = {layer: [] for layer in LAYERS}
        self._composing = False

    def lay(self, layer: str, marks: Sequence[Mark]) -> None:
        """Put these marks in place of those that the layer had; where these lie there already, nothing is painted."""
        laid = self._layers[layer]
        if not (laid or marks):
            return
        places = positions(self._edit, [mark.stretch for mark in marks])
        if len(laid) != len(marks) or not all(map(_is_laid, laid, marks, places)):
            self._layers[layer] = _lay(self._edit, marks, places)
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
            start, end = caret.position(), caret.block().position() + caret.block().length()
            marks = [mark for mark in marks if mark.lies_outside(start, end)]
        self._edit.setExtraSelections([mark.selection for mark in marks])


def _is_laid(laid: _Laid, mark: Mark, place: tuple[int, int]) -> bool:
    return (laid.cursor.anchor(), laid.cursor.position()) == place and laid.look == mark.look


def _lay(edit: QTextEdit, marks: Sequence[Mark], places: Sequence[tuple[int, int]]) -> list[_Laid]:
    laid = []
    for each, (start, end) in zip(marks, places, strict=True):
        cursor = QTextCursor(edit.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        laid.append(_Laid(cursor, each.look, _selection(cursor, each.look)))
    return laid


def _selection(cursor: QTextCursor, look: QTextCharFormat) -> QTextEdit.ExtraSelection:
    selection = QTextEdit.ExtraSelection()
    selection.cursor = cursor  # type: ignore[attr-defined]  # not in the stubs
    selection.format = look  # type: ignore[attr-defined]  # not in the stubs
    return selection
