"""Find and replace over the whole report (Ctrl+F, Ctrl+H, F3): the bar, the places found, and going there."""

from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QStackedWidget, QTextEdit

from core import searching
from core.finding import Finding, Severity
from core.searching import Hit
from core.steps import step_of_place
from ui.search.bar import SearchBar
from ui.search.found_marks import mark_found
from ui.sections.prose_field import ProseField
from ui.session import Session

_LONGEST = 60
"""Characters of a selection that are still taken for words to look for."""


class Search(QObject):
    """Owns the bar. `bench` is the desk, `pages` what the window turns between: away from the desk the bar is shut."""

    said = Signal(str)

    def __init__(self, session: Session, bench: Any, pages: QStackedWidget) -> None:
        super().__init__(pages)
        self._session, self._bench = session, bench
        self._hits: tuple[Hit, ...] = ()
        self._at: int | None = None
        self.bar = SearchBar()
        self.bar.changed.connect(self._look_anew)
        self.bar.next_asked.connect(self.go_next)
        self.bar.previous_asked.connect(self.go_previous)
        self.bar.replace_asked.connect(self.replace)
        self.bar.replace_all_asked.connect(self.replace_all)
        self.bar.left.connect(self.close)
        pages.currentChanged.connect(self._put_away)
        session.replaced.connect(self._put_away)
        for changed in (session.texts_changed, session.cells_changed, session.head_changed):
            changed.connect(self._look_again)

    def open(self) -> None:
        """Look for words (Ctrl+F)."""
        self.bar.open(_selected(), replacing=False)
        self._look_anew()

    def open_replacing(self) -> None:
        """Look for words and put others in their place (Ctrl+H)."""
        self.bar.open(_selected(), replacing=True)
        self._look_anew()

    def close(self) -> None:
        """Put the bar away and go back to the page, where the last place is still selected."""
        self.bar.hide()
        if self._at is not None:
            self._go(self._at)
        else:
            self._bench.page.setFocus()
        self._forget()

    def go_next(self) -> None:
        """Go to the next place (F3); without words to look for, ask for some."""
        self._step(1)

    def go_previous(self) -> None:
        """Go to the place before (Shift+F3)."""
        self._step(-1)

    def replace(self) -> None:
        """Replace the place that is selected and go to the next; the first time only go there."""
        if self._at is None:
            self.go_next()
            return
        hit, words = self._hits[self._at], self.bar.by.text()
        if hit.fixed:
            self._step(1)
            self.said.emit("刚才那处是计算出来的，或者随表格变化，没有替换。")
            return
        done = searching.replaced(self._session.report, (hit,), words)
        if not self._session.edit(f"替换“{self.bar.wanted.text()}”", lambda _report: done.report):
            return
        self._at = searching.index_from(self._session.report, self._hits, hit.place, hit.start + len(words))
        if not self._hits:
            self._at = None
        self._go_if_any()

    def replace_all(self) -> None:
        """Replace every place that may be changed, as one step of undo, and say how many."""
        done = searching.replaced(self._session.report, self._hits, self.bar.by.text())
        if done.done:
            words = f"全部替换“{self.bar.wanted.text()}”（{done.done} 处）"
            if not self._session.edit(words, lambda _report: done.report):
                return
        passed = f"{done.passed} 处是计算出来的，或者随表格变化，没有替换。" if done.passed else ""
        told = f"已替换 {done.done} 处。" if done.done else "没有替换。"
        self.bar.tell(told)
        self.said.emit(told + passed)

    def _step(self, by: int) -> None:
        if not self.bar.wanted.text().strip():
            self.open()
        elif not self.bar.isVisible():
            self.bar.show()
            self._look_anew()
        if not self._hits:
            return
        self._at = self._from_here(by) if self._at is None else (self._at + by) % len(self._hits)
        self._go_if_any()

    def _from_here(self, by: int) -> int:
        """Return the first place behind the clerk, or before where `by` is negative."""
        place, start = self._session.view.cell, 0
        for field in self._bench.page.findChildren(ProseField, f"text_{place}"):
            start = field.selection()[by > 0]
        first = searching.index_from(self._session.report, self._hits, place, start)
        return first if by > 0 else (first - 1) % len(self._hits)

    def _go_if_any(self) -> None:
        if self._hits and self._at is not None:
            self._go(self._at)
        self._tell()

    def _go(self, index: int) -> None:
        """Turn to a place and select it there; who looks on from the bar stays in the bar."""
        hit, bench, stays = self._hits[index], self._bench, self.bar.has_focus
        focus = self.bar.window().focusWidget()
        report = self._session.report
        if hit.place in report.form.cells:
            bench.go_to(hit.place)
        else:
            bench.show_step(step_of_place(report.form, hit.place))
            words = searching.words_of(report, hit.place)[hit.start : hit.end]
            bench.page.show_finding(Finding("", Severity.HINT, "", section=hit.place, excerpt=words, start=hit.start))
        if stays and focus is not None:
            focus.setFocus(Qt.FocusReason.PopupFocusReason)  # for any other a line lets go of its selection
        self._mark()

    def _look_anew(self) -> None:
        self._at = None
        self._look_again()

    def _look_again(self, *_: object) -> None:
        """Look for the same words once more: the report has changed."""
        if not self.bar.isVisible():
            return
        before = self._hits[self._at] if self._at is not None and self._at < len(self._hits) else None
        self._hits = searching.find(self._session.report, self.bar.wanted.text(), self.bar.scope)
        if before is not None:
            self._at = self._hits.index(before) if before in self._hits else None
        self._mark()
        self._tell()

    def _tell(self) -> None:
        if not self.bar.wanted.text().strip():
            self.bar.tell("")
        elif not self._hits:
            self.bar.tell("没有找到")
        elif self._at is None:
            self.bar.tell(f"共 {len(self._hits)} 处")
        else:
            self.bar.tell(f"第 {self._at + 1} 处，共 {len(self._hits)} 处")

    def _mark(self) -> None:
        current = self._hits[self._at] if self._at is not None else None
        mark_found(self._bench, self._hits, current)

    def _put_away(self, *_: object) -> None:
        self.bar.hide()
        self._forget()

    def _forget(self) -> None:
        """Let go of what was found; its marks go too."""
        if self._hits:
            self._hits, self._at = (), None
            self._mark()


def _selected() -> str:
    """Return the words that are selected in a text or a line, if they stand in one line."""
    focus = QApplication.focusWidget()
    words = ""
    if isinstance(focus, QTextEdit):
        words = focus.textCursor().selectedText()
    elif isinstance(focus, QLineEdit) and focus.objectName() != "searchWanted":
        words = focus.selectedText()
    return words if len(words) <= _LONGEST and "\u2029" not in words else ""
