"""The content of a file, top to bottom: paragraphs as wrapped text, grids as tables. For files without pages.

Only what is in view is laid out, so that 20,000 paragraphs or 60,000 cells are there at once.
"""

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QMenu, QWidget

from core.importers.extract import Extract, Grid, Origin
from ui import theme
from ui.source.origins import words_of
from ui.source.spans import Span
from ui.source.typeset import Typeset
from ui.source.zooms import next_zoom

ZOOMS = (0.75, 0.875, 1.0, 1.125, 1.25, 1.5, 2.0)


class BlocksView(QAbstractScrollArea):
    """Shows an extract (objectName `sourceBlocks`). A click tells the place; what is marked by dragging is copied."""

    place_chosen = Signal(object)  # Origin

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sourceBlocks")
        self.setAccessibleName("原件内容")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._extract = Extract(())
        self._spans: dict[int, list[list[Span]]] = {}
        self._zoom = 1.0
        self._top, self._into = 0, 0  # the row at the upper edge, and how much of it is above the edge
        self._origin: Origin | None = None
        self._marked: tuple[int, int] | None = None  # rows from where the mouse went down to where it is
        self._picked: Origin | None = None
        self._settling = False
        self._type = self._set()

    def show_extract(self, extract: Extract) -> None:
        """Show a file from its beginning."""
        self._extract, self._spans = extract, {}
        self._top = self._into = 0
        self._origin, self._marked, self._picked = None, None, None
        self._set_anew()

    def highlight(self, origin: Origin | None) -> None:
        """Mark a place, and bring it into the middle of the view unless it is well in view."""
        self._origin = origin
        rows = self._rows(origin) if origin else range(0)
        if rows:
            self._bring_in(rows)
        self.viewport().update()

    def place_rect(self, origin: Origin) -> QRect:
        """Return where in the viewport a place is now; empty if it is out of view."""
        tops = self._tops()
        whole = QRect()
        for rect in self._rects(origin, tops):
            whole = whole.united(rect)
        return whole.intersected(self.viewport().rect())

    def zoom_by(self, turn: int) -> None:
        """Show the words larger (turn > 0) or smaller."""
        self._zoom = next_zoom(ZOOMS, self._zoom, turn)
        self._set_anew()

    def copy(self) -> None:
        """Copy what is marked, or the place that was clicked last."""
        if words := self.marked_words():
            QGuiApplication.clipboard().setText(words)

    def select_all(self) -> None:
        self._marked = (0, len(self._type.heights) - 1)
        self.viewport().update()

    def marked_words(self) -> str:
        """Return the words that copying takes."""
        if self._marked is None or self._marked[0] == self._marked[1]:
            return words_of(self._extract, self._picked) if self._picked else ""
        places = (self._type.place_of(row) for row in range(min(self._marked), max(self._marked) + 1))
        return "\n".join(words_of(self._extract, Origin(block, row)) for block, row in places)

    # ------------------------------------------------------------ places

    def _rows(self, origin: Origin) -> range:
        rows = self._type.rows_of(origin.block, origin.row, origin.rows)
        span = self._span(origin)
        if not rows or span is None:
            return rows
        first = rows[0] - origin.row + span.row
        return range(first, max(first + span.rows, rows[-1] + 1))

    def _span(self, origin: Origin) -> Span | None:
        """Return the cell that covers the first place of an origin, if it is about a cell."""
        block = self._extract.blocks[origin.block] if origin.block < len(self._extract.blocks) else None
        if origin.column is None or not isinstance(block, Grid):
            return None
        spans = self._type.spans(origin.block)
        there = origin.row < len(spans) and origin.column < len(spans[origin.row])
        return spans[origin.row][origin.column] if there else None

    def _rects(self, origin: Origin, tops: dict[int, int]) -> list[QRect]:
        """Return the rectangles of a place in the viewport, one for each row in view."""
        shift = self.horizontalScrollBar().value()
        span = self._span(origin) if self._rows(origin) else None
        rects = []
        for row in self._rows(origin):
            if row in tops and row + 1 in tops:
                left, width = self._type.sides(self._type.place_of(row)[0], span)
                rects.append(QRect(left - shift, tops[row], width, tops[row + 1] - tops[row]))
        return rects

    def _tops(self) -> dict[int, int]:
        """Return the upper edges of the rows in view, and of the one after them."""
        tops, y, row = {}, -self._into, self._top
        while y <= self.viewport().height() and row < len(self._type.heights):
            tops[row] = y
            y += self._type.height(row)
            row += 1
        tops[row] = y
        return tops

    def _origin_at(self, point: QPoint) -> Origin | None:
        row = self._row_at(point.y())
        if row is None:
            return None
        block, inner = self._type.place_of(row)
        if not isinstance(self._extract.blocks[block], Grid):
            return Origin(block)
        span = self._type.span_at(block, inner, point.x() + self.horizontalScrollBar().value())
        return Origin(block, span.row, span.column) if span else None

    def _row_at(self, y: int) -> int | None:
        tops = self._tops()
        return next((row for row in tops if row + 1 in tops and tops[row] <= y < tops[row + 1]), None)

    # ------------------------------------------------------------ scrolling

    def _bring_in(self, rows: range) -> None:
        """Move so that rows stand in the middle; rows that stand well in view stay where they are."""
        view = self.viewport().height()
        rim = view // 6
        tops = self._tops()
        if rows[0] in tops and rows[-1] + 1 in tops and rim <= tops[rows[0]] and tops[rows[-1] + 1] <= view - rim:
            return
        tall = 0
        for row in rows:
            tall += self._type.height(row)
            if tall > view:
                break
        above = max((view - tall) // 2, rim)
        self._top, self._into = rows[0], 0
        self._go_up(above)
        self._settle()

    def _go_up(self, by: int) -> None:
        """Move towards the beginning by a distance."""
        into = self._into - by
        while into < 0 and self._top > 0:
            self._top -= 1
            into += self._type.height(self._top)
        self._into = max(into, 0)

    def _settle(self) -> None:
        """Leave no empty room below the last row, and tell the scroll bars where the view is."""
        heights, view = self._type.heights, self.viewport().height()
        last = max(self._tops().values(), default=0)
        if last < view and len(heights):
            self._go_up(view - last)
        bar, wide = self.verticalScrollBar(), self.horizontalScrollBar()
        self._settling = True
        bar.setPageStep(view)
        bar.setSingleStep(self._type.line)
        bar.setRange(0, max(heights.top(len(heights)) - view, 0))
        bar.setValue(heights.top(self._top) + self._into if len(heights) else 0)
        wide.setPageStep(self.viewport().width())
        wide.setSingleStep(self._type.em)
        wide.setRange(0, max(self._type.full_width() - self.viewport().width(), 0))
        self._settling = False

    def _set(self) -> Typeset:
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * self._zoom)
        return Typeset(self._extract, font, self.viewport().width(), self._spans)

    def _set_anew(self) -> None:
        """Set the rows for another width or size of type; the row at the upper edge stays there."""
        self._type = self._set()
        self._into = min(self._into, self._type.height(self._top)) if len(self._type.heights) else 0
        self._settle()
        self.viewport().update()

    # ------------------------------------------------------------ painting

    def _paint_marks(self, painter: QPainter, tops: dict[int, int]) -> None:
        shades = theme.colours(self.palette())
        if self._marked and self._marked[0] != self._marked[1]:
            for row in range(min(self._marked), max(self._marked) + 1):
                if row in tops and row + 1 in tops:
                    height = tops[row + 1] - tops[row]
                    painter.fillRect(0, tops[row], self.viewport().width(), height, shades.selection)
        if self._origin is not None:
            soft = QColor(shades.accent)
            soft.setAlpha(30)
            for rect in self._rects(self._origin, tops):
                painter.fillRect(rect, soft)

    def _paint_frame(self, painter: QPainter, tops: dict[int, int]) -> None:
        rects = self._rects(self._origin, tops) if self._origin else []
        if rects:
            whole = rects[0]
            for rect in rects[1:]:
                whole = whole.united(rect)
            painter.setPen(QPen(theme.colours(self.palette()).accent, 2))
            painter.drawRect(whole.adjusted(1, 1, -1, -1) if whole.height() > 4 else whole)

    # ------------------------------------------------------------ Qt

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        shades = theme.colours(self.palette())
        painter.fillRect(self.viewport().rect(), shades.paper)
        tops = self._tops()
        self._paint_marks(painter, tops)
        shift = self.horizontalScrollBar().value()
        painter.translate(-shift, 0)
        seen = self.viewport().rect().translated(shift, 0)
        for row in list(tops)[:-1]:
            self._type.paint(painter, row, tops, seen, shades)
        painter.translate(shift, 0)
        self._paint_frame(painter, tops)
        painter.end()
        self._settle()  # what was measured just now changes the whole height

    def scrollContentsBy(self, _dx: int, dy: int) -> None:
        if not self._settling and dy:
            self._top, self._into = self._type.heights.at(self.verticalScrollBar().value())
            self._settle()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_anew()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(event.angleDelta().y())
            event.accept()
        else:
            super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self._row_at(event.position().toPoint().y())
        if event.button() is Qt.MouseButton.LeftButton and row is not None:
            self._marked = (row, row)
            self._picked = self._origin_at(event.position().toPoint())
            self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        row = self._row_at(event.position().toPoint().y())
        if event.buttons() & Qt.MouseButton.LeftButton and self._marked and row is not None:
            self._marked = (self._marked[0], row)
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        is_click = self._marked is not None and self._marked[0] == self._marked[1]
        if event.button() is Qt.MouseButton.LeftButton and is_click and self._picked is not None:
            self.place_chosen.emit(self._picked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.select_all()
        elif event.key() == Qt.Key.Key_Home:
            bar.setValue(0)
        elif event.key() == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.addAction("复制(&C)", self.copy).setEnabled(bool(self.marked_words()))
        menu.addAction("全选(&A)", self.select_all)
        menu.exec(event.globalPos())
