"""The view of the preview: pages on which every value and every text can be pointed at, and leads to its source."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QToolTip, QWidget

from core.exporters.marks import Spot
from core.form.layout import Form
from ui.preview.column import FIT_PAGE
from ui.preview.pages import PagesView
from ui.preview.press import Pull
from ui.preview.spots import spot_at, spots_of, words_of

MARK = "#1f4e8c"  # the accent on white: the paper stays white in dark mode
RIM, NARROWEST = 2, 60
"""Pixels: between what is framed and its frame; of a view in which anything can be seen."""


class PreviewView(PagesView):
    """Shows what came off the press (objectName `previewPages`).

    Pointing at a value frames and names it, a click goes to where it is filled in; so do ← and → with Enter.
    """

    chosen = Signal(str)  # target of the spot
    named = Signal(str)  # what is framed, in words; nothing where nothing is

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("previewPages")
        self.setAccessibleName("打印预览")
        self.viewport().setMouseTracking(True)
        self._spots: tuple[Spot, ...] = ()
        self._form: Form | None = None
        self._marked: Spot | None = None  # by the mouse or the arrows
        self._here: list[Spot] = []  # where the clerk is typing
        self._target, self._is_sought = "", False
        self._pressed: QPointF | None = None
        self.told.connect(self._speak)

    def show_pull(self, pull: Pull) -> None:
        """Show what came off the press; the place where the clerk is at work stays in view if it is there."""
        self._is_sought |= self._seen_here(self._area()) is not None
        self._spots, self._form = pull.composed.spots, pull.report.form
        self._marked = next((spot for spot in self._spots if self._marked and _is_same(spot, self._marked)), None)
        self.show_pages(pull.versions, pull.tiles)
        self._find_here()

    def clear(self) -> None:
        """Show nothing; what comes next is searched afresh for the place where the clerk is at work."""
        self._spots, self._marked, self._here, self._is_sought = (), None, [], True
        super().clear()

    def show_here(self, target: str) -> None:
        """Mark the place where the clerk is at work, and bring it into view unless a part of it is there."""
        if target != self._target:
            self.seek_here(target)

    def seek_here(self, target: str) -> None:
        """Do as `show_here`, also if the clerk is still there but leafed elsewhere."""
        self._target, self._is_sought = target, True
        if self._spots:
            self._find_here()

    @property
    def marked(self) -> str:
        """The target of what is framed, or nothing."""
        return self._marked.target if self._marked else ""

    def rect_of(self, target: str) -> QRectF:
        """Return where in the viewport a cell or text is first shown; empty where it is not on paper."""
        found = spots_of(self._spots, target)
        return self._rect(self._spots[found[0]]) if found else QRectF()

    # ------------------------------------------------------------ inside

    def _find_here(self) -> None:
        """Mark where on paper the clerk is at work; once, for each place, it is brought into view.

        A view that is just being laid out has no width yet, and all pages would seem to stand in it: that comes later.
        """
        self._here = [self._spots[at] for at in spots_of(self._spots, self._target)]
        if self._is_sought and self.viewport().width() >= NARROWEST:
            self._is_sought = False
            if self._here and self._seen_here(self._area()) is None:
                self._bring_spot(self._here[0])
        self.viewport().update()

    def _seen_here(self, area: QRectF) -> Spot | None:
        """Return what of the place where the clerk is at work can be seen in a part of the viewport."""
        return next((spot for spot in self._here if self._rect(spot).intersects(area)), None)

    def _bring_spot(self, spot: Spot) -> None:
        """Bring a spot into view; where whole pages are shown, all of its page."""
        if self.zoom == FIT_PAGE:
            self.turn_to(spot.page)
        else:
            self.bring_in(self._rect(spot).translated(self._shift()))

    def _area(self) -> QRectF:
        return QRectF(self.viewport().rect())

    def _rect(self, spot: Spot) -> QRectF:
        place = self._column.rect_of(spot.page, spot.x, spot.y, spot.width, spot.height)
        return place.translated(-self._shift())

    def _spot_under(self, point: QPointF) -> Spot | None:
        place = self._column.place(point + self._shift())
        return spot_at(self._spots, *place) if place else None

    def _mark(self, spot: Spot | None) -> None:
        if spot == self._marked:
            return
        self._marked = spot
        words = words_of(self._form, spot.target) if spot and self._form else ""
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if spot else Qt.CursorShape.ArrowCursor)
        self.viewport().update()
        self.named.emit(words)

    def _step(self, by: int) -> None:
        """Frame the next or the previous spot; where none is framed, the first in view."""
        if not self._spots:
            return
        if self._marked in self._spots:
            at = min(max(self._spots.index(self._marked) + by, 0), len(self._spots) - 1)
        else:
            seen = (at for at, spot in enumerate(self._spots) if self._area().contains(self._rect(spot)))
            at = next(seen, 0)
        self._mark(self._spots[at])
        self._bring_spot(self._spots[at])
        self._speak(self.page + 1, len(self._versions), round(self.percent))

    def _speak(self, page: int, pages: int, percent: int) -> None:
        """Tell a screen reader where the view is."""
        framed = f"，{words_of(self._form, self._marked.target)}" if self._marked and self._form else ""
        words = f"第 {page} 页，共 {pages} 页，{percent}%{framed}"
        if self.accessibleDescription() != words:
            self.setAccessibleDescription(words)

    # ------------------------------------------------------------ Qt

    def paint_over(self, painter: QPainter) -> None:
        soft = QColor(MARK)
        soft.setAlpha(26)
        painter.setPen(Qt.PenStyle.NoPen)
        for spot in self._here:
            rect = self._rect(spot)
            if "." in spot.target:
                painter.fillRect(rect, soft)
            else:  # a text: a line beside it, not to be read through a colour
                painter.fillRect(QRectF(rect.left() - 4 * RIM, rect.top(), RIM, rect.height()), QColor(MARK))
        if self._marked is not None:
            painter.setPen(QPen(QColor(MARK), 1.5))
            painter.setBrush(soft if "." in self._marked.target else Qt.BrushStyle.NoBrush)
            painter.drawRect(self._rect(self._marked).adjusted(-RIM, -RIM, RIM, RIM))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the place where the clerk is at work in view; while panes move, sizes come and go that nobody sees."""
        seen = self._seen_here(QRectF(QPointF(0, 0), QSizeF(event.oldSize())))
        super().resizeEvent(event)
        if seen is not None and ("." in seen.target or not self._rect(seen).intersects(self._area())):
            self._bring_spot(seen)
        if self._is_sought and self._spots:
            self._find_here()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._mark(self._spot_under(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        if pressed is None or (event.position() - pressed).manhattanLength() > 6:
            return
        spot = self._spot_under(event.position())
        if spot is not None:
            self.chosen.emit(spot.target)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Leave:
            self._mark(None)
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            spot = self._spot_under(QPointF(event.pos()))
            words = f"{words_of(self._form, spot.target)}\n点一下，转到这里" if spot and self._form else ""
            QToolTip.showText(event.globalPos(), words, self.viewport())
            return True
        return super().viewportEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._mark(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, bar = event.key(), self.verticalScrollBar()
        if key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self._step(1 if key == Qt.Key.Key_Right else -1)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self._marked is not None:
                self.chosen.emit(self._marked.target)
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            bar.setValue(0 if key == Qt.Key.Key_Home else bar.maximum())
        elif key in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Space}:
            self._leaf(-1 if key == Qt.Key.Key_PageUp else 1)
        else:
            super().keyPressEvent(event)

    def _leaf(self, by: int) -> None:
        """Go on by what the view holds, or, where it holds a whole page, to the next page."""
        if self._column.page_size[1] <= self.viewport().height():
            self.turn_to(self.page + by)
        else:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + by * bar.pageStep())


def _is_same(one: Spot, other: Spot) -> bool:
    """Whether two spots are of one thing on one page."""
    return (one.page, one.target) == (other.page, other.target)
