"""The control words of RTF that change how letters look and where a paragraph belongs."""

from collections.abc import Callable

from core.importers.rtf.story import Look

_BODY_TEXT = 9  # an outline level that is none


def _plain(look: Look, _: int | None) -> None:
    look.bold = look.unseen = look.deleted = False


def _paragraph(look: Look, _: int | None) -> None:
    look.style, look.heading, look.in_table, look.level = 0, False, False, 0


def _font(look: Look, number: int | None) -> None:
    look.font = number or 0


def _replaced(look: Look, number: int | None) -> None:
    look.replaced = max(0, 1 if number is None else number)


def _bold(look: Look, number: int | None) -> None:
    look.bold = number != 0


def _unseen(look: Look, number: int | None) -> None:
    look.unseen = number != 0


def _deleted(look: Look, number: int | None) -> None:
    look.deleted = number != 0


def _style(look: Look, number: int | None) -> None:
    look.style = number or 0


def _outline(look: Look, number: int | None) -> None:
    look.heading = number is not None and 0 <= number < _BODY_TEXT


def _in_table(look: Look, _: int | None) -> None:
    look.in_table = True


def _level(look: Look, number: int | None) -> None:
    look.level = max(0, number or 0)
    look.in_table = look.in_table or look.level > 0


FORMATS: dict[bytes, Callable[[Look, int | None], None]] = {
    b"plain": _plain,
    b"pard": _paragraph,
    b"f": _font,
    b"uc": _replaced,
    b"b": _bold,
    b"v": _unseen,
    b"deleted": _deleted,
    b"s": _style,
    b"outlinelevel": _outline,
    b"intbl": _in_table,
    b"itap": _level,
}
"""What each word does to the look of what follows, given its number."""
