"""What can be done with the report on the last page, in the order in which it is done, and what was written last.

objectNames: showPreview, printReport, finalise, exportPdf, exportDocx, exportXlsx, exportHtml, copyPage, exportSheet,
exportSign, exportPicture, exportWarning, exportResult, exportProof.
"""

from collections.abc import Sequence
from enum import Enum
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui import theme
from ui.controls import button, emptied, note, plain

_ACROSS = 3  # buttons beside one another: so many have room at every scale of the screen
_FINAL, _AGAIN = "定稿(&D)…", "写出定稿的文件(&D)…"


class Order(Enum):
    """What is asked of the window here, apart from the single formats of the report."""

    PREVIEW = "showPreview"
    PRINT = "printReport"
    FINAL = "finalise"
    COPY = "copyPage"
    CHECK_SHEET = "exportSheet"
    SIGN_SHEET = "exportSign"
    PICTURE = "exportPicture"


class ExportChoices(QWidget):
    """The buttons, group by group, and the line about the last export."""

    asked = Signal(object)  # Order
    export_asked = Signal(str)  # suffix

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._final = self._ordering(Order.FINAL, _FINAL, "锁定内容，把需要的各种格式一次写进一个文件夹，逐份读回核对")
        self._look = (
            self._ordering(Order.PREVIEW, "打印预览(&L)", "和导出的 PDF、打印出来的一样；点一个数字就到那一格"),
            self._ordering(Order.PRINT, "打印(&T)…", "Ctrl+P"),
        )
        self._files, self._sheets = self._file_buttons(), self._sheet_buttons()
        self._warning = note("")
        self._warning.setObjectName("exportWarning")
        self._result = QVBoxLayout()
        self._result.setSpacing(theme.STEP)
        self._groups = QGridLayout()
        self._groups.setHorizontalSpacing(4 * theme.STEP)
        self._groups.setVerticalSpacing(3 * theme.STEP)
        self._groups.setColumnStretch(1, 1)
        for line, (caption, choices) in enumerate(
            (("看版面", self._look), ("定稿", (self._final,)), ("单独导出", self._files), ("配套材料", self._sheets))
        ):
            self._add_group(line, caption, choices)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * theme.STEP)
        column.addLayout(self._groups)
        column.addWidget(self._warning)
        column.addLayout(self._result)

    def tell_final(self, *, is_final: bool) -> None:
        """Say what the first button does, and what is said of files that are not final."""
        self._final.setText(_AGAIN if is_final else _FINAL)
        self._warning.setText("没有定稿的，文件名后面带“（草稿）”，PDF 和 Word 每页印有“草稿”。")
        self._warning.setVisible(not is_final)

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

    def focus_first(self) -> None:
        self._final.setFocus()

    def set_busy(self, *, busy: bool) -> None:
        """Take no second order while one is under way."""
        for choice in (*self._look, self._final, *self._files, *self._sheets):
            choice.setEnabled(not busy)

    def _add_group(self, line: int, caption: str, choices: Sequence[QPushButton]) -> None:
        grid = QGridLayout()
        grid.setSpacing(2 * theme.STEP)
        grid.setColumnStretch(_ACROSS, 1)
        for place, choice in enumerate(choices):
            choice.setMinimumSize(28 * theme.STEP, 8 * theme.STEP)
            grid.addWidget(choice, place // _ACROSS, place % _ACROSS)
        name = QLabel(caption)
        name.setFixedHeight(8 * theme.STEP)
        self._groups.addWidget(name, line, 0, Qt.AlignmentFlag.AlignTop)
        self._groups.addLayout(grid, line, 1)

    def _file_buttons(self) -> tuple[QPushButton, ...]:
        return (
            button("PDF(&P)…", "exportPdf", lambda: self.export_asked.emit(".pdf")),
            button("Word(&W)…", "exportDocx", lambda: self.export_asked.emit(".docx")),
            button("Excel(&X)…", "exportXlsx", lambda: self.export_asked.emit(".xlsx")),
            button("网页(&Y)…", "exportHtml", lambda: self.export_asked.emit(".html")),
            self._ordering(Order.COPY, "复制为网页(&Z)", "复制全文和三张表，到网站后台的编辑框里粘贴"),
        )

    def _sheet_buttons(self) -> tuple[QPushButton, ...]:
        return (
            self._ordering(Order.CHECK_SHEET, "校核单(&J)…", "问题、说明的原因和勾稽关系，打印后随年报送签"),
            self._ordering(Order.SIGN_SHEET, "审签单(&K)…", "拟稿、核稿、分管领导、主要领导签字用"),
            self._ordering(Order.PICTURE, "图解(&O)…", "本年情况的一页图，用于网站和公众号"),
        )

    def _ordering(self, order: Order, words: str, tip: str) -> QPushButton:
        made = button(words, order.value, partial(self.asked.emit, order))
        made.setToolTip(tip)
        return made


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
