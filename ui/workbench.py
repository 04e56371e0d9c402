"""The desk: steps on the left, the page of the step in the middle, findings on the right.

`back` and `next` stand at the foot of the window, where they take no line from the page.
objectNames: btnBack, btnNext, pageArea.
"""

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QApplication, QHBoxLayout, QSplitter, QStackedWidget, QWidget

from core.cells import CellId
from core.finding import Finding
from core.steps import Step, StepKind, step_of, step_of_place, steps
from ui import tab_order
from ui.controls import button
from ui.findings.panel import FindingsPanel
from ui.memory import Memory
from ui.sections.caret import put_caret, with_caret, without_caret
from ui.sections.cover_page import CoverPage
from ui.sections.prose_field import ProseField
from ui.sections.table_page import TablePage
from ui.sections.text_page import TextPage
from ui.session import Session
from ui.source.beside import Beside
from ui.viewing import Viewing
from ui.wizard.finish_page import FinishPage
from ui.wizard.steps_list import StepsList


class Workbench(QWidget):
    """The pages of the open report; each is made when it is first looked at."""

    said = Signal(str)
    place_told = Signal(str)
    asked = Signal(object)  # Order of the last page
    export_asked = Signal(str)  # suffix
    panes_changed = Signal()
    step_shown = Signal(str)  # where the clerk is in it
    place_entered = Signal(str)  # a cell or a text of the step in view

    def __init__(self, session: Session, memory: Memory, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._memory = session, memory
        self._pages: dict[str, QWidget] = {}
        self._places: dict[str, str] = {}  # by step: where the clerk is in it
        self._place_words: dict[str, str] = {}
        self.steps = StepsList(session)
        self.steps.step_chosen.connect(self.show_step)
        self.steps.entered.connect(self.enter_page)
        self.panel = FindingsPanel(session)
        self.panel.activated.connect(self.show_finding)
        self.panel.said.connect(self.said)
        self.panel.notes.place_wanted.connect(self.go_to)
        self._stack = QStackedWidget()
        self._stack.setObjectName("pageArea")
        self.back = button("‹ 上一步", "btnBack", self.previous_step)
        self.next = button("下一步 ›", "btnNext", self.next_step)
        self.back.setToolTip("Ctrl+PgUp")
        self.next.setToolTip("Ctrl+PgDn")
        self._splitter, self.middle = _splitter(), _splitter()
        self.middle.addWidget(self._stack)
        self.aside: QWidget | None = None  # what stands beside the page in the middle, or in its place
        for part in (self.steps, self.middle, self.panel):
            self._splitter.addWidget(part)
        self._splitter.setStretchFactor(1, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._splitter)
        self.panel.setVisible(memory.settings.panel_shown)
        self._splitter.setSizes([memory.settings.steps_width, 1000, memory.settings.panel_width])
        self.viewing = Viewing(memory, self)
        self.viewing.said.connect(self.said)
        self.source = Beside(self._splitter, 1, self.panel, memory.settings.beside_width)
        self.source.shown_changed.connect(self.panes_changed)
        self.source.shown_changed.connect(self._order_tabs)
        session.replaced.connect(self._start_afresh)

    # ------------------------------------------------------------ steps

    @property
    def step(self) -> Step:
        """The step in view."""
        listed = steps(self._session.report.form)
        return next((step for step in listed if step.id == self._session.view.step), listed[0])

    @property
    def page(self) -> Any:
        """The page in view; its kind follows from the step."""
        return self._stack.currentWidget()

    def show_step(self, step_id: str) -> None:
        """Turn to a step."""
        listed = steps(self._session.report.form)
        step = next((step for step in listed if step.id == step_id), listed[0])
        page = self._pages.get(step.id) or self._made(step)
        self._stack.setCurrentWidget(page)
        with QSignalBlocker(self.steps):
            self.steps.select(step.id)
        place = self._places.get(step.id, "")
        self._session.look_at(step.id, place)
        self.panel.show_place(place)
        self.place_told.emit(self._place_words.get(step.id, ""))
        self.back.setEnabled(step != listed[0])
        self.next.setEnabled(step != listed[-1])
        self.step_shown.emit(place)

    def enter_page(self) -> None:
        """Give the keyboard to the page of the step, where the clerk last had it there: a cell, a text, a field."""
        if not self.page.isVisible():
            self.show_step(self.step.id)  # what stands in its place gives way
        last = self.page.focusWidget()
        if last is None or isinstance(last, QAbstractButton) or not last.isVisible():
            self.page.focus_first()
        else:
            last.setFocus(Qt.FocusReason.OtherFocusReason)

    def step_number(self, number: int) -> None:
        """Turn to the step of that number, counted from 1."""
        listed = steps(self._session.report.form)
        if 1 <= number <= len(listed):
            self.show_step(listed[number - 1].id)
            self.page.focus_first()

    def next_step(self) -> None:
        self._step_by(1)

    def previous_step(self) -> None:
        self._step_by(-1)

    def show_finding(self, finding: Finding) -> None:
        """Go to the cell or the words that a finding is about."""
        self.show_step(step_of(self._session.report.form, finding))
        self.page.show_finding(finding)

    def next_finding(self) -> None:
        """Go to the next finding, over all steps (F8)."""
        self.panel.next_finding()

    def previous_finding(self) -> None:
        self.panel.previous_finding()

    def show_exported(self, path: Path, notes: tuple[str, ...], proof: str = "") -> None:
        """Turn to the last page, where the exported file is told."""
        self.show_step("finish")
        self.page.show_result(path, notes, proof)

    def show_place(self, step_id: str, place: str) -> None:
        """Turn to a step, and there to the cell or the text that is named."""
        place, caret = without_caret(place)
        self.show_step(step_id)
        if self.step.table and place.startswith(f"{self.step.table}."):
            self.page.editor.show_cell(CellId(place))
        elif place in self.step.texts:
            self.page.show_text(place)
            if caret:
                put_caret(self.page, place, caret)
        else:
            self.page.focus_first()

    def go_to(self, place: str) -> None:
        """Turn to a cell, a text or a field of the cover, wherever it stands."""
        self.panel.notes.leave_search()
        self.show_place(step_of_place(self._session.report.form, place), place)

    def show_notes(self) -> bool:
        """Turn the side panel to the filling notes of the place the clerk is in; tell whether there are any."""
        if self.step.kind is StepKind.FINISH:
            return False
        self.fold_panel(shown=True)
        self.panel.show_notes()
        return True

    # ------------------------------------------------------------ panes

    def next_pane(self, by: int = 1) -> None:
        """Give the keyboard to the next of steps, page and findings (F6)."""
        beside = [self.source.pane] if self.source.pane else []
        aside = [self.aside] if self.aside else []
        panes = [pane for pane in (self.steps, *beside, self._stack, *aside, self.panel) if pane.isVisible()]
        focus = QApplication.focusWidget()
        now = next((i for i, pane in enumerate(panes) if focus and (pane is focus or pane.isAncestorOf(focus))), -1)
        target = panes[(now + by) % len(panes)]
        if target is self._stack:
            self.page.focus_first()
        else:
            _first_focus(target).setFocus(Qt.FocusReason.TabFocusReason)

    def fold_panel(self, *, shown: bool) -> None:
        """Show or hide the findings; remembered for the next start."""
        self.panel.setVisible(shown)
        self._memory.change(panel_shown=shown)
        self.panes_changed.emit()

    def keep_place(self) -> None:
        """Remember where the clerk is, in a text to the letter."""
        self._session.look_at(self.step.id, with_caret(self.page, self._places.get(self.step.id, "")))

    def keep_widths(self) -> None:
        """Remember how wide the panes are."""
        left, *_, right = self._splitter.sizes()
        self._memory.change(steps_width=left or 190, **({"panel_width": right} if right else {}))
        self._memory.change(beside_width=self.source.width)

    # ------------------------------------------------------------ inside

    def _step_by(self, by: int) -> None:
        listed = [step.id for step in steps(self._session.report.form)]
        place = listed.index(self.step.id) + by
        if 0 <= place < len(listed):
            self.show_step(listed[place])
            self.page.focus_first()

    def _made(self, step: Step) -> QWidget:
        page: Any
        if step.kind is StepKind.COVER:
            page = CoverPage(self._session)
        elif step.kind is StepKind.PROSE:
            page = TextPage(self._session, step)
        elif step.kind is StepKind.TABLE:
            page = TablePage(self._session, step)
            self.viewing.follow(page.editor)
        else:
            page = self._finish_page()
        page.setAccessibleName(step.title)
        page.said.connect(self.said)
        page.place_entered.connect(partial(self._enter, step.id))
        page.place_told.connect(partial(self._tell_place, step.id))
        if step.kind is not StepKind.FINISH:
            page.place_entered.connect(self.panel.show_place)
        for field in page.findChildren(ProseField):
            field.cell_asked.connect(self.go_to)
        self._pages[step.id] = page
        self._stack.addWidget(page)
        self._order_tabs()
        return page  # type: ignore[no-any-return]  # the pages share a manner, not a class

    def _order_tabs(self, *_: object) -> None:
        """Let Tab go from the steps through the source and the page to the findings, as they stand."""
        beside = [self.source.pane] if self.source.pane else []
        aside = [self.aside] if self.aside else []
        tab_order.follow([self.steps, *beside, *self._pages.values(), *aside, self.panel, self.back, self.next])

    def _enter(self, step_id: str, place: str) -> None:
        self._places[step_id] = place
        if step_id == self.step.id:
            self._session.look_at(step_id, place)
            self.panel.show_place(place)
            self.place_entered.emit(place)

    def _tell_place(self, step_id: str, words: str) -> None:
        self._place_words[step_id] = words
        if step_id == self.step.id:
            self.place_told.emit(words)

    def _finish_page(self) -> FinishPage:
        page = FinishPage(self._session)
        page.step_asked.connect(self.show_place)
        page.asked.connect(self.asked)
        page.export_asked.connect(self.export_asked)
        return page

    def _start_afresh(self) -> None:
        """Throw the pages away; the keyboard that moves on meanwhile chooses no step."""
        self.source.forget()
        pages = tuple(self._pages.values())
        for kept in (self._pages, self._places, self._place_words):
            kept.clear()
        with QSignalBlocker(self.steps):
            for page in pages:
                self._stack.removeWidget(page)
                page.deleteLater()


def _splitter() -> QSplitter:
    """Return what parts panes by a fine line that can be moved."""
    made = QSplitter(Qt.Orientation.Horizontal)
    made.setChildrenCollapsible(False)
    made.setHandleWidth(1)
    return made


def _first_focus(pane: QWidget) -> QWidget:
    """The pane itself, or the first thing in it that takes the keyboard."""
    if pane.focusPolicy() != Qt.FocusPolicy.NoFocus:
        return pane
    children: Iterable[QWidget] = pane.findChildren(QWidget)
    inside = (child for child in children if child.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return next((child for child in inside if child.isVisible() and child.isEnabled()), pane)
