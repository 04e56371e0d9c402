"""The window itself, as it is first painted: menu titles, the doors of the start page, the line at the foot.

It knows no report. What it does is brought by `ui.program` right after the first paint, so that neither the rules nor
the form nor Qt's larger parts keep the clerk waiting for the window.
"""

from collections.abc import Callable

from PySide6 import QtCore
from PySide6.QtCore import QByteArray, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QLabel, QMainWindow, QMenu, QStackedWidget, QVBoxLayout, QWidget

from ui import PROGRAM, tab_order
from ui.controls import OneLine
from ui.wizard.start_page import StartPage

TITLES = ("文件(&F)", "编辑(&E)", "查看(&V)", "检查(&C)", "帮助(&H)")

COMFORT = (1360, 840)
"""Pixels, wide and high, that show table 3 whole beside the findings."""


class MainWindow(QMainWindow):
    """One window, one report (objectNames: mainWindow, place, said, reportHead)."""

    first_painted = Signal()

    def __init__(self, geometry: str = "") -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self.setWindowTitle(PROGRAM)
        self.setAcceptDrops(True)
        self.may_close: Callable[[], bool] = lambda: True
        self._is_painted = False
        self.menus: tuple[QMenu, ...] = tuple(self.menuBar().addMenu(title) for title in TITLES)
        self.head = QLabel()
        self.head.setObjectName("reportHead")
        self.head.setContentsMargins(0, 4, 12, 0)
        self.head.hide()
        self.start = StartPage()
        self.stack = QStackedWidget()
        self.stack.addWidget(self.start)
        self._column = self._lay_out()
        self.place, self.said = OneLine("place"), OneLine("said")
        self.place.setContentsMargins(8, 0, 16, 0)
        self.said.setContentsMargins(8, 0, 0, 0)
        foot = self.statusBar()
        foot.setSizeGripEnabled(False)
        foot.setContentsMargins(0, 0, 8, 0)
        foot.addWidget(self.place, 3)
        foot.addWidget(self.said, 2)
        self.place.hide()
        self.resize(*COMFORT)
        if geometry:
            self.restoreGeometry(QByteArray.fromBase64(geometry.encode()))
        self.start.focus_first()

    def show_first(self) -> None:
        """Show the window where it was last, or as large as a small screen allows."""
        room = self.screen().availableGeometry()
        if room.width() < COMFORT[0] + 40 or room.height() < COMFORT[1] + 40:
            self.showMaximized()
        else:
            self.show()

    def put_above(self, strip: QWidget) -> None:
        """Put a strip above the page."""
        self._column.insertWidget(0, strip)

    def put_below(self, strip: QWidget) -> None:
        """Put a strip below the page."""
        self._column.addWidget(strip)

    def show_place(self, words: str) -> None:
        """Say at the foot where the clerk is."""
        self.place.setText(words)
        self.place.setToolTip(words)
        self.place.setVisible(bool(words))

    def geometry_words(self) -> str:
        """Return the window's place on the screen, to be given to the next window."""
        return bytes(self.saveGeometry().toBase64().data()).decode()

    def _lay_out(self) -> QVBoxLayout:
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.stack, 1)
        self.setCentralWidget(middle)
        return column

    # ------------------------------------------------------------ Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self, self.first_painted.emit)  # when its parts are painted too

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001  Qt's own shape
        stop = tab_order.next_stop(self.focusWidget() or self, forward=forward)
        if stop is None:
            return False
        stop.setFocus(QtCore.Qt.FocusReason.TabFocusReason if forward else QtCore.Qt.FocusReason.BacktabFocusReason)
        return True

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.may_close():
            event.accept()
        else:
            event.ignore()
