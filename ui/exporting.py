"""Exporting the open report in the background, as it stood when it was asked for."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from core import exporters
from core.checks import catalogue
from core.exporters import Exported
from core.report import Report
from core.summary import summary
from ui import background
from ui.dialogs.files import Ask, start_folder
from ui.memory import Memory
from ui.session import Session
from ui.words import file_stem, sheet_stem

_KINDS = {
    ".xlsx": "Excel 工作簿 (*.xlsx)",
    ".pdf": "PDF 文件 (*.pdf)",
    ".docx": "Word 文档 (*.docx)",
    ".html": "网页文件 (*.html)",
}


class Exporting(QObject):
    """Asks for a place and writes the file; one at a time."""

    done = Signal(object, object, str)  # Path, notes, how it was proved
    said = Signal(str)
    failed = Signal(object)
    busy = Signal(str, object)
    idle = Signal()

    def __init__(self, session: Session, memory: Memory, ask: Ask, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._memory, self._ask, self._window = session, memory, ask, window
        self.is_busy = False

    def export(self, suffix: str) -> None:
        """Ask where, then write the report."""
        draft = "" if summary(self._session.report, self._session.verdict).is_ready else "（草稿）"
        name = f"{file_stem(self._session.report)}{draft}{suffix}"
        self._write("导出", name, _KINDS[suffix], _export)

    def export_check_sheet(self) -> None:
        """Ask where and as what, then write the 校核单 of the report, judged as one that is to be final."""
        name = f"{sheet_stem(self._session.report)}.pdf"
        self._write("导出校核单", name, f"{_KINDS['.pdf']};;{_KINDS['.xlsx']}", _export_check_sheet)

    def _write(self, title: str, name: str, kinds: str, work: Callable[[Report, Path], Exported]) -> None:
        if self.is_busy:
            self.said.emit("上一份还在导出，请稍等。")
            return
        folder = start_folder(self._memory.settings.last_folder)
        if path := self._ask.save(self._window, title, str(Path(folder) / name), kinds):
            self._memory.change(last_folder=str(path.parent))
            report, self.is_busy = self._session.report, True
            task = background.run(self, lambda: work(report, path), self._written, self._not_written)
            task.given_up.connect(self._given_up)
            self.busy.emit(f"正在导出“{path.name}”…", task)

    def _written(self, exported: Exported) -> None:
        self.is_busy = False
        self.idle.emit()
        proof = exported.proof.words if exported.proof else ""
        self.said.emit(f"已导出 {exported.path.name}" + (f"，{proof}" if proof else ""))
        self.done.emit(exported.path, exported.notes, proof)

    def _given_up(self) -> None:
        self.is_busy = False
        self.said.emit("不再等这次导出。")

    def _not_written(self, error: Exception) -> None:
        self.is_busy = False
        self.idle.emit()
        self.failed.emit(error)


def _export(report: Report, path: Path) -> Exported:
    from core import proving  # brings the recogniser along: not before somebody exports

    return proving.export(report, path)


def _export_check_sheet(report: Report, path: Path) -> Exported:
    return exporters.export_check_sheet(report, catalogue.run(report), path)
