"""Draws a finding: its mark by shape and colour, what is the matter, and the most probable remedy with a button."""

from dataclasses import replace
from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from core.finding import Severity
from core.rewording import Difference
from ui import theme
from ui.findings.difference import height_of, laid_out
from ui.findings.model import ROW
from ui.findings.rows import Row
from ui.theme import STEP, Colours

Index = QModelIndex | QPersistentModelIndex

WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
MEND = "改"
OPEN, CLOSED = "▾", "▸"
TALL = 100_000
MOST_SIZES = 400
MOST_PICTURES = 40
"""Lines that are kept as they were drawn: more than show at once."""
_NOUGHTS = str.maketrans("123456789", "000000000")


class Look(NamedTuple):
    """What a picture of a line depends on beside the line."""

    selected: bool
    hovered: bool
    focused: bool
    palette: int
    ratio: float


class FindingDelegate(QStyledItemDelegate):
    """One line of the list. Heights are remembered by words and width."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self._heights: dict[tuple[str, int, bool], int] = {}
        self._sizes: dict[Row, QSize] = {}
        self._changes: dict[tuple[Difference, int], int] = {}
        self._pictures: dict[tuple[Row, Look, int, int], QPixmap] = {}
        self._is_even = False  # all figures of the font are equally wide
        self._room = 0

    def fit(self) -> None:
        """Take the view's width to write in: as if the scroll bar were there, so that no word moves when it comes.

        The remembered heights are given up: the width or the font has changed.
        """
        self._room = self._view.width() - self._view.verticalScrollBar().sizeHint().width()
        for known in (self._heights, self._sizes, self._changes, self._pictures):
            known.clear()
        self._is_even = all(_has_even_figures(font) for font in (self._view.font(), theme.small(self._view.font())))

    def mend_rect(self, line: QRect, row: Row) -> QRect:
        """Return where the button 改 of a line stands; empty where it has none."""
        if not row.can_mend:
            return QRect()
        fine = QFontMetrics(theme.small(self._view.font()))
        size = QSize(fine.horizontalAdvance(MEND) + 4 * STEP, fine.height() + STEP)
        beside = 8 if row.is_group else 2  # the arrow of a group stands at its right
        corner = QPoint(line.right() - beside * STEP - size.width(), line.bottom() - STEP - size.height())
        return QRect(corner, size)

    def line_rect(self, item: QRect) -> QRect:
        """Return the part of an item that is written in."""
        return QRect(item.left(), item.top(), self._room, item.height())

    def fold_rect(self, line: QRect, row: Row) -> QRect:
        """Return where a click opens or closes a group; empty for other lines."""
        return QRect(line.right() - 8 * STEP, line.top(), 8 * STEP, line.height()) if row.is_group else QRect()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Show the picture of a line; most stay as they are at a key."""
        row: Row = index.data(ROW)
        rect, look = _rect(option), self._look(option)
        key = (row, look, rect.width(), rect.height())
        if key not in self._pictures:
            if len(self._pictures) >= MOST_PICTURES:
                self._pictures.clear()
            self._pictures[key] = self._drawn(row, look, rect.size())
        painter.drawPixmap(rect.topLeft(), self._pictures[key])

    def _look(self, option: QStyleOptionViewItem) -> Look:
        state, view = option.state, self._view  # type: ignore[attr-defined]  # not in Qt's stubs
        selected = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        return Look(
            selected, hovered, selected and view.hasFocus(), view.palette().cacheKey(), view.devicePixelRatioF()
        )

    def _drawn(self, row: Row, look: Look, size: QSize) -> QPixmap:
        """Draw a line, in the pixels of the screen."""
        drawn = QPixmap(QSize(ceil(size.width() * look.ratio), ceil(size.height() * look.ratio)))
        drawn.setDevicePixelRatio(look.ratio)
        drawn.fill(self._view.palette().color(QPalette.ColorRole.Base))
        painter = QPainter(drawn)
        self._draw(painter, row, look, QRect(QPoint(0, 0), size))
        painter.end()
        return drawn

    def _draw(self, painter: QPainter, row: Row, look: Look, line: QRect) -> None:
        shades = self._shades(look)
        _paint_ground(painter, line, look, shades)
        line = self.line_rect(line)
        words = self._words_rect(line, row)
        painter.setFont(self._view.font())
        painter.setPen(_shade(row, shades))
        if not row.is_child:
            painter.drawText(QRect(line.left() + 2 * STEP, words.top(), 5 * STEP, words.height()), WRAPPED, row.mark)
        painter.setPen(shades.ink if row.reason is None else shades.muted)
        painter.drawText(words, WRAPPED, row.words)
        if row.is_group:
            painter.setPen(shades.muted)
            painter.drawText(self.fold_rect(line, row), Qt.AlignmentFlag.AlignCenter, OPEN if row.is_open else CLOSED)
        self._paint_second(painter, line, words, row, shades)

    def measure(self, row: Row) -> QSize:
        """Return the size of a line; remembered, for hundreds are laid out at every change of a cell."""
        known = self._sizes.get(row)
        if known is None:
            for sizes in (self._sizes, self._heights, self._changes):  # every key brings lines of other figures
                if len(sizes) >= MOST_SIZES:
                    sizes.clear()
            known = self._sizes[row] = self._measured(row)
        return known

    def _measured(self, row: Row) -> QSize:
        words = self._words_rect(QRect(0, 0, self._room, 0), row).width()
        height = self._height(row.words, words, fine=False) + 2 * STEP
        if second := _second(row):
            button = self.mend_rect(QRect(0, 0, self._room, 0), row)
            height += self._second_height(row, second, words - button.width()) + STEP
        return QSize(self._room, height + 1)

    def _shades(self, look: Look) -> Colours:
        """The colours of a line; with high contrast a chosen one is written in the colour that goes with its ground."""
        palette = self._view.palette()
        shades = theme.colours(palette)
        if not (look.selected and theme.is_high_contrast(palette)):
            return shades
        ink = palette.color(QPalette.ColorRole.HighlightedText)
        return replace(shades, ink=ink, muted=ink, accent=ink, error=ink, warning=ink, ok=ink, paper=shades.selection)

    def _paint_second(self, painter: QPainter, line: QRect, words: QRect, row: Row, shades: Colours) -> None:
        """The line below the words: what is most probably wrong, or why it is right as it stands."""
        second = _second(row)
        if not second:
            return
        painter.setFont(theme.small(self._view.font()))
        painter.setPen(shades.ok if row.reason is not None else shades.muted if row.change else shades.accent)
        button = self.mend_rect(line, row)
        top = words.top() + self._height(row.words, words.width(), fine=False) + STEP
        room = QRect(words.left(), top, words.width() - button.width(), line.bottom() - top)
        if row.change and row.reason is None:
            font = theme.small(self._view.font())
            laid_out(row.change, font, room.width(), shades).draw(painter, QPointF(room.topLeft()))
        else:
            painter.drawText(room, WRAPPED, second)
        if button:
            painter.setPen(shades.accent)
            painter.setBrush(shades.paper)
            painter.drawRoundedRect(button, 3, 3)
            painter.drawText(button, Qt.AlignmentFlag.AlignCenter, MEND)

    def _second_height(self, row: Row, second: str, width: int) -> int:
        if row.change is None or row.reason is not None:
            return self._height(second, width, fine=True)
        change = row.change
        shape = Difference(*map(self._shape, (change.before, change.old, change.new, change.after)))
        known = self._changes.get((shape, width))
        if known is None:
            shades = theme.colours(self._view.palette())
            known = height_of(laid_out(shape, theme.small(self._view.font()), width, shades))
            self._changes[shape, width] = known
        return known

    def _shape(self, words: str) -> str:
        """Return words that take the same room: at a keystroke only numbers change, in many lines at once."""
        return words.translate(_NOUGHTS) if self._is_even else words

    def _words_rect(self, line: QRect, row: Row) -> QRect:
        left = line.left() + (10 if row.is_child else 7) * STEP
        right = line.right() - (8 if row.is_group else 2) * STEP
        return QRect(left, line.top() + STEP, right - left, max(line.height() - 2 * STEP, 0))

    def _height(self, words: str, width: int, *, fine: bool) -> int:
        words = self._shape(words)
        known = self._heights.get((words, width, fine))
        if known is None:
            font: QFont = theme.small(self._view.font()) if fine else self._view.font()
            known = QFontMetrics(font).boundingRect(QRect(0, 0, max(width, 1), TALL), WRAPPED, words).height()
            self._heights[words, width, fine] = known
        return known


def _paint_ground(painter: QPainter, line: QRect, look: Look, shades: Colours) -> None:
    if look.selected:
        painter.fillRect(line, shades.selection)
        if look.focused:
            painter.fillRect(QRect(line.left(), line.top(), 3, line.height()), shades.accent)
    elif look.hovered:
        painter.fillRect(line, shades.crosshair)
    painter.setPen(shades.grid)
    painter.drawLine(line.bottomLeft(), line.bottomRight())


def _has_even_figures(font: QFont) -> bool:
    look = QFontMetrics(font)
    return len({look.horizontalAdvance(figure * 8) for figure in "0123456789"}) == 1


def _second(row: Row) -> str:
    if row.reason is not None:
        return f"原因：{row.reason}"
    return row.change.words if row.change else row.proposal


def _rect(option: QStyleOptionViewItem) -> QRect:
    rect: QRect = option.rect  # type: ignore[attr-defined]  # not in Qt's stubs
    return rect


def _shade(row: Row, shades: Colours) -> QColor:
    if row.reason is not None:
        return shades.ok
    return {Severity.ERROR: shades.error, Severity.WARNING: shades.warning, Severity.HINT: shades.muted}[row.severity]
