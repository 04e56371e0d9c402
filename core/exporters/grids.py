"""A printed grid on paper: type size, lines and row heights so that nothing is cut, then the drawing, page by page."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from core.exporters import breaks
from core.exporters.compose import Line, balanced, compose, even, single
from core.exporters.fonts import Role as FontRole
from core.exporters.marks import ARTIFACT, Mark
from core.exporters.pages import Grid, Place
from core.exporters.paper import HEIGHT, WIDTH, Paper, border, lettering
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
_SCOPES = {Role.HEAD: "Column", Role.CAPTION: "Column", Role.ROW: "Row", Role.GROUP: "Row"}
_WITH_MARK = re.compile("[^、，。][、，。]*")


@dataclass(frozen=True, slots=True, eq=False)
class Item:
    """A place with its lines; two are the same only if they are one object, so that what is drawn of one is kept."""

    place: Place
    lines: tuple[Line, ...]
    size: float
    height: float


class Layout(NamedTuple):
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
    head, count = layout.table.head_rows, len(layout.heights)
    tags = _tags(layout, paper)
    begin = 0
    while begin < count:
        rows = list(range(head)) if begin > head else []
        used = sum(layout.heights[row] for row in rows)
        end = _last(layout, begin, paper.room - used)
        if end <= begin or (end <= head and end < count and paper.y > 0):
            paper.turn()
            continue
        if end < count:
            labels = [_words(item) for item in layout.sets if item.place.role]
            end = breaks.best(labels, layout.heights, begin, end)
        if not begin:
            paper.bookmark(layout.table.name, 1)
        shown = [*rows, *range(begin, end)]
        _draw_rows(layout, paper, shown, tags, begin)
        paper.y += sum(layout.heights[row] for row in shown)
        if end < count:
            paper.turn()
        begin = end


def _words(item: Item) -> breaks.Words:
    place = item.place
    assert place.role is not None  # values are no labels
    last = place.span.row + place.span.rows
    return breaks.Words(place.role, place.span.row, last, item.height - 2 * _PAD_Y, place.upright)


def _last(layout: Layout, begin: int, room: float) -> int:
    """Return the row below the last one for which there is room."""
    end = begin
    while end < len(layout.heights) and layout.heights[end] <= room + 0.01:
        room -= layout.heights[end]
        end += 1
    return end


def _tags(layout: Layout, paper: Paper) -> list[int]:
    """Enter the table into the structure: every cell once, in its row, with what it is the head of."""
    table = paper.tag("Table")
    rows = [paper.tag("TR", table) for _ in layout.heights]
    tags = []
    for item in layout.sets:
        role, span = item.place.role, item.place.span
        kind, scope = ("TH", _SCOPES[role]) if role else ("TD", "")
        tags.append(paper.tag(kind, rows[span.row], scope=scope, rows=span.rows, columns=span.columns))
    return tags


def _draw_rows(layout: Layout, paper: Paper, rows: Sequence[int], tags: Sequence[int], begin: int) -> None:
    """Draw rows, some of which may stand on an earlier page already: to a reader such are mere looks."""
    tops = dict(zip(rows, accumulate((layout.heights[row] for row in rows), initial=paper.y), strict=False))
    for item, tag in zip(layout.sets, tags, strict=True):
        span = item.place.span
        shown = [row for row in range(span.row, span.row + span.rows) if row in tops]
        if not shown:
            continue
        left, right = layout.edges[span.column], layout.edges[span.column + span.columns]
        height = sum([layout.heights[row] for row in shown]) if len(shown) > 1 else layout.heights[shown[0]]
        box = (left, tops[shown[0]], right - left, height)
        paper.add(_cell(item, box, tag if span.row >= begin else ARTIFACT))
        if item.place.cell:
            paper.spot(*box, item.place.cell)


@lru_cache(maxsize=2048)
def _cell(item: Item, box: tuple[float, float, float, float], tag: int) -> tuple[Mark, ...]:
    """Return the marks of a cell: kept, for an edit leaves most cells where and as they were."""
    left, top, width, height = box
    pitch = item.size * _LEADING
    marks: list[Mark] = [border(*box)]
    if item.height - 2 * _PAD_Y > height + _HAIR:  # a label of many rows, of which only few stand on this page
        return tuple(marks)
    y = top + (height - pitch * len(item.lines)) / 2 + (pitch - item.size) / 2
    for line in item.lines:
        indent = _PAD_X * 1.5 if item.place.role is Role.ROW else (width - line.width) / 2
        marks.append(lettering(line.pieces, left + indent, y, item.size, tag=tag))
        y += pitch
    return tuple(marks)


def _arrange(grid: Grid, paper: Paper, size: float) -> Layout:
    return paper.faces.keep((grid.table.id, grid.places, size), lambda: _arrange_anew(grid, paper, size))


def _arrange_anew(grid: Grid, paper: Paper, size: float) -> Layout:
    table = grid.table
    unit = WIDTH / sum(table.widths)
    edges = tuple(accumulate((share * unit for share in table.widths), initial=0.0))
    places = sorted(grid.places, key=lambda place: (place.span.row, place.span.column))  # as they are read
    sets = [_set(place, paper, _inner(place, edges), size) for place in places]
    cut = sum(item.height > _TALLEST for item in sets)
    sets = [_cut(item) for item in sets]
    return Layout(table, tuple(sets), edges, tuple(_heights(table, sets, size)), cut)


def _inner(place: Place, edges: Sequence[float]) -> float:
    span = place.span
    return edges[span.column + span.columns] - edges[span.column] - 2 * _PAD_X


def _set(place: Place, paper: Paper, width: float, size: float) -> Item:
    return paper.faces.keep((place, width, size), lambda: _set_anew(place, paper, width, size))


def _set_anew(place: Place, paper: Paper, width: float, size: float) -> Item:
    if place.role is None:
        return _set_value(place, paper, width, size)
    if place.upright:
        return _item(place, _stacked(place.text, paper, size), size)
    return _item(place, _label_lines(place, paper, width, size), size)


def _set_value(place: Place, paper: Paper, width: float, size: float) -> Item:
    asked = (place.text, place.value is not None, width, size)  # a table has few numbers that stand in it only once
    lines, size = paper.faces.keep(asked, lambda: _value_lines(place, paper, width, size))
    return _item(place, lines, size)


def _value_lines(place: Place, paper: Paper, width: float, size: float) -> tuple[Sequence[Line], float]:
    """Shrink a number to one line as far as it can still be read, and break it beyond that; break words at once."""
    sorts = paper.faces.sorts(place.text, FontRole.TABLE, size)
    natural = sum(sort.width for sort in sorts)
    if natural > width and place.value is not None:
        size = max(size * width / natural, _SMALLEST)
        sorts = paper.faces.sorts(place.text, FontRole.TABLE, size)
        natural = sum(sort.width for sort in sorts)
    if natural <= width + _HAIR:
        return (single(sorts),) if sorts else (), size
    return compose(sorts, width, justify=False), size


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


def _item(place: Place, lines: Iterable[Line], size: float) -> Item:
    kept = tuple(lines)
    return Item(place, kept, size, len(kept) * size * _LEADING + 2 * _PAD_Y)


def _cut(item: Item) -> Item:
    most = int((_TALLEST - 2 * _PAD_Y) / (item.size * _LEADING))
    return item if len(item.lines) <= most else _item(item.place, item.lines[:most], item.size)


def _heights(table: Table, sets: Sequence[Item], size: float) -> list[float]:
    """Return row heights: what the tallest cell of each row needs, then more where a span of rows needs more."""
    heights = [size * _ROW] * table.grid_rows
    for item in sorted(sets, key=lambda item: item.place.span.rows):
        span = item.place.span
        rows = range(span.row, span.row + span.rows)
        lacking = item.height - (sum([heights[row] for row in rows]) if span.rows > 1 else heights[span.row])
        for row in rows if lacking > 0 else ():
            heights[row] += lacking / span.rows
    return heights
