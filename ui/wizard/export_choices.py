"""The last part of the last page: the exports, what is still open beside them, and what was written.

objectNames: exportXlsx, exportPdf, exportDocx, exportHtml, copyPage, exportSheet, exportResult, exportProof.
"""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui import theme
from ui.controls import button, emptied, note, plain

_ACROSS = 3  # buttons beside one another: so many have room at every scale of the screen


class ExportChoices(QWidget):
    """The buttons of the exports and the line about the last one."""

    export_asked = Signal(str)  # suffix
    sheet_asked = Signal()
    copy_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices = self._buttons()
        self._warning = note("")
        self._result = QVBoxLayout()
        self._result.setSpacing(theme.STEP)
        grid = QGridLayout()
        grid.setColumnStretch(_ACROSS, 1)
        for place, choice in enumerate(self._choices):
            choice.setMinimumHeight(8 * theme.STEP)
            grid.addWidget(choice, place // _ACROSS, place % _ACROSS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * theme.STEP)
        column.addWidget(self._warning)
        column.addLayout(grid)
        column.addLayout(self._result)

    def warn(self, words: str) -> None:
        """Say what is still open; nothing where all is done."""
        self._warning.setText(words)
        self._warning.setVisible(bool(words))

    def show_result(self, path: Path, notes: tuple[str, ...], proof: str = "") -> None:
        """Say what was exported, how it was proved, and the way to the file."""
        emptied(self._result)
        row = QHBoxLayout()
        words = plain(f"✓ 已导出：{path}")
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row.addWidget(words, 1)
        row.addWidget(button("打开文件", "openExported", lambda: _open(path)))
        row.addWidget(button("打开所在文件夹", "openFolder", lambda: _open(path.parent)))
        line = QWidget()
        line.setObjectName("exportResult")
        line.setLayout(row)
        row.setContentsMargins(0, 0, 0, 0)
        self._result.addWidget(line)
        if proof:
            proved = plain(f"✓ 写好后已读回{proof}，与年报一致。")
            proved.setObjectName("exportProof")
            self._result.addWidget(proved)
        if notes:
            self._result.addWidget(note("注意：" + "".join(notes)))

    def set_busy(self, *, busy: bool) -> None:
        """Take no second order while one is under way."""
        for choice in self._choices:
            choice.setEnabled(not busy)

    def _buttons(self) -> tuple[QPushButton, ...]:
        check_sheet = button("导出校核单(&J)…", "exportSheet", self.sheet_asked.emit)
        check_sheet.setToolTip("问题、说明的原因和勾稽关系，打印后随年报送签")
        page = button("复制为网页(&Z)", "copyPage", self.copy_asked.emit)
        page.setToolTip("复制全文和三张表，到网站后台的编辑框里粘贴")
        return (
            button("导出 Excel(&X)…", "exportXlsx", lambda: self.export_asked.emit(".xlsx")),
            button("导出 PDF(&P)…", "exportPdf", lambda: self.export_asked.emit(".pdf")),
            button("导出 Word(&W)…", "exportDocx", lambda: self.export_asked.emit(".docx")),
            button("导出网页(&Y)…", "exportHtml", lambda: self.export_asked.emit(".html")),
            page,
            check_sheet,
        )


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
