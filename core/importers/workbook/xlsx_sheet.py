"""Reads the XML of one worksheet: what its cells hold, which rows it lists, which cells are merged."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from lxml import etree

from core.importers.extract import UNCOMPUTED
from core.importers.limits import MOST_CELLS, MOST_GRID_COLUMNS, too_big, whole_number
from core.importers.package import NAMES, local, namespace
from core.importers.workbook.sheets import Place, written_date, written_number

TRUE = ("1", "true", "on")
_PLACE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


@dataclass(frozen=True, slots=True)
class Book:
    """What the cells of all sheets refer to. `stale`: the file asks that its formulas be worked out on opening."""

    path: Path
    shared: list[str]
    date_styles: frozenset[str]
    from_1904: bool = False
    stale: bool = False


def words(element: etree._Element) -> str:
    """Return the text of a string item: plain or in runs, without the reading aids of Asian text."""
    if len(element) == 1 and len(element[0]) == 0:
        text = element[0].text or "" if local(element[0]) == "t" else ""
    else:
        own = namespace(element)
        texts = (inner for inner in element.iter(f"{own}t") if not _reading_aid(inner))
        text = "".join(inner.text or "" for inner in texts)
    if "_x" in text:
        text = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _reading_aid(element: etree._Element) -> bool:
    above = element.getparent()
    return above is not None and local(above) == "rPh"


def listed_cells(root: etree._Element, book: Book) -> tuple[dict[Place, str], set[int]]:
    """Return the written cells, and which rows the file lists at all; UserError for more cells than a report has.

    Places that a file leaves out go on from the last one. What is hidden is no part of what the sheet shows.
    """
    own = namespace(root)
    cells: dict[Place, str] = {}
    listed: set[int] = set()
    hidden = _hidden_columns(root, own)
    row = 0
    for line in root.iter(f"{own}row"):
        given = whole_number(line.get("r"))
        row = row + 1 if given is None else given
        if line.get("hidden") in TRUE:
            continue
        listed.add(row)
        column = 0
        for cell in line.iterchildren(f"{own}c"):
            column = _column(cell.get("r", "")) or column + 1
            text = _value(cell, book) if len(cell) else ""
            if text and not (hidden and any(first <= column <= last for first, last in hidden)):
                cells[row, column] = text
        if len(cells) > MOST_CELLS:
            raise too_big(book.path)
    return cells, listed


def _hidden_columns(root: etree._Element, own: str) -> list[tuple[int, int]]:
    columns = [element for element in root.iter(f"{own}col") if element.get("hidden") in TRUE][:MOST_GRID_COLUMNS]
    spans = [(whole_number(element.get("min")), whole_number(element.get("max"))) for element in columns]
    return [(first, last) for first, last in spans if first is not None and last is not None]


def _column(place: str) -> int:
    """Return the column of a place such as "B12", 0 if it is none."""
    return _letters(place.rstrip("0123456789"))


@lru_cache(maxsize=1000)
def _letters(letters: str) -> int:
    found = re.fullmatch(r"\$?([A-Z]{1,3})\$?", letters)
    number = 0
    for letter in found[1] if found else "":
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _value(cell: etree._Element, book: Book) -> str:
    """Return what a cell shows: its value or the stored result of its formula."""
    kind = cell.get("t", "n")
    stored, formula = "", False
    for part in cell:
        name = NAMES[part.tag]
        if name == "v":
            stored = part.text or ""
        elif name == "f":
            formula = True
        elif name == "is" and kind == "inlineStr":
            return words(part)
    if not stored or (formula and book.stale and kind == "n" and stored == "0"):
        return UNCOMPUTED if formula and kind != "str" else ""
    if kind == "s":
        place = whole_number(stored)
        return book.shared[place] if place is not None and place < len(book.shared) else ""
    if kind == "n":
        if book.date_styles and cell.get("s") in book.date_styles:
            return written_date(stored, from_1904=book.from_1904)
        return written_number(stored)
    return {"1": "TRUE", "0": "FALSE"}.get(stored, stored) if kind == "b" else stored


def merges(root: etree._Element) -> Iterator[tuple[Place, Place]]:
    """Yield the first and last place of each merged cell."""
    for element in root.iter(f"{namespace(root)}mergeCell"):
        corners = [_PLACE.fullmatch(corner) for corner in element.get("ref", "").split(":")]
        if len(corners) == 2 and corners[0] is not None and corners[1] is not None:
            yield _place(corners[0]), _place(corners[1])


def _place(match: re.Match[str]) -> Place:
    return int(match[2]), _letters(match[1])
