"""The last page: the verdict in one sentence and what is missing, what can be done, and how it stands part by part.

Exporting is never blocked: what is not final is marked as a draft.
objectNames: finishVerdict, finishRulesOff, finishCounts, finishMissing, finishNotes; more in export_choices.
"""

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
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
from ui.controls import heading, inked, note, plain
from ui.due import DueLabel
from ui.session import Session
from ui.wizard.export_choices import ExportChoices
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
    asked = Signal(object)  # Order
    export_asked = Signal(str)  # suffix

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
        self._exports = ExportChoices()
        self._exports.asked.connect(self.asked)
        self._exports.export_asked.connect(self.export_asked)
        self.setWidget(self._sheet())
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.refresh)
        for changed in (session.findings_changed, session.head_changed, session.final_changed):
            changed.connect(self._changed)
        self.refresh()

    def refresh(self) -> None:
        """Show the report as it stands."""
        whole = summary(self._session.report, self._session.verdict)
        colours = theme.colours(self.palette())
        mark, colour = ("▲", colours.error) if whole.now.errors else ("○", colours.muted)
        if whole.is_final or (whole.is_ready and not whole.now.warnings):
            mark, colour = "✓", colours.ok
        elif whole.is_ready:
            mark, colour = "●", colours.warning
        self._verdict.setText(f"{mark} {whole.sentence}")
        inked(self._verdict, colour)
        self._fill_counts(whole)
        self._columns.setText(columns_words(whole))
        self._off.setText(f"● {whole.switched_off_words}")
        self._off.setVisible(bool(whole.switched_off))
        filled = "✓ 表格、文字和封面都填齐了。" if whole.now.is_complete else ""
        self._missing.tell(missing_words(whole, self._session.report), filled)
        self._notes.tell(notes(self._session.report))
        self._exports.tell_final(is_final=whole.is_final)

    def show_result(self, path: Path, notes: tuple[str, ...], proof: str = "") -> None:
        """Say what was exported, how it was proved, and the way to the file."""
        self._exports.show_result(path, notes, proof)

    def set_busy(self, *, busy: bool) -> None:
        """Take no second order while one is under way."""
        self._exports.set_busy(busy=busy)

    def show_finding(self, finding: Finding) -> None:
        """Findings of the whole report have no place but this page."""
        self.said.emit(finding.message)

    def focus_first(self) -> None:
        self._exports.focus_first()

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
        heads = (self._verdict, DueLabel(self._session), self._off)
        table = (_title("各部分"), self._counts, _title("表三各列勾稽"), self._columns)
        for part in (*heads, self._missing, self._exports, *table, self._notes):
            column.addWidget(part)
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
        for column in range(len(_HEADS)):  # all the names are read, however narrow the page is beside a preview
            rest = QHeaderView.ResizeMode.ResizeToContents if column else QHeaderView.ResizeMode.Stretch
            table.header().setSectionResizeMode(column, rest)
        table.header().setMinimumSectionSize(table.fontMetrics().horizontalAdvance(_HEADS[2]) + 8 * theme.STEP)
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
