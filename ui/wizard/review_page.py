"""The review page: a file that was read on the left, what was recognised in it on the right, before any of it enters.

objectName of the splitter: reviewSplit; those of the parts are told in `ui.wizard.review`. Enter on the default button
accepts, Ctrl+Enter does so from anywhere, Esc calls off, F8 and Shift+F8 go to the next and the previous doubt, F6 to
the next part.
"""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSplitter, QVBoxLayout, QWidget

from core.doubts import reminder
from core.importers.extract import Extract, Origin
from core.importers.recogniser.places import origin_of, place_at
from core.report import Report
from ui import tab_order, theme
from ui.filing import Intent, Reading
from ui.memory import Memory
from ui.source.pane import SourcePane
from ui.wizard.review.body import ReviewBody
from ui.wizard.review.doubts_list import ENTER
from ui.wizard.review.foot import ReviewFoot
from ui.wizard.review.head import ReviewHead

_TITLES = {
    Intent.DRAFT: "核对读到的上年年报",
    Intent.ADOPT: "核对读到的本年年报",
    Intent.ATTACH: "核对要附上的上年年报",
}
TABLES_WIDTH, LEAST_SOURCE = 720, 300
"""Pixels: table 3 with its frame, and what the source keeps on the narrowest screen."""

OUT_OF_THE_WAY = (QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
"""Policy while another page is in view: a low screen must not lose that page's foot to the room this one wants."""


class ReviewPage(QWidget):
    """One reading, to be confirmed with one click where nothing is in doubt.

    `reminder` is what to say, once it is taken in, of the doubts that nobody looked at.
    """

    accepted = Signal(object, object, object)  # Report, Intent, year of the draft or None
    called_off = Signal()

    def __init__(self, memory: Memory, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reviewPage")
        self.reminder = ""
        self._memory = memory
        self._reading = Reading("", Intent.DRAFT, Report(), ())
        self._body: ReviewBody | None = None
        self._head, self._foot = ReviewHead(), ReviewFoot()
        self._foot.accepted.connect(self._tell)
        self._foot.called_off.connect(self.called_off)
        self._head.year_changed.connect(lambda: self._foot.name(self._head.words()[1]))
        self._head.place_entered.connect(self._point_out)
        self._source = SourcePane(self)
        self._source.place_chosen.connect(self._go_to_origin)
        self._right = QVBoxLayout()
        self._splitter = self._lay_out()
        self._listen_to_keys()

    @property
    def body(self) -> ReviewBody:
        """The doubts and the values in view."""
        if self._body is None:
            raise LookupError("nothing was read yet")
        return self._body

    def prepare(self) -> None:
        """Build what most readings need, while one is still being read."""
        self._body_for(Report()).values.show_report(frozenset())

    def show_reading(self, reading: Reading) -> None:
        """Show what was read."""
        self._reading = reading
        self._show_source(reading)
        name = "" if self._source.isVisibleTo(self) else reading.name
        self._head.show_report(_TITLES[reading.intent], name, reading.report, in_doubt=bool(reading.doubts))
        body = self._body_for(reading.report)
        whose = "本年" if reading.intent is Intent.ADOPT else "上年"
        body.show_report(whose, reading.report, reading.doubts)
        self._foot.show_intent(reading.intent)
        self._foot.name(self._head.words()[1])
        tab_order.follow([self._source, self._head, body, self._foot])
        (body.doubts if reading.doubts else self._foot).setFocus()
        if (line := body.doubts.list.current_line()) is not None:
            self._point_out(line.where)

    # ------------------------------------------------------------ side by side

    def _point_out(self, where: str) -> None:
        """Light up in the source where something was read."""
        self._source.highlight(origin_of(self._origins, where))

    def _go_to_origin(self, origin: Origin) -> None:
        """Go to what was read at a place of the source."""
        where = place_at(self._origins, origin)
        if where in {"unit", "year"}:
            self._head.field(where).setFocus()
        elif where is not None:
            with QSignalBlocker(self.body):
                self.body.show_place(where)
        self._source.highlight(origin if where is None else origin_of(self._origins, where))

    def _show_source(self, reading: Reading) -> None:
        recognised = reading.recognised
        self._origins = recognised.origins if recognised else {}
        extract = recognised.extract if recognised else Extract(())
        self._source.setVisible(bool(extract.blocks))
        if extract.blocks:
            self._source.show_reading(reading.name, extract, reading.path)
            self._share_out()

    # ------------------------------------------------------------ what enters

    def _tell(self, intent: Intent) -> None:
        self._foot.setFocus()  # what is being typed somewhere counts
        report = self.body.session.report
        self.reminder = reminder(report, self.body.doubts.left(), is_draft=intent is Intent.DRAFT)
        unit, year = self._head.words()
        self.accepted.emit(replace(report, unit=unit, year=year), intent, year + 1 if year is not None else None)

    # ------------------------------------------------------------ parts

    def _body_for(self, report: Report) -> ReviewBody:
        """Return the part for doubts and values; tables of another form are built anew."""
        if self._body is None or self._body.session.report.form is not report.form:
            old, self._body = self._body, ReviewBody(report)
            if old is not None:
                self._right.removeWidget(old)
                old.setParent(None)
                old.deleteLater()
            self._right.insertWidget(1, self._body, 1)
            self._body.show()  # now, not with the next event: it is to take the keyboard
            self._body.place_entered.connect(self._point_out)
            self._body.place_entered.connect(self._foot.stay)
            self._body.session.history_changed.connect(self._foot.stay)
            self._body.gone_through.connect(self._foot.setFocus)
            self._body.field_wanted.connect(self._put_right)
            self._head.put_right.connect(self._body.doubts.settle_place)
        return self._body

    def _put_right(self, where: str) -> None:
        field = self._head.field(where)
        field.setFocus()
        field.selectAll()

    def _listen_to_keys(self) -> None:
        def on(keys: QKeySequence | QKeySequence.StandardKey | str, act: Callable[[], object]) -> None:
            shortcut = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

        on("F8", lambda: self.body.step(1))
        on("Shift+F8", lambda: self.body.step(-1))
        on("F6", lambda: self._next_part(1))
        on("Shift+F6", lambda: self._next_part(-1))
        on("Ctrl+Z", self._undo)
        on("Ctrl+Y", self._redo)
        on("Ctrl+Shift+Z", self._redo)

    def _undo(self) -> None:
        self.body.session.undo()

    def _redo(self) -> None:
        self.body.session.redo()

    def _next_part(self, sign: int) -> None:
        """Give the keyboard to the next part: source, head, doubts, values, buttons."""
        parts: list[QWidget] = [self._source.view(), self._head.unit, self.body.doubts, self.body.values, self._foot]
        there = [part for part in parts if part.isVisible()]
        at = next((n for n, part in enumerate(there) if part.hasFocus() or _holds_focus(part)), -1)
        there[(at + sign) % len(there)].setFocus()

    def _lay_out(self) -> QSplitter:
        self._right.setContentsMargins(3 * theme.STEP, 2 * theme.STEP, 3 * theme.STEP, 2 * theme.STEP)
        self._right.setSpacing(2 * theme.STEP)
        self._right.addWidget(self._head)
        self._right.addWidget(self._foot)
        right = QWidget()
        right.setLayout(self._right)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setObjectName("reviewSplit")
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        splitter.addWidget(self._source)
        splitter.addWidget(right)
        splitter.setStretchFactor(1, 1)
        splitter.splitterMoved.connect(lambda *_: self._memory.change(source_width=splitter.sizes()[0]))
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(splitter)
        return splitter

    def _share_out(self) -> None:
        """Give the source the width that is remembered, as far as the tables have room."""
        wide = min(self._memory.settings.source_width, max(self.width() - TABLES_WIDTH, LEAST_SOURCE))
        self._splitter.setSizes([wide, self.width() - wide])

    # ------------------------------------------------------------ Qt

    def showEvent(self, event: QShowEvent) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self.setSizePolicy(*OUT_OF_THE_WAY)
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._foot.accept.click()
        elif event.key() == Qt.Key.Key_Escape:
            self._foot.call_off(is_touched=self.body.is_touched())
        else:
            super().keyPressEvent(event)


def _holds_focus(part: QWidget) -> bool:
    focus = part.window().focusWidget()
    return focus is not None and part.isAncestorOf(focus)
