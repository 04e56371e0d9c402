"""The window: menus, the pages in its middle, and what happened lately at its foot."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from core.errors import UserError
from core.storage import recovery
from core.storage.recovery import Leftover
from core.summary import summary
from ui import background, messages
from ui.autosave import Autosave
from ui.busy import BusyMark
from ui.dialogs.about import show_about, show_help
from ui.dialogs.files import Ask
from ui.exporting import Exporting
from ui.filing import Filing, Intent, Reading
from ui.memory import Memory
from ui.menus import Menus
from ui.session import Session
from ui.wizard.start_page import StartPage
from ui.words import PROGRAM, clock, headline

FOOT_MS = 8000
"""Milliseconds that a message stays at the foot of the window."""


class MainWindow(QMainWindow):
    """One window, one report. The desk is built when a report is first opened."""

    def __init__(self, session: Session, memory: Memory, ask: Ask, log_file: Path | None = None) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self.setAcceptDrops(True)
        self.session, self.memory, self._log_file = session, memory, log_file
        self.filing = Filing(session, memory, ask, self)
        self.exporting = Exporting(session, memory, ask, self)
        self.autosave = Autosave(session, self)
        self.notice = messages.Notice()
        self.start = StartPage()
        self._bench: Any = None
        self._review: Any = None
        self._refused: set[Leftover] = set()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.start)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notice)
        column.addWidget(self._stack, 1)
        self.setCentralWidget(middle)
        self._make_foot()
        self.menus = Menus(self)
        self._head = QLabel()
        self._head.setObjectName("reportHead")
        self._head.setContentsMargins(0, 0, 12, 0)
        self.menuBar().setCornerWidget(self._head, Qt.Corner.TopRightCorner)
        self._connect()
        self.show_start()
        self._restore_place()

    # ------------------------------------------------------------ pages

    @property
    def bench(self) -> Any:
        """The desk with the pages; its modules are loaded with it, after the first paint."""
        if self._bench is None:
            from ui.workbench import Workbench  # the start-up seam: not before the first paint

            self._bench = Workbench(self.session, self.memory)
            self._bench.said.connect(self.say)
            self._bench.place_told.connect(self._place.setText)
            self._bench.export_asked.connect(self.exporting.export)
            self._stack.addWidget(self._bench)
            for turn in (self._bench.back, self._bench.next):
                self.statusBar().addPermanentWidget(turn)
        return self._bench

    @property
    def has_report(self) -> bool:
        """Whether a report lies open on the desk."""
        return self._bench is not None and self._stack.currentWidget() is self._bench

    def show_start(self) -> None:
        """Turn to the start page."""
        self._stack.setCurrentWidget(self.start)
        self._place.clear()
        self._list_recents()
        self._tell_state()
        self.start.focus_first()

    def show_bench(self) -> None:
        """Turn to the desk, at the step where the clerk left off."""
        bench = self.bench
        remembered = self.memory.place_in(self.session.path) if self.session.path else None
        self._stack.setCurrentWidget(bench)
        bench.show_step(remembered.step if remembered and remembered.step else self.session.view.step)
        bench.page.focus_first()
        self._tell_state()

    def show_review(self, reading: Reading) -> None:
        """Show what was read, to be confirmed."""
        if self._review is None:
            from ui.wizard.review_page import ReviewPage  # the start-up seam, as above

            self._review = ReviewPage()
            self._review.accepted.connect(self.filing.accept)
            self._review.called_off.connect(self.leave_review)
            self._stack.addWidget(self._review)
        self._stack.setCurrentWidget(self._review)
        self._review.show_reading(reading)
        self._tell_state()

    def leave_review(self) -> None:
        """Go back to where the clerk was before the reading."""
        if self._bench is not None and (self.session.path or not self.session.is_saved):
            self._stack.setCurrentWidget(self._bench)
        else:
            self.show_start()
        self._tell_state()

    # ------------------------------------------------------------ words

    def say(self, words: str) -> None:
        """Say at the foot of the window what happened."""
        self._said.setText(words)
        self._said.setToolTip(words)
        self._hush.start()

    def show_error(self, error: Exception) -> None:
        """Say above the page what went wrong."""
        self.notice.show_error(messages.as_user_error(error, self._log_file))

    def show_save_error(self, error: UserError) -> None:
        """Say why saving failed, with the way to save elsewhere."""
        self.notice.show_error(error, "另存为…", self.filing.save_as)
        self._tell_state()

    def show_autosave_error(self, error: UserError) -> None:
        """Say that saving by itself has stopped."""
        self.say("自动保存停了，请用“另存为”保存到别处。")
        self.show_save_error(error)

    def show_about(self) -> None:
        show_about(self)

    def show_help(self) -> None:
        show_help(self)

    # ------------------------------------------------------------ what the menus do beyond the pages

    def close_report(self) -> None:
        """Put the report away and go to the start page (Ctrl+W)."""
        if not self.has_report:
            self.close()
        elif self.filing.may_leave():
            self.memory.remember(self.session)
            self.filing.put_away()
            self.show_start()

    def edit_focused(self, what: str) -> None:
        """Do copy, cut, paste or select_all in the place that has the focus."""
        target = self.bench.page.edit_target() if self.has_report else None
        if target is not None:
            getattr(target, what)()
        elif what == "paste":
            self.paste_report()

    def paste_report(self) -> None:
        """Read a report from the words on the clipboard."""
        text = QGuiApplication.clipboard().text()
        if text.strip():
            self.filing.read_text(text)
        else:
            self.say("剪贴板里没有文字。请先复制整篇年报，再按 Ctrl+V。")

    def warm_up(self) -> None:
        """Load what will soon be needed, while nobody waits."""
        self.bench  # noqa: B018 - making it is the purpose
        background.run(self, _load_libraries, lambda _: None, self.show_error)

    def offer_leftovers(self) -> None:
        """Look for drafts that were not saved and offer them."""
        self.start.offer(recovery.leftovers(recovery.folder() / "recovery"))

    # ------------------------------------------------------------ inside

    def _make_foot(self) -> None:
        self._place, self._said = QLabel(), QLabel()
        self._place.setObjectName("place")
        self._said.setObjectName("said")
        self._busy = BusyMark()
        foot = self.statusBar()
        foot.setSizeGripEnabled(False)
        foot.addWidget(self._place)
        foot.addWidget(self._said, 1)
        foot.addPermanentWidget(self._busy)
        self._hush = QTimer(self)
        self._hush.setSingleShot(True)
        self._hush.setInterval(FOOT_MS)
        self._hush.timeout.connect(self._said.clear)

    def _connect(self) -> None:
        session, filing = self.session, self.filing
        doors = {
            "startFromLastYear": lambda: filing.ask_and_read(Intent.DRAFT),
            "startOpen": filing.open,
            "startNew": filing.new,
            "startSample": filing.sample,
        }
        self.start.door_chosen.connect(lambda name: doors[name]())
        self.start.recent_chosen.connect(lambda path: filing.open_path(Path(path)))
        self.start.recent_dropped.connect(self._forget)
        self.start.leftover_wanted.connect(self._restore)
        self.start.leftover_refused.connect(self._refused.add)
        self.start.leftover_kept.connect(self._refused.discard)
        QShortcut(QKeySequence.StandardKey.Paste, self.start, self.paste_report)
        filing.opened.connect(self.show_bench)
        filing.was_read.connect(self.show_review)
        filing.failed.connect(self.show_error)
        filing.save_failed.connect(self.show_save_error)
        self.autosave.failed.connect(self.show_autosave_error)
        self.exporting.failed.connect(self.show_error)
        self.exporting.done.connect(self._show_exported)
        for source in (filing, self.exporting):
            source.said.connect(self.say)
            source.busy.connect(self._busy.watch)
            source.idle.connect(self._busy.rest)
        session.saved_changed.connect(self._tell_state)
        session.head_changed.connect(self._tell_state)
        session.findings_changed.connect(self._tell_state)
        session.history_changed.connect(self.menus.refresh)

    def _tell_state(self) -> None:
        self.menus.refresh()
        if self._bench is not None:
            self._bench.back.setVisible(self.has_report)
            self._bench.next.setVisible(self.has_report)
        if not self.has_report:
            self._head.hide()
            self.setWindowTitle(PROGRAM)
            return
        report = self.session.report
        standing = summary(report, self.session.verdict).standing
        words = f"{headline(report)} · {standing} · {self._saved_words()}"
        self._head.setText(words)
        self._head.show()
        self.menuBar().setCornerWidget(self._head, Qt.Corner.TopRightCorner)  # it only measures a widget it is given
        name = self.session.path.name if self.session.path else "未保存"
        self.setWindowTitle(f"{headline(report)} · {name} — {PROGRAM}")

    def _saved_words(self) -> str:
        if self.session.path is None:
            return "还没有保存到文件"
        if not self.session.is_saved:
            return "有未保存的修改（自动保存停了）" if self.autosave.is_stopped else "有未保存的修改"
        return f"已保存 {clock(self.session.saved_at)}" if self.session.saved_at else "已保存"

    def _show_exported(self, path: Path, notes: tuple[str, ...]) -> None:
        self.bench.show_exported(path, notes)

    def _list_recents(self) -> None:
        recents = self.memory.settings.recents
        self.start.show_recents(recents, frozenset())

        def look() -> frozenset[str]:  # a network drive that is gone can take seconds to say so
            return frozenset(recent.path for recent in recents if not Path(recent.path).is_file())

        background.run(self, look, lambda gone: self.start.show_recents(recents, gone), self.show_error)

    def _forget(self, path: str) -> None:
        self.memory.forget(path)
        self._list_recents()

    def _restore(self, leftover: Leftover) -> None:
        self._refused.discard(leftover)
        self.filing.restore(leftover)
        self.offer_leftovers()

    def _restore_place(self) -> None:
        self.resize(1180, 720)
        if self.memory.settings.geometry:
            self.restoreGeometry(QByteArray.fromBase64(self.memory.settings.geometry.encode()))

    # ------------------------------------------------------------ Qt

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        for url in event.mimeData().urls():
            if url.isLocalFile():
                event.acceptProposedAction()
                self.filing.open_path(Path(url.toLocalFile()))
                return

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.filing.may_leave():
            event.ignore()
            return
        if self._bench is not None:
            self._bench.keep_widths()
        self.memory.change(geometry=bytes(self.saveGeometry().toBase64().data()).decode())
        self.memory.remember(self.session)
        self.memory.write()
        for leftover in self._refused:
            recovery.discard(leftover)
        self.session.close()
        event.accept()


def _load_libraries() -> None:
    """Load the reading and writing libraries, so that the first export need not wait for them."""
    import core.importers  # noqa: F401 - the start-up seam: seconds after the first paint
    from core.exporters import EXPORTERS

    for exporter in EXPORTERS:
        exporter.load()
