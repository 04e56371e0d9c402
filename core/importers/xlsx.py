"""Reads Excel files by their XML: each visible worksheet as one grid.

Merged cells, stored formula results, texts that are numbers and any start of the table are read as they stand; declared
sizes are not believed. A formula without a stored result is `UNCOMPUTED`, never a blank and never worked out here.
"""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path

from lxml import etree

from core.importers.extract import UNCOMPUTED, Extract, Grid, Part
from core.importers.limits import MOST_CELLS, MOST_GRID_COLUMNS, damaged, too_big
from core.importers.package import Package, attribute, local

WORKBOOK = "xl/workbook.xml"
_PLACE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_TRUE = ("1", "true", "on")
_SIGNIFICANT = 15  # digits that a double keeps


@dataclass(frozen=True, slots=True)
class _Sheet:
    name: str
    part: str


def read(path: Path) -> Extract:
    """Return the visible worksheets of an .xlsx file; UserError if it is broken, locked or too large."""
    with Package(path) as package:
        shared = _shared(package)
        blocks: list[Part | Grid] = []
        for sheet in _sheets(package, path):
            rows = _rows(package.xml(sheet.part), shared, path)
            if rows:
                blocks += [Part(sheet.name), Grid(rows, f"工作表“{sheet.name}”")]
    return Extract(tuple(blocks))


def _sheets(package: Package, path: Path) -> Iterator[_Sheet]:
    """Yield the visible sheets in their order; what is hidden is not part of what the file shows."""
    targets = _targets(package)
    seen = 0
    for element in package.xml(WORKBOOK).iter("{*}sheet"):
        part = targets.get(attribute(element, "id") or "", "")
        if part not in package.names:
            continue
        seen += 1
        if (attribute(element, "state") or "visible") == "visible":
            yield _Sheet(attribute(element, "name") or f"第 {seen} 张", part)
    if not seen:
        raise damaged(path)


def _targets(package: Package) -> dict[str, str]:
    name = "xl/_rels/workbook.xml.rels"
    if name not in package.names:
        return {}
    found: dict[str, str] = {}
    for element in package.xml(name):
        if (attribute(element, "Type") or "").endswith("/worksheet"):
            target = attribute(element, "Target") or ""
            full = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join("xl", target))
            found[attribute(element, "Id") or ""] = full
    return found


def _shared(package: Package) -> list[str]:
    name = "xl/sharedStrings.xml"
    return [_words(item) for item in package.xml(name)] if name in package.names else []


def _words(element: etree._Element) -> str:
    """Return the text of a string item: plain or in runs, without the reading aids of Asian text."""
    text = "".join(
        inner.text or ""
        for inner in element.iter("{*}t")
        if not any(local(up) == "rPh" for up in inner.iterancestors())
    )
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text).replace("\r\n", "\n").replace("\r", "\n")


def _rows(root: etree._Element, shared: list[str], path: Path) -> tuple[tuple[str | None, ...], ...]:
    cells, present = _cells(root, shared, path)
    if not cells:
        return ()
    covered = {place: first for place, first in _covered(root).items() if first in cells and place not in cells}
    top, left = min(row for row, _ in cells), min(column for _, column in cells)
    bottom = max(row for row, _ in (*cells, *covered))
    right = max(column for _, column in (*cells, *covered))
    lines = sorted(row for row in present | {row for row, _ in covered} if top <= row <= bottom + 1)
    if len(lines) * (right - left + 1) > MOST_CELLS or right - left >= MOST_GRID_COLUMNS:
        raise too_big(path)
    return tuple(
        tuple(None if (row, column) in covered else cells.get((row, column), "") for column in range(left, right + 1))
        for row in lines
    )


def _cells(root: etree._Element, shared: list[str], path: Path) -> tuple[dict[tuple[int, int], str], set[int]]:
    """Return the written cells by row and column, counted from 1, and which rows the file lists at all.

    Places that a file leaves out go on from the last one. What is hidden is no part of what the sheet shows.
    """
    cells: dict[tuple[int, int], str] = {}
    present: set[int] = set()
    hidden = _hidden_columns(root)
    row = 0
    for line in root.iter("{*}row"):
        given = attribute(line, "r") or ""
        row = int(given) if given.isdecimal() else row + 1
        if attribute(line, "hidden") in _TRUE:
            continue
        present.add(row)
        column = 0
        for cell in line:
            place = _PLACE.fullmatch(attribute(cell, "r") or "")
            column = _column(place[1]) if place else column + 1
            text = _value(cell, shared)
            if text and not any(first <= column <= last for first, last in hidden):
                cells[row, column] = text
        if len(cells) > MOST_CELLS:
            raise too_big(path)
    return cells, present


def _hidden_columns(root: etree._Element) -> list[tuple[int, int]]:
    columns = [element for element in root.iter("{*}col") if attribute(element, "hidden") in _TRUE][:MOST_GRID_COLUMNS]
    spans = [(attribute(element, "min") or "", attribute(element, "max") or "") for element in columns]
    return [(int(first), int(last)) for first, last in spans if first.isdecimal() and last.isdecimal()]


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _value(cell: etree._Element, shared: list[str]) -> str:
    kind = attribute(cell, "t") or "n"
    parts = {local(child): child for child in cell}
    if kind == "inlineStr":
        return _words(parts["is"]) if "is" in parts else ""
    stored = (parts["v"].text or "") if "v" in parts else ""
    if not stored:
        return UNCOMPUTED if "f" in parts and kind != "str" else ""
    if kind == "s":
        return shared[int(stored)] if stored.isdecimal() and int(stored) < len(shared) else ""
    if kind == "n":
        return _number(stored)
    return {"1": "TRUE", "0": "FALSE"}.get(stored, stored) if kind == "b" else stored


def _number(stored: str) -> str:
    """Return a stored number as a person would write it: 3 for 3.0, 0.3 for 0.30000000000000004."""
    try:
        value = Decimal(stored)
    except InvalidOperation:
        return stored
    if not value.is_finite() or value.adjusted() > 30:
        return stored
    digits = len(value.as_tuple().digits)
    if digits > _SIGNIFICANT:
        value = Decimal(f"{value:.{_SIGNIFICANT}g}")
    if value == value.to_integral_value():
        return f"{value.to_integral_value():f}"
    return f"{value.normalize():f}"


def _covered(root: etree._Element) -> dict[tuple[int, int], tuple[int, int]]:
    """Return the places that merged cells cover, each with the place of the words."""
    covered: dict[tuple[int, int], tuple[int, int]] = {}
    for element in root.iter("{*}mergeCell"):
        corners = [_PLACE.fullmatch(corner) for corner in (attribute(element, "ref") or "").split(":")]
        if len(corners) != 2 or corners[0] is None or corners[1] is None:
            continue
        first = int(corners[0][2]), _column(corners[0][1])
        last = int(corners[1][2]), _column(corners[1][1])
        if (last[0] - first[0] + 1) * (last[1] - first[1] + 1) + len(covered) > MOST_CELLS:
            continue  # a merge of whole columns says nothing about a table
        for row in range(first[0], last[0] + 1):
            for column in range(first[1], last[1] + 1):
                if (row, column) != first:
                    covered[row, column] = first
    return covered
