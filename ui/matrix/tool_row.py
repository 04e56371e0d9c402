"""The tools above a table with the heading of its page: in one line where both fit, else the heading above them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from ui.theme import STEP


class ToolRow(QWidget):
    """Table three needs every line there is, but a heading squeezed between buttons cannot be read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading: QLabel | None = None
        self._tools = QHBoxLayout()
        self._tools.setSpacing(STEP)  # the style would let a button that unfolds touch its neighbour
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, STEP)
        grid.setSpacing(STEP)
        grid.setColumnStretch(0, 1)
        grid.addLayout(self._tools, 1, 1)

    def add(self, tool: QWidget, place: int = -1) -> None:
        """Add a tool, by itself at the end."""
        self._tools.insertWidget(place, tool)

    def lay_in(self, heading: QLabel) -> None:
        """Put the heading of a page beside the tools."""
        self._heading = heading
        self._arrange()

    def set_gap(self, pixels: int) -> None:
        """Keep so many pixels free below."""
        self._grid.setContentsMargins(0, 0, 0, pixels)

    @property
    def is_in_one_line(self) -> bool:
        """Whether heading and tools fit side by side."""
        if self._heading is None:
            return True
        words = self._heading.fontMetrics().horizontalAdvance(self._heading.text())
        return words + self._tools.sizeHint().width() + 2 * STEP <= self.width()

    def _arrange(self) -> None:
        if self._heading is not None:
            self._grid.removeWidget(self._heading)
            row, columns = (1, 1) if self.is_in_one_line else (0, 2)
            self._grid.addWidget(self._heading, row, 0, 1, columns, Qt.AlignmentFlag.AlignVCenter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
