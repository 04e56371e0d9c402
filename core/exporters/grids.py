"""A printed grid on paper: type size, lines and row heights so that nothing is cut, then the drawing, page by page."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from core.exporters.compose import Line, balanced, compose, even, single
from core.exporters.fonts import Role as FontRole
from core.exporters.pages import Grid, Place
from core.exporters.paper import HEIGHT, WIDTH, Paper
from core.form.layout import Role, Table

_SIZES = (10.5, 9.0, 8.5, 8.0, 7.5)  # 五号 … 六号, largest first
_MANY_COLUMNS = 7  # a table with more of them begins at 小五
_ROW = 2.15  # least row height in sizes
_LEADING = 1.2
_PAD_X, _PAD_Y = 2.0, 2.5
_SMALLEST = 5.0  # a number or text is not shrunk further, but broken
_TALLEST = HEIGHT / 2  # a row that would be higher is cut, and said to be
_ORDINAL_END = "）"
_HAIR = 0.001  # points; forgives rounding
LONG_LABEL = 14  # characters; such a one is a sentence
_WITH_MARK = re.compile("[^、，。][、，。]*")


@dataclass(frozen=True, slots=True)
class Item:
    """A place with its lines."""

    place: Place
    lines: tuple[Line, ...]
    size: float

    @property
    def height(self) -> float:
        return len(self.lines) * self.size * _LEADING + 2 * _PAD_Y


@dataclass(frozen=True, slots=True)
class Layout:
    """A grid that was set: left edges of columns, heights of rows in points; `cut` counts texts that were too long."""

    table: Table
    sets: tuple[Item, ...]
    edges: tuple[float, ...]
    heights: tuple[float, ...]
    cut: int

    @property
    def height(self) -> float:
        return sum(self.heights)


def arrange(grid: Grid, paper: Paper, room: float) -> Layout:
    """Return the grid in the largest type with which it is not higher than `room` points, else in the smallest."""
    sizes = _SIZES if grid.table.grid_columns < _MANY_COLUMNS else _SIZES[1:]
    layouts = (_arrange(grid, paper, size) for size in sizes)
    last = None
    for last in layouts:
        if last.height <= room:
            return last
    assert last is not None  # there is at least one size
    return last


def draw(layout: Layout, paper: Paper) -> None:
    """Draw the grid at the cursor; where the page ends it goes on below its head rows on the next one."""
    head = layout.table.head_rows
    begin = 0
    while begin < len(layout.heights):
        rows = list(range(head)) if begin > head else []
        used = sum(layout.heights[row] for row in rows)
        end = begin
        while end < len(layout.heights) and used + layout.heights[end] <= paper.room + 0.01:
            used += layout.heights[end]
            end += 1
        if end <= begin or (end <= head and end < len(layout.heights) and paper.y > 0):
            paper.turn()
            continue
        _draw_rows(layout, paper, [*rows, *range(begin, end)])
        paper.y += used
        begin = end


def _draw_rows(layout: Layout, paper: Paper, rows: Sequence[int]) -> None:
    tops = dict(zip(rows, accumulate((layout.heights[row] for row in rows), initial=paper.y), strict=False))
    for item in layout.sets:
        span = item.place.span
        shown = [row for row in range(span.row, span.row + span.rows) if row in tops]
        if shown:
            height = sum(layout.heights[row] for row in shown)
            _draw_cell(layout, paper, item, tops[shown[0]], height)


def _draw_cell(layout: Layout, paper: Paper, item: Item, top: float, height: float) -> None:
    span = item.place.span
    left = layout.edges[span.column]
    width = layout.edges[span.column + span.columns] - left
    paper.frame(left, top, width, height)
    if item.place.cell:
        paper.spot(left, top, width, height, item.place.cell)
    pitch = item.size * _LEADING
    if item.height - 2 * _PAD_Y > height:  # a label that spans rows of which only few stand on this page
        return
    y = top + (height - pitch * len(item.lines)) / 2 + (pitch - item.size) / 2
    for line in item.lines:
        indent = _PAD_X * 1.5 if item.place.role is Role.ROW else (width - line.width) / 2
        paper.put(line.pieces, left + indent, y, item.size)
        y += pitch


def _arrange(grid: Grid, paper: Paper, size: float) -> Layout:
    table = grid.table
    unit = WIDTH / sum(table.widths)
    edges = tuple(accumulate((share * unit for share in table.widths), initial=0.0))
    sets = [_set(place, paper, _inner(place, edges), size) for place in grid.places]
    cut = sum(item.height > _TALLEST for item in sets)
    sets = [_cut(item) for item in sets]
    return Layout(table, tuple(sets), edges, tuple(_heights(table, sets, size)), cut)


def _inner(place: Place, edges: Sequence[float]) -> float:
    span = place.span
    return edges[span.column + span.columns] - edges[span.column] - 2 * _PAD_X


def _set(place: Place, paper: Paper, width: float, size: float) -> Item:
    if place.role is None:
        return _set_value(place, paper, width, size)
    if place.upright:
        return Item(place, tuple(_stacked(place.text, paper, size)), size)
    return Item(place, tuple(_label_lines(place, paper, width, size)), size)


def _set_value(place: Place, paper: Paper, width: float, size: float) -> Item:
    """Shrink a number to one line as far as it can still be read, and break it beyond that; break words at once."""
    sorts = paper.faces.sorts(place.text, FontRole.TABLE, size)
    natural = sum(sort.width for sort in sorts)
    if natural > width and place.value is not None:
        size = max(size * width / natural, _SMALLEST)
        sorts = paper.faces.sorts(place.text, FontRole.TABLE, size)
        natural = sum(sort.width for sort in sorts)
    if natural <= width + _HAIR:
        return Item(place, (single(sorts),) if sorts else (), size)
    return Item(place, tuple(compose(sorts, width, justify=False)), size)


def _label_lines(place: Place, paper: Paper, width: float, size: float) -> Sequence[Line]:
    sorts = paper.faces.sorts(place.text, FontRole.TABLE, size)
    if place.role is Role.ROW or len(sorts) > LONG_LABEL:
        return balanced(tuple(sorts), width - _PAD_X)
    ordinal, mark, rest = place.text.partition(_ORDINAL_END)
    if place.role is Role.GROUP and mark and sum(sort.width for sort in sorts) > width:
        parts = (ordinal + mark, rest)
        return [line for part in parts for line in even(tuple(paper.faces.sorts(part, FontRole.TABLE, size)), width)]
    return even(tuple(sorts), width)


def _stacked(text: str, paper: Paper, size: float) -> Iterator[Line]:
    """Set one character below the other; a mark stays beside the character that it follows, and does not move it."""
    for group in _WITH_MARK.findall(text):
        sorts = paper.faces.sorts(group, FontRole.TABLE, size)
        for line in compose(sorts, WIDTH, justify=False):
            yield line._replace(width=sorts[0].width)


def _cut(item: Item) -> Item:
    most = int((_TALLEST - 2 * _PAD_Y) / (item.size * _LEADING))
    return Item(item.place, item.lines[:most], item.size)


def _heights(table: Table, sets: Sequence[Item], size: float) -> list[float]:
    """Return row heights: what the tallest cell of each row needs, then more where a span of rows needs more."""
    heights = [size * _ROW] * table.grid_rows
    for item in sorted(sets, key=lambda item: item.place.span.rows):
        span = item.place.span
        rows = range(span.row, span.row + span.rows)
        lacking = item.height - sum(heights[row] for row in rows)
        for row in rows if lacking > 0 else ():
            heights[row] += lacking / span.rows
    return heights
