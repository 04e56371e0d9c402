"""Reads comma-separated values: one grid, with whatever separates and quotes its cells."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path

from core.importers.encodings import decode
from core.importers.extract import Extract, Grid, Paragraph
from core.importers.limits import MOST_CELLS, MOST_PARAGRAPHS, MOST_TEXT_BYTES, damaged, too_big
from core.importers.refusals import not_text
from core.importers.workbook.collection import is_collection, laid_out

_SEPARATORS = ",\t;|"
_DECLARED = re.compile(r"\s*\"?sep=(.)\"?\s*", re.IGNORECASE)
_QUOTED = re.compile(r'"(?:[^"]|"")*"')
_AS_TEXT = re.compile(r'="(.*)"', re.DOTALL)  # how Excel is told to keep the noughts of "0012"


def read(path: Path) -> Extract:
    """Return the rows of a file of separated values as one grid; UserError if it is no text or too large.

    Rows of uneven length are filled with None: nothing stands there, not even a blank cell.
    """
    data = path.read_bytes()
    if len(data) > MOST_TEXT_BYTES:
        raise too_big(path)
    text = decode(data)
    if text is None:
        raise not_text(path)
    lines = text.lstrip("\ufeff").replace("\0", "").splitlines(keepends=True)
    declared = _DECLARED.fullmatch(lines[0]) if lines else None
    separator = declared[1] if declared else _separator(text)
    try:
        rows = list(_rows(lines[1:] if declared else lines, separator, path))
    except csv.Error as problem:
        raise damaged(path) from problem
    width = max(map(len, rows), default=0)
    if width <= 1:
        return Extract(tuple(Paragraph(row[0] if row else "") for row in rows), lines=True)
    if width * len(rows) > MOST_CELLS:
        raise too_big(path)
    grid = tuple((*row, *[None] * (width - len(row))) for row in rows)
    if is_collection(grid):
        return Extract(tuple(Grid(table, name) for name, table in laid_out(grid, path)))
    return Extract((Grid(grid, "表格"),))


def _separator(text: str) -> str:
    """Return the sign that parts the cells of most lines; a comma if none does."""
    lines = _QUOTED.sub("", text).splitlines()
    return max(_SEPARATORS, key=lambda sign: sum(sign in line for line in lines))


def _rows(lines: list[str], separator: str, path: Path) -> Iterator[list[str]]:
    cells = 0
    for number, row in enumerate(csv.reader(lines, delimiter=separator)):
        cells += len(row)
        if number >= MOST_PARAGRAPHS or cells > MOST_CELLS:
            raise too_big(path)
        yield [_plain(cell) for cell in row]


def _plain(cell: str) -> str:
    match = _AS_TEXT.fullmatch(cell.strip())
    return (match[1].replace('""', '"') if match else cell).replace("\r\n", "\n").strip()
