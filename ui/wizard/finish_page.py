"""The last page: the verdict in one sentence, what is open by step, what is missing, and the exports.

Exporting is never blocked; what is open is said beside the button.
objectNames: finishVerdict, finishRulesOff, finishCounts, finishMissing, finishNotes, exportXlsx, exportPdf,
exportDocx, exportSheet, exportResult.
"""

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QScrollArea,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from core.finding import Finding
from core.summary import Summary, summary
from ui import theme
from ui.controls import button, emptied, heading, inked, note, plain
from ui.due import DueLabel
from ui.session import Session
from ui.wizard.finish_words import columns_words, count_words, missing_words
from ui.wizard.place_links import PlaceLinks, notes
from ui.words import EXPLAINED, EXPLAINED_MARK, MARKS, WEIGHTS

_STEP = Qt.ItemDataRole.UserRole
_FIGURES = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_HEADS = ("部分", *(f"{MARKS[weight]} {WEIGHTS[weight]}" for weight in MARKS), f"{EXPLAINED_MARK} {EXPLAINED}")


class FinishPage(QScrollArea):
    """全审与导出."""

    said = Signal(str)
    place_told = Signal(str)
    place_entered = Signal(str)  # never: this page has no place of its own
    step_asked = Signal(str, str)  # step, and a cell or a text in it or nothing
    export_asked = Signal(str)  # suffix
    sheet_asked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setAccessibleName("全审与导出")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab brings whatever it reaches into view
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self._verdict = heading("")
        self._verdict.setObjectName("finishVerdict")
        self._verdict.setWordWrap(True)
        self._counts = self._count_table()
        self._off = note("")
        self._off.setObjectName("finishRulesOff")
        self._columns = plain()
        self._columns.setObjectName("finishColumns")
        self._missing = PlaceLinks("finishMissing", _title("还缺什么"))
        self._notes = PlaceLinks("finishNotes", _title("批注"))
        for links in (self._missing, self._notes):
            links.asked.connect(self.step_asked)
        self._warning = note("")
        self._result = QVBoxLayout()
        check_sheet = button("导出校核单(&J)…", "exportSheet", self.sheet_asked.emit)
        self._choices = (
            button("导出 Excel(&X)…", "exportXlsx", lambda: self.export_asked.emit(".xlsx")),
            button("导出 PDF(&P)…", "exportPdf", lambda: self.export_asked.emit(".pdf")),
            button("导出 Word(&W)…", "exportDocx", lambda: self.export_asked.emit(".docx")),
            check_sheet,
        )
        check_sheet.setToolTip("问题、说明的原因和勾稽关系，打印后随年报送签")
        self.setWidget(self._sheet())
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.refresh)
        for changed in (session.findings_changed, session.head_changed):
            changed.connect(self._changed)
        self.refresh()

    def refresh(self) -> None:
        """Show the report as it stands."""
        whole = summary(self._session.report, self._session.verdict)
        colours = theme.colours(self.palette())
        mark, colour = ("▲", colours.error) if whole.now.errors else ("○", colours.muted)
        if whole.is_ready:
            mark, colour = ("●", colours.warning) if whole.now.warnings else ("✓", colours.ok)
        self._verdict.setText(f"{mark} {whole.sentence}")
        inked(self._verdict, colour)
        self._fill_counts(whole)
        self._columns.setText(columns_words(whole))
        self._off.setText(f"● {whole.switched_off_words}")
        self._off.setVisible(bool(whole.switched_off))
        filled = "✓ 表格、文字和封面都填齐了。" if whole.now.is_complete else ""
        self._missing.tell(missing_words(whole, self._session.report), filled)
        self._notes.tell(notes(self._session.report))
        self._warning.setText("" if whole.is_ready else "现在也可以导出，导出的是草稿：上面列出的内容还没有完成。")
        self._warning.setVisible(not whole.is_ready)

    def show_result(self, path: Path, notes: tuple[str, ...]) -> None:
        """Say what was exported, with the way to the file."""
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
        if notes:
            self._result.addWidget(note("注意：" + "".join(notes)))

    def set_busy(self, *, busy: bool) -> None:
        """Take no second order while one is under way."""
        for choice in self._choices:
            choice.setEnabled(not busy)

    def show_finding(self, finding: Finding) -> None:
        """Findings of the whole report have no place but this page."""
        self.said.emit(finding.message)

    def focus_first(self) -> None:
        self._counts.setFocus()

    def edit_target(self) -> object | None:
        return None

    # ------------------------------------------------------------ inside

    def _changed(self) -> None:
        if self.isVisible():
            self._soon.start()

    def _sheet(self) -> QWidget:
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(3 * theme.STEP)
        exports = QHBoxLayout()
        for choice in self._choices:
            choice.setMinimumHeight(8 * theme.STEP)
            exports.addWidget(choice)
        exports.addWidget(self._warning, 10)
        exports.addStretch(1)
        heads = (self._verdict, DueLabel(self._session), self._off)
        for part in (*heads, self._counts, _title("表三各列勾稽"), self._columns, self._missing, self._notes):
            column.addWidget(part)
        column.addWidget(_title("导出"))
        column.addLayout(exports)
        column.addLayout(self._result)
        column.addStretch(1)
        return sheet

    def _count_table(self) -> QTreeWidget:
        table = QTreeWidget()
        table.setObjectName("finishCounts")
        table.setAccessibleName("各部分的问题数")
        table.setHeaderLabels(_HEADS)
        for column in range(1, len(_HEADS)):
            table.headerItem().setTextAlignment(column, _FIGURES)
        table.setRootIsDecorated(False)
        table.setUniformRowHeights(True)
        table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setToolTip("双击或按回车，转到这一部分")
        table.itemActivated.connect(lambda item: self.step_asked.emit(item.data(0, _STEP), ""))
        table.header().setStretchLastSection(False)
        table.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        return table

    def _fill_counts(self, whole: Summary) -> None:
        self._counts.clear()
        for number, count in enumerate(whole.counts, start=1):
            if count.step.id == "finish" and not (count.errors or count.warnings or count.hints or count.explained):
                continue
            item = QTreeWidgetItem(count_words(number, count))
            item.setData(0, _STEP, count.step.id)
            for column in range(1, len(_HEADS)):
                spoken = f"{_HEADS[column][2:]} {item.text(column) or 0} 处"
                item.setData(column, Qt.ItemDataRole.AccessibleTextRole, spoken)
                item.setTextAlignment(column, _FIGURES)
            self._counts.addTopLevelItem(item)
        rows = self._counts.topLevelItemCount()
        height = self._counts.sizeHintForRow(0) * rows + self._counts.header().sizeHint().height()
        self._counts.setFixedHeight(height + 2 * self._counts.frameWidth() + theme.STEP)

    # ------------------------------------------------------------ Qt

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._changed()


def _title(words: str) -> QLabel:
    label = plain(words)
    label.setFont(theme.bold(label.font()))
    return label


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
