"""Reads Excel files by their XML: each visible worksheet as one grid.

Merged cells, stored formula results, texts that are numbers and any start of the table are read as they stand; declared
sizes are not believed. A formula without a stored result is `UNCOMPUTED`, never a blank and never worked out here.
"""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from core.importers.extract import Extract, Grid, Part
from core.importers.limits import damaged
from core.importers.package import Package, attribute, local, namespace
from core.importers.workbook.collection import Rows
from core.importers.workbook.sheets import rectangle, reported, shows_date
from core.importers.workbook.xlsx_sheet import TRUE, Book, listed_cells, merges, words

WORKBOOK = "xl/workbook.xml"
_DATES = frozenset({*range(14, 23), *range(27, 37), 45, 46, 47, *range(50, 59)})  # numbers of Excel's own formats


@dataclass(frozen=True, slots=True)
class _Sheet:
    name: str
    part: str


def read(path: Path) -> Extract:
    """Return the visible worksheets of an .xlsx file; UserError if it is broken, locked or too large."""
    with Package(path) as package:
        workbook = package.xml(WORKBOOK)
        sheets = list(_sheets(workbook, package, path))
        book = _book(workbook, package, path)
        grids = [(sheet.name, _rows(package.xml(sheet.part), book)) for sheet in sheets]
    return Extract(
        tuple(block for name, rows in reported(grids, path) for block in (Part(name), Grid(rows, f"工作表“{name}”")))
    )


def _rows(sheet: etree._Element, book: Book) -> Rows:
    cells, listed = listed_cells(sheet, book)
    return rectangle(cells, listed, merges(sheet), book.path)


def _sheets(workbook: etree._Element, package: Package, path: Path) -> Iterator[_Sheet]:
    """Yield the visible sheets in their order; what is hidden is not part of what the file shows."""
    targets = _targets(package)
    seen = 0
    for element in workbook.iter("{*}sheet"):
        part = targets.get(attribute(element, "id") or "", "")
        if part not in package.names:
            continue
        seen += 1
        if element.get("state", "visible") == "visible":
            yield _Sheet(element.get("name") or f"第 {seen} 张", part)
    if not seen:
        raise damaged(path)


def _targets(package: Package) -> dict[str, str]:
    name = "xl/_rels/workbook.xml.rels"
    if name not in package.names:
        return {}
    found: dict[str, str] = {}
    for element in package.xml(name):
        if element.get("Type", "").endswith("/worksheet"):
            target = element.get("Target", "")
            full = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join("xl", target))
            found[element.get("Id", "")] = full
    return found


def _book(workbook: etree._Element, package: Package, path: Path) -> Book:
    settings = {local(child): child for child in workbook}
    return Book(
        path,
        _shared(package),
        _date_styles(package),
        from_1904="workbookPr" in settings and settings["workbookPr"].get("date1904") in TRUE,
        stale="calcPr" in settings and settings["calcPr"].get("fullCalcOnLoad") in TRUE,
    )


def _shared(package: Package) -> list[str]:
    name = "xl/sharedStrings.xml"
    return list(map(words, package.xml(name))) if name in package.names else []


def _date_styles(package: Package) -> frozenset[str]:
    """Return the styles, by number as cells name them, that show a number as a date."""
    if "xl/styles.xml" not in package.names:
        return frozenset()
    root = package.xml("xl/styles.xml")
    own = namespace(root)
    dates = {str(number) for number in _DATES}
    for element in root.iter(f"{own}numFmt"):
        number = element.get("numFmtId", "")
        (dates.add if shows_date(element.get("formatCode", "")) else dates.discard)(number)
    formats = root.find(f"{own}cellXfs")
    styles = () if formats is None else formats.iterchildren(f"{own}xf")
    return frozenset(str(place) for place, style in enumerate(styles) if style.get("numFmtId") in dates)
