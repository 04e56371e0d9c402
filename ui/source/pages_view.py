"""The pages of a file as pictures, below each other: for PDF files and for pictures of a report."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from core.importers.extract import Extract, Origin
from ui import theme
from ui.source.origins import boxes_of, origin_at
from ui.source.page_store import Fetch, PageStore
from ui.source.sheets import Sheets, Size
from ui.source.zooms import next_zoom

ZOOMS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0)
MARK = "#1f4e8c"  # the accent on white: page pictures stay white in dark mode
CALM_MS = 40  # while the view is being scrolled or drawn wider, only every so often is a picture asked for
RIM = 3
"""Pixels between what is marked and its frame."""


class PagesView(QAbstractScrollArea):
    """Shows pages (objectName `sourcePages`): the wheel scrolls, with Ctrl it zooms, a drag moves, a click tells."""

    place_chosen = Signal(object)  # Origin
    told = Signal(str)  # which page is in view, and how large
    failed = Signal(object)  # UserError: a picture cannot be had

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sourcePages")
        self.setAccessibleName("原件页面")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # pages are as wide with it as without
        self._extract = Extract(())
        self._sizes: Sequence[Size] = ()
        self._store: PageStore | None = None
        self._zoom = 1.0
        self._origin: Origin | None = None
        self._pressed: QPoint | None = None
        self._is_dragged = False
        self._sheets = Sheets((), self.viewport().width(), 1.0)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(CALM_MS)
        self._soon.timeout.connect(self._want)

    def show_pages(self, sizes: Sequence[Size], fetch: Fetch, extract: Extract) -> None:
        """Show pages of these sizes in points; `extract` tells what is printed where."""
        self.clear()
        self._extract, self._sizes = extract, sizes
        self._store = PageStore(fetch, self)
        self._store.arrived.connect(lambda _: self.viewport().update())
        self._store.failed.connect(self.failed)
        self._lay_out()
        self.verticalScrollBar().setValue(0)
        self.horizontalScrollBar().setValue(0)
        self._look()

    def clear(self) -> None:
        """Show nothing, and end the fetching of pictures."""
        if self._store is not None:
            self._store.forget()
            self._store.deleteLater()
        self._store, self._sizes, self._origin = None, (), None
        self._extract = Extract(())
        self._lay_out()

    def highlight(self, origin: Origin | None) -> None:
        """Frame a place, and bring it into the middle of the view unless it is well in view."""
        self._origin = origin
        rect = self._marked()
        if not rect.isEmpty():
            self._bring_in(rect.toRect())
        self.viewport().update()

    def marked_rect(self) -> QRect:
        """Return where in the viewport the marked place is."""
        return self._marked().translated(-self._shift()).toRect()

    def kept_pages(self) -> list[int]:
        """Return the pages whose pictures are there."""
        return self._store.kept_pages() if self._store else []

    def zoom_by(self, turn: int, around: QPointF | None = None) -> None:
        """Show pages larger (turn > 0) or smaller; the point of the viewport stays where it is."""
        self.set_zoom(next_zoom(ZOOMS, self._zoom, turn), around)

    def set_zoom(self, zoom: float, around: QPointF | None = None) -> None:
        """Show pages in a size; 1.0 is as wide as the view."""
        point = around or QPointF(self.viewport().rect().center())
        at, before = point + self._shift(), self._sheets.size
        self._zoom = zoom
        self._lay_out()
        after = self._sheets.size
        self.horizontalScrollBar().setValue(round(at.x() * after[0] / max(before[0], 1) - point.x()))
        self.verticalScrollBar().setValue(round(at.y() * after[1] / max(before[1], 1) - point.y()))
        self._look()

    # ------------------------------------------------------------ inside

    def _marks(self) -> list[QRectF]:
        """Return the place that is marked: one rectangle on each page that it stands on."""
        marks: dict[int, QRectF] = {}
        for box in boxes_of(self._extract, self._origin) if self._origin else ():
            marks[box.page] = marks.get(box.page, QRectF()).united(self._sheets.rect_of(box))
        return [mark for mark in marks.values() if not mark.isEmpty()]

    def _marked(self) -> QRectF:
        """Return the marked place on the page where it begins."""
        return next(iter(self._marks()), QRectF())

    def _bring_in(self, rect: QRect) -> None:
        view = self.viewport().rect().translated(self._shift().toPoint())
        rim = view.height() // 6
        if rect.top() < view.top() + rim or rect.bottom() > view.bottom() - rim:
            above = max((view.height() - rect.height()) // 2, rim)
            self.verticalScrollBar().setValue(rect.top() - above)
        if rect.left() < view.left() or rect.right() > view.right():
            self.horizontalScrollBar().setValue(rect.left() - max((view.width() - rect.width()) // 2, 0))

    def _shift(self) -> QPointF:
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _lay_out(self) -> None:
        view = self.viewport()
        self._sheets = Sheets(self._sizes, view.width(), self._zoom)
        wide, high = self._sheets.size
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setRange(0, max(wide - view.width(), 0))
        down.setRange(0, max(high - view.height(), 0))
        for bar, step in ((across, view.width()), (down, view.height())):
            bar.setPageStep(max(step - 40, 1))
            bar.setSingleStep(30)
        view.update()

    def _look(self) -> None:
        """Want the pages in view, sharp on this screen, and say which they are."""
        top = self.verticalScrollBar().value()
        seen = self._sheets.seen(top, top + self.viewport().height())
        if seen:
            self.told.emit(f"第 {seen[0] + 1} 页，共 {len(self._sizes)} 页 · {round(self._zoom * 100)} %")
            if not self._soon.isActive():
                self._soon.start()

    def _want(self) -> None:
        top = self.verticalScrollBar().value()
        seen = self._sheets.seen(top, top + self.viewport().height())
        if self._store is not None and seen and self.isVisible():
            self._store.want(seen, ceil(self._sheets.page_width * self.devicePixelRatioF()))

    def _paint_page(self, painter: QPainter, page: int) -> None:
        shades = theme.colours(self.palette())
        rect = self._aligned(self._sheets.rect(page).translated(-self._shift()))
        picture = self._store.picture(page) if self._store else None
        painter.fillRect(rect, QColor("white"))
        if picture is not None:
            painter.drawPixmap(rect, picture, QRectF(picture.rect()))
        else:
            painter.setPen(QColor("#6b6b6b"))  # on white paper, whatever the palette
            painter.drawText(
                rect.intersected(QRectF(self.viewport().rect())), Qt.AlignmentFlag.AlignCenter, "正在显示…"
            )
        painter.setPen(QPen(shades.grid, 0))
        painter.drawRect(rect)

    def _aligned(self, rect: QRectF) -> QRectF:
        """Return a rectangle moved onto whole pixels of the screen, where a picture of that size stays sharp."""
        ratio = self.devicePixelRatioF()
        if ratio == 1.0:
            return rect
        base = QPointF(self.viewport().mapTo(self.window(), QPoint(0, 0)))
        corner = (rect.topLeft() + base) * ratio
        corner = QPointF(round(corner.x()) / ratio, round(corner.y()) / ratio) - base
        width = ceil(rect.width() * ratio) / ratio
        return QRectF(corner, QSizeF(width, rect.height() * width / rect.width()))

    # ------------------------------------------------------------ Qt

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        shades = theme.colours(self.palette())
        painter.fillRect(self.viewport().rect(), shades.grid)
        top = self.verticalScrollBar().value()
        for page in self._sheets.seen(top, top + self.viewport().height()):
            self._paint_page(painter, page)
        soft = QColor(MARK)
        painter.setPen(QPen(soft, 2))
        soft.setAlpha(36)
        painter.setBrush(soft)
        for mark in self._marks():
            painter.drawRect(mark.translated(-self._shift()).adjusted(-RIM, -RIM, RIM, RIM))
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._look()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        self.viewport().update()
        self._look()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        top = self._sheets.size[1]
        value = self.verticalScrollBar().value()
        self._lay_out()
        if top:
            self.verticalScrollBar().setValue(round(value * self._sheets.size[1] / top))
        self._look()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(event.angleDelta().y(), event.position())
            event.accept()
        else:
            super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed, self._is_dragged = event.position().toPoint(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        now = event.position().toPoint()
        if self._is_dragged or (now - self._pressed).manhattanLength() > 6:
            self._is_dragged = True
            moved = now - self._pressed
            self._pressed = now
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - moved.x())
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() - moved.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        was_click = self._pressed is not None and not self._is_dragged
        self._pressed = None
        place = self._sheets.place(event.position() + self._shift()) if was_click else None
        origin = origin_at(self._extract, *place) if place else None
        if origin is not None:
            self.place_chosen.emit(origin)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar, key = self.verticalScrollBar(), event.key()
        if key in {Qt.Key.Key_Plus, Qt.Key.Key_Equal}:
            self.zoom_by(1)
        elif key == Qt.Key.Key_Minus:
            self.zoom_by(-1)
        elif key == Qt.Key.Key_0:
            self.set_zoom(1.0)
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            bar.setValue(0 if key == Qt.Key.Key_Home else bar.maximum())
        else:
            super().keyPressEvent(event)
