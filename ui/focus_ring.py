"""A thin line around the pane that has the keyboard: texts, tables and lists show it by a caret or not at all.

The line is all there is of it (a mask leaves out the middle), so that nothing inside is painted twice for it.
"""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget
from shiboken6 import isValid

from ui import theme


class FocusRing(QObject):
    """Shows in one window where the keyboard is. Buttons draw their own frame, also when no key was pressed yet."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus)

    def _on_focus(self, before: QWidget | None, now: QWidget | None) -> None:
        if not isValid(self._window):  # it gives the keyboard away once more while it is taken down
            return
        self._window.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)  # Qt takes it back with every click
        left, entered = self._pane_of(before), self._pane_of(now)
        if left is entered:
            return  # a cell of the table is typed into
        for pane, is_here in ((left, False), (entered, True)):
            if pane is not None:
                _line_of(pane).setVisible(is_here)

    def _pane_of(self, widget: QWidget | None) -> QAbstractScrollArea | None:
        """The pane that a widget is, or stands in as the editor of one of its cells."""
        if widget is None or not isValid(widget) or not self._window.isAncestorOf(widget):
            return None
        around: QWidget | None = widget
        for _ in range(3):  # an editor, the viewport, the pane
            if isinstance(around, QAbstractScrollArea):
                return around
            around = around.parentWidget() if around is not None else None
        return None


class Line(QWidget):
    """The line of one pane, its child: it goes where the pane goes (objectName `focusLine`)."""

    def __init__(self, pane: QWidget) -> None:
        super().__init__(pane)
        self.setObjectName("focusLine")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        pane.installEventFilter(self)
        self._fit(pane)

    def _fit(self, pane: QWidget) -> None:
        self.setGeometry(pane.rect())
        self.setMask(QRegion(self.rect()) - QRegion(self.rect().adjusted(1, 1, -1, -1)))
        self.raise_()

    # ------------------------------------------------------------ Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and isinstance(watched, QWidget):
            self._fit(watched)
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme.colours(self.palette()).accent)


def _line_of(pane: QWidget) -> Line:
    found: Line | None = pane.findChild(Line, "focusLine", Qt.FindChildOption.FindDirectChildrenOnly)
    return found if found is not None else Line(pane)
