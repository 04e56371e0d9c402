"""Where reports come from and where they go: new, open, read, save. Knows no page; signals tell what happened."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from core import edits
from core.doubts import Doubt
from core.errors import UserError
from core.report import Report
from core.storage import project as storage
from core.storage import recovery
from core.storage.project import Project
from core.storage.recovery import Leftover
from ui import background, formats
from ui.dialogs.files import PROJECTS, Ask, start_folder
from ui.memory import Memory
from ui.session import Session
from ui.words import file_stem

if TYPE_CHECKING:
    from core.importers.recogniser.recognise import Recognised

Read = tuple[Report, tuple[Doubt, ...], "Recognised | None"]
SAMPLES = Path(__file__).parent.parent / "resources" / "sample"


class Intent(Enum):
    """What a report that is being read is wanted for."""

    DRAFT = "draft"  # last year's report, to make this year's draft of
    ADOPT = "adopt"  # this year's report as it is, to be checked
    ATTACH = "attach"  # last year's report, to lay beside the open one


@dataclass(frozen=True, slots=True)
class Reading:
    """A report that was read from a file or from pasted words, before anything of it enters.

    `recognised` tells where in the file each value stood, `path` where the file is; pasted words have no path.
    """

    name: str
    intent: Intent
    report: Report
    doubts: tuple[Doubt, ...]
    recognised: "Recognised | None" = None
    path: Path | None = None


class Filing(QObject):
    """Opens, reads and saves for a session; asks the clerk through `ask`."""

    opened = Signal()  # another document lies on the desk
    was_read = Signal(object)  # Reading, to be confirmed
    said = Signal(str)
    failed = Signal(object)  # UserError
    scanned = Signal(object, object, object)  # ScannedError, path, Intent: its pages can be shown beside the tables
    save_failed = Signal(object)  # UserError; another place may help
    busy = Signal(str, object)  # what is being done, its Task
    idle = Signal()

    def __init__(self, session: Session, memory: Memory, ask: Ask, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._memory, self._ask, self._window = session, memory, ask, window
        self._sample: Report | None = None

    @property
    def is_sample(self) -> bool:
        """Whether a copy of the sample lies on the desk."""
        return self._sample is not None

    # ------------------------------------------------------------ from where

    def new(self) -> bool:
        """Begin with empty tables; tell whether the clerk let the open report go."""
        may_leave = self.may_leave()
        if may_leave:
            self._lay(Project())
        return may_leave

    def sample(self) -> None:
        """Open a copy of the sample; what is tried there touches no file."""
        found = sorted(SAMPLES.glob(f"*{storage.SUFFIX}"))
        if not found:
            self.failed.emit(UserError("程序里没有找到示例。", "可能安装不完整，请重新安装；其他功能不受影响。"))
        elif self.may_leave() and (loaded := self._tried(lambda: storage.load(found[0]))) is not None:
            self._lay(Project(loaded[0].report))
            self._sample = self._session.report
            self.said.emit("这是示例，可以随意修改，不会影响任何文件。")

    def open(self) -> None:
        """Ask for a project and open it."""
        if path := self._ask.open(self._window, "打开年报项目", self._memory.settings.last_folder, PROJECTS):
            self.open_path(path)

    def open_path(self, path: Path) -> None:
        """Open a project; any other file is read first and shown for confirmation."""
        if path.suffix.lower() != storage.SUFFIX:
            self.read(path, Intent.DRAFT)
        elif self.may_leave() and (loaded := self._tried(lambda: storage.load(path))) is not None:
            project, fingerprint = loaded
            self._sample = None
            if (left := self._memory.place_in(path)) and left.step:
                project = replace(project, view=replace(project.view, step=left.step, cell=left.cell))
            self._session.start(project, path, fingerprint)
            self._memory.remember(self._session)
            self.opened.emit()

    def ask_and_read(self, intent: Intent) -> None:
        """Ask for a report and read it."""
        titles = {
            Intent.DRAFT: "选择上年年报",
            Intent.ADOPT: "选择要检查的本年年报",
            Intent.ATTACH: "选择要附上的上年年报",
        }
        background.run(self, _warm_up, lambda _: None, lambda _: None)  # while the clerk looks for the file
        if path := self._ask.open(
            self._window, titles[intent], self._memory.settings.last_folder, formats.file_filter()
        ):
            self._memory.change(last_folder=str(path.parent))
            self.read(path, intent)

    def read(self, path: Path, intent: Intent) -> None:
        """Read a report in the background."""
        self._read(path.name, intent, lambda called_off: _read_file(path, called_off), path)

    def read_text(self, text: str, html: str = "", intent: Intent = Intent.DRAFT) -> None:
        """Read a report from words that were pasted, which the clipboard may hold as a web page (`html`) too."""
        self._read("粘贴的文字", intent, lambda called_off: _read_text(text, html, called_off))

    def restore(self, leftover: Leftover) -> None:
        """Go on with a draft that was left behind; it counts as not saved."""
        if not self.may_leave():
            return
        self._sample = None
        self._session.restore(leftover)
        recovery.discard(leftover)  # this session has a copy of its own by now
        self.opened.emit()
        self.said.emit("已恢复没有保存的草稿，请保存。")

    def put_away(self) -> None:
        """Leave the desk empty."""
        self._sample = None
        self._session.start(Project())

    # ------------------------------------------------------------ what was read enters

    def accept(self, report: Report, intent: Intent, year: int | None = None) -> bool:
        """Take in a report that the clerk has looked over; `year` is the draft's. Tell whether it was let in."""
        if intent is Intent.ATTACH:
            if not self._session.edit("附上上年报告", edits.attach_last_year, report):
                return False
            self.opened.emit()
            self.said.emit("已附上上年报告，可以对照上年数。")
            return True
        if not self.may_leave():
            return False
        self._lay(Project(edits.carry_over(report, year) if intent is Intent.DRAFT else edits.adopt(report)))
        return True

    # ------------------------------------------------------------ to where

    def save(self) -> bool:
        """Save; tell whether everything is safe on disk now."""
        if self._session.path is None:
            return self.save_as()
        return self._save(self._session.path)

    def save_as(self, title: str = "另存为") -> bool:
        """Ask for a place and save there; the `title` says what for."""
        folder = Path(start_folder(self._memory.settings.last_folder))
        proposed = self._session.path or folder / f"{file_stem(self._session.report)}{storage.SUFFIX}"
        path = self._ask.save(self._window, title, str(proposed), PROJECTS)
        return path is not None and self._save(path)

    def may_leave(self) -> bool:
        """See that nothing is lost when the open document goes: save it, or ask where it has no file yet."""
        session = self._session
        if session.is_saved or session.report == self._sample:
            return True
        if session.path is not None and self._save(session.path):
            return True
        where = "没有存成" if session.path else "还没有保存到文件"
        keep = self._ask.keep(self._window, f"“{session.report.unit or '新建的年报'}”{where}。要保存吗？")
        if keep is None:
            return False
        return self.save_as() if keep else True

    def _save(self, path: Path) -> bool:
        try:
            self._session.save(path)
        except UserError as error:
            self.save_failed.emit(error)
            return False
        self._sample = None
        self._memory.remember(self._session)
        return True

    def _lay(self, project: Project) -> None:
        self._sample = None
        self._session.start(project)
        self.opened.emit()

    def _read(
        self, name: str, intent: Intent, work: Callable[[threading.Event], Read], path: Path | None = None
    ) -> None:
        called_off = threading.Event()

        def done(result: Read) -> None:
            self.idle.emit()
            self.was_read.emit(Reading(name, intent, *result, path))

        def failed(error: Exception) -> None:
            from core.importers.extract import ScannedError  # loaded by now; not before somebody wants to read

            self.idle.emit()
            if path is not None and isinstance(error, ScannedError):
                self.scanned.emit(error, path, intent)
            else:
                self.failed.emit(error)

        task = background.run(self, lambda: work(called_off), done, failed, called_off)
        self.busy.emit(f"正在读取“{name}”…", task)

    def _tried(self, work: Callable[[], tuple[Project, str]]) -> tuple[Project, str] | None:
        try:
            return work()
        except UserError as error:
            self.failed.emit(error)
            return None


def _read_file(path: Path, called_off: threading.Event) -> Read:
    from core.isolation import desk  # brings the recogniser along: not before somebody wants to read

    if storage.looks_like(path):
        return edits.withdraw(storage.load(path)[0].report), (), None  # begun from, not final
    recognised = desk.read_file(path, called_off)
    return recognised.report, recognised.doubts, recognised


def _read_text(text: str, html: str, called_off: threading.Event) -> Read:
    from core.isolation import desk  # as above

    recognised = desk.read_pasted(text, html, called_off)
    return recognised.report, recognised.doubts, recognised


def _warm_up() -> None:
    from core.isolation import desk  # as above

    desk.warm_up()
