"""A workbook written again in the usual way: by openpyxl's public calls, cell by cell, merged and styled as one does.

It is the yardstick of the writer's speed, and the proof that our file says what openpyxl would say.
"""

import re
from collections.abc import Callable, Mapping
from copy import copy
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

_CELL_PARTS = ("font", "fill", "border", "alignment", "protection", "number_format")
_SHEET_PARTS = (
    "views",
    "sheet_properties",
    "sheet_format",
    "print_options",
    "page_margins",
    "page_setup",
    "HeaderFooter",
    "protection",
    "auto_filter",
)
_LINES = ("print_area", "print_title_rows")
_ADDRESS = re.compile(" at 0x[0-9A-Fa-f]+")
_ORDINARY = Workbook().create_sheet().cell(1, 1)
_Styled = tuple[Any, Any, Any, str, Mapping[str, Any]]


@dataclass(frozen=True)
class Content:
    """What a workbook holds, by sheet; `styled` are cells with their values, types and looks."""

    source: Workbook
    styled: Mapping[str, tuple[_Styled, ...]]


def content(data: bytes) -> Content:
    """Return what is to be written; equal looks are one object, as in a program that keeps its styles apart."""
    book = load_workbook(BytesIO(data), rich_text=True)
    kept: dict[str, Any] = {}
    styled = {
        sheet.title: tuple(
            (cell.row, cell.column, cell.value, cell.data_type, _looks(cell, kept))
            for row in sheet.iter_rows()
            for cell in row
            if cell.has_style and isinstance(cell, Cell)  # covered ones are styled as they are merged
        )
        for sheet in book.worksheets
    }
    return Content(book, styled)


def _looks(cell: Any, kept: dict[str, Any]) -> Mapping[str, Any]:
    """Return those parts of a look that are not the ordinary ones."""
    looks = {part: getattr(cell, part) for part in _CELL_PARTS}
    return {
        part: kept.setdefault(f"{part} {look!r}", copy(look))
        for part, look in looks.items()
        if repr(look) != repr(getattr(_ORDINARY, part))
    }


def written(given: Content) -> bytes:
    """Return the file."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for source in given.source.worksheets:
        sheet = book.create_sheet(source.title)
        _cells(sheet, given.styled[source.title])
        _sheet(sheet, source)
    for name, area in given.source.defined_names.items():
        book.defined_names[name] = copy(area)
    book.properties = copy(given.source.properties)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def _cells(sheet: Worksheet, styled: tuple[_Styled, ...]) -> None:
    for row, column, value, kind, looks in styled:
        cell: Any = sheet.cell(row, column)
        cell.value = value
        if kind == "s":
            cell.data_type = "s"
        for part, look in looks.items():
            setattr(cell, part, look)


def _sheet(sheet: Worksheet, source: Worksheet) -> None:
    for letter, column in source.column_dimensions.items():
        for part in ("min", "max", "width"):  # columns of one width are told together
            setattr(sheet.column_dimensions[letter], part, getattr(column, part))
    for number, row in source.row_dimensions.items():
        sheet.row_dimensions[number].height = row.height
    for area in source.merged_cells.ranges:
        sheet.merge_cells(area.coord)
    _rules(sheet, source)
    for part in _SHEET_PARTS:
        setattr(sheet, part, copy(getattr(source, part)))
    for line in _LINES:
        if getattr(source, line):
            setattr(sheet, line, getattr(source, line))


def _rules(sheet: Worksheet, source: Worksheet) -> None:
    for each in source.conditional_formatting:
        for rule in each.rules:
            sheet.conditional_formatting.add(str(each.sqref), copy(rule))
    for asked in source.data_validations.dataValidation:
        sheet.add_data_validation(copy(asked))
    for stop in source.row_breaks.brk:
        sheet.row_breaks.append(copy(stop))


def told(data: bytes) -> dict[str, dict[str, object]]:
    """Return all that openpyxl finds in a workbook, by sheet, for comparison."""
    book = load_workbook(BytesIO(data), rich_text=True)
    return {sheet.title: {name: look(sheet) for name, look in _LOOKED_AT.items()} for sheet in book.worksheets}


_LOOKED_AT: Mapping[str, Callable[[Worksheet], object]] = {
    "cells": lambda sheet: {
        cell.coordinate: (str(cell.value), cell.data_type, *(repr(getattr(cell, part)) for part in _CELL_PARTS))
        for row in sheet.iter_rows()
        for cell in row
        if cell.has_style and isinstance(cell, Cell)
    },
    "borders": lambda sheet: {cell.coordinate: repr(cell.border) for row in sheet.iter_rows() for cell in row},
    "widths": lambda sheet: {
        letter: (column.min, column.max, column.width) for letter, column in sheet.column_dimensions.items()
    },
    "heights": lambda sheet: {number: row.height for number, row in sheet.row_dimensions.items()},
    "merged": lambda sheet: sorted(area.coord for area in sheet.merged_cells.ranges),
    "marks": lambda sheet: [
        (str(each.sqref), rule.formula, repr(rule.dxf)) for each in sheet.conditional_formatting for rule in each.rules
    ],
    "asked": lambda sheet: [repr(asked) for asked in sheet.data_validations.dataValidation],
    "breaks": lambda sheet: [each.id for each in sheet.row_breaks.brk],
    "paper": lambda sheet: [
        *(_ADDRESS.sub("", repr(getattr(sheet, part))) for part in (*_SHEET_PARTS, *_LINES)),
        *(item.center.text for item in (sheet.HeaderFooter.oddHeader, sheet.HeaderFooter.oddFooter) if item),
    ],
}
