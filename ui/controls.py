"""The few plain controls that every page uses, made in one way.

Qt's namespace `Qt` is looked up where it is needed, not at the top: its hundred enumerations take as long to make as
the rest of the start page, and the first paint must not wait for them.
"""

from collections.abc import Callable

from PySide6 import QtCore
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QLabel, QLayout, QPushButton, QScrollArea, QWidget

from ui import theme


def button(words: str, name: str, action: Callable[[], object] | None = None) -> QPushButton:
    """Return a push button; `name` is its objectName."""
    made = _Button(words)
    made.setObjectName(name)
    if action is not None:
        made.clicked.connect(lambda *_: action())
    return made


def heading(words: str) -> QLabel:
    """Return the heading of a page, in words of the program's own."""
    label = QLabel(words)
    label.setFont(theme.large(label.font()))
    return label


def caption(words: str) -> QLabel:
    """Return small words of the program's own that explain something; they wrap."""
    label = QLabel(words)
    label.setFont(theme.small(label.font()))
    label.setWordWrap(True)
    return label


def note(words: str) -> QLabel:
    """Return small words that explain something and may come from a report or a file; they wrap."""
    label = caption(words)
    label.setTextFormat(QtCore.Qt.TextFormat.PlainText)
    return label


def plain(words: str = "") -> QLabel:
    """Return words that wrap and may come from a report or a file: nothing in them is taken for markup."""
    label = QLabel(words)
    label.setWordWrap(True)
    label.setTextFormat(QtCore.Qt.TextFormat.PlainText)
    return label


def scrolled(inside: QWidget) -> QScrollArea:
    """Return a frameless area in which a page scrolls where it is higher than the room for it."""
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    return area


def inked(widget: QWidget, colour: QColor) -> None:
    """Write a widget's words in a colour; to be called again when the system's palette changes."""
    palette = widget.palette()
    if palette.color(QPalette.ColorRole.WindowText) != colour:
        palette.setColor(QPalette.ColorRole.WindowText, colour)
        widget.setPalette(palette)


def emptied(layout: QLayout) -> None:
    """Take everything out of a layout."""
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()


class OneLine(QWidget):
    """One line of words at the foot of the window, cut at its end where it does not fit.

    Other words move nothing that stands beside it: a label would have the window laid out afresh at every key.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._words = ""

    def text(self) -> str:
        """Return the words, also those that do not fit."""
        return self._words

    def setText(self, words: str) -> None:
        """Show other words."""
        if words != self._words:
            self._words = words
            self.setAccessibleName(words)
            self.update()

    def clear(self) -> None:
        """Show nothing."""
        self.setText("")

    def sizeHint(self) -> QtCore.QSize:
        return QtCore.QSize(100, self.fontMetrics().height() + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, room, cut = QPainter(self), self.contentsRect(), self._words
        if self.fontMetrics().horizontalAdvance(cut) > room.width():
            cut = self.fontMetrics().elidedText(cut, QtCore.Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, QtCore.Qt.AlignmentFlag.AlignVCenter | QtCore.Qt.AlignmentFlag.AlignLeft, cut)
        painter.end()


class Rule(QWidget):
    """A fine line between two parts of a page, in the colour of the lines of a table."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(1)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colours(self.palette()).grid)
        painter.end()


class Floating(QFrame):
    """A small board that lies over a page: a fine line parts it from what it covers."""

    def __init__(self, page: QWidget, name: str) -> None:
        super().__init__(page)
        self.setObjectName(name)
        self.setAutoFillBackground(True)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(theme.colours(self.palette()).muted)
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()


class _Button(QPushButton):
    """A push button with room beside its words: Fusion leaves none beside Chinese ones.

    Enter presses the one that has the keyboard, as everywhere on Windows; Qt's own does that in some dialogs only. One
    that is held down, perhaps since the field before, presses nothing.
    """

    def sizeHint(self) -> QtCore.QSize:
        return super().sizeHint() + QtCore.QSize(4 * theme.STEP, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in {QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter}:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.click()
