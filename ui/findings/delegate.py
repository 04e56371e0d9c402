"""Draws a finding: its mark by shape and colour, what is the matter, and the most probable remedy with a button."""

from dataclasses import replace

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QFontMetricsF, QPainter, QPalette, QTextLayout, QTextOption
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
MOST_BROKEN = 400
_NOUGHTS = str.maketrans("123456789", "000000000")


class FindingDelegate(QStyledItemDelegate):
    """One line of the list. Heights are remembered by words and width."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self._heights: dict[tuple[str, int, bool], int] = {}
        self._sizes: dict[Row, QSize] = {}
        self._changes: dict[tuple[Difference, int], int] = {}
        self._broken: dict[tuple[str, int, str], QTextLayout] = {}
        self._is_even = False  # all figures of the font are equally wide
        self._room = 0

    def fit(self) -> None:
        """Take the view's width to write in: as if the scroll bar were there, so that no word moves when it comes.

        The remembered heights are given up: the width or the font has changed.
        """
        self._room = self._view.width() - self._view.verticalScrollBar().sizeHint().width()
        for known in (self._heights, self._sizes, self._changes, self._broken):
            known.clear()
        self._is_even = all(_has_even_figures(font) for font in (self._view.font(), theme.small(self._view.font())))

    def mend_rect(self, line: QRect, row: Row) -> QRect:
        """Return where the button 改 of a line stands; empty where it has none."""
        if not row.can_mend:
            return QRect()
        fine = QFontMetrics(theme.small(self._view.font()))
        size = QSize(fine.horizontalAdvance(MEND) + 4 * STEP, fine.height() + STEP)
        corner = QPoint(line.right() - 2 * STEP - size.width(), line.bottom() - STEP - size.height())
        return QRect(corner, size)

    def line_rect(self, item: QRect) -> QRect:
        """Return the part of an item that is written in."""
        return QRect(item.left(), item.top(), self._room, item.height())

    def fold_rect(self, line: QRect, row: Row) -> QRect:
        """Return where a click opens or closes a group; empty for other lines."""
        return QRect(line.right() - 8 * STEP, line.top(), 8 * STEP, line.height()) if row.is_group else QRect()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(ROW)
        shades, line = self._shades(option), _rect(option)
        painter.save()
        self._paint_ground(painter, option, shades)
        line = self.line_rect(line)
        words = self._words_rect(line, row)
        painter.setFont(self._view.font())
        painter.setPen(_shade(row, shades))
        if not row.is_child:
            painter.drawText(QRect(line.left() + 2 * STEP, words.top(), 5 * STEP, words.height()), WRAPPED, row.mark)
        painter.setPen(shades.ink if row.reason is None else shades.muted)
        self._write(painter, words, row.words, self._view.font())
        if row.is_group:
            painter.setPen(shades.muted)
            painter.drawText(self.fold_rect(line, row), Qt.AlignmentFlag.AlignCenter, OPEN if row.is_open else CLOSED)
        self._paint_second(painter, line, words, row, shades)
        painter.restore()

    def _write(self, painter: QPainter, room: QRect, words: str, font: QFont) -> None:
        """Draw words in lines as wide as the room; lines once broken are kept, for most stay as they are at a key."""
        key = (words, room.width(), font.key())
        known = self._broken.get(key)
        if known is None:
            if len(self._broken) >= MOST_BROKEN:
                self._broken.clear()
            known = self._broken[key] = broken(words, font, room.width())
        known.draw(painter, QPointF(room.topLeft()))

    def measure(self, row: Row) -> QSize:
        """Return the size of a line; remembered, for hundreds are laid out at every change of a cell."""
        known = self._sizes.get(row)
        if known is None:
            known = self._sizes[row] = self._measured(row)
        return known

    def _measured(self, row: Row) -> QSize:
        words = self._words_rect(QRect(0, 0, self._room, 0), row).width()
        height = self._height(row.words, words, fine=False) + 2 * STEP
        if second := _second(row):
            button = self.mend_rect(QRect(0, 0, self._room, 0), row)
            height += self._second_height(row, second, words - button.width()) + STEP
        return QSize(self._room, height + 1)

    def _shades(self, option: QStyleOptionViewItem) -> Colours:
        """The colours of a line; with high contrast a chosen one is written in the colour that goes with its ground."""
        palette = self._view.palette()
        shades = theme.colours(palette)
        chosen = option.state & QStyle.StateFlag.State_Selected  # type: ignore[attr-defined]  # not in Qt's stubs
        if not (chosen and theme.is_high_contrast(palette)):
            return shades
        ink = palette.color(QPalette.ColorRole.HighlightedText)
        return replace(shades, ink=ink, muted=ink, accent=ink, error=ink, warning=ink, ok=ink, paper=shades.selection)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, shades: Colours) -> None:
        line, state = _rect(option), option.state  # type: ignore[attr-defined]  # not in Qt's stubs
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(line, shades.selection)
            if self._view.hasFocus():
                painter.fillRect(QRect(line.left(), line.top(), 3, line.height()), shades.accent)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(line, shades.crosshair)
        painter.setPen(shades.grid)
        painter.drawLine(line.bottomLeft(), line.bottomRight())

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
            self._write(painter, room, second, theme.small(self._view.font()))
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


def broken(words: str, font: QFont, width: int) -> QTextLayout:
    """Return words laid out in lines of `width` pixels, as the painter would break them."""
    layout = QTextLayout(words.replace("\n", "\u2028"), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    leading, height = QFontMetricsF(font).leading(), 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1))
        height += leading
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return layout


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
