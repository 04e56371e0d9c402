"""Numbers in a text that follow the tables: a quiet ground and a dotted line, and words about where each comes from."""

from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QTextEdit

from core.prose import Stretch
from core.references import Reference, Resolved
from ui import theme
from ui.sections.markings import Mark

FOLLOWS = "随表格变化"


def reference_marks(edit: QTextEdit, shown: Resolved) -> list[Mark]:
    """Return the marks of the references of the text that an editor shows."""
    if not shown.references:
        return []
    look = _look(edit)
    return [Mark(Stretch(each.start, each.length), look) for each in shown.references]


def reference_at(shown: Resolved, place: int) -> Reference | None:
    """Return the reference at a place, its ends included."""
    return next((each for each in shown.references if each.start <= place <= each.end), None)


def words_about(reference: Reference | None) -> str:
    """Return where the number of a reference comes from, for the tool tip; nothing where there is none."""
    return f"{reference.quantity.place}，{FOLLOWS}" if reference else ""


def _look(edit: QTextEdit) -> QTextCharFormat:
    shades = theme.colours(edit.palette())
    look = QTextCharFormat()
    if not theme.is_high_contrast(edit.palette()):
        look.setBackground(theme.mixed(shades.accent, shades.paper, 0.88))
    look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
    look.setUnderlineColor(shades.accent)
    return look
