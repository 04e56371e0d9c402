"""Exporting the open report in the background, as it stood when it was asked for."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from core import exporters
from core.exporters import Exported
from core.summary import summary
from ui import background
from ui.dialogs.files import Ask, start_folder
from ui.memory import Memory
from ui.session import Session
from ui.words import file_stem

_KINDS = {".xlsx": "Excel 工作簿 (*.xlsx)", ".pdf": "PDF 文件 (*.pdf)"}


class Exporting(QObject):
    """Asks for a place and writes the file; one at a time."""

    done = Signal(object, object)  # Path, notes
    said = Signal(str)
    failed = Signal(object)
    busy = Signal(str, object)
    idle = Signal()

    def __init__(self, session: Session, memory: Memory, ask: Ask, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._memory, self._ask, self._window = session, memory, ask, window
        self.is_busy = False

    def export(self, suffix: str) -> None:
        """Ask where, then write."""
        if self.is_busy:
            self.said.emit("上一份还在导出，请稍等。")
            return
        folder = start_folder(self._memory.settings.last_folder)
        draft = "" if summary(self._session.report, self._session.verdict).is_ready else "（草稿）"
        proposed = str(Path(folder) / f"{file_stem(self._session.report)}{draft}{suffix}")
        if path := self._ask.save(self._window, "导出", proposed, _KINDS[suffix]):
            self._memory.change(last_folder=str(path.parent))
            report, self.is_busy = self._session.report, True
            task = background.run(self, lambda: exporters.export(report, path), self._written, self._not_written)
            task.given_up.connect(self._given_up)
            self.busy.emit(f"正在导出“{path.name}”…", task)

    def _written(self, exported: Exported) -> None:
        self.is_busy = False
        self.idle.emit()
        self.said.emit(f"已导出 {exported.path.name}")
        self.done.emit(exported.path, exported.notes)

    def _given_up(self) -> None:
        self.is_busy = False
        self.said.emit("不再等这次导出。")

    def _not_written(self, error: Exception) -> None:
        self.is_busy = False
        self.idle.emit()
        self.failed.emit(error)
