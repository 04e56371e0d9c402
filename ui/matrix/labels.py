"""How a label of the printed table is painted, and which labels name the current cell."""

from collections.abc import Iterable
from functools import cached_property

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QFont, QPainter

from core.form.layout import Label, Role, Span
from ui import theme
from ui.matrix.geometry import WRAP, Geometry, alignment, inside, label_text
from ui.matrix.lines import cell_lines, hairline
from ui.theme import Colours

BAR = 2
"""Pixels: the bar on the side of a label that faces the current cell."""


class Drawing:
    """The labels of a table where they stand, and which of them name the current cell."""

    def __init__(self, labels: Iterable[Label], geometry: Geometry, current: Span | None) -> None:
        self.labels = tuple(labels)
        self.geometry = geometry
        self.current = current

    @cached_property
    def hot(self) -> tuple[Label, ...]:
        """The labels that name the row or column of the current cell."""
        return tuple(label for label in self.labels if self._is_hot(label))

    @cached_property
    def tall(self) -> tuple[Label, ...]:
        """The labels of which only a part may be in view."""
        return tuple(label for label in self.labels if label.span.rows > 1)

    def is_hot(self, label: Label) -> bool:
        """Whether a label names the row or column of the current cell."""
        return label in self.hot

    def _is_hot(self, label: Label) -> bool:
        if self.current is None or label.role is Role.CAPTION:
            return False
        if label.span.row < self.geometry.top:
            return label.span.column >= self.geometry.left and _overlap(
                label.span.column, label.span.columns, self.current.column, self.current.columns
            )
        if label.role is Role.HEAD:
            return False
        return _overlap(label.span.row, label.span.rows, self.current.row, self.current.rows)


def _overlap(start: int, size: int, other_start: int, other_size: int) -> bool:
    return start < other_start + other_size and other_start < start + size


class Brush:
    """Paints labels of a table of one geometry, in one font."""

    def __init__(self, painter: QPainter, geometry: Geometry, font: QFont, colours: Colours) -> None:
        self._painter, self._geometry, self._font, self._colours = painter, geometry, font, colours
        self._thin = hairline(painter.device().devicePixelRatioF())

    def paint(self, label: Label, rect: QRect) -> None:
        """Paint a label with its lines, as printed."""
        self._painter.fillRect(rect, self._colours.paper)
        for line in cell_lines(rect, self._thin):
            self._painter.fillRect(line, self._colours.grid)
        self._write(label, rect, rect, self._colours.ink)

    def paint_part(self, label: Label, rect: QRect, view: QRect) -> None:
        """Paint a label of which only a part is in view: its words move into that part."""
        self._fill_inside(rect, self._colours.paper)
        self._write(label, rect, view, self._colours.ink)

    def paint_hot(self, label: Label, rect: QRect, view: QRect) -> None:
        """Paint over a label that names the current cell: tinted, and with a bar that shows where colours do not."""
        self._fill_inside(rect, self._colours.crosshair)
        self._bar(label, rect)
        self._write(label, rect, view, self._colours.accent)

    def _fill_inside(self, rect: QRect, colour: QColor) -> None:
        """Fill a label up to its lines."""
        self._painter.fillRect(QRectF(rect).adjusted(0, 0, -self._thin, -self._thin), colour)

    def _bar(self, label: Label, rect: QRect) -> None:
        if label.role is Role.ROW:
            self._painter.fillRect(rect.right() + 1 - BAR, rect.top(), BAR, rect.height(), self._colours.accent)
        elif label.role is Role.HEAD and label.span.columns == 1:
            self._painter.fillRect(rect.left(), rect.bottom() + 1 - BAR, rect.width(), BAR, self._colours.accent)

    def _write(self, label: Label, rect: QRect, view: QRect, ink: QColor) -> None:
        painter, small = self._painter, label in self._geometry.tight
        painter.setPen(ink)
        painter.setFont(
            theme.bold(self._font) if label.role is Role.CAPTION else theme.small(self._font) if small else self._font
        )
        flags = int(alignment(label)) | (0 if label.upright else int(WRAP))
        room = inside(rect, label)
        words = label_text(label, room.width(), painter.fontMetrics())
        painter.drawText(self._readable(room, view, flags, words), flags, words)

    def _readable(self, rect: QRect, view: QRect, flags: int, words: str) -> QRect:
        """Move the words of a tall label into the part of it that is in view."""
        if view.contains(rect):
            return rect
        needed = self._painter.boundingRect(rect, flags, words).height()
        seen = rect.intersected(view)
        return seen if seen.height() >= needed and seen.width() >= rect.width() else rect
