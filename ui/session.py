"""The one bridge between the window and `core`: it owns the document, applies edits, and tells what changed.

Views react to the signals; they do not ask and recompute. Undo and redo leave through the same signals as an edit.
While somebody types, the rules and the recovery copy wait for the hands (`ui.pace`): each key is answered at once.
"""

import logging
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Concatenate, ParamSpec

from PySide6.QtCore import QObject, Signal

from core import document as history
from core import edits
from core.changes import changed_cells, changed_texts, has_other_head, only_words_differ
from core.checks import catalogue
from core.checks.register import Verdict
from core.document import Document
from core.errors import UserError
from core.report import Report
from core.storage import project as storage
from core.storage.project import Project, View
from core.storage.recovery import Leftover, RecoveryCopy
from ui.pace import Following, Pace

P = ParamSpec("P")
log = logging.getLogger(__name__)


class Session(QObject):
    """One open document with its file, its findings and its recovery copy."""

    cells_changed = Signal(frozenset)  # CellIds whose entry differs, totals included
    texts_changed = Signal(frozenset)  # keys of texts that differ in words or in 待更新
    head_changed = Signal()  # unit, year, kind of unit or title
    findings_changed = Signal(object)  # Verdict
    history_changed = Signal()  # undo, redo or their labels
    travelled = Signal(str)  # what was undone or redone, in words: “已撤销：粘贴 12 格”
    saved_changed = Signal()  # path, or whether everything is saved
    replaced = Signal()  # another document: every view starts afresh
    view_changed = Signal()  # the steps that were looked at
    unguarded = Signal(object)  # UserError: no recovery copy could be kept, told once until one can be again
    final_changed = Signal()  # the report was declared final, or is a draft again
    refused = Signal()  # somebody tried to change a final report, of which nothing changed

    def __init__(self, recovery: RecoveryCopy | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._recovery = recovery
        self._is_guarded = True
        self.document: Document = history.opened(Report())
        self._verdict: Verdict | None = None
        self.following = Following(self)
        self.following.judging_due.connect(lambda: self.verdict)
        self.following.telling_due.connect(self._tell_findings)
        self.following.guarding_due.connect(self._guard)
        self.path: Path | None = None
        self.view = View()
        self.last_edit = ""
        self.enter_goes_right = False  # a habit of the hands that all tables share: where Enter leads
        self.saved_at: datetime | None = None  # when the file was last written from here
        self._fingerprint: str | None = None
        self._saved: Report = self.report

    @property
    def report(self) -> Report:
        return self.document.report

    @property
    def verdict(self) -> Verdict:
        """What the rules say of the report as it stands."""
        if self._verdict is None:
            self._verdict = catalogue.run(self.report, typing=True)
        return self._verdict

    @verdict.setter
    def verdict(self, verdict: Verdict) -> None:
        self._verdict = verdict

    @property
    def is_saved(self) -> bool:
        """Whether the project file holds what stands here."""
        return self.report is self._saved or self.report == self._saved

    @property
    def is_frozen(self) -> bool:
        """Whether the report is final: nothing of it changes before that is withdrawn."""
        return self.report.final is not None

    def refuse(self) -> None:
        """Tell that a final report takes no change: for hands that are stopped before there is an edit."""
        self.refused.emit()

    @property
    def project(self) -> Project:
        return Project(self.report, self.view)

    # ------------------------------------------------------------ edits

    def edit(
        self,
        label: str,
        function: Callable[Concatenate[Report, P], Report],
        /,
        *arguments: P.args,
        **named: P.kwargs,
    ) -> bool:
        """Apply a function of `core.edits` as one step of undo; `label` is its name in the menu.

        Of a final report only that it is final can be taken back; anything else is refused, and False returned.
        """
        return self._commit(label, function(self.report, *arguments, **named))

    def edit_by_hand(
        self,
        label: str,
        function: Callable[Concatenate[Report, P], Report],
        /,
        *arguments: P.args,
        **named: P.kwargs,
    ) -> bool:
        """Apply an edit of a table that hands wait to see: its findings are told once it is painted.

        Values are told at once, the recovery copy follows the findings. Returns as `edit` does.
        """
        return self._commit(label, function(self.report, *arguments, **named), pace=Pace.PAINTED)

    def edit_merging(
        self,
        merge_key: str,
        label: str,
        function: Callable[Concatenate[Report, P], Report],
        /,
        *arguments: P.args,
        **named: P.kwargs,
    ) -> bool:
        """Apply an edit that is one step of undo with those just before it under the same key: typing in one place.

        Findings and recovery copy follow a moment later. Returns as `edit` does.
        """
        return self._commit(label, function(self.report, *arguments, **named), merge_key, Pace.RESTED)

    def seal(self) -> None:
        """End the present step of undo: what is typed next is a step of its own."""
        self.document = history.sealed(self.document)

    def undo(self) -> None:
        self._travel("已撤销", self.document.undo_label, history.undo)

    def redo(self) -> None:
        self._travel("已重做", self.document.redo_label, history.redo)

    @property
    def is_settled(self) -> bool:
        """Whether findings and recovery copy are those of the report as it stands."""
        return not (self.following.is_behind or self.following.is_unguarded)

    def settle(self) -> None:
        """Let all that waits follow now: the findings of the last edit are told, the recovery copy is written."""
        if self.following.is_behind:
            self._tell_findings()
        if self.following.is_unguarded:
            self._guard()

    def judge_again(self) -> None:
        """Judge the report as it stands once more: what the rules go by has changed, not the report."""
        self._verdict = None
        self._tell_findings()

    # ------------------------------------------------------------ documents

    def start(
        self, project: Project, path: Path | None = None, fingerprint: str | None = None, *, as_saved: bool = True
    ) -> None:
        """Lay another document on the desk. Without a path and a fingerprint it counts as not saved."""
        self.document = history.opened(edits.as_typed(project.report))
        self.view, self.path, self._fingerprint, self.saved_at = project.view, path, fingerprint, None
        self._saved = self.report if path and fingerprint and as_saved else Report()
        self._verdict = None
        self.following.told()
        self.replaced.emit()
        self.history_changed.emit()
        self.saved_changed.emit()
        self._guard()

    def open(self, path: Path) -> None:
        """Open a project file; `UserError` if it cannot be read, and then nothing changes."""
        project, fingerprint = storage.load(path)
        self.start(project, path, fingerprint)

    def restore(self, leftover: Leftover) -> None:
        """Go on with a copy that was left behind; it counts as not saved unless its file holds the same.

        The file is then saved over only if nobody changed it since the program fell.
        """
        path = Path(leftover.path) if leftover.path else None
        mark, is_saved = leftover.fingerprint, False
        with suppress(UserError):  # a file that is gone or damaged is one more reason to restore
            held, now = storage.load(path) if path else (None, "")
            if held and held.report == leftover.project.report:
                mark, is_saved = now, True
        self.start(leftover.project, path, mark, as_saved=is_saved)

    def save(self, path: Path | None = None) -> None:
        """Write the project, to a new place if one is given; `UserError` if it cannot be, and then nothing changes."""
        target = path or self.path
        if target is None:
            raise ValueError("a document that was never saved needs a path")
        expected = self._fingerprint if target == self.path else None
        self._fingerprint = storage.save(target, self.project, expected)
        self.path, self._saved, self.saved_at = target, self.report, datetime.now().astimezone()
        self._guard()
        self.saved_changed.emit()

    def look_at(self, step: str, cell: str = "") -> None:
        """Remember where the clerk is; never a step of undo."""
        before = self.view.visited
        self.view = View(step, cell, before | {step})
        if step not in before:
            self.view_changed.emit()

    def close(self) -> None:
        """Give up the recovery copy: the program ends as it should."""
        if self._recovery:
            self._recovery.close()
            self._recovery = None
        self.following.stop()

    # ------------------------------------------------------------ the one path of every change

    def _commit(self, label: str, report: Report, merge_key: str | None = None, pace: Pace = Pace.AT_ONCE) -> bool:
        if self.is_frozen and report != edits.withdraw(self.report):
            self.refuse()
            return False
        if report != self.report:
            self.last_edit = label
            self._move(history.commit(self.document, label, report, merge_key), pace)
        return True

    def _travel(self, verb: str, label: str | None, step: Callable[[Document], Document]) -> None:
        if label is not None:
            before, document = self.report, step(self.document)
            self._move(document, _pace_between(before, document.report))
            self.travelled.emit(f"{verb}：{label}")

    def _move(self, document: Document, pace: Pace) -> None:
        before, self.document = self.report, document
        after = self.report
        if after is not before:
            self._verdict = None
            self._tell(before, after)
            if pace is Pace.AT_ONCE:
                self._tell_findings()
                self._guard()
            else:
                self.following.wait(pace)
        self.history_changed.emit()
        self.saved_changed.emit()

    def _tell(self, before: Report, after: Report) -> None:
        if cells := changed_cells(before, after):
            self.cells_changed.emit(cells)
        if texts := changed_texts(before, after):
            self.texts_changed.emit(texts)
        if has_other_head(before, after):
            self.head_changed.emit()
        if before.final != after.final:
            self.final_changed.emit()

    def _tell_findings(self) -> None:
        self.following.told()
        self.findings_changed.emit(self.verdict)

    def _guard(self) -> None:
        """Keep a recovery copy of what the project file does not hold, and none of what it holds."""
        self.following.guarded()
        if self._recovery is None:
            return
        try:
            if self.is_saved:
                self._recovery.drop()
            else:
                self._recovery.write(self.project, self.path, self._fingerprint)
            self._is_guarded = True
        except OSError:
            log.exception("the recovery copy could not be written")
            if self._is_guarded:
                self._is_guarded = False
                self.unguarded.emit(no_recovery_copy())


def _pace_between(before: Report, after: Report) -> Pace:
    """How soon what undo or redo leads to is followed: as the edit was."""
    if only_words_differ(before, after):
        return Pace.RESTED
    return Pace.PAINTED if before.entries_as_printed != after.entries_as_printed else Pace.AT_ONCE


def no_recovery_copy() -> UserError:
    """Return what to tell the clerk where nothing guards against a fall of the program."""
    return UserError("恢复副本没有写成，程序意外退出时，没保存的修改会丢。", "请现在保存，并清理系统盘的空间。")
