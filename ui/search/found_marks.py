"""What a search found, marked in the texts that are in view: a ground under each place, a stronger one under this."""

from collections.abc import Iterable, Sequence

from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QWidget

from core.prose import Stretch
from core.searching import Hit
from ui import theme
from ui.sections.markings import Mark
from ui.sections.prose_field import ProseField


def mark_found(pages: QWidget, hits: Sequence[Hit], current: Hit | None) -> None:
    """Mark the places that were found in every text that was opened; with none, the marks go."""
    fields: Iterable[ProseField] = pages.findChildren(ProseField)
    for field in fields:
        here = [hit for hit in hits if hit.place == field.key]
        field.marks.lay("found", [_mark(field, hit, is_current=hit == current) for hit in here])


def _mark(field: ProseField, hit: Hit, *, is_current: bool) -> Mark:
    shades = theme.colours(field.palette())
    look = QTextCharFormat()
    look.setBackground(theme.mixed(shades.warning, shades.paper, 0.45 if is_current else 0.75))
    return Mark(Stretch(hit.start, hit.length), look)
