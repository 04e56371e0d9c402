"""One view of everything a reader gives: lines of cells. A paragraph is a line with one cell."""

import re
from dataclasses import dataclass
from functools import cached_property

from core.importers.extract import UNCOMPUTED, Extract, Grid, Paragraph, Part
from core.importers.recogniser.words import plain

_FURNITURE = re.compile(r"[-—–―·]+\d{1,3}[-—–―·]+|第\d{1,3}页([共/,，]*第?共?\d{1,3}页)?|\d{1,3}/\d{1,3}页?|\d{1,3}页")
_LONGEST_FURNITURE = 60  # characters, blanks included


@dataclass(frozen=True)
class Line:
    """A row of a grid, or a paragraph. `grid` numbers the grids of the file; a paragraph has None.

    `block` and `row` tell its place in the extract.
    """

    number: int
    cells: tuple[str | None, ...]
    part: int
    grid: int | None = None
    heading: bool = False
    block: int = 0
    row: int = 0

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The cells in which something is written."""
        return tuple([bare for cell in self.cells if cell and (bare := cell.strip()) and cell != UNCOMPUTED])

    @cached_property
    def only(self) -> str | None:
        """The words of a line in which but one cell is written, else None; nothing for a blank line."""
        words = self.words
        return None if len(words) > 1 else words[0] if words else ""


def lines_of(extract: Extract) -> tuple[Line, ...]:
    """Return all lines, with the page numbers between them left out."""
    lines: list[Line] = []
    part = grids = 0
    for place, block in enumerate(extract.blocks):
        if isinstance(block, Part):
            part += 1
        elif isinstance(block, Paragraph):
            if not is_page_number(block.text):
                lines.append(Line(len(lines), (block.text,), part, None, block.heading, place))
        else:
            grids += 1
            for at, row in enumerate(block.rows):
                lines.append(Line(len(lines), row, part, grids, block=place, row=at))
    return tuple(lines)


def is_page_number(text: str) -> bool:
    """Whether a line is a running page number: "- 4 -", "第 4 页", "4/12"."""
    bare = plain(text) if len(text) <= _LONGEST_FURNITURE else ""
    return bool(bare) and _FURNITURE.fullmatch(bare) is not None


def grid_names(extract: Extract) -> dict[int, str]:
    """Return how to name each grid to a person."""
    grids = [block for block in extract.blocks if isinstance(block, Grid)]
    return {number: grid.name for number, grid in enumerate(grids, start=1)}
