"""The preview on the desk: in the place of the page, or beside it while the clerk types; and the way back."""

from collections.abc import Callable
from enum import Enum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from ui.memory import Memory
from ui.session import Session

if TYPE_CHECKING:
    from core.exporters.marks import Composed
    from core.report import Report
    from ui.preview.pane import PreviewPane
    from ui.preview.subject import Subject

LEAST_PAGE = 640
"""Pixels that the page beside the preview keeps: table 3 with its labels cut a little. Else the findings give way."""


class Mode(Enum):
    """Where the preview stands."""

    OFF = "off"
    BESIDE = "beside"
    WHOLE = "whole"


class Previewing(QObject):
    """Brings the preview onto the desk and takes it away. `bench` is the desk, which is not there at the start."""

    changed = Signal()
    print_asked = Signal()
    export_asked = Signal()
    picture_export_asked = Signal()

    def __init__(self, session: Session, memory: Memory, bench: Callable[[], Any], parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._memory, self._bench = session, memory, bench
        self.mode = Mode.OFF
        self._under = Mode.OFF  # where the way back leads, and what stood there
        self._under_it: Subject | None = None
        self._pane: PreviewPane | None = None
        self._before: QWidget | None = None
        self._made_room = False

    @property
    def is_whole(self) -> bool:
        """Whether the preview stands in the place of the page: nothing can be typed there."""
        return self.mode is Mode.WHOLE

    @property
    def is_beside(self) -> bool:
        return self.mode is Mode.BESIDE

    @property
    def is_picture(self) -> bool:
        """Whether it is the 图解 that is shown."""
        return self.mode is not Mode.OFF and self.pane.subject.single

    @property
    def composes(self) -> "Callable[[Report], Composed] | None":
        """What composes the document to be printed: the one in view, None for the report itself."""
        return self.pane.compose if self._shows_what_is_printed else None

    @property
    def pane(self) -> "PreviewPane":
        """The preview; made when it is first asked for."""
        if self._pane is None:
            self._pane = self._made()
        return self._pane

    @property
    def page(self) -> int:
        """The page in view of what is to be printed, counted from 0; -1 where none is."""
        return self.pane.view.page if self._shows_what_is_printed else -1

    def export(self) -> None:
        """Ask for a file of what is shown."""
        (self.picture_export_asked if self.is_picture else self.export_asked).emit()

    def refresh(self) -> None:
        """Show what is wanted now: whether the 图解 is the last page is also chosen elsewhere."""
        if self._pane is not None:
            self._pane.refresh()

    def toggle_whole(self) -> None:
        """Show the report in the place of the page, or go back from there (Ctrl+Shift+P)."""
        from ui.preview.subject import REPORT  # the start-up seam

        self._toggle(REPORT)

    def toggle_picture(self) -> None:
        """Show the 图解 in the place of the page, or go back from there."""
        from ui.preview.subject import PICTURE  # the start-up seam

        self._toggle(PICTURE)

    def toggle_beside(self) -> None:
        """Show the report beside the page, or put it away."""
        if self.is_beside and not self.is_picture:
            self.leave()
            return
        self._show_report()
        if self.is_beside:
            self.changed.emit()
        else:
            self._turn(Mode.BESIDE)

    def leave(self) -> None:
        """Go back to where the clerk was."""
        if self.is_whole:
            self._back()
        else:
            self._turn(Mode.OFF)

    def turn_zoom(self, turn: int) -> bool:
        """Show the pages larger, smaller, or (0) as wide as the view, if the keyboard is there; tell whether it is."""
        focus = QApplication.focusWidget()
        if self._pane is None or not (self.is_whole or (focus is not None and self._pane.isAncestorOf(focus))):
            return False
        self._pane.view.turn_zoom(turn) if turn else self._pane.view.set_zoom(0)
        return True

    def keep(self) -> None:
        """Remember the size of the pages and the width of the preview for the next start."""
        if self._pane is not None:
            self._memory.change(preview_zoom=self._pane.view.zoom)
            if self.is_beside:
                self._memory.change(preview_width=self._pane.width())

    # ------------------------------------------------------------ inside

    @property
    def _shows_what_is_printed(self) -> bool:
        """Whether it does: beside a page the 图解 is a help for filling in."""
        return self.is_whole or (self.is_beside and not self.is_picture)

    def _toggle(self, subject: "Subject") -> None:
        if self.is_whole and self.pane.subject is subject:
            self.leave()
            return
        before = self.pane.subject
        self.pane.show_subject(subject)
        if self.is_whole:
            self.changed.emit()
        else:
            self._under, self._under_it = self.mode, before
            self._turn(Mode.WHOLE)

    def _back(self, *, hand_back: bool = True) -> None:
        """Take the preview out of the place of the page: what stood beside it before stands there again."""
        if self._under is Mode.BESIDE and self._under_it is not None:
            self.pane.show_subject(self._under_it)
        self._turn(self._under, hand_back=hand_back)

    def _turn(self, mode: Mode, *, hand_back: bool = True) -> None:
        if mode is self.mode:
            return
        bench, pane = self._bench(), self.pane
        self.keep()
        before, self.mode = self.mode, mode
        if before is not Mode.WHOLE:
            self._before = QApplication.focusWidget()
        pane.bar.show_beside(beside=mode is Mode.BESIDE)
        room = bench.middle.width()
        if mode is Mode.BESIDE:
            room += self._make_room(bench)
        elif before is Mode.BESIDE or mode is Mode.OFF:
            self._give_back_room(bench)
        bench.aside = pane if mode is not Mode.OFF else None
        page = bench.middle.widget(0)
        pane.setVisible(mode is not Mode.OFF)
        page.setVisible(mode is not Mode.WHOLE)
        if mode is Mode.BESIDE:
            needed = max(LEAST_PAGE, getattr(bench.page, "needed_width", int)())  # long numbers want more of the page
            width = min(self._memory.settings.preview_width, max(room - needed, room // 3))
            bench.middle.setSizes([room - width, width])
        elif mode is Mode.WHOLE:
            pane.setFocus(Qt.FocusReason.OtherFocusReason)
        if mode is not Mode.OFF:
            is_widened = before is Mode.BESIDE  # there the clerk may have leafed on
            (pane.view.show_here if is_widened else pane.view.seek_here)(self._session.view.cell)
        if mode is not Mode.WHOLE and hand_back:
            self._hand_back(bench)
        self.changed.emit()

    def _show_report(self) -> None:
        from ui.preview.subject import REPORT  # the start-up seam

        self.pane.show_subject(REPORT)

    def _hand_back(self, bench: Any) -> None:
        """Give the keyboard back to who had it."""
        before, self._before = self._before, None
        pane = self._pane
        inside = pane is not None and before is not None and (before is pane or pane.isAncestorOf(before))
        if before is not None and not inside and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            bench.page.focus_first()

    def _make_room(self, bench: Any) -> int:
        """Fold what has no room beside page and preview; return how many pixels that gives."""
        source, findings = bench.source.pane, bench.panel
        gained = source.width() if source else 0
        bench.source.show(shown=False)
        room = bench.middle.width() + gained - self._memory.settings.preview_width
        self._made_room = room < LEAST_PAGE and findings.isVisible()
        if self._made_room:
            gained += findings.width()
            findings.hide()
        return gained

    def _give_back_room(self, bench: Any) -> None:
        if self._made_room:
            bench.panel.show()
        self._made_room = False

    def _on_step(self, place: str) -> None:
        """The desk turned to a step: a preview in its place gives way."""
        if self.is_whole:
            self._back(hand_back=False)  # whoever turned there knows where the keyboard goes
        self._follow(place)

    def _follow(self, place: str) -> None:
        if self._pane is not None and self.is_beside:
            self._pane.view.show_here(place)

    def _go(self, target: str) -> None:
        """Go to where something on paper is filled in."""
        self._bench().go_to(target)

    def _forget(self) -> None:
        """Another report will lie on the desk: it is shown as it is filled in."""
        self._under = Mode.OFF

    def _made(self) -> "PreviewPane":
        from ui.preview.pane import PreviewPane  # the start-up seam: the writer of PDF comes with it

        bench = self._bench()
        pane = PreviewPane(self._session, self._memory.settings.preview_zoom, memory=self._memory)
        pane.hide()
        bench.middle.addWidget(pane)
        pane.hide()
        pane.bar.left.connect(self.leave)
        pane.left.connect(self.leave)
        pane.bar.beside_asked.connect(lambda: self._turn(Mode.BESIDE))
        pane.bar.whole_asked.connect(lambda: self._toggle(pane.subject))
        pane.bar.print_asked.connect(self.print_asked)
        pane.bar.export_asked.connect(self.export)
        pane.view.chosen.connect(self._go)
        bench.step_shown.connect(self._on_step)
        bench.place_entered.connect(self._follow)
        self._session.replaced.connect(self._forget)
        return pane
