"""Tables between ruling lines: where these cross, which are missing (merged cells), what stands in each cell."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

from core.importers.extract import Box
from core.importers.limits import MOST_CELLS, MOST_GRID_COLUMNS
from core.importers.pdf.characters import Letter
from core.importers.pdf.rules import Drawn, Line
from core.importers.pdf.words import PrintedLine, cell_text, lines_from

_SNAP = 3.0  # lines this near to each other are one; no cell is so small
_GAP = 3.0  # pieces of one line may be so far apart
_OPEN = 8.0  # a side without a line: the others end this far beyond the last line
_MOST_LINES = 1500  # of a page, after those that continue each other are joined
_ASTRIDE = 1.0  # points by which a character must reach over a line to stand on it


class RuledCell(NamedTuple):
    """A cell by its first row and column and how many it takes, with its printed lines."""

    row: int
    column: int
    rows: int
    columns: int
    box: Box
    lines: tuple[PrintedLine, ...] = ()

    def with_lines(self, lines: Iterable[PrintedLine]) -> "RuledCell":
        """Return the cell with these lines in it."""
        return RuledCell(self.row, self.column, self.rows, self.columns, self.box, tuple(lines))

    @property
    def text(self) -> str:
        """The words of the cell."""
        return cell_text(self.lines, self.box.right - self.box.left)


@dataclass(frozen=True, slots=True)
class RuledGrid:
    """A table: the places of its columns' edges, the number of its rows, and its cells."""

    edges: tuple[float, ...]
    rows: int
    cells: tuple[RuledCell, ...]
    top: float
    bottom: float


def grids_of(drawn: Drawn, letters: Sequence[Letter], page: int) -> tuple[list[RuledGrid], list[Letter]]:
    """Return the tables of a page, and the characters outside of them."""
    frames = [frame for frame in _frames(drawn, page) if len(frame.cells) > 1]
    frames.sort(key=lambda frame: (frame.bottom - frame.top) * (frame.edges[-1] - frame.edges[0]))
    rest = list(letters)
    grids: list[RuledGrid] = []
    for frame in frames:
        inside, rest = _inside(frame, rest)
        grids.append(_filled(frame, inside))
    return [grid for grid in grids if any(cell.lines for cell in grid.cells)], rest


def _frames(drawn: Drawn, page: int) -> Iterator[RuledGrid]:
    across, down = _joined(drawn.across), _joined(drawn.down)
    if len(across) + len(down) > _MOST_LINES:
        drawn.too_many = True
        return
    for rows, columns in _crossing(across, down):
        frame = _frame(rows, columns, page)
        if frame is not None:
            yield frame


def _joined(lines: Iterable[Line]) -> list[Line]:
    """Return lines with pieces that continue or repeat each other as one."""
    joined: list[Line] = []
    for at, group in _near(sorted(lines)):
        begin, end = group[0]
        for start, stop in group[1:]:
            if start > end + _GAP:
                joined.append((at, begin, end))
                begin, end = start, stop
            elif stop > end:
                end = stop
        joined.append((at, begin, end))
    return joined


def _near(lines: Sequence[Line]) -> Iterator[tuple[float, list[tuple[float, float]]]]:
    """Yield groups of lines that run in one place, each group from left to right."""
    start = 0
    for place in range(1, len(lines) + 1):
        if place == len(lines) or lines[place][0] - lines[start][0] > _SNAP:
            group = lines[start:place]
            middle = group[len(group) // 2][0]
            yield middle, sorted((begin, end) for _, begin, end in group)
            start = place


def _crossing(across: list[Line], down: list[Line]) -> list[tuple[list[Line], list[Line]]]:
    """Return groups of lines that touch each other."""
    group = list(range(len(across) + len(down)))

    def first(at: int) -> int:
        while group[at] != at:
            group[at] = group[group[at]]
            at = group[at]
        return at

    for i, (y, left, right) in enumerate(across):
        for j, (x, top, bottom) in enumerate(down, start=len(across)):
            if left - _SNAP <= x <= right + _SNAP and top - _SNAP <= y <= bottom + _SNAP:
                group[first(i)] = first(j)
    found: dict[int, tuple[list[Line], list[Line]]] = {}
    for at in range(len(group)):
        pair = found.setdefault(first(at), ([], []))
        (pair[0].append(across[at]) if at < len(across) else pair[1].append(down[at - len(across)]))
    return [pair for pair in found.values() if pair[0] and pair[1]]


def _places(lines: list[Line], others: list[Line]) -> list[float]:
    """Return where lines run; a side that no line closes is where at least two of the `others` end."""
    places: list[float] = []
    for at, _, _ in sorted(lines):
        if not places or at - places[-1] > _SNAP:
            places.append(at)
    starts, ends = sorted(begin for _, begin, _ in others), sorted((end for _, _, end in others), reverse=True)
    if len(others) > 1:
        if starts[1] < places[0] - _OPEN:
            places.insert(0, starts[1])
        if ends[1] > places[-1] + _OPEN:
            places.append(ends[1])
    return places


def _frame(across: list[Line], down: list[Line], page: int) -> RuledGrid | None:
    ys, xs = _places(across, down), _places(down, across)
    rows, columns = len(ys) - 1, len(xs) - 1
    if rows < 1 or columns < 1 or columns > MOST_GRID_COLUMNS or rows * columns > MOST_CELLS:
        return None
    walls = _covered(xs, down, ys)
    floors = _covered(ys, across, xs)
    cells = [
        RuledCell(row, column, high, wide, Box(page, xs[column], ys[row], xs[column + wide], ys[row + high]))
        for row, column, high, wide in _rectangles(rows, columns, walls, floors)
    ]
    return RuledGrid(tuple(xs), rows, tuple(cells), ys[0], ys[-1])


def _covered(places: list[float], lines: list[Line], cross: list[float]) -> list[list[bool]]:
    """Return for each inner place and each interval between the `cross` places whether a line runs there."""
    middles = [(one + other) / 2 for one, other in pairwise(cross)]
    covered = [[place in {0, len(places) - 1}] * len(middles) for place in range(len(places))]
    for at, begin, end in lines:
        wall = nearest(places, at)
        for place in range(bisect_right(middles, begin), bisect_right(middles, end)):
            covered[wall][place] = True
    return covered


def nearest(places: Sequence[float], at: float) -> int:
    """Return which of the places, in order, is the nearest."""
    place = bisect_right(places, at)
    if place and (place == len(places) or at - places[place - 1] < places[place] - at):
        return place - 1
    return place


def _rectangles(
    rows: int, columns: int, walls: list[list[bool]], floors: list[list[bool]]
) -> Iterator[tuple[int, int, int, int]]:
    """Yield row, column, height and width of each cell; an odd shape is cut into rectangles."""
    taken = [[False] * columns for _ in range(rows)]
    for row in range(rows):
        for column in range(columns):
            if taken[row][column]:
                continue
            wide = 1
            while column + wide < columns and not walls[column + wide][row] and not taken[row][column + wide]:
                wide += 1
            high = 1
            while row + high < rows and _goes_down(row + high, column, wide, walls, floors):
                high += 1
            for at in range(row, row + high):
                taken[at][column : column + wide] = [True] * wide
            yield row, column, high, wide


def _goes_down(row: int, column: int, wide: int, walls: list[list[bool]], floors: list[list[bool]]) -> bool:
    """Whether a cell of this width goes on in a row: no line above it, none inside."""
    return not any(floors[row][column : column + wide]) and not any(
        walls[inner][row] for inner in range(column + 1, column + wide)
    )


# ---------------------------------------------------------------- what stands in the cells


def _inside(frame: RuledGrid, letters: list[Letter]) -> tuple[list[Letter], list[Letter]]:
    left, right, top, bottom = 2 * frame.edges[0], 2 * frame.edges[-1], 2 * frame.top, 2 * frame.bottom
    inside: list[Letter] = []
    outside: list[Letter] = []
    for letter in letters:
        x0, y0, x1, y1, _, _, _ = letter
        (inside if left < x0 + x1 < right and top < y0 + y1 < bottom else outside).append(letter)
    return inside, outside


def _filled(frame: RuledGrid, letters: list[Letter]) -> RuledGrid:
    """Return a table with the characters in its cells; a word that stands on a line goes where its middle is."""
    owner = {
        (row, column): number
        for number, cell in enumerate(frame.cells)
        for row in range(cell.row, cell.row + cell.rows)
        for column in range(cell.column, cell.column + cell.columns)
    }
    ys = sorted({cell.box.top for cell in frame.cells})
    content: list[list[Letter]] = [[] for _ in frame.cells]
    astride: set[int] = set()
    sides = [(cell.box.left - _ASTRIDE, cell.box.right + _ASTRIDE) for cell in frame.cells]
    edges, last = frame.edges, len(frame.edges) - 2
    for letter in letters:
        x0, y0, x1, y1, _, _, run = letter
        column = bisect_right(edges, (x0 + x1) / 2) - 1
        number = owner[bisect_right(ys, (y0 + y1) / 2) - 1, 0 if column < 0 else min(column, last)]
        content[number].append(letter)
        left, right = sides[number]
        if x0 < left or x1 > right:
            astride.add(run)
    if astride:
        _move_words(frame, owner, content, astride, ys)
    cells = (
        cell.with_lines(lines_from(inner)) if inner else cell for cell, inner in zip(frame.cells, content, strict=True)
    )
    return replace(frame, cells=tuple(cells))


def _column(frame: RuledGrid, left: float, right: float) -> int:
    return min(max(bisect_right(frame.edges, (left + right) / 2) - 1, 0), len(frame.edges) - 2)


def _move_words(
    frame: RuledGrid,
    owner: dict[tuple[int, int], int],
    content: list[list[Letter]],
    astride: set[int],
    ys: list[float],
) -> None:
    """Keep words together that a line cuts: a number wider than its cell belongs to the cell around its middle."""
    loose: list[Letter] = []
    for letters in content:
        loose += [letter for letter in letters if letter.run in astride]
        letters[:] = [letter for letter in letters if letter.run not in astride]
    loose.sort(key=lambda letter: (letter.run, round(letter.bottom), letter.left))
    word: list[Letter] = []
    for letter in [*loose, None]:
        if word and (letter is None or not _adjoins(word[-1], letter)):
            row = bisect_right(ys, word[0].middle) - 1
            content[owner[row, _column(frame, word[0].left, word[-1].right)]].extend(word)
            word = []
        if letter is not None:
            word.append(letter)


def _adjoins(one: Letter, other: Letter) -> bool:
    height = one.bottom - one.top
    return one.run == other.run and abs(one.bottom - other.bottom) < height / 2 and other.left - one.right < height / 4
