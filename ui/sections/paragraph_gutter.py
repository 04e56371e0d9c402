"""The strip beside last year's paragraphs: ＝ where this year has the same, ← to take the paragraph over."""

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QTextCursor
from PySide6.QtWidgets import QTextEdit, QToolTip, QWidget

from core.comparing import Paragraph
from ui import theme
from ui.theme import STEP

SAME, TAKE = "＝", "←"


class ParagraphGutter(QWidget):
    """A mark beside the first line of each paragraph of `view`; a click on ← takes it. Keys have a button instead."""

    taken = Signal(int)  # the line of last year's text

    def __init__(self, view: QTextEdit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._paragraphs: tuple[Paragraph, ...] = ()
        self._under: Paragraph | None = None
        self._current: Paragraph | None = None
        self.setMouseTracking(True)
        self.setFixedWidth(view.fontMetrics().horizontalAdvance(SAME) + 2 * STEP)
        view.verticalScrollBar().valueChanged.connect(self.update)
        view.document().documentLayout().documentSizeChanged.connect(self.update)

    def show_paragraphs(self, paragraphs: tuple[Paragraph, ...]) -> None:
        """Mark these paragraphs."""
        if paragraphs != self._paragraphs:
            self._paragraphs, self._under = paragraphs, None
            self.update()

    def show_current(self, paragraph: Paragraph | None) -> None:
        """Set off the paragraph that the button beside would take."""
        if paragraph != self._current:
            self._current = paragraph
            self.update()

    def place_of(self, paragraph: Paragraph) -> QRect:
        """Return where the mark of a paragraph stands."""
        line = self._view.cursorRect(QTextCursor(self._view.document().findBlockByNumber(paragraph.line)))
        top = self._view.viewport().mapTo(self.window(), line.topLeft()).y() - self.mapTo(self.window(), QPoint()).y()
        return QRect(0, top, self.width(), line.height())

    def _at(self, place: QPoint) -> Paragraph | None:
        """Return the paragraph to take at a place, None where there is none."""
        return next(
            (each for each in self._paragraphs if not each.is_same and self.place_of(each).contains(place)), None
        )

    def sizeHint(self) -> QSize:
        return QSize(self.width(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        shades = theme.colours(self.palette())
        stark = theme.is_high_contrast(self.palette())
        for each in self._paragraphs:
            place, is_chosen = self.place_of(each), each in {self._under, self._current}
            if not place.intersects(event.rect()):
                continue
            if is_chosen:
                painter.fillRect(place, shades.selection)
            painter.setPen(shades.muted if each.is_same else shades.accent)
            if is_chosen and stark:
                painter.setPen(self.palette().color(QPalette.ColorRole.HighlightedText))
            painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), SAME if each.is_same else TAKE)
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        under = self._at(event.position().toPoint())
        if under is not self._under:
            self._under = under
            self.setCursor(Qt.CursorShape.PointingHandCursor if under else Qt.CursorShape.ArrowCursor)
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        paragraph = self._at(event.position().toPoint())
        if paragraph is not None and event.button() is Qt.MouseButton.LeftButton:
            self.taken.emit(paragraph.line)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._under = None
        self.update()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            place = event.pos()
            near = next((each for each in self._paragraphs if self.place_of(each).contains(place)), None)
            QToolTip.showText(event.globalPos(), words_about(near), self)
            return True
        return super().event(event)


def words_about(paragraph: Paragraph | None) -> str:
    """Return what the mark of a paragraph means."""
    if paragraph is None:
        return ""
    if paragraph.is_same:
        return "与上年相同"
    return "换成上年这一段" if paragraph.twin is not None else "加上上年这一段"
