"""The strip below a table: the equations that the current cell stands in. Every term leads to its cell.

Words are set when they are painted, once a key however often cell and numbers were told, and without any markup: rich
text would be laid out afresh, with the whole page around it, at every key.
"""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QStaticText
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.cells import CellId
from core.form.layout import Equation, Table
from core.report import Report
from ui import theme
from ui.matrix.equations import Ink, Piece, brief, equations_for, plain, sentence, spoken

MOST_TERMS = 8
FEWEST_TERMS = 1
MOST_WORDS = 800
T = TypeVar("T")


class Setting:
    """One size of type: words, plain and heavy, once laid out are remembered; the same few come again and again."""

    def __init__(self, font: QFont) -> None:
        self.fonts = {False: font, True: theme.bold(font)}
        self.metrics = {heavy: QFontMetrics(face) for heavy, face in self.fonts.items()}
        self._widths: dict[tuple[str, bool], int] = {}
        self._laid_out: dict[tuple[str, bool], QStaticText] = {}

    def advance(self, piece: Piece) -> int:
        """Return the width of a piece."""
        key = (piece.words, piece.heavy)
        if key not in self._widths:
            _make_room(self._widths)
            self._widths[key] = self.metrics[piece.heavy].horizontalAdvance(piece.words)
        return self._widths[key]

    def width(self, pieces: tuple[Piece, ...]) -> int:
        """Return the width of a sentence."""
        return sum(map(self.advance, pieces))

    def paint(self, painter: QPainter, left: int, top: int, piece: Piece) -> None:
        """Draw a piece."""
        key = (piece.words, piece.heavy)
        if key not in self._laid_out:
            _make_room(self._laid_out)
            words = QStaticText(piece.words)
            words.setTextFormat(Qt.TextFormat.PlainText)
            words.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
            self._laid_out[key] = words
        painter.setFont(self.fonts[piece.heavy])
        painter.drawStaticText(left, top, self._laid_out[key])


def _make_room(known: dict[tuple[str, bool], T]) -> None:
    if len(known) >= MOST_WORDS:
        known.clear()


def fitting(
    report: Report, equation: Equation, width: int, usual: Setting, small: Setting
) -> tuple[tuple[Piece, ...], Setting]:
    """Return an equation that fits a width, and its type: in small letters, then with fewer terms, then without any."""
    whole = sentence(report, equation, MOST_TERMS)
    for setting in (usual, small):
        if setting.width(whole) <= width:
            return whole, setting
    best, low, high = brief(report, equation), FEWEST_TERMS - 1, MOST_TERMS - 1
    while low < high:
        most = (low + high + 1) // 2
        tried = sentence(report, equation, most)
        if small.width(tried) <= width:
            best, low = tried, most
        else:
            high = most - 1
    return best, small


class EquationLine(QWidget):
    """One equation, painted piece by piece; it asks `settle` to be brought up to date before it shows anything."""

    term_clicked = Signal(str)

    def __init__(self, settle: Callable[[], None], setting: Setting, parent: QWidget) -> None:
        super().__init__(parent)
        self._settle = settle
        self._setting = setting
        self._pieces: tuple[Piece, ...] = ()
        self._whole: Callable[[], str] = str
        self._below = QPoint(-1, -1)
        self.setAutoFillBackground(True)  # so that nothing behind it is painted with it
        self.setMinimumWidth(1)  # a long equation never widens the window
        self.setMouseTracking(True)

    def take(self, pieces: tuple[Piece, ...], setting: Setting, whole: Callable[[], str]) -> None:
        """Show a sentence; `whole` tells it with all of its terms."""
        self._pieces, self._setting, self._whole = pieces, setting, whole

    def text(self) -> str:
        """Return the words that show."""
        self._settle()
        return plain(self._pieces)

    def whole_text(self) -> str:
        """Return the words with every term, as the tooltip has them."""
        self._settle()
        return self._whole()

    def term_at(self, place: QPoint) -> CellId | None:
        """Return the cell of the term at a place."""
        left = 0
        for piece in self._pieces:
            right = left + self._setting.advance(piece)
            if left <= place.x() < right:
                return piece.cell
            left = right
        return None

    def place_of(self, cell: CellId) -> QPoint:
        """Return where a term stands."""
        self._settle()
        left = 0
        for piece in self._pieces:
            if piece.cell == cell:
                return QPoint(left + 2, self.height() // 2)
            left += self._setting.advance(piece)
        raise KeyError(cell)

    # ------------------------------------------------------------ Qt

    def sizeHint(self) -> QSize:
        return QSize(self._setting.width(self._pieces), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        self._settle()
        painter, inks = QPainter(self), _inks(theme.colours(self.palette()))
        setting, metrics = self._setting, self._setting.metrics[False]
        top = (self.height() - metrics.height()) // 2
        hovered, left = self.term_at(self._below), 0
        for piece in self._pieces:
            painter.setPen(inks[piece.ink])
            setting.paint(painter, left, top, piece)
            right = left + setting.advance(piece)
            if hovered is not None and piece.cell == hovered:
                base = top + metrics.ascent() + 2
                painter.drawLine(left, base, right - 1, base)
            left = right
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(event.position().toPoint())
        self.setToolTip(self.whole_text())

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(QPoint(-1, -1))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        cell = self.term_at(event.position().toPoint())
        if cell is not None and event.button() is Qt.MouseButton.LeftButton:
            self.term_clicked.emit(cell)

    def _hover(self, place: QPoint) -> None:
        before, now = self.term_at(self._below), self.term_at(place)
        self._below = place
        if before != now:
            self.setCursor(Qt.CursorShape.PointingHandCursor if now else Qt.CursorShape.ArrowCursor)
            self.update()


class EquationStrip(QWidget):
    """Shows the equations of the current cell. objectName: equationStrip."""

    term_clicked = Signal(str)

    def __init__(self, table: Table, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("equationStrip")
        self._equations = {cell.id: equations_for(table, cell.id) for cell in table.cells}
        self._told: tuple[Report, CellId] | None = None
        self._is_settled = True
        self._usual, self._small = self._settings()
        self._box = box = QVBoxLayout(self)
        box.setContentsMargins(theme.STEP, theme.STEP, theme.STEP, 0)
        box.setSpacing(2)
        most = max(map(len, self._equations.values()), default=0)
        self.lines = tuple(EquationLine(self._settle, self._usual, self) for _ in range(most))
        for line in self.lines:
            line.term_clicked.connect(self.term_clicked)
            box.addWidget(line)
        self._fix_heights()
        self.setVisible(most > 0)

    def show_cell(self, report: Report, cell: CellId) -> None:
        """Show the equations of a cell as they stand now."""
        if self._told is not None and self._told[0] is report and self._told[1] == cell:
            return
        self._told = (report, cell)
        self._set_again()

    def _set_again(self) -> None:
        self._is_settled = False
        for line in self.lines:
            line.update()

    def _settle(self) -> None:
        """Set the words of all lines, unless they are what was told last."""
        if self._is_settled or self._told is None:
            return
        self._is_settled = True
        report, cell = self._told
        told = self._equations[cell]
        for line, equation in zip(self.lines, told, strict=False):
            pieces, setting = fitting(report, equation, line.width(), self._usual, self._small)
            line.take(pieces, setting, partial(_whole, report, equation))
            line.setAccessibleName(spoken(report, equation))
        for line in self.lines[len(told) :]:
            line.take((), self._usual, str)
            line.setAccessibleName("")

    def _settings(self) -> tuple[Setting, Setting]:
        return Setting(self.font()), Setting(theme.small(self.font()))

    def _fix_heights(self) -> None:
        """Give every line its height, so that nothing moves where one is empty."""
        for line in self.lines:
            line.setFixedHeight(QFontMetrics(self.font()).height() + 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_again()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._usual, self._small = self._settings()
            self._fix_heights()
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.PaletteChange}:
            self._set_again()


def _whole(report: Report, equation: Equation) -> str:
    return plain(sentence(report, equation, len(equation.cells)))


def _inks(colours: theme.Colours) -> dict[Ink, QColor]:
    return {
        Ink.PLAIN: colours.ink,
        Ink.TERM: colours.accent,
        Ink.ERROR: colours.error,
        Ink.OK: colours.ok,
        Ink.MUTED: colours.muted,
    }
