"""Paragraphs of running text on screen: their indentation, and the way from words to places in a document."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from core.prose import Stretch

_KEYPAD = Qt.KeyboardModifier.KeypadModifier
LINE_HEIGHT = 125
"""Per cent of the font's own line."""


def indent(edit: QTextEdit) -> None:
    """Begin every paragraph two characters in, as the print does, with room between the lines.

    Paragraphs that are typed later inherit it.
    """
    indented = QTextBlockFormat()
    indented.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    indented.setTextIndent(2.0 * edit.fontMetrics().horizontalAdvance("年"))
    cursor = QTextCursor(edit.document())
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.mergeBlockFormat(indented)


def broke_empty_line(edit: QTextEdit, event: QKeyEvent) -> bool:
    """Begin another paragraph below an empty one if the key asks for it, and tell whether it did.

    Qt itself takes the indentation away there, and every paragraph after it inherits none.
    """
    cursor = edit.textCursor()
    asks = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers() & ~_KEYPAD
    if not asks or cursor.hasSelection() or cursor.block().text():
        return False
    cursor.insertBlock()
    edit.setTextCursor(cursor)
    edit.ensureCursorVisible()
    return True


def cursor_over(edit: QTextEdit, start: int, length: int) -> QTextCursor:
    """Return a cursor over `length` characters from `start`, as Python counts them.

    Qt counts in UTF-16, where a rare character outside the basic plane takes two places.
    """
    text = edit.toPlainText()
    cursor = QTextCursor(edit.document())
    cursor.setPosition(_utf16(text[:start]))
    cursor.setPosition(_utf16(text[: start + length]), QTextCursor.MoveMode.KeepAnchor)
    return cursor


def positions(edit: QTextEdit, stretches: Iterable[Stretch]) -> list[tuple[int, int]]:
    """Return where parts of the text begin and end, as Qt counts."""
    text = edit.toPlainText()
    ends = [(each.start, each.start + each.length) for each in stretches]
    if _utf16(text) == len(text):
        return [(min(start, len(text)), min(end, len(text))) for start, end in ends]
    return [(_utf16(text[:start]), _utf16(text[:end])) for start, end in ends]


def place_in(edit: QTextEdit, position: int) -> int:
    """Return a position of the document as Python counts characters."""
    return place_within(edit.toPlainText(), position)


def place_within(text: str, position: int) -> int:
    """Return a position of Qt's in a text as Python counts characters; one beyond the end is the end."""
    halves = text.encode("utf-16-le", "surrogatepass")[: 2 * position]
    return len(halves.decode("utf-16-le", "ignore"))


def _utf16(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
