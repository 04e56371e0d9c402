"""Exporting the open report in the background, as it stood when it was asked for."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from core import exporters, file_names
from core.checks import catalogue
from core.errors import UserError
from core.exporters import Exported
from core.exporters.check_number import changed
from core.report import Report
from ui import background, web_copy
from ui.dialogs.files import Ask, start_folder
from ui.memory import Memory
from ui.session import Session
from ui.words import file_stem, sheet_stem

_KINDS = {
    ".xlsx": "Excel 工作簿 (*.xlsx)",
    ".pdf": "PDF 文件 (*.pdf)",
    ".docx": "Word 文档 (*.docx)",
    ".html": "网页文件 (*.html)",
    ".png": "PNG 图片 (*.png)",
    ".svg": "SVG 矢量图 (*.svg)",
}
PICTURES = (".png", ".pdf", ".svg")
"""The formats of a 图解; `core.depicting` knows them too, but is loaded when a picture is written."""


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
        self._write_unchanged(
            "导出", f"{file_names.marked_stem(self._session.report)}{suffix}", _KINDS[suffix], _export
        )

    def export_with_picture(self) -> None:
        """Ask where, then write the report as PDF with its 图解 as the last page."""
        name = f"{file_names.marked_stem(self._session.report)}（附图解）.pdf"
        self._write_unchanged("导出 PDF，末页附图解", name, _KINDS[".pdf"], _export_with_picture)

    def export_as_shown(self) -> None:
        """Ask where, then write the report as PDF as the preview shows it: with its 图解 or without."""
        if self._memory.settings.picture_appended:
            self.export_with_picture()
        else:
            self.export(".pdf")

    def export_check_sheet(self) -> None:
        """Ask where and as what, then write the 校核单 of the report, judged as one that is to be final."""
        name = f"{sheet_stem(self._session.report)}.pdf"
        kinds = ";;".join(_KINDS[suffix] for suffix in exporters.CHECK_SHEETS)
        self._write("导出校核单", name, kinds, _export_check_sheet)

    def export_sign_sheet(self) -> None:
        """Ask where and as what, then write the 审签单 of the report."""
        name = f"{file_stem(self._session.report)}审签单.pdf"
        kinds = ";;".join(_KINDS[suffix] for suffix in exporters.SIGN_SHEETS)
        self._write("导出审签单", name, kinds, _export_sign_sheet)

    def export_picture(self) -> None:
        """Ask where and as what, then write the 图解 of the report."""
        name = f"{file_names.marked_stem(self._session.report)}图解{PICTURES[0]}"
        self._write_unchanged("导出图解", name, ";;".join(_KINDS[suffix] for suffix in PICTURES), _export_picture)

    def copy_page(self) -> None:
        """Lay the report on the clipboard as a website takes it (复制为网页)."""
        try:
            self.said.emit(web_copy.copy(self._session.report))
        except UserError as error:
            self.failed.emit(error)

    def _write_unchanged(self, title: str, name: str, kinds: str, work: Callable[[Report, Path], Exported]) -> None:
        """Write a file, but not of a report that is called final and is not what was declared so: ask for no place."""
        if (error := changed(self._session.report, "导出")) is not None:
            self.failed.emit(error)
        else:
            self._write(title, name, kinds, work)

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
    from core import proving  # as above

    return proving.export_check_sheet(report, catalogue.run(report), path)


def _export_sign_sheet(report: Report, path: Path) -> Exported:
    from core import proving  # as above

    return proving.export_sign_sheet(report, catalogue.run(report), path)


def _export_picture(report: Report, path: Path) -> Exported:
    from core import depicting  # brings the charts along

    return depicting.export(report, path)


def _export_with_picture(report: Report, path: Path) -> Exported:
    from core import depicting  # as above

    return depicting.export_with_report(report, path)
