"""定稿 and 撤回定稿 in the window: the dialog when it is asked for, the strip while a final report lies open."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from core import edits
from ui.filing import Filing
from ui.final.strip import FinalStrip
from ui.memory import Memory
from ui.session import Session

if TYPE_CHECKING:
    from core.report import Report
    from ui.final.act import Act
    from ui.final.case import Place

WITHDRAWN = "已撤回定稿，可以修改了。已经写出的文件还在原处，但不再是最新的，请不要再用；改好后重新定稿，另写一份。"
SAVE_FIRST = "要先保存项目，才能定稿。"
SAVE_TITLE = "定稿前先保存项目"


class Finalising(QObject):
    """Owns the strip and, while it is open, the dialog. `place_asked` carries where a line of the dialog leads."""

    said = Signal(str)
    warned = Signal(str)  # to be read in peace, above the page
    place_asked = Signal(object)
    ended = Signal()  # the dialog is closed

    def __init__(self, session: Session, memory: Memory, filing: Filing, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._memory, self._filing, self._window = session, memory, filing, window
        self.ask_folder: Callable[[QWidget, str, str], Path | None] = _ask_folder
        self.strip = FinalStrip(session)
        self.act: Act | None = None
        self._elsewhere: dict[Path, Path | None] = {}  # by project: where its files were wanted, until the program ends
        self.strip.withdraw_asked.connect(self.withdraw)
        self.strip.again_asked.connect(self.open)
        session.final_changed.connect(self._follow)

    def open(self) -> None:
        """Show the verdict and ask for what is needed; a project that may be final and has no file is saved first."""
        session = self._session
        session.seal()
        if session.path is None and _may_be_final(session.report) and not self._filing.save_as(SAVE_TITLE):
            self.said.emit(SAVE_FIRST)
            return
        from ui.final.act import Act  # the start-up seam: readers and writers come with it

        act = self.act = Act(
            session,
            self._memory,
            self._filing,
            ask=self.ask_folder,
            window=self._window,
            parent=session.path.parent if session.path else Path(),
        )
        if session.path and (folder := self._elsewhere.get(session.path)):
            act.offer(folder)
        act.said.connect(self.said)
        act.warned.connect(self.warned)
        act.place_asked.connect(self.place_asked)
        act.dialog.finished.connect(self._forget)
        act.open()

    def withdraw(self) -> None:
        """Make a draft of the final report again: one step of undo, saved at once."""
        focus = QApplication.focusWidget()
        has_keyboard = focus is not None and self.strip.isAncestorOf(focus)
        if self._session.edit("撤回定稿", edits.withdraw) and self._session.path is not None:
            self._filing.save()
        if has_keyboard:  # the strip is gone: the keys lead on where the clerk is at work
            view = self._session.view
            self.place_asked.emit((view.step, view.cell))

    def show_strip(self, *, has_report: bool) -> None:
        """Show the strip while a final report lies on the desk."""
        shown = has_report and self._session.is_frozen
        if shown:
            self.strip.tell()
        self.strip.setVisible(shown)

    def _follow(self) -> None:
        self.show_strip(has_report=True)
        if not self._session.is_frozen and self.act is None:  # else it was not saved, and that is told
            self.said.emit("已撤回定稿。")  # or the foot would go on saying that nothing can be changed
            self.warned.emit(WITHDRAWN)

    def _forget(self) -> None:
        if self.act is not None and self._session.path is not None:
            self._elsewhere[self._session.path] = self.act.elsewhere
        self.act = None
        self.ended.emit()


def _may_be_final(report: "Report") -> bool:
    """Whether a file is worth asking for: nothing is saved just to hear what is missing."""
    from core.checks import catalogue  # the start-up seam
    from core.readiness import may_be_final

    return may_be_final(report, catalogue.run(report))


def go_to(bench: Any, place: "Place") -> None:
    """Turn the desk to where a line of the dialog leads."""
    if isinstance(place, tuple):
        bench.show_place(*place)
    else:
        bench.show_finding(place)


def _ask_folder(parent: QWidget, title: str, folder: str) -> Path | None:
    chosen = QFileDialog.getExistingDirectory(parent, title, folder)
    return Path(chosen) if chosen else None
