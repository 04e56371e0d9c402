"""The pages of the preview in a view that scrolls: sharp at any size, only what is in view is drawn.

What is to be drawn is asked for by `wanted`; what was drawn is brought by `show_pages` and `add`. Until then the older
picture stays.
"""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from ui import theme
from ui.preview.column import FIT_PAGE, FIT_WIDTH, GAP, Column, Zoom, next_percent, scale_for
from ui.preview.sheet import Sheet, paint_sheet
from ui.preview.tiles import Look, Tile, Tiles, tiles_in

A4 = (210 * 72 / 25.4, 297 * 72 / 25.4)
CALM_MS = 15  # while the view is scrolled, only every so often is a picture asked for


class PagesView(QAbstractScrollArea):
    """Shows pages below each other: the wheel scrolls, with Ctrl it zooms."""

    wanted = Signal()  # ask `needed` what is in view
    told = Signal(int, int, int)  # the page in view counted from 1, how many there are, per cent

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # pages are as wide with it as without
        self.zoom: Zoom = FIT_WIDTH
        self._versions: Sequence[int] = ()
        self._tiles = Tiles()
        self._column = Column(A4, 0, self.viewport().size(), 1.0)
        self._calm = QTimer(self, singleShot=True, interval=CALM_MS)
        self._calm.timeout.connect(self.wanted)

    # ------------------------------------------------------------ what is shown

    @property
    def percent(self) -> float:
        """The size of the pages; 100 is that of the paper."""
        return self._column.scale * 72 / self.logicalDpiX() * 100

    @property
    def page(self) -> int:
        """The page that fills most of the view, counted from 0; -1 where there is none."""
        return next(iter(self._seen()), -1)

    @property
    def is_fresh(self) -> bool:
        """Whether everything in view is as it should be."""
        return all(tile in self._tiles for tile in self.needed())

    def needed(self) -> list[Tile]:
        """Return the tiles in view; before the first page is known, those of a page that would be."""
        if not self._versions:
            self._column = self._laid_out(1)
        tiles = [tile for page in self._seen() for tile in self._tiles_of(page)]
        if not self._versions:
            self._column = self._laid_out(0)
        return tiles

    def kept(self) -> frozenset[Tile]:
        """Return those of the tiles in view that are there."""
        return frozenset(tile for tile in self.needed() if tile in self._tiles)

    def show_pages(self, versions: Sequence[int], tiles: dict[Tile, QImage]) -> None:
        """Show pages of these versions, with the pictures that were drawn of them; the scroll place stays."""
        count = len(self._versions)
        self._versions = tuple(versions)
        for tile, picture in tiles.items():
            self._tiles.keep(tile, picture)
        if len(versions) != count:
            self._tiles.forget(len(versions))
            self._lay_out()
        for page in self._seen():
            self._note_whole(page)
        self._tiles.spare(self.needed())
        self._look()

    def clear(self) -> None:
        """Show nothing."""
        self._versions = ()
        self._tiles.forget()
        self._lay_out()

    def bytes(self) -> int:
        """Return how much memory the pictures take."""
        return self._tiles.bytes

    # ------------------------------------------------------------ moving about

    def turn_to(self, page: int) -> None:
        """Bring the top of a page (from 0) to the top of the view."""
        page = min(max(page, 0), len(self._versions) - 1)
        if page >= 0:
            self.verticalScrollBar().setValue(round(self._column.rect(page).top()) - GAP)

    def bring_in(self, rect: QRectF) -> None:
        """Scroll until a place is well in view, but not where it is already."""
        view = QRectF(self.viewport().rect()).translated(self._shift())
        rim = view.height() / 8
        if rect.top() < view.top() or min(rect.bottom(), rect.top() + rim) > view.bottom():
            self.verticalScrollBar().setValue(round(rect.top() - max((view.height() - rect.height()) / 2, rim)))
        if rect.left() < view.left() or rect.right() > view.right():
            self.horizontalScrollBar().setValue(round(rect.left() - max((view.width() - rect.width()) / 2, 0)))

    def set_zoom(self, zoom: Zoom, around: QPointF | None = None) -> None:
        """Show pages in a size; the point of the viewport (its middle) stays where it is."""
        point = around or QPointF(self.viewport().rect().center())
        before, page = self._column, self.page
        self.zoom = zoom
        self._lay_out(self._anchor(before, point), point)
        if zoom == FIT_PAGE:
            self.turn_to(page)
        self._look()

    def turn_zoom(self, turn: int, around: QPointF | None = None) -> None:
        """Show pages larger (turn > 0) or smaller."""
        self.set_zoom(next_percent(self.percent, turn), around)

    # ------------------------------------------------------------ inside

    def _laid_out(self, count: int) -> Column:
        size = self.viewport().size()
        return Column(A4, count, size, scale_for(self.zoom, A4, size, self.logicalDpiX()))

    def _lay_out(self, anchor: tuple[float, QPointF] | None = None, point: QPointF | None = None) -> None:
        """Lay the pages out anew; where an anchor is given, it comes to lie at the point of the viewport."""
        self._column = self._laid_out(len(self._versions))
        wide, high = self._column.size
        view = self.viewport()
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setRange(0, max(wide - view.width(), 0))
        down.setRange(0, max(high - view.height(), 0))
        for bar, step in ((across, view.width()), (down, view.height())):
            bar.setPageStep(max(step - 40, 1))
            bar.setSingleStep(40)
        if anchor is not None and point is not None and self._versions:
            page = self._column.rect(min(int(anchor[0]), len(self._versions) - 1))
            at = anchor[1] * self._column.scale
            across.setValue(round(page.left() + at.x() - point.x()))
            down.setValue(round(page.top() + at.y() - point.y()))
        view.update()

    def _anchor(self, column: Column, point: QPointF) -> tuple[float, QPointF] | None:
        """Return the page at a point of the viewport or just above, and the place on it in points from its top."""
        if not column.count:
            return None
        at = point + self._shift()
        step = column.page_size[1] + GAP
        page = min(max(int((at.y() - GAP) // step), 0), column.count - 1)
        return page, (at - column.rect(page).topLeft()) * (1 / column.scale)

    def _shift(self) -> QPointF:
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _seen(self) -> list[int]:
        return self._column.seen(self.verticalScrollBar().value())

    def _sheet(self, page: int) -> tuple[QPointF, Look]:
        """Return where a page lies in dots of the screen, on whole ones so that it is sharp, and how it looks."""
        ratio = self.devicePixelRatioF()
        rect = self._column.rect(page).translated(-self._shift())
        base = QPointF(self.viewport().mapTo(self.window(), QPoint(0, 0)))
        corner = (rect.topLeft() + base) * ratio
        version = self._versions[page] if page < len(self._versions) else 0
        look = Look(version, max(round(rect.width() * ratio), 1), max(round(rect.height() * ratio), 1))
        return QPointF(round(corner.x()), round(corner.y())) - base * ratio, look

    def _tiles_of(self, page: int) -> list[Tile]:
        ratio = self.devicePixelRatioF()
        corner, look = self._sheet(page)
        size = QSize(ceil(self.viewport().width() * ratio), ceil(self.viewport().height() * ratio))
        return tiles_in(page, look, QRectF(QPointF(0, 0), size).translated(-corner))

    def _note_whole(self, page: int) -> bool:
        """Tell whether all of a page that is in view is there; its older pictures have then served."""
        is_whole = all(tile in self._tiles for tile in self._tiles_of(page))
        if is_whole:
            self._tiles.was_whole(page, self._sheet(page)[1])
        return is_whole

    def _look(self) -> None:
        """See to what came into view."""
        self.viewport().update()
        self._tell()
        if not self.is_fresh:
            self._want()

    def _want(self) -> None:
        if self.isVisible() and not self._calm.isActive():
            self._calm.start()

    def _tell(self) -> None:
        self.told.emit(self.page + 1, len(self._versions), round(self.percent))

    def _paint_page(self, painter: QPainter, page: int) -> None:
        self._note_whole(page)
        corner, look = self._sheet(page)
        sheet = Sheet(page, look, corner, 1 / self.devicePixelRatioF())
        paint_sheet(painter, sheet, self._tiles_of(page), self._tiles, theme.colours(self.palette()).grid)

    # ------------------------------------------------------------ Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(event.rect(), theme.colours(self.palette()).grid)
        for page in self._seen():
            if self._painted_rect(page).intersects(event.rect()):
                self._paint_page(painter, page)
        self.paint_over(painter)
        painter.end()

    def _painted_rect(self, page: int) -> QRect:
        return self._column.rect(page).translated(-self._shift()).toAlignedRect().adjusted(-2, -2, 2, 2)

    def paint_over(self, painter: QPainter) -> None:
        """Draw what lies over the pages; here nothing does."""

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self._look()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        self._look()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        anchor = self._anchor(self._column, QPointF(0, 0))
        self._lay_out(anchor, QPointF(0, 0))
        self._look()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.turn_zoom(event.angleDelta().y(), event.position())
            event.accept()
        else:
            super().wheelEvent(event)
