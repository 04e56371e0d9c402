"""How a cell is drawn and how it is typed into: figures flush right, marks by shape, a plain line editor."""

from collections.abc import Callable
from itertools import product

from PySide6.QtCore import (
    QEvent,
    QLineF,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui import theme
from ui.matrix.faces import Face, Mark, is_number
from ui.matrix.geometry import PAD
from ui.matrix.last_year import LastYear
from ui.matrix.lines import cell_lines, hairline
from ui.theme import Colours

Index = QModelIndex | QPersistentModelIndex
Keys = Callable[["CellEdit", QKeyEvent], bool]
MARK_SHARE = 0.42
"""Of the height of a line: the size of a mark."""
MOST_WIDTHS = 2000
ROOM_FOR_TWO = 4.8
"""Characters: the width of a column in which this year's number and last year's stand side by side."""
CLEAR = 4
"""Pixels that last year's value keeps away from this year's."""


class CellEdit(QLineEdit):
    """The editor of one cell. `typing` is Excel's enter mode: arrows leave the cell instead of moving the caret."""

    def __init__(self, parent: QWidget, *, typing: bool) -> None:
        super().__init__(parent)
        self.typing = typing
        self.setFrame(False)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setTextMargins(0, 0, PAD - 2, 0)
        # Most of what is typed is figures, but composed words must come through: 无, 不涉及.
        self.setInputMethodHints(Qt.InputMethodHint.ImhPreferNumbers | Qt.InputMethodHint.ImhNoPredictiveText)


class CellDelegate(QStyledItemDelegate):
    """Draws faces for the picture of the table and opens `CellEdit`.

    `typing` says how the next editor is opened; `keys` is asked first for every key that is pressed in an editor.
    """

    def __init__(self, keys: Keys, parent: QWidget) -> None:
        super().__init__(parent)
        self.typing = False
        self.editor: CellEdit | None = None
        self.last_year = LastYear.HIDDEN
        self._keys = keys
        self.restyle(parent.palette(), parent.font())

    @property
    def last_year_shown(self) -> bool:
        return self.last_year is not LastYear.HIDDEN

    def place_last_year(self, where: LastYear, column: int) -> None:
        """Show last year's values there; those of columns too narrow for two numbers stand below."""
        narrow = column < ROOM_FOR_TWO * self.metrics[id(self.font)].horizontalAdvance("国")
        self.last_year = LastYear.BELOW if where is LastYear.BESIDE and narrow else where

    @property
    def line_below(self) -> int:
        """The height of the line for last year's value below this year's; 0 where it stands beside it or nowhere."""
        return self.metrics[id(self.small)].height() if self.last_year is LastYear.BELOW else 0

    def restyle(self, palette: QPalette, font: QFont) -> None:
        """Take over colours and fonts; painting then creates none."""
        self.colours: Colours = theme.colours(palette)
        self.font = QFont(font)
        self.font.setFeature(QFont.Tag("tnum"), 1)
        self.small = theme.small(self.font)
        self.italic = QFont(self.font)
        self.italic.setItalic(True)
        self._widths: dict[tuple[int, str], int] = {}
        self.metrics = {id(f): QFontMetrics(f) for f in (self.font, self.small, self.italic)}
        self.mark = max(round(self.metrics[id(self.font)].height() * MARK_SHARE), 7)
        self.tint = QColor(self.colours.selection)
        self.is_stark = theme.is_high_contrast(palette)
        self.tint.setAlpha(255 if self.is_stark else 150)
        self.on_selection = palette.color(QPalette.ColorRole.HighlightedText)
        self.hatch = QBrush(self.colours.hatch, Qt.BrushStyle.BDiagPattern)

    # ------------------------------------------------------------ painting

    def paint_face(self, painter: QPainter, rect: QRect, face: Face, *, selected: bool = False) -> None:
        """Draw a cell with the lines on its right and below it."""
        self._background(painter, rect, face, selected=selected)
        stark = selected and self.is_stark
        ink = self.on_selection if stark else self.colours.muted if face.partial else self.colours.ink
        below = self.line_below
        room = self._words(painter, rect.adjusted(0, 0, 0, -below), face, ink)
        self._notes(painter, rect, face, room)
        if below and face.last:
            painter.setFont(self.small)
            painter.setPen(ink if stark else self.colours.last_year)
            painter.drawText(rect.adjusted(PAD, 0, -PAD - 1, -2), _LOWERED, self._last_year_below(face, rect.width()))

    def _last_year_below(self, face: Face, width: int) -> str:
        """Last year's value with the change since then, as far as a column has room: no figure is ever cut."""
        room = width - 2 * PAD - 1
        fits = (words for words in (f"{face.last}  {face.change}".strip(), face.last) if self._fits(words, room))
        return next(fits, "") or self._cut(face.last, room)

    def _fits(self, words: str, room: int) -> bool:
        return self._advance(self.small, words) <= room

    def _background(self, painter: QPainter, rect: QRect, face: Face, *, selected: bool) -> None:
        painter.fillRect(rect, self.colours.computed if face.locked else self.colours.paper)
        if face.blank:
            painter.fillRect(rect, self.hatch)
        if selected:
            painter.fillRect(rect, self.tint)
        for line in cell_lines(rect, hairline(painter.device().devicePixelRatioF())):
            painter.fillRect(line, self.colours.grid)

    def _words(self, painter: QPainter, rect: QRect, face: Face, ink: QColor) -> int:
        """Draw what stands in the cell; return the room that it leaves on its left."""
        room = rect.adjusted(PAD, 0, -PAD - 1, -1)
        font, text = self.italic if face.partial else self.font, face.text
        wide = self._advance(font, text)
        if wide > room.width():
            font = self.small
            wide = self._advance(font, text)
        if wide > room.width():
            text = self._cut(text, room.width())
            wide = self._advance(font, text)
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(room, _FLUSH_RIGHT, text)
        if face.strange:
            painter.setPen(QPen(self.colours.warning, 1, Qt.PenStyle.DotLine))
            base = room.center().y() + self.metrics[id(font)].height() // 2 - 1
            painter.drawLine(room.right() - wide, base, room.right(), base)
        return room.width() - wide

    def _advance(self, font: QFont, text: str) -> int:
        """The width of words, remembered: the same few figures come again and again."""
        known = self._widths.get((id(font), text))
        if known is None:
            if len(self._widths) >= MOST_WIDTHS:
                self._widths.clear()
            known = self._widths[id(font), text] = self.metrics[id(font)].horizontalAdvance(text)
        return known

    def _cut(self, text: str, room: int) -> str:
        """What shows of words that are too wide; a number that is cut would read as another number."""
        if is_number(text):
            return "###"
        return self.metrics[id(self.small)].elidedText(text, Qt.TextElideMode.ElideRight, room)

    def _notes(self, painter: QPainter, rect: QRect, face: Face, room: int) -> None:
        """Draw mark, ≠ and last year's value into the room left of the words, as far as they fit.

        Last year's value is raised and in brackets: beside this year's digits it must not read as more of them.
        """
        left = 3
        if face.mark is not None:
            paint_mark(
                painter, QRectF(rect.left() + left, rect.top() + 2, self.mark, self.mark), face.mark, self.colours
            )
            left += self.mark + 3
        notes = ["≠"] if face.disputed else self._last_year_beside(face)
        places = [(left, _FLUSH_LEFT if face.disputed else _RAISED)]
        if face.mark is not None and not face.disputed:
            places.append((PAD, _BENEATH))  # a mark takes the change since last year no room
        for note, (at, where) in product(notes, places):
            if at + self._advance(self.small, note) + CLEAR <= PAD + room:
                painter.setFont(self.small)
                painter.setPen(self.colours.error if face.disputed else self.colours.last_year)
                painter.drawText(rect.adjusted(at, 0, 0, -1), where, note)
                return

    def free_left(self, face: Face, width: int) -> int:
        """How far from the left edge of a cell a small sign covers neither last year's value nor this year's."""
        note = max((self._advance(self.small, note) for note in self._last_year_beside(face)), default=0)
        right = width - self._advance(self.font, face.text) - 4 * PAD
        return PAD + note if note and PAD + note < right else PAD

    def _last_year_beside(self, face: Face) -> list[str]:
        """Last year's value with the change since then, and for a narrow cell without it."""
        if not face.last or self.last_year is not LastYear.BESIDE:
            return []
        return [f"({face.last}) {face.change}", f"({face.last})"]

    # ------------------------------------------------------------ Qt

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = CellEdit(parent, typing=self.typing)
        editor.setFont(self.font)
        editor.setAccessibleName(index.data(Qt.ItemDataRole.AccessibleTextRole) or "")
        self.editor = editor
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, CellEdit) and not editor.isModified():
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        editor.setGeometry(rect_of(option).adjusted(1, 1, -2, -2))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return rect_of(option).size()

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and isinstance(editor, CellEdit):
            return self._keys(editor, event)
        return super().eventFilter(editor, event)


def rect_of(option: QStyleOptionViewItem) -> QRect:
    """The place of a cell; the stubs of Qt do not know it."""
    place: QRect = option.rect  # type: ignore[attr-defined]
    return place


_FLUSH_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LOWERED = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom
_BENEATH = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
_RAISED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_FLUSH_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def paint_mark(painter: QPainter, box: QRectF, mark: Mark, colours: Colours) -> None:
    """Draw a mark by its shape: ▲ must be changed, ● look at it, ○ hint, ✓ explained."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour = {Mark.ERROR: colours.error, Mark.WARNING: colours.warning, Mark.HINT: colours.muted}.get(mark, colours.ok)
    painter.setPen(Qt.PenStyle.NoPen if mark in {Mark.ERROR, Mark.WARNING} else QPen(colour, 1.2))
    painter.setBrush(QBrush(colour) if mark in {Mark.ERROR, Mark.WARNING} else Qt.BrushStyle.NoBrush)
    if mark is Mark.ERROR:
        painter.drawPolygon(QPolygonF([box.bottomLeft(), QPointF(box.center().x(), box.top()), box.bottomRight()]))
    elif mark is Mark.EXPLAINED:
        low = QPointF(box.left() + box.width() * 0.38, box.bottom() - 1)
        painter.drawLine(QLineF(box.left(), box.center().y() + 0.5, low.x(), low.y()))
        painter.drawLine(QLineF(low, box.topRight()))
    else:
        painter.drawEllipse(box.adjusted(0.5, 0.5, -0.5, -0.5))
    painter.restore()
