"""A filling note (口径): what belongs into a place, an example of it, or a mistake that is often made there.

In our own words, short enough to stand beside the field. What no source says is marked as such: a clerk must be able
to tell the law from custom.
"""

from dataclasses import dataclass, replace
from enum import Enum

REGULATION = "《政府信息公开条例》"
NOTICE = "国办公开办函〔2021〕30号"
FEES = "国办函〔2020〕109号《政府信息公开信息处理费管理办法》"
NO_SOURCE = "没有查到明文，以主管部门的口径为准"
"""Printed in place of an article below a note that is not confirmed."""


class Kind(Enum):
    """What a note is for, in the word that stands before it."""

    COUNTS = "计什么"
    EXAMPLE = "举例"
    MISTAKE = "易错"


@dataclass(frozen=True, slots=True)
class Note:
    """One note.

    `place` is a text, a field of the cover, a table ("t3"), one of its rows ("t3.granted") or one of its columns
    ("t3.*.natural"). `basis` is the article or notice that says so; what is not `confirmed` has none.
    """

    place: str
    text: str
    basis: str = ""
    kind: Kind = Kind.COUNTS
    confirmed: bool = True

    @property
    def small_print(self) -> str:
        """Where it is laid down, or that this was not found."""
        return self.basis if self.confirmed else NO_SOURCE


def at(place: str, *notes: Note) -> tuple[Note, ...]:
    """Return the notes of one place."""
    return tuple(replace(note, place=place) for note in notes)


def counts(text: str, basis: str = "") -> Note:
    """What counts here."""
    return Note("", text, basis)


def custom(text: str) -> Note:
    """What is usually counted here, of which no rule was found."""
    return Note("", text, confirmed=False)


def example(text: str) -> Note:
    """A made-up case that belongs here."""
    return Note("", text, kind=Kind.EXAMPLE)


def mistake(text: str, basis: str = "") -> Note:
    """What is often got wrong here."""
    return Note("", text, basis, Kind.MISTAKE)


def article(number: str) -> str:
    """Name an article of the Regulation."""
    return f"{REGULATION}第{number}"
