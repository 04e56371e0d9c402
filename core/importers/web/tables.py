"""Tables of a page: spans to full rectangles, and tables that only lay out the page taken apart into what they hold."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby

from core.errors import UserError
from core.importers.extract import Grid, Paragraph
from core.importers.limits import MOST_CELLS, MOST_DEPTH, MOST_GRID_COLUMNS
from core.importers.recogniser.words import han

_PROSE_HAN = 30  # Chinese characters of a sentence that stands in no cell of a table of numbers
_MOST_BESIDE = 2  # written cells in a row that only puts things side by side


@dataclass
class Cell:
    """A cell as the page writes it: what it holds, and how many columns and rows it takes (0 rows: all that follow)."""

    blocks: list["Paragraph | Table"] = field(default_factory=list)
    columns: int = 1
    rows: int = 1

    @property
    def text(self) -> str:
        """The cell's own words, each paragraph on a line, without those of tables inside it."""
        return "\n".join(block.text for block in self.blocks if isinstance(block, Paragraph)).strip("\n")

    @property
    def tables(self) -> list["Table"]:
        """The tables inside the cell."""
        return [block for block in self.blocks if isinstance(block, Table)]


@dataclass
class Table:
    """A table as the page writes it. `groups` numbers the row group of each row: no cell reaches out of its own."""

    rows: list[list[Cell]] = field(default_factory=list)
    groups: list[int] = field(default_factory=list)


@dataclass
class Flattener:
    """Turns tables into grids, and counts what they hold."""

    cells: int = 0
    grids: int = 0

    def blocks(self, blocks: list[Paragraph | Table], depth: int = 0) -> Iterator[Paragraph | Grid]:
        """Yield paragraphs and grids in the order of the page; UserError for more than a report can hold."""
        if depth > MOST_DEPTH:
            raise too_much()
        for block in blocks:
            if isinstance(block, Paragraph):
                yield block
            else:
                yield from self._table(block, depth)

    def _table(self, table: Table, depth: int) -> Iterator[Paragraph | Grid]:
        places = self._placed(table)
        for opened, numbers in groupby(range(len(table.rows)), key=lambda number: _only_lays_out(table.rows[number])):
            run = list(numbers)
            rows = [table.rows[number] for number in run]
            if opened or not any(len(row) > 1 for row in rows):
                for cell in (cell for row in rows for cell in row):
                    yield from self.blocks(cell.blocks, depth + 1)
                continue
            self.grids += 1
            yield Grid(_rectangle([places[number] for number in run]), f"第 {self.grids} 个表格")
            for inner in (inner for row in rows for cell in row for inner in cell.tables):
                yield from self._table(inner, depth + 1)

    def _placed(self, table: Table) -> list[dict[int, str | None]]:
        """Return for each row what stands in which column: words where a cell begins, None where one reaches."""
        places: list[dict[int, str | None]] = [{} for _ in table.rows]
        ends = _ends(table.groups)
        for number, row in enumerate(table.rows):
            column = 0
            last = ends[number]
            for cell in row:
                while column in places[number]:
                    column += 1
                end = min(number + cell.rows - 1, last) if cell.rows else last
                width = min(cell.columns, MOST_GRID_COLUMNS)
                self.cells += (end - number + 1) * width
                if self.cells > MOST_CELLS or column + width > MOST_GRID_COLUMNS * 2:
                    raise too_much()
                for below in range(number, end + 1):
                    for at in range(column, column + width):
                        places[below].setdefault(at, None)
                places[number][column] = cell.text
                column += width
        return places


def too_much() -> UserError:
    """Return the error for a page beyond the bounds."""
    return UserError("网页内容太多，不像一份年报，没有读取。", "请只保存或复制年报的正文和表格。")


def _ends(groups: list[int]) -> list[int]:
    """Return for each row the last one of its group."""
    ends = list(range(len(groups)))
    for number in range(len(groups) - 2, -1, -1):
        if groups[number] == groups[number + 1]:
            ends[number] = ends[number + 1]
    return ends


def _rectangle(rows: list[dict[int, str | None]]) -> tuple[tuple[str | None, ...], ...]:
    """Return the rows with all columns in which a cell begins; places that no cell takes hold None."""
    columns = sorted({at for row in rows for at, text in row.items() if text is not None})
    return tuple(tuple(row.get(at) for at in columns) for row in rows)


def _only_lays_out(row: list[Cell]) -> bool:
    """Whether a row only puts things on the page: tables, or prose, with at most one more cell of words beside."""
    written = [cell for cell in row if cell.text]
    if any(cell.tables for cell in row):
        return len(written) <= _MOST_BESIDE
    if len(written) > _MOST_BESIDE:
        return False
    sentences = sum(_is_prose(block) for cell in written for block in cell.blocks)
    return sentences > 0 if len(written) == 1 else sentences > 1


def _is_prose(block: "Paragraph | Table") -> bool:
    return isinstance(block, Paragraph) and "。" in block.text and han(block.text) >= _PROSE_HAN


_WHOLE = re.compile(r"\s*(\d{1,9})")


def span(written: str | None) -> int:
    """Return a span as the page writes it: 1 where it is no number, as browsers do."""
    match = _WHOLE.match(written or "1")
    return int(match[1]) if match else 1
