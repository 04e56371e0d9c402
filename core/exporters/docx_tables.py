"""The tables of the form in the Word file: the same grid, widths, type size and row heights as in the PDF.

A table is set with faces of the widths that offices' faces have, so the file does not depend on the machine that
wrote it. Where it fits on a page its rows hold together; else it parts between groups of rows, its head above.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from core.exporters.docx_styles import EDGES, GRID, size, table_style
from core.exporters.docx_xml import Element, paragraph, run, twips, w
from core.exporters.faces import Faces
from core.exporters.fonts import Role as FontRole
from core.exporters.grids import LONG_LABEL, Item, Layout, arrange
from core.exporters.kept import Kept
from core.exporters.pages import Grid
from core.exporters.paper import HEIGHT, WIDTH, Paper
from core.exporters.tokens import Sort
from core.form.layout import Role, Span

_PAD = 40  # twips, left and right in a cell
_ROW_INDENT = 20
_LONG_ROW = HEIGHT / 3  # points; a row higher than that may part, for it may be higher than a page
_RULE = 0.5  # points; Word adds the rules to the heights of the rows
_SLACK = 0.98  # a number made smaller does not touch the rules
_KEPT = Kept()  # what was set in them
_HALF = 0.5  # em: Latin letters and digits


class Nominal(Faces):
    """Faces whose Chinese characters are one em wide and all others half of that, as those of offices are."""

    def __init__(self) -> None:  # it looks for no file
        self.missing, self._kept = {}, _KEPT

    def sorts(self, text: str, role: FontRole, size: float, track: float = 0.0) -> list[Sort]:
        return [Sort(char, "", (_HALF if char.isascii() else 1.0) * size + track) for char in text]


@dataclass(frozen=True, slots=True)
class Set:
    """A table that was set; `together` tells that one page can hold it with what stands before it."""

    grid: Grid
    layout: Layout
    points: float
    together: bool


def fit(grid: Grid, before: float) -> Set:
    """Set a table in the largest type with which one page holds it below `before` points, else in the smallest."""
    rules = _RULE * (grid.table.grid_rows + 1)
    layout = arrange(grid, Paper(Nominal()), HEIGHT - before - rules)
    points = max(item.size for item in layout.sets)
    return Set(grid, layout, points, not layout.cut and before + layout.height + rules <= HEIGHT)


def draw(table: Set, caption: str) -> Element:
    """Return the table; `caption` is read out to who cannot see it."""
    form = table.grid.table
    unit = WIDTH / sum(form.widths)
    edges = [twips(edge) for edge in accumulate((share * unit for share in form.widths), initial=0.0)]
    columns = w("tblGrid", *(w("gridCol", w=right - left) for left, right in pairwise(edges)))
    covered = {at: item for item in table.layout.sets for at in _covered(item.place.span)}
    kept = _kept(table)
    made = w("tbl", table_look(edges[-1], caption), columns)
    for row in range(form.grid_rows):
        cells = [item for column in range(form.grid_columns) if _begins(item := covered[row, column], column)]
        drawn = (_cell(table, item, row, edges, keep=row in kept) for item in cells)
        made.append(w("tr", _row_look(table, row), *drawn))
    return made


def _covered(span: Span) -> Iterator[tuple[int, int]]:
    for row in range(span.row, span.row + span.rows):
        for column in range(span.column, span.column + span.columns):
            yield row, column


def _begins(item: Item, column: int) -> bool:
    return item.place.span.column == column


def _kept(table: Set) -> frozenset[int]:
    """Return the rows that stay on the page of the next: all but the last, or else the head and within a group."""
    form = table.grid.table
    if table.together:
        return frozenset(range(form.grid_rows - 1))
    groups = (place.span for place in table.grid.places if place.role is Role.GROUP and not place.upright)
    within = {row for span in groups for row in range(span.row, span.row + span.rows - 1)}
    return frozenset(within | set(range(form.head_rows)))


# ---------------------------------------------------------------- looks


def table_look(width: int, caption: str, aside: int = _PAD, above: int = 0) -> Element:
    """Return the properties of a table `width` twips wide; the words of a cell keep so many twips from its borders."""
    pads = (w(side, w=aside if side in ("left", "right") else above, type="dxa") for side in EDGES)
    return w(
        "tblPr",
        w("tblStyle", val=GRID),
        w("tblW", w=width, type="dxa"),
        w("jc", val="center"),
        w("tblLayout", type="fixed"),
        w("tblCellMar", *pads),
        w("tblLook", val="0000"),
        w("tblCaption", val=caption),
    )


def _row_look(table: Set, row: int) -> Element:
    height = w("trHeight", val=twips(table.layout.heights[row]), hRule="atLeast")
    whole = () if table.layout.heights[row] > _LONG_ROW else (w("cantSplit"),)
    head = (w("tblHeader"),) if row < table.grid.table.head_rows else ()
    return w("trPr", *whole, height, *head)


def _cell(table: Set, item: Item, row: int, edges: Sequence[int], *, keep: bool) -> Element:
    """Return a cell, or in the rows below its first one the mark that it goes on."""
    span = item.place.span
    look = w("tcPr", w("tcW", w=edges[span.column + span.columns] - edges[span.column], type="dxa"))
    if span.columns > 1:
        look.append(w("gridSpan", val=span.columns))
    if span.rows > 1:
        look.append(w("vMerge", val="restart" if row == span.row else "continue"))
    if item.place.upright:
        look.append(w("textDirection", val="tbRlV"))
    look.append(w("vAlign", val="center"))
    words = _words(item, table.points) if row == span.row and item.place.text else ()
    aligned = (w("ind", left=_ROW_INDENT), w("jc", val="left")) if item.place.role is Role.ROW else ()
    kept = (w("keepNext"),) if keep else ()
    return w("tc", look, paragraph(table_style(table.grid.table.id), *words, properties=(*kept, *aligned)))


def _words(item: Item, points: float) -> Iterator[Element]:
    """Yield the words of a cell; short labels break where they do in the PDF, numbers too wide are set smaller."""
    smaller = size(math.floor(2 * item.size * _SLACK) / 2) if item.size < points else ()
    place = item.place
    if place.role in (Role.HEAD, Role.GROUP) and not place.upright and len(place.text) <= LONG_LABEL:
        lines = ("".join(piece.text for piece in line.pieces) for line in item.lines)
        yield run("\n".join(lines), *smaller)
    else:
        yield run(place.text, *smaller)
