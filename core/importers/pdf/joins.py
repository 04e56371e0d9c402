"""Tables that a page break cuts: joined to one, with repeated heads dropped and rows and labels made whole again."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.importers.pdf.grids import RuledCell, RuledGrid, nearest
from core.importers.pdf.words import PADDING, wraps
from core.importers.recogniser.readings import is_value
from core.importers.recogniser.words import han, plain

_SAME_EDGE = 4.0  # points
_MOST_SHIFT = 60.0  # margins of left and right pages may differ
_MOST_HEAD_ROWS = 8
_ROOM = 1.6  # a line with less room left, in parts of its size, is full: its next word may not have fitted
_SLICE = 12.0  # the height of a blank row that is only the rest of a row above
_BEGINS = re.compile(
    r"[(（〔\[]?[一二三四五六七八九十\d]+([)）〕\]、:：]|[.．](?!\d))|第[一二三四五六七八九十]|其中|总计|合计"
)


@dataclass(frozen=True, slots=True)
class _Seam:
    """Two cells that meet at a page break in the same columns."""

    above: RuledCell
    below: RuledCell

    @property
    def single(self) -> bool:
        """Whether both are cells of one row."""
        return self.above.rows == 1 and self.below.rows == 1

    @property
    def runs_on(self) -> bool:
        """Whether words of the cell above can go on below: its last line is full and the next begins nothing new."""
        lines, below = self.above.lines, self.below.lines
        if not lines or not below or _BEGINS.match(plain(self.below.text)):
            return False
        last, width = lines[-1], self.above.box.right - self.above.box.left
        if self.numbers:
            return wraps(last, below[0], width)
        if is_value(self.below.text):
            return False  # a head, and the first value under it
        return last.right - last.left + _ROOM * last.size >= width - PADDING

    @property
    def numbers(self) -> bool:
        """Whether values stand on both sides of the break."""
        return is_value(self.above.text) and is_value(self.below.text)


def goes_on(upper: RuledGrid, lower: RuledGrid) -> bool:
    """Whether a table at the top of a page can be the rest of the one at the bottom of the page before."""
    wide, other = upper.edges[-1] - upper.edges[0], lower.edges[-1] - lower.edges[0]
    return abs(wide - other) <= _SAME_EDGE and abs(upper.edges[0] - lower.edges[0]) <= _MOST_SHIFT


def joined(upper: RuledGrid, lower: RuledGrid) -> RuledGrid:
    """Return both as one table."""
    shift = upper.edges[0] - lower.edges[0]
    edges = _edges(upper.edges, [edge + shift for edge in lower.edges])
    above = [_on(edges, upper.edges, cell, 0) for cell in upper.cells]
    below = [_on(edges, lower.edges, cell, shift) for cell in lower.cells]
    heads = _repeated(above, below)
    below = [cell._replace(row=cell.row - heads) for cell in below if cell.row >= heads]
    rows = lower.rows - heads
    if not below:
        return replace(upper, edges=tuple(edges), cells=tuple(above))
    seams = _seams(above, below, upper.rows)
    whole = [seam for seam in seams if not seam.single and _label_goes_on(seam)]
    single = [seam for seam in seams if seam.single]
    alike = _at_seam(above, below, upper.rows) and len(single) + len(whole) == len(seams)
    split = alike and _is_split(single)
    if split:
        whole += single
    cells = _together(above, below, whole, upper.rows - split)
    return RuledGrid(tuple(edges), upper.rows + rows - split, tuple(cells), upper.top, lower.bottom)


def _edges(one: Sequence[float], other: Sequence[float]) -> list[float]:
    edges = list(one)
    edges += [edge for edge in other if abs(one[nearest(one, edge)] - edge) > _SAME_EDGE]
    return sorted(edges)


def _on(edges: list[float], own: Sequence[float], cell: RuledCell, shift: float) -> RuledCell:
    """Return a cell with its columns counted among the edges of both tables."""
    first = nearest(edges, own[cell.column] + shift)
    last = nearest(edges, own[cell.column + cell.columns] + shift)
    return RuledCell(cell.row, first, cell.rows, max(1, last - first), cell.box, cell.lines)


def _repeated(above: list[RuledCell], below: list[RuledCell]) -> int:
    """Return how many rows at the top of the lower table repeat the heads of the upper one."""
    best = 0
    for rows in range(1, _MOST_HEAD_ROWS + 1):
        first, again = _shape(above, rows), _shape(below, rows)
        if first is None or again is None:
            continue
        if first != again:
            break
        if any(text for *_, text in first):
            best = rows
    return best


def _shape(cells: list[RuledCell], rows: int) -> list[tuple[int, int, int, int, str]] | None:
    """Return the cells of the first rows; None where one reaches further down."""
    first = [cell for cell in cells if cell.row < rows]
    if any(cell.row + cell.rows > rows for cell in first):
        return None
    return sorted((cell.row, cell.column, cell.rows, cell.columns, plain(cell.text)) for cell in first)


def _seams(above: list[RuledCell], below: list[RuledCell], rows: int) -> list[_Seam]:
    last = {(cell.column, cell.columns): cell for cell in above if cell.row + cell.rows == rows}
    pairs = ((last.get((cell.column, cell.columns)), cell) for cell in below if cell.row == 0)
    return [_Seam(upper, lower) for upper, lower in pairs if upper is not None]


def _at_seam(above: list[RuledCell], below: list[RuledCell], rows: int) -> bool:
    """Whether the last row above and the first below are divided alike."""
    return {(c.column, c.columns) for c in above if c.row + c.rows == rows} == {
        (c.column, c.columns) for c in below if c.row == 0
    }


def _label_goes_on(seam: _Seam) -> bool:
    """Whether a label beside several rows goes on over the break."""
    if not seam.below.lines:
        return True
    return not seam.above.lines or seam.runs_on


def _is_split(seams: list[_Seam]) -> bool:
    """Whether the first row below is the rest of the last row above."""
    if not seams:
        return False
    both = [seam for seam in seams if seam.above.lines and seam.below.lines]
    upper = [seam.above.text for seam in seams if seam.above.lines and not seam.below.lines]
    lower = [seam.below.text for seam in seams if seam.below.lines and not seam.above.lines]
    if not any(seam.below.lines for seam in seams):
        return all(seam.below.box.bottom - seam.below.box.top < _SLICE for seam in seams)
    if both:
        numbers = any(seam.numbers for seam in both)
        labelled = any(han(seam.above.text) for seam in seams) and not lower
        return all(seam.runs_on for seam in both) and (
            labelled if numbers else not (upper and lower and not _apart(upper, lower))
        )
    return bool(upper and lower) and (_apart(upper, lower) or _fills(upper, lower))


def _fills(upper: list[str], lower: list[str]) -> bool:
    """Whether values without a label stand below in just the cells that a labelled row above leaves blank."""
    return any(han(text) for text in upper) and all(map(is_value, lower))


def _apart(upper: list[str], lower: list[str]) -> bool:
    """Whether one side of the break holds only words and the other only values: neither is a row by itself."""
    values = all(map(is_value, upper)), all(map(is_value, lower))
    words = all(han(text) for text in upper), all(han(text) for text in lower)
    return (values[0] and words[1]) or (words[0] and values[1])


def _together(above: list[RuledCell], below: list[RuledCell], whole: list[_Seam], start: int) -> list[RuledCell]:
    """Return the cells of both tables; the lower ones begin at row `start`, cells cut by the break are one."""
    merged = {id(seam.below): seam.above for seam in whole}
    grown: dict[int, RuledCell] = {}
    cells: list[RuledCell] = []
    for cell in below:
        upper = merged.get(id(cell))
        if upper is None:
            cells.append(RuledCell(cell.row + start, cell.column, cell.rows, cell.columns, cell.box, cell.lines))
            continue
        rows = start + cell.rows - upper.row
        grown[id(upper)] = upper._replace(
            rows=rows, lines=(*upper.lines, *cell.lines), box=upper.box if upper.lines else cell.box
        )
    return [*(grown.get(id(cell), cell) for cell in above), *cells]
