"""Sets the blocks of a file in rows of a given width: measures and paints them one by one, as they come into view."""

from bisect import bisect_right
from collections.abc import Mapping
from itertools import accumulate
from math import ceil

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QTextLayout, QTextOption

from core.importers.extract import Extract, Grid, Paragraph
from ui import theme
from ui.source.columns import column_widths
from ui.source.heights import Heights
from ui.source.spans import Span, spans_of
from ui.theme import STEP, Colours

MARGIN = 3 * STEP
MOST_CHARACTERS = 20_000
"""Characters of one paragraph that are shown; a whole article in one paragraph has half as many."""
MOST_LAYOUTS = 3000


class Typeset:
    """The rows of an extract: a paragraph is one, a grid has its own. Rows count from 0 over the whole file."""

    def __init__(self, extract: Extract, font: QFont, width: int, spans: dict[int, list[list[Span]]]) -> None:
        self.extract, self._font, self._bold, self._width = extract, font, theme.bold(font), width
        metrics = QFontMetrics(font)
        self.line, self.em = metrics.height(), metrics.horizontalAdvance("年")
        self._digit = metrics.horizontalAdvance("0") + 1
        counts = (len(block.rows) if isinstance(block, Grid) else 1 for block in extract.blocks)
        self._firsts = [0, *accumulate(counts)]
        self._spans = spans
        self._edges: dict[int, list[int]] = {}
        self._layouts: dict[tuple[str, int, bool], QTextLayout] = {}
        self.heights = Heights(self._estimates())

    def place_of(self, row: int) -> tuple[int, int]:
        """Return the block of a row and, in a grid, the row in it."""
        block = bisect_right(self._firsts, row) - 1
        return block, row - self._firsts[block]

    def rows_of(self, block: int, row: int, rows: int) -> range:
        """Return the rows that an origin's block, row and number of rows stand for; none if the file is shorter."""
        if block >= len(self.extract.blocks):
            return range(0)
        if isinstance(self.extract.blocks[block], Grid):
            first, end = self._firsts[block] + row, self._firsts[block + 1]
            return range(first, min(first + rows, end))
        return range(self._firsts[block], self._firsts[min(block + rows, len(self.extract.blocks))])

    def height(self, row: int) -> int:
        """Return the height of a row; it is measured when first asked for."""
        if not self.heights.is_measured(row):
            self.heights.measure(row, self._measured(row))
        return self.heights.of(row)

    def full_width(self) -> int:
        """Return the width of the widest table among those that were looked at, margins included."""
        return max((edges[-1] for edges in self._edges.values()), default=0) + MARGIN

    def span_at(self, block: int, row: int, x: int) -> Span | None:
        """Return the cell of a grid's row at a distance from the left edge."""
        edges = self._edges_of(block)
        column = bisect_right(edges, x) - 1
        return self.spans(block)[row][column] if 0 <= column < len(edges) - 1 else None

    def spans(self, block: int) -> list[list[Span]]:
        """Return the cells of a grid by place."""
        grid = self.extract.blocks[block]
        if block not in self._spans and isinstance(grid, Grid):
            self._spans[block] = spans_of(grid)
        return self._spans[block]

    def sides(self, block: int, span: Span | None) -> tuple[int, int]:
        """Return the left edge and the width of a cell, of a whole row or of a paragraph."""
        if not isinstance(self.extract.blocks[block], Grid):
            return MARGIN // 2, max(self._width - MARGIN, 1)
        edges = self._edges_of(block)
        first, end = (0, len(edges) - 1) if span is None else (span.column, span.column + span.columns)
        return edges[first], edges[end] - edges[first]

    # ------------------------------------------------------------ painting

    def paint(self, painter: QPainter, row: int, tops: Mapping[int, int], seen: QRect, shades: Colours) -> None:
        """Paint a row; `tops` are the upper edges of the rows in view and of the one after them."""
        block, inner = self.place_of(row)
        one = self.extract.blocks[block]
        if isinstance(one, Grid):
            edges = self._edges_of(block)
            first, end = max(bisect_right(edges, seen.left()) - 1, 0), bisect_right(edges, seen.right())
            for span in dict.fromkeys(self.spans(block)[inner][first:end]):
                if span.row == inner or row - 1 not in tops:  # a cell that begins above what is in view
                    self._paint_cell(painter, (block, row - inner, span), tops, seen, shades)
            return
        is_paragraph = isinstance(one, Paragraph)
        painter.setPen(shades.ink if is_paragraph else shades.muted)
        layout = self._layout(*self._said(block))
        layout.draw(painter, QPointF(MARGIN, tops[row] + STEP // 2 + (0 if is_paragraph else 2 * STEP)))

    def _paint_cell(
        self, painter: QPainter, cell: tuple[int, int, Span], tops: Mapping[int, int], seen: QRect, shades: Colours
    ) -> None:
        block, first, span = cell
        left, width = self.sides(block, span)
        if left > seen.right() or left + width < seen.left():
            return
        top, bottom = edges(first + span.row, span.rows, tops, seen.bottom() + 1)
        rect = QRect(left, top, width, bottom - top)
        painter.setPen(QPen(shades.muted, 0))
        painter.drawRect(rect)
        grid = self.extract.blocks[block]
        words = grid.rows[span.row][span.column] if isinstance(grid, Grid) else None
        if words:
            painter.setPen(shades.ink)
            # a tall cell keeps its words in view
            self._write(painter, words, rect.intersected(seen) if span.rows > 1 else rect)

    def _write(self, painter: QPainter, words: str, rect: QRect) -> None:
        layout = self._layout(words, rect.width() - 2 * STEP, bold=False)
        bounds = layout.boundingRect()
        is_short = layout.lineCount() == 1
        x = rect.left() + (rect.width() - layout.lineAt(0).naturalTextWidth()) / 2 if is_short else rect.left() + STEP
        y = rect.top() + max((rect.height() - bounds.height()) / 2, 0)
        painter.save()
        painter.setClipRect(QRectF(rect), Qt.ClipOperation.IntersectClip)
        layout.draw(painter, QPointF(x, y))
        painter.restore()

    # ------------------------------------------------------------ measuring

    def _estimates(self) -> list[int]:
        a_line = self.line + STEP
        per_line = max(self._width // self.em, 1)
        estimates: list[int] = []
        for block in self.extract.blocks:
            if isinstance(block, Grid):
                estimates += [a_line + STEP] * len(block.rows)
            elif isinstance(block, Paragraph):
                estimates.append(a_line + self.line * (min(len(block.text), MOST_CHARACTERS) // per_line))
            else:
                estimates.append(a_line + 2 * STEP)
        return estimates

    def _measured(self, row: int) -> int:
        block, inner = self.place_of(row)
        if isinstance(self.extract.blocks[block], Grid):
            return self._grid_row_height(block, inner)
        above = 0 if isinstance(self.extract.blocks[block], Paragraph) else 2 * STEP
        return max(ceil(self._layout(*self._said(block)).boundingRect().height()), self.line) + STEP + above

    def _grid_row_height(self, block: int, row: int) -> int:
        """Return a height that is enough for every cell; one over several rows takes its share of each."""
        grid = self.extract.blocks[block]
        tallest = self.line + STEP
        for span in dict.fromkeys(self.spans(block)[row]):
            words = grid.rows[span.row][span.column] if isinstance(grid, Grid) else None
            if words:
                needed = self._words_height(words, self.sides(block, span)[1] - 2 * STEP) + STEP
                tallest = max(tallest, ceil(needed / span.rows))
        return tallest

    def _words_height(self, words: str, width: int) -> int:
        narrow = sum(character in "0123456789.,-" for character in words) if len(words) < 40 else 0
        if (len(words) - narrow) * self.em + narrow * self._digit <= width and "\n" not in words:
            return self.line
        return ceil(self._layout(words, width, bold=False).boundingRect().height())

    def _edges_of(self, block: int) -> list[int]:
        """Return where the columns of a grid begin, and where the last one ends."""
        grid = self.extract.blocks[block]
        if block not in self._edges and isinstance(grid, Grid):
            room = self._width - 2 * MARGIN
            widths = column_widths(grid, self.spans(block), room, self.em)
            self._edges[block] = list(accumulate(widths, initial=MARGIN))
        return self._edges[block]

    def _said(self, block: int) -> tuple[str, int, bool]:
        one = self.extract.blocks[block]
        if isinstance(one, Paragraph):
            return one.text, self._width - 2 * MARGIN, one.heading
        return one.name, self._width - 2 * MARGIN, False

    def _layout(self, words: str, width: int, bold: bool) -> QTextLayout:  # noqa: FBT001  the key of the cache
        key = (words, width, bold)
        if key not in self._layouts:
            if len(self._layouts) >= MOST_LAYOUTS:
                self._layouts.clear()
            self._layouts[key] = _laid_out(_shortened(words), self._bold if bold else self._font, max(width, self.em))
        return self._layouts[key]


def edges(first: int, rows: int, tops: Mapping[int, int], below: int) -> tuple[int, int]:
    """Return where a cell of some rows begins and ends; one that goes on out of view ends `below` it."""
    seen = [tops[row] for row in range(first, first + rows + 1) if row in tops]
    return seen[0], tops[first + rows] if first + rows in tops else max(seen[-1], below)


def _shortened(words: str) -> str:
    rest = len(words) - MOST_CHARACTERS
    return words if rest <= 0 else f"{words[:MOST_CHARACTERS]}……（后面还有 {rest} 字没有显示）"


def _laid_out(words: str, font: QFont, width: int) -> QTextLayout:
    layout = QTextLayout(words.replace("\n", "\u2028"), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    y = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, y))
        y += line.height()
    layout.endLayout()
    return layout
