"""Draws a line of the search in the filling notes: the place in bold, below it the words that fit."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui import theme
from ui.theme import STEP

_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_TALL = 2000  # pixels: more than any note needs
_BETWEEN = STEP // 2


class HitsDelegate(QStyledItemDelegate):
    """The item's words are the place and the note, with a line break between them."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        self.initStyleOption(option, index)
        look: Any = option  # the type stubs of PySide6 leave its fields out
        shades = theme.colours(look.palette)
        selected = bool(look.state & QStyle.StateFlag.State_Selected)
        stark = selected and theme.is_high_contrast(look.palette)
        ink = look.palette.color(QPalette.ColorRole.HighlightedText) if stark else shades.ink
        painter.save()
        if selected:
            painter.fillRect(look.rect, shades.selection)
            painter.fillRect(QRect(look.rect.topLeft(), QSize(3, look.rect.height())), shades.accent)
        if not index.flags() & Qt.ItemFlag.ItemIsSelectable:
            ink = shades.muted
        painter.setPen(ink)
        top = look.rect.top() + STEP
        for words, font in _parts(index.data(), look.font):
            box = _box(words, font, look.rect.width())
            painter.setFont(font)
            painter.drawText(box.translated(look.rect.left() + 2 * STEP, top), _WRAP, words)
            top += box.height() + _BETWEEN
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        look: Any = option
        view = look.widget
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else look.rect.width()
        heights = [_box(words, font, width).height() + _BETWEEN for words, font in _parts(index.data(), look.font)]
        return QSize(width, sum(heights) + 2 * STEP)


def _parts(words: str, font: QFont) -> list[tuple[str, QFont]]:
    name, _, note = words.partition("\n")
    return [(name, theme.bold(font)), (note, font)] if note else [(name, font)]


def _box(words: str, font: QFont, width: int) -> QRect:
    """The room that words take below each other, from 0, 0."""
    room = QRect(0, 0, max(width - 4 * STEP, STEP), _TALL)
    needed = QFontMetrics(font).boundingRect(room, _WRAP, words)
    return QRect(0, 0, room.width(), needed.height())
