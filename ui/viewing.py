"""How the tables are looked at: their size, and the lines between cells. Kept for the next start."""

from PySide6.QtCore import QObject, Signal

from ui.matrix.editor import TableEditor
from ui.memory import Memory

ZOOMS = (80, 90, 100, 110, 125, 150, 175, 200)
PLAIN = 100


class Viewing(QObject):
    """Size in per cent and trace lines of all tables."""

    said = Signal(str)
    changed = Signal(int, bool)  # size in per cent, whether trace lines are shown

    def __init__(self, memory: Memory, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._memory = memory

    @property
    def zoom(self) -> int:
        """The size, in per cent; the nearest one there is, whatever the file of settings says."""
        kept = self._memory.settings.zoom
        return min(ZOOMS, key=lambda zoom: abs(zoom - kept))

    @property
    def traces_shown(self) -> bool:
        return self._memory.settings.traces_shown

    def follow(self, editor: TableEditor) -> None:
        """Show a table as all others are shown, now and later."""
        editor.show_as(self.zoom, self.traces_shown)
        self.changed.connect(editor.show_as)
        editor.zoom_turned.connect(self.turn)

    def turn(self, by: int) -> None:
        """Show the tables one size larger or smaller."""
        place = ZOOMS.index(self.zoom) + (1 if by > 0 else -1)
        if 0 <= place < len(ZOOMS):
            self.show_at(ZOOMS[place])

    def show_at(self, percent: int) -> None:
        """Show the tables at a size."""
        self._memory.change(zoom=percent)
        self.changed.emit(self.zoom, self.traces_shown)
        self.said.emit(f"表格按 {self.zoom}% 显示" + ("" if percent == PLAIN else "，按 Ctrl+0 还原"))

    def turn_back(self) -> None:
        """Show the tables at the size that they have by themselves."""
        self.show_at(PLAIN)

    def show_traces(self, *, shown: bool) -> None:
        """Show or hide the lines from a sum to its terms, and between the sides of a column that is off."""
        self._memory.change(traces_shown=shown)
        self.changed.emit(self.zoom, self.traces_shown)
        self.said.emit("当前格是合计，或本列不平时，用细线连出有关的格" if shown else "不再显示勾稽线")
