"""The strip above the page that leads through the sample: a station in one line, on, back, away. Never in the way."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui import theme
from ui.controls import button, plain
from ui.theme import STEP
from ui.wizard.stations import STATIONS


class GuideStrip(QFrame):
    """objectNames: guideStrip, guideTitle, guideWords, guideBack, guideNext, guideAway. Esc puts it away."""

    arrived = Signal(object)  # Station
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("guideStrip")
        self.number = 0
        self._title, self._words = plain(), plain()
        self._title.setObjectName("guideTitle")
        self._title.setFont(theme.bold(self.font()))
        self._title.setWordWrap(False)
        self._words.setObjectName("guideWords")
        self._back = button("上一站(&I)", "guideBack", lambda: self.show_station(self.number - 1))
        self._next = button("", "guideNext", self._go_on)
        self._away = button("收起", "guideAway", self.leave)
        self._away.setToolTip("Esc；以后可以从“帮助—看示例走一遍”再看")
        row = QHBoxLayout(self)
        row.setContentsMargins(3 * STEP, STEP, 2 * STEP, STEP)
        row.setSpacing(2 * STEP)
        row.addWidget(self._title)
        row.addWidget(self._words, 1)
        for one in (self._back, self._next, self._away):
            one.setAutoDefault(True)  # Enter goes on, not only the space bar
            row.addWidget(one)
        QShortcut(
            QKeySequence(Qt.Key.Key_Escape), self, self.leave, context=Qt.ShortcutContext.WidgetWithChildrenShortcut
        )
        self.hide()

    def begin(self) -> None:
        """Show the first station and take the keyboard, so that Enter goes on."""
        self._dress()
        self.show()
        self.show_station(0)

    def show_station(self, number: int) -> None:
        """Tell a station, counted from 0."""
        self.number = min(max(number, 0), len(STATIONS) - 1)
        station, is_last = STATIONS[self.number], self.number == len(STATIONS) - 1
        self._title.setText(f"{self.number + 1}/{len(STATIONS)}　{station.title}")
        self._words.setText(station.words)
        self.setAccessibleName(f"看示例，{station.title}")
        self._back.setEnabled(self.number > 0)
        self._next.setText("看完了(&N)" if is_last else "下一站(&N)")
        self._next.setAccessibleDescription(f"{station.title}：{station.words}")
        self.arrived.emit(station)
        self._next.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Put the strip away."""
        self.hide()
        self.left.emit()

    def _dress(self) -> None:
        shades = theme.colours(self.palette())
        self.setStyleSheet(
            f"#guideStrip {{ background: {shades.crosshair.name()}; border-bottom: 1px solid {shades.accent.name()}; }}"
        )

    def _go_on(self) -> None:
        if self.number == len(STATIONS) - 1:
            self.leave()
        else:
            self.show_station(self.number + 1)
