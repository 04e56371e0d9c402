"""A mend of words as it is drawn: the old words struck out, the new ones beside them, a little around both."""

from math import ceil

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QTextCharFormat, QTextLayout, QTextOption

from core.rewording import Difference
from ui.theme import Colours

GAP = "\u2009"
"""A thin blank between the old words and the new ones."""


def laid_out(change: Difference, font: QFont, width: int, shades: Colours) -> QTextLayout:
    """Return the difference, laid out in lines of `width` pixels, ready to draw; nothing tells by colour alone."""
    gap = GAP if change.old and change.new else ""
    words = f"{change.before}{change.old}{gap}{change.new}{change.after}"
    layout = QTextLayout(words.replace("\n", " "), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    start = _utf16(change.before)
    struck, put = _struck(shades), _put(shades, font)
    layout.setFormats(
        [
            _range(start, _utf16(change.old), struck),
            _range(start + _utf16(change.old + gap), _utf16(change.new), put),
        ]
    )
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1))
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return layout


def height_of(layout: QTextLayout) -> int:
    """Return the height of what is laid out, in pixels."""
    return ceil(layout.boundingRect().height())


def _range(start: int, length: int, look: QTextCharFormat) -> QTextLayout.FormatRange:
    part = QTextLayout.FormatRange()
    part.start, part.length, part.format = start, length, look  # type: ignore[attr-defined]  # not in Qt's stubs
    return part


def _struck(shades: Colours) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setFontStrikeOut(True)
    look.setForeground(shades.error)
    return look


def _put(shades: Colours, font: QFont) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setFontWeight(QFont.Weight.Bold if not font.bold() else font.weight())
    look.setFontUnderline(True)
    look.setForeground(shades.accent)
    return look


def _utf16(words: str) -> int:
    """Return a length as Qt counts it: a rare character takes two places."""
    return len(words) + sum(letter > "\uffff" for letter in words)
