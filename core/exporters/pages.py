"""A report laid out once, as a sequence of blocks; every writer only draws them.

What is printed, in which order, and what a cell shows is decided here, from the form's description and the report.
Sizes and faces are the writers' business.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from core.cells import CellId, Entry, State
from core.form.layout import Role, Section, Span, Table
from core.report import Report

_LEAD = re.compile(r"（[一二三四五六七八九十]{1,3}）[^。：:；，！？]{1,24}(?:[。：:]|$)")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_EDGES = " \t\u3000\u00a0\u200b\ufeff"


class Title(NamedTuple):
    """The report's title; `unit` stands on a line of its own above it where the title does not name the unit itself.

    `author` is the unit in any case.
    """

    unit: str
    text: str
    author: str


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a section (level 1, 一、) or of a part of one (level 2, （一）) on a line of its own.

    `key` is that of the text in which it stands, or that it heads.
    """

    text: str
    level: int
    section: str = ""
    key: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with an indent of two characters; its first `lead` characters are a （一） heading run into it.

    `key` is that of the text in which it stands.
    """

    text: str
    lead: int = 0
    key: str = field(default="", compare=False)


class Place(NamedTuple):
    """One rectangle of a printed grid: a label of the form (with its role) or the value of a cell."""

    span: Span
    text: str
    role: Role | None = None
    upright: bool = False
    cell: CellId | None = None
    value: Decimal | None = None


class Grid(NamedTuple):
    """A table in its printed grid, complete: labels first, then values, each with its span."""

    table: Table
    places: tuple[Place, ...]


class Signature(NamedTuple):
    """The closing lines (unit, date), set at the right."""

    lines: tuple[str, ...]


Block = Title | Heading | Paragraph | Grid | Signature


def lay_out(report: Report) -> tuple[Block, ...]:
    """Return the whole report from top to bottom: title, preamble, six sections with their tables, signature."""
    return tuple(_blocks(report))


def title(report: Report) -> Title:
    """Return the title: as the clerk worded it, else the national wording below the unit's name (domain.md A.4)."""
    author = unit = _clean(report.unit)
    own = _clean(report.title)
    standard = report.standard_title
    text = own or standard
    if unit and text.startswith(unit):
        text = text[len(unit) :]
    elif own:
        unit = ""
    return Title(unit, text, author)


def shown(entry: Entry) -> str:
    """Return what a cell shows: numbers plainly written, anything else as typed, a blank as nothing."""
    if entry.state is State.EMPTY:
        return ""
    return _clean(entry.raw) if entry.value is None else f"{entry.value:f}"


def paragraphs(text: str) -> tuple[str, ...]:
    """Return the paragraphs of a text: without blank lines, indents, and characters that no page can show."""
    lines = re.split(r"\r\n|[\r\n\u2028\u2029\x0b\x0c\x85]", text)
    return tuple(line for line in map(_clean, lines) if line)


def grid(report: Report, table: Table) -> Grid:
    """Return a table with the report's values, totals computed."""
    labels = (Place(label.span, label.text, label.role, label.upright) for label in table.labels)
    return Grid(table, (*labels, *_values(report, table)))


def _values(report: Report, table: Table) -> Iterator[Place]:
    for slot in table.slots:
        entry = report.entry(slot.cell)
        yield Place(slot.span, shown(entry), cell=slot.cell, value=entry.value)


def _blocks(report: Report) -> Iterator[Block]:
    yield title(report)
    yield from _paragraphs(report, "preamble")
    for section in report.form.sections:
        yield from _section(report, section)
    closing = paragraphs(report.text("signature"))
    if closing:
        yield Signature(closing)


def _section(report: Report, section: Section) -> Iterator[Block]:
    yield Heading(section.heading, 1, section.id, section.id)
    yield from _paragraphs(report, section.id)
    if section.table:
        yield grid(report, report.form.table(section.table))


def _paragraphs(report: Report, key: str) -> Iterator[Heading | Paragraph]:
    for line in paragraphs(report.text(key)):
        lead = _LEAD.match(line)
        if lead and lead.end() == len(line):
            yield Heading(line, 2, key=key)
        else:
            yield Paragraph(line, lead.end() if lead else 0, key)


def _clean(text: str) -> str:
    return _CONTROL.sub("", text).replace("\t", " ").strip(_EDGES)
