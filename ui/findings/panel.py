"""The panel at the right: the verdict and its findings, last year's figures and words, filling notes."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QTabWidget, QToolButton, QVBoxLayout, QWidget

from core import answers, edits
from core.answers import Standing
from core.cells import CellId
from core.finding import Finding, Severity, Suggestion
from core.report import Report
from core.rewording import difference
from ui import theme
from ui.controls import inked, note, plain
from ui.findings.answer_box import LONGEST, AnswerBox
from ui.findings.last_year_tab import LastYearTab
from ui.findings.list_view import FindingsList
from ui.findings.notes_tab import NotesTab
from ui.findings.rows import Shown, line_counts
from ui.findings.rule_actions import RuleActions
from ui.session import Session
from ui.theme import STEP
from ui.words import EXPLAINED_MARK, MARKS

EMPTY = {
    Shown.ALL: "还没有发现问题。填写以后，这里随时列出要改和要说明的地方，点一下就到。",
    Shown.ERRORS: "没有必须改的地方。",
    Shown.WARNINGS: "没有要说明的地方。",
    Shown.HINTS: "没有提示。",
    Shown.ANSWERED: "还没有说明过的问题。情况属实的，在列表下面写明原因。",
}


class FindingsPanel(QWidget):
    """Three tabs (objectNames: `findingsPanel`, `findingsList`, `verdict`, `chip_<NAME>`, `lastYearTab`, `notesTab`).

    `activated` carries the finding to go to; `show_place` tells the other tabs where the clerk is.
    """

    activated = Signal(object)
    said = Signal(str)  # what was done here, for the foot of the window

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findingsPanel")
        self.setAccessibleName("检查、上年和口径")
        self._session, self._place = session, ""
        self.list = FindingsList()
        self._box = AnswerBox()
        self.rules = RuleActions(session, self.list, self._box)
        self._verdict, self._rest = plain(), note("")
        self._verdict.setObjectName("verdict")
        self._chips = self._make_chips()
        self._last, self.notes = LastYearTab(), NotesTab()
        self._tabs = QTabWidget()
        self._lay_out()
        self._connect()
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # F6 comes here, Tab passes by
        self.refresh()

    def refresh(self) -> None:
        """Show what the checks say now."""
        report, verdict = self._session.report, self._session.verdict
        counted = answers.standing(report, verdict)
        is_final = self._session.is_frozen
        self._verdict.setText("✓ 已定稿" if is_final else f"{_mark(counted)} {counted.sentence}")
        self._colour(counted)
        waiting = answers.waiting_words(report, verdict)
        self._rest.setText(waiting)
        self._rest.setVisible(bool(waiting))
        self._count_chips()
        self.list.empty_words = EMPTY[self.list.lines.shown]
        self.list.take(report, verdict)

    def show_place(self, place: str) -> None:
        """Tell the other tabs where the clerk is: a cell, a text, or a field of the cover."""
        self._place = place
        self._tell_place()

    def show_notes(self) -> None:
        """Turn to the filling notes of the place the clerk is in (F1)."""
        self.notes.leave_search()
        self._tabs.setCurrentWidget(self.notes)

    def next_finding(self) -> None:
        """Go to the next open finding, around the end (F8)."""
        self._step(1)

    def previous_finding(self) -> None:
        """Go to the open finding before (Shift+F8)."""
        self._step(-1)

    def _step(self, by: int) -> None:
        self._session.settle()  # F8 may come before the findings of the last edit are told
        if not any(row.reason is None for row in self.list.lines.rows):
            self._show_only(Shown.ALL)
        rows = self.list.lines.rows
        start = self.list.currentIndex().row()
        start = start if start >= 0 or by > 0 else 0
        for count in range(1, len(rows) + 1):
            number = (start + by * count) % len(rows)
            if rows[number].reason is None:
                self._tabs.setCurrentIndex(0)
                self.list.go_to(number)
                return

    def _edit(self, label: str, function: Callable[..., Report], *arguments: object) -> bool:
        """Apply an edit and say so: what it changes may stand on another page. False where the report is final."""
        before = self._session.report
        is_taken = self._session.edit(label, function, *arguments)
        if self._session.report is not before:
            self.said.emit(f"{label}，可以撤销。")
        return is_taken

    def _mend(self, finding: Finding) -> None:
        if not self._edit(_mend_label(self._session.report, finding), answers.mend, finding):
            return
        self.activated.emit(replace(finding, excerpt=finding.replacement) if finding.replacement else finding)

    def _mend_all(self, findings: tuple[Finding, ...]) -> None:
        if not self._edit(f"{len(findings)} 格改为 {findings[0].remedy}", answers.mend_all, findings):
            return
        self.activated.emit(findings[0])

    def _take(self, suggestion: Suggestion) -> None:
        self._edit(f"改为 {suggestion.changes[0][1]}", answers.take, suggestion)

    def _use_sum(self, totals: tuple[CellId, ...]) -> None:
        self._edit("总计按明细改", edits.use_computed, totals)

    def _take_expected(self, cell: str, number: str) -> None:
        self._edit("填入推算的现行有效件数", edits.set_cell, CellId(cell), number)

    def _answer(self, finding: Finding, reason: str) -> None:
        label = "说明情况属实" if reason else "收回说明"
        self._edit(label, edits.answer, finding.occasion, reason)
        self.list.setFocus()

    def _fold(self, key: str) -> None:
        self.list.lines.toggle(key)
        self.refresh()

    def _show_only(self, shown: Shown, *_: object) -> None:
        self.list.lines.shown = shown
        self._chips[shown].setChecked(True)
        self.refresh()

    def _tell_place(self) -> None:
        """Fill the tab in view only: most clerks type with the findings before them."""
        if self._tabs.currentWidget() is self._last:
            self._last.tell(self._session.report, self._place)
        elif self._tabs.currentWidget() is self.notes:
            self.notes.tell(self._session.report, self._place)

    def _count_chips(self) -> None:
        """Count lines as the list shows them with its groups folded."""
        numbers = line_counts(self._session.report, self._session.verdict)
        for shown, chip in self._chips.items():
            chip.setText(f"{_SIGNS[shown]} {numbers[shown]}")
            chip.setAccessibleName(f"{shown.value} {numbers[shown]} 条")

    def _colour(self, counted: Standing) -> None:
        shades = theme.colours(self.palette())
        calm = shades.ok if counted.is_complete else shades.ink
        inked(self._verdict, shades.error if counted.errors else shades.warning if counted.warnings else calm)
        inked(self._rest, shades.muted)

    def _make_chips(self) -> dict[Shown, QToolButton]:
        group = QButtonGroup(self)
        chips: dict[Shown, QToolButton] = {}
        for shown in Shown:
            chip = QToolButton()
            chip.setObjectName(f"chip_{shown.name}")
            chip.setCheckable(True)
            chip.setAutoRaise(True)
            chip.setToolTip(f"只看{shown.value}的" if shown is not Shown.ALL else "全部")
            chip.setChecked(shown is Shown.ALL)
            chip.clicked.connect(partial(self._show_only, shown))
            group.addButton(chip)
            chips[shown] = chip
        return chips

    def _connect(self) -> None:
        self.list.chosen.connect(self.activated)
        self.list.mend_asked.connect(self._mend)
        self.list.mend_all_asked.connect(self._mend_all)
        self.list.fold_asked.connect(self._fold)
        self.list.current_told.connect(self._box.take)
        self._box.mend_asked.connect(self._mend)
        self._box.offer_asked.connect(self._take)
        self._box.sum_asked.connect(self._use_sum)
        self._box.answered.connect(self._answer)
        self._last.taken.connect(self._take_expected)
        self._tabs.currentChanged.connect(self._tell_place)
        self._session.findings_changed.connect(self.refresh)
        self._session.replaced.connect(self._start_afresh)
        self._session.cells_changed.connect(self._tell_place)

    def _start_afresh(self) -> None:
        self._place = ""
        self._tell_place()
        self._show_only(Shown.ALL)

    def _lay_out(self) -> None:
        self._verdict.setFont(theme.bold(self.font()))
        chips = QHBoxLayout()
        chips.setSpacing(0)
        for chip in self._chips.values():
            chips.addWidget(chip)
        chips.addStretch(1)
        head = QVBoxLayout()
        head.setContentsMargins(2 * STEP, 2 * STEP, 2 * STEP, STEP)
        head.setSpacing(STEP)
        head.addWidget(self._verdict)
        head.addWidget(self._rest)
        head.addLayout(chips)
        checks = QWidget()
        column = QVBoxLayout(checks)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        column.addWidget(self._box)
        self._tabs.setDocumentMode(True)
        self._tabs.setAccessibleName("侧栏")
        for page, words in ((checks, "检查"), (self._last, "上年"), (self.notes, "口径")):
            self._tabs.addTab(page, words)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._tabs)

    def focusInEvent(self, event: QFocusEvent) -> None:
        inside = {1: self._last, 2: self.notes}.get(self._tabs.currentIndex(), self.list)
        inside.setFocus(event.reason())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._colour(answers.standing(self._session.report, self._session.verdict))
            self._tell_place()


_SIGNS = {
    Shown.ALL: "全部",
    Shown.ERRORS: MARKS[Severity.ERROR],
    Shown.WARNINGS: MARKS[Severity.WARNING],
    Shown.HINTS: MARKS[Severity.HINT],
    Shown.ANSWERED: EXPLAINED_MARK,
}


def _mend_label(report: Report, finding: Finding) -> str:
    """Name the step of undo by what is changed, where this is short enough for a menu."""
    change = difference(report, finding)
    if change is None:
        return f"改为 {finding.remedy}"
    return change.words if len(change.words) <= LONGEST else "按提示改文字"


def _mark(counted: Standing) -> str:
    if counted.errors:
        return MARKS[Severity.ERROR]
    if counted.warnings:
        return MARKS[Severity.WARNING]
    return EXPLAINED_MARK if counted.is_complete else MARKS[Severity.HINT]
