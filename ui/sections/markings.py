"""What is marked in a text: underlines and grounds laid over each other, each kind in a layer of its own."""

from collections.abc import Sequence

from PySide6.QtGui import QTextCharFormat
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

    def lay(self, layer: str, marks: Sequence[Mark]) -> None:
        """Put these marks in place of those that the layer had."""
        if self._layers[layer] or marks:
            self._layers[layer] = list(marks)
            self._edit.setExtraSelections([mark for each in LAYERS for mark in self._layers[each]])


def mark_over(edit: QTextEdit, stretch: Stretch, look: QTextCharFormat) -> Mark:
    """Return a mark over a stretch of the text."""
    mark = Mark()
    mark.cursor = cursor_over(edit, stretch.start, stretch.length)  # type: ignore[attr-defined]  # not in the stubs
    mark.format = look  # type: ignore[attr-defined]  # not in the stubs
    return mark
