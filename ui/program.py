"""What the window does: it brings the session, the menus and the pages to the window and listens to all of them."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut

from core.errors import UserError
from ui import background
from ui.autosave import Autosave
from ui.dialogs.about import show_about, show_help
from ui.dialogs.files import Ask
from ui.doors import Doors
from ui.drop_zone import DropZone
from ui.exporting import Exporting
from ui.filing import Filing, Intent, Reading
from ui.final.finalising import Finalising, go_to
from ui.focus_ring import FocusRing
from ui.going import Going
from ui.guide import Guide
from ui.incoming import incoming
from ui.main_window import MainWindow
from ui.memory import Memory
from ui.menus import Menus
from ui.orders import obey
from ui.previewing import Previewing
from ui.printing import Paper, Printing
from ui.receiving import Receiving
from ui.reviewing import Reviewing
from ui.ruling import Ruling
from ui.searching import Searching
from ui.session import Session
from ui.speaking import Speaking
from ui.telling import Telling
from ui.title_line import TitleLine
from ui.wizard.intent_bar import IntentBar


class Program(QObject):
    """One window and one session. The desk with the pages is built when a report is opened, or before, when idle."""

    def __init__(
        self, window: MainWindow, session: Session, memory: Memory, ask: Ask, log_file: Path | None = None
    ) -> None:
        super().__init__(window)
        self.window, self.session, self.memory = window, session, memory
        self.telling = Telling(window, session, log_file)
        self.notice = self.telling.notice
        self.filing = Filing(session, memory, ask, window)
        self.reviewing = Reviewing(window, self.filing, memory)
        self.exporting = Exporting(session, memory, ask, window)
        self.finalising = Finalising(session, memory, self.filing, window)
        self.ruling = Ruling(session, lambda: self.has_report, window.stack)
        self.searching = Searching(window, session, lambda: self.bench)
        self.previewing = Previewing(session, memory, lambda: self.bench, self)
        self.printing = Printing(session, window, lambda: self.previewing.page, by=lambda: self.previewing.composes)
        self.autosave = Autosave(session, self)
        self.intent_bar = IntentBar()
        self._bench: Any = None
        self._title = TitleLine(window, session, self.autosave)
        window.menuBar().setCornerWidget(window.head, Qt.Corner.TopRightCorner)
        window.put_above(self.finalising.strip)
        window.put_above(self.intent_bar)
        window.put_above(self.notice)
        window.statusBar().addPermanentWidget(self.telling.busy)
        window.may_close = self.may_close
        self.receiving = Receiving(self.filing, self.intent_bar, self._has_document)
        self.receiving.refused.connect(self.notice.show_words)
        self.drop_zone = DropZone(window, lambda: not self.has_report)
        self.drop_zone.dropped.connect(self.receiving.take)
        session.enter_goes_right = memory.settings.enter_goes_right
        self.going = Going(window.stack, session, lambda: self.bench.show_place)
        self.doors = Doors(window.start, self.filing, memory, self)
        self.doors.failed.connect(self.telling.show_error)
        FocusRing(window)
        Speaking(window)
        self.guide = Guide(window, self.filing, memory, lambda: self.bench, lambda: self.has_report)
        self.menus = Menus(self)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), window.start, self.paste_report)
        self._connect_files()
        self.show_start()

    # ------------------------------------------------------------ pages

    @property
    def bench(self) -> Any:
        """The desk with the pages."""
        if self._bench is None:
            from ui.workbench import Workbench  # the start-up seam: its many modules are not needed for the doors

            self._bench = Workbench(self.session, self.memory)
            self._bench.said.connect(self.telling.say)
            self._bench.place_told.connect(self.window.show_place)
            self._bench.export_asked.connect(self.exporting.export)
            self._bench.asked.connect(lambda order: obey(self, order))
            self._bench.panes_changed.connect(self.menus.refresh)
            self._bench.panel.rules.said.connect(self.telling.say)
            self._bench.panel.rules.asked.connect(self.ruling.show_rules)
            self.window.stack.addWidget(self._bench)
            for turn in (self._bench.back, self._bench.next):
                self.window.statusBar().addPermanentWidget(turn)
                turn.hide()
        return self._bench

    @property
    def is_reviewing(self) -> bool:
        """Whether something that was read waits to be looked over."""
        return self.reviewing.is_in_front

    @property
    def has_report(self) -> bool:
        """Whether a report lies open on the desk."""
        return self._bench is not None and self.window.stack.currentWidget() is self._bench

    def show_start(self) -> None:
        """Turn to the start page."""
        self.intent_bar.hide()
        self.window.stack.setCurrentWidget(self.window.start)
        self.window.show_place("")
        self.doors.list_recents()
        self.tell_state()
        self.window.start.focus_first()

    def show_bench(self) -> None:
        """Turn to the desk, at the step and the cell where the clerk left off."""
        bench = self.bench
        view = self.session.view
        self.window.stack.setCurrentWidget(bench)
        bench.show_place(view.step, view.cell)
        self.tell_state()

    def _let_in(self, reading: Reading, reminder: str) -> None:
        """Keep the file that was let in at hand beside the pages, and recall what of it nobody looked at."""
        if reading.recognised is not None:
            self.bench.source.offer(reading.name, reading.recognised.extract, reading.path)
            self.menus.refresh()
        if self.has_report and reminder:
            self.notice.show_words(f"● {reminder}")

    def leave_review(self) -> None:
        """Go back to where the clerk was before the reading."""
        if self._has_document():
            self.window.stack.setCurrentWidget(self._bench)
            self.tell_state()
        else:
            self.show_start()

    # ------------------------------------------------------------ words

    def offer_typing(self, error: UserError, path: Path, intent: Intent) -> None:
        """Say that the pages are pictures, with the way to type what they say."""
        self.notice.show_error(error, "对照图片手工填写(&M)", lambda: self.type_beside(path, intent))

    def type_beside(self, path: Path, intent: Intent) -> None:
        """Show the pages of a scan beside the tables: those of the open report for its last year, else empty ones."""
        if not (intent is Intent.ATTACH and self.has_report) and not self.filing.new():
            return
        self.show_bench()
        self.bench.source.offer_pages(path)
        self.bench.source.show(shown=True)
        self.telling.say("原件在左边，可以对照着填。收起后用“查看—原件”再打开。")

    def offer_pdf(self, error: UserError, paper: Paper) -> None:
        """Say that there is no printer, with the way to a file of what was to be printed."""
        exporting = self.exporting
        report = self.previewing.export if self.previewing.composes else lambda: exporting.export(".pdf")
        sheets = {Paper.CHECK_SHEET: exporting.export_check_sheet, Paper.SIGN_SHEET: exporting.export_sign_sheet}
        self.notice.show_error(error, "导出 PDF…", sheets.get(paper, report))

    def show_save_error(self, error: UserError) -> None:
        """Say why saving failed, with the way to save elsewhere."""
        self.notice.show_error(error, "另存为…", self.filing.save_as)
        self.tell_state()

    def show_autosave_error(self, error: UserError) -> None:
        """Say that saving by itself has stopped."""
        self.telling.say("自动保存停了，请用“另存为”保存到别处。")
        self.show_save_error(error)

    def show_about(self) -> None:
        show_about(self.window)

    def show_help(self) -> None:
        """Show the filling notes of the place the clerk is in, and the keys where there is none."""
        if not (self.has_report and self.bench.show_notes()):
            show_help(self.window)

    def show_keys(self) -> None:
        show_help(self.window)

    def tell_state(self) -> None:
        """Say in the title and at the top right which report this is and whether it is safe."""
        self.menus.refresh()
        for turn in (self._bench.back, self._bench.next) if self._bench is not None else ():
            turn.setVisible(self.has_report)
        self._title.tell(has_report=self.has_report)
        self.finalising.show_strip(has_report=self.has_report)

    # ------------------------------------------------------------ what the menus do beyond the pages

    def close_report(self) -> None:
        """Put the report away and go to the start page (Ctrl+W)."""
        if not self.has_report:
            self.window.close()
        elif self.filing.may_leave():
            self.bench.keep_place()
            self.memory.remember(self.session)
            self.filing.put_away()
            self.show_start()

    def edit_focused(self, what: str) -> None:
        """Do copy, cut, paste or select_all in the place that has the focus."""
        if self.has_report and self.previewing.is_whole:
            self.telling.say("预览里不能修改。按 Esc 回到填写的地方，或者点一下要改的数字。")
            return
        target = self.bench.page.edit_target() if self.has_report else None
        if target is not None and self.session.is_frozen and what in {"cut", "paste"}:
            self.session.refuse()
        elif target is not None:
            getattr(target, what)()
        elif what == "paste":
            self.paste_report()

    def paste_report(self) -> None:
        """Read a report from what is on the clipboard: a copied file, a piece of a web page, words."""
        brought = incoming(QGuiApplication.clipboard().mimeData())
        if brought.is_something or brought.is_link or brought.is_picture:
            self.receiving.take(brought)
        else:
            self.telling.say("剪贴板里没有文字。请先复制整篇年报，再按 Ctrl+V。")

    def warm_up(self) -> None:
        """Load what will soon be needed, while nobody waits."""
        self.bench  # noqa: B018 - making it is the purpose
        background.run(self, _load_libraries, lambda _: None, self.telling.show_error)

    def may_close(self) -> bool:
        """See that nothing is lost, keep what is remembered, and end the session."""
        if not self.ruling.may_leave() or not self.filing.may_leave():
            return False
        if self._bench is not None:
            self._bench.keep_widths()
            self.previewing.keep()
            if self.has_report:
                self._bench.keep_place()
        self.memory.change(geometry=self.window.geometry_words())
        self.memory.remember(self.session)
        self.memory.write()
        self.doors.throw_away_refused()
        self.session.close()
        return True

    # ------------------------------------------------------------ inside

    def _connect_files(self) -> None:
        session, filing = self.session, self.filing
        filing.opened.connect(self.show_bench)
        filing.busy.connect(lambda *_: self.notice.hide())  # it spoke of a file before this one
        reviewing = self.reviewing
        filing.busy.connect(lambda *_: QTimer.singleShot(0, self, lambda: reviewing.page))  # built while a file is read
        reviewing.turned.connect(self.tell_state)
        reviewing.let_in.connect(self._let_in)
        reviewing.called_off.connect(self.leave_review)
        filing.failed.connect(self.telling.show_error)
        filing.scanned.connect(self.offer_typing)
        filing.save_failed.connect(self.show_save_error)
        self.autosave.failed.connect(self.show_autosave_error)
        self.exporting.failed.connect(self.telling.show_error)
        self.exporting.done.connect(self._show_exported)
        self.ruling.said.connect(self.telling.say)
        self.finalising.said.connect(self.telling.say)
        self.finalising.warned.connect(self.notice.show_words)
        self.finalising.place_asked.connect(lambda place: go_to(self.bench, place))
        self.finalising.ended.connect(self.previewing.refresh)
        self.previewing.changed.connect(self.menus.refresh)
        self.previewing.export_asked.connect(self.exporting.export_as_shown)
        self.previewing.picture_export_asked.connect(self.exporting.export_picture)
        self.previewing.print_asked.connect(self.printing.print_report)
        self.printing.failed.connect(self.telling.show_error)
        self.printing.no_printer.connect(self.offer_pdf)
        self.searching.said.connect(self.telling.say)
        self.telling.hear(filing, self.exporting, self.printing)
        for changed in (session.saved_changed, session.head_changed):
            changed.connect(self.tell_state)

    def _has_document(self) -> bool:
        """Whether a report is open, be it that something else is shown just now."""
        return self.has_report or (
            self._bench is not None and (self.session.path is not None or not self.session.is_saved)
        )

    def _show_exported(self, path: Path, notes: tuple[str, ...], proof: str) -> None:
        self.bench.show_exported(path, notes, proof)


def _load_libraries() -> None:
    """Load the reading and writing libraries, so that the first export need not wait for them."""
    import core.handing_over  # for the dialog of 定稿
    import core.importers  # noqa: F401 - the start-up seam: seconds after the first paint
    from core.exporters import EXPORTERS

    for exporter in EXPORTERS:
        exporter.load()
