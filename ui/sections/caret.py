"""Where the caret stands in a text, as a part of the place that is remembered: “s1@120”."""

from PySide6.QtWidgets import QWidget

from ui.sections.prose_field import ProseField

_AT = "@"


def with_caret(page: QWidget, place: str) -> str:
    """Return a place with the caret of its text; a place that is no text of this page stays as it is."""
    field = _field(page, place)
    return place if field is None else f"{place}{_AT}{field.textCursor().position()}"


def without_caret(place: str) -> tuple[str, int]:
    """Return a place and where its caret stood, 0 where that is not told."""
    key, _, caret = place.partition(_AT)
    return key, int(caret) if caret.isascii() and caret.isdigit() else 0


def put_caret(page: QWidget, key: str, position: int) -> None:
    """Put the caret of a text there, or to its end if it became shorter, and bring it into view."""
    field = _field(page, key)
    if field is not None:
        cursor = field.textCursor()
        cursor.setPosition(min(position, field.document().characterCount() - 1))
        field.setTextCursor(cursor)
        field.ensureCursorVisible()


def _field(page: QWidget, key: str) -> ProseField | None:
    found: list[ProseField] = list(page.findChildren(ProseField))
    return next((field for field in found if field.key == key), None)
