"""Filling notes (口径): which notes belong to a place, and where a word is explained."""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from core.form.guidance.disclosures import DISCLOSURES
from core.form.guidance.disputes import DISPUTES
from core.form.guidance.note import Note
from core.form.guidance.requests import REQUESTS
from core.form.guidance.results import RESULTS
from core.form.guidance.texts import TEXTS
from core.form.layout import Form

NOTES: tuple[Note, ...] = (*TEXTS, *DISCLOSURES, *REQUESTS, *RESULTS, *DISPUTES)
"""All notes, in the order of the report."""

_TABLE_OF_SECTION: Mapping[str, str] = MappingProxyType({"s2": "t2", "s3": "t3", "s4": "t4"})
_FIELDS = MappingProxyType(
    {
        "unit": "单位名称",
        "year": "年度",
        "org_type": "单位类型",
        "title": "标题",
        "preamble": "前言",
        "signature": "落款",
    }
)


@dataclass(frozen=True, slots=True)
class Part:
    """The notes of one place among those that concern a cell: its row, its column, its table."""

    place: str
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A place that the words of a search lead to: `target` is a cell, a text or a field of the cover."""

    target: str
    name: str
    note: Note


def parts_of(place: str) -> tuple[Part, ...]:
    """Return the notes for a cell, a row, a column, a table or a text, the most particular first."""
    return tuple(Part(name, _BY_PLACE[name]) for name in _around(place) if name in _BY_PLACE)


def notes_of(place: str) -> tuple[Note, ...]:
    """Return all notes for a place, the most particular first; empty where there are none."""
    return tuple(note for part in parts_of(place) for note in part.notes)


def name_of(form: Form, place: str) -> str:
    """Return what a place of notes is called: "三(二) 部分公开", "表三 商业企业", "一、总体情况"."""
    if place in _FIELDS:
        return _FIELDS[place]
    table_id, _, rest = place.partition(".")
    table = next((table for table in form.tables if table.id == table_id), None)
    if table is None:
        return next((section.heading for section in form.sections if section.id == place), "")
    row_id, _, column_id = rest.partition(".")
    row = next((row for row in table.rows if row.id == row_id), None)
    if row is not None:
        return f"{row.address if row.address != row.label else ''} {row.name.split('（区分')[0]}".strip()
    column = next((column for column in table.columns if column.id == column_id), None)
    return table.name if column is None else f"{table.name} {column.label}"


def search(form: Form, words: str) -> tuple[Hit, ...]:
    """Return the places whose name or notes hold all the words, those that are named by them first."""
    wanted = _plain(words).split()
    if not wanted:
        return ()
    found = list(_hits(form, wanted))
    return tuple(hit for _, hit in sorted(found, key=lambda ranked: ranked[0]))


def _hits(form: Form, wanted: list[str]) -> Iterator[tuple[int, Hit]]:
    """Each place that is found, with its rank: named so, said in one note, or scattered over its notes."""
    for place, notes in _BY_PLACE.items():
        name, whole = _plain(name_of(form, place)), [_plain(f"{note.text} {note.basis}") for note in notes]
        if not all(word in name or any(word in text for text in whole) for word in wanted):
            continue
        told = [sum(word in text for word in wanted) for text in whole]
        best = notes[told.index(max(told))]
        rank = 0 if all(word in name for word in wanted) else 1 if max(told) == len(wanted) else 2
        yield rank, Hit(_target(form, place), name_of(form, place), best)


def _target(form: Form, place: str) -> str:
    """The cell to go to for a row, a column or a table; other places are gone to by their own name."""
    table_id, _, rest = place.partition(".")
    table = next((table for table in form.tables if table.id == table_id), None)
    if table is None:
        return place
    row, _, column = rest.partition(".")
    cells = (c for c in table.cells if row in {"", "*", c.row.id} and column in {"", c.column.id})
    return next(cells).id


def _around(place: str) -> tuple[str, ...]:
    """The names under which notes on a place may stand: its row, its column, its table, or itself."""
    place = _TABLE_OF_SECTION.get(place, place)
    table, _, rest = place.partition(".")
    row, _, column = rest.partition(".")
    row_place = f"{table}.{row}" if row and row != "*" else ""
    return tuple(name for name in (row_place, f"{table}.*.{column}" if column else "", table) if name)


def _by_place() -> Mapping[str, tuple[Note, ...]]:
    places = dict.fromkeys(note.place for note in NOTES)
    return MappingProxyType({place: tuple(note for note in NOTES if note.place == place) for place in places})


def _plain(words: str) -> str:
    return unicodedata.normalize("NFKC", words).casefold()


_BY_PLACE = _by_place()
