"""The whole report as plain text: paragraphs on lines of their own, tables with a tab between cells."""

from collections.abc import Iterator

from core.exporters.pages import Block, Grid, Heading, Paragraph, Signature, Title, lay_out
from core.report import Report

_INDENT = "\u3000\u3000"


def text(report: Report) -> str:
    """Return the report as text; a merged cell stands in its first place, the places that it covers are blank."""
    return "".join(f"{line}\n" for block in lay_out(report) for line in _lines(block))


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Title():
            yield from filter(None, (block.unit, block.text))
        case Heading() | Paragraph():
            yield _INDENT + block.text
        case Signature():
            yield from block.lines
        case Grid():
            yield from _rows(block)


def _rows(grid: Grid) -> Iterator[str]:
    rows = [[""] * grid.table.grid_columns for _ in range(grid.table.grid_rows)]
    for place in grid.places:
        rows[place.span.row][place.span.column] = " ".join(place.text.split())
    yield from map("\t".join, rows)
