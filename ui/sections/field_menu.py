"""The context menu of a text: what every field has, and what can be done with numbers that follow the tables."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from core import edits
from core.references import Reference
from ui.sections.edit_menu import edit_menu
from ui.sections.live_words import LiveWords
from ui.session import Session

if TYPE_CHECKING:
    from ui.sections.prose_field import ProseField


def field_menu(field: "ProseField", session: Session, live: LiveWords, point: QPoint) -> QMenu:
    """Return the menu for a point of a field."""
    menu = edit_menu(field, session, field, has_selection=field.textCursor().hasSelection())
    under, every = live.under(point), live.shown.references
    chosen = live.shown.touched(*live.selection()) or ((under,) if under else ())
    menu.addSeparator()
    if field.key != "signature":
        menu.addAction("插入表格数字(&K)…").triggered.connect(field.number_asked)
    if chosen or every:
        words = "冻结为文字(&F)" if chosen else f"把 {len(every)} 个数字都冻结为文字(&F)"
        menu.addAction(words).triggered.connect(lambda: _freeze(session, field, chosen or every))
    if under:
        cell = under.quantity.cells[0]
        goes = menu.addAction(f"转到该格：{under.quantity.place}(&G)")
        goes.triggered.connect(lambda: field.cell_asked.emit(cell))
    return menu


def _freeze(session: Session, field: "ProseField", chosen: tuple[Reference, ...]) -> None:
    """Make plain text of references: from now on they stay as they are."""
    session.seal()
    session.edit("冻结为文字", edits.freeze, field.key, chosen[0].start, chosen[-1].end)
