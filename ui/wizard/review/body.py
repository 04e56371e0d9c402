"""Doubts above, values below, for readings of one form; both work on a session of their own.

Nothing of it is in the clerk's report before it is accepted. objectName of the splitter: reviewBody.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from core.cells import CellId
from core.doubts import Doubt, own_errors
from core.finding import Finding
from core.report import Report
from core.storage.project import Project
from core.succession import leftovers
from ui import theme
from ui.session import Session
from ui.wizard.review.doubt_lines import Kind, Line
from ui.wizard.review.doubts_panel import DoubtsPanel
from ui.wizard.review.folded_list import FoldedList, Told
from ui.wizard.review.values import ValuesPane

FEWEST_SHOWN, LINES_SHOWN = 3, 7


class ReviewBody(QWidget):
    """Keeps list and tables at the same place, whichever the clerk moves in."""

    place_entered = Signal(str)  # cell, row, text, or what else a doubt is about
    field_wanted = Signal(str)  # "unit" or "year" is to be put right
    gone_through = Signal()

    def __init__(self, report: Report, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = Session(parent=self)
        self.session.start(Project(report))
        self.doubts, self.values = DoubtsPanel(self.session), ValuesPane(self.session)
        self._wrong = FoldedList("btnOwnErrors", "ownErrors")
        self._left = FoldedList("btnLeftovers", "leftovers")
        self._whose = ""
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._judge)
        self.session.findings_changed.connect(self._soon.start)
        self.doubts.entered.connect(self._follow_doubt)
        self.doubts.elsewhere_wanted.connect(self._go_elsewhere)
        self.doubts.gone_through.connect(self.gone_through)
        self.values.place_entered.connect(self._follow_value)
        for told in (self._wrong, self._left):
            told.cell_chosen.connect(lambda cell: self.show_place(cell, focus=True))
        self._split = QSplitter(Qt.Orientation.Vertical)
        self._lay_out()

    def show_report(self, whose: str, report: Report, doubts: Sequence[Doubt]) -> None:
        """Show a report of the form for which this was made; `whose` year it is."""
        self._whose = whose
        if report is not self.session.report:
            self.session.start(Project(report))
        self.doubts.show_doubts(doubts)
        self.values.show_report(self.doubts.cells())
        for told in (self._wrong, self._left):
            told.fold()
        self._judge()
        shown = min(max(self.doubts.list.topLevelItemCount(), FEWEST_SHOWN), LINES_SHOWN) + 1
        wanted = shown * (self.fontMetrics().height() + 2 * theme.STEP) + 30 * theme.STEP
        self._split.setSizes([wanted, max(self.height() - wanted, wanted)])
        if (line := self.doubts.list.current_line()) is not None:
            self.values.show_place(_first_of(line))

    def show_place(self, where: str, *, focus: bool = False) -> None:
        """Bring what was read at a place into view, in the tables and among the doubts."""
        self.values.show_place(where, focus=focus)
        self.doubts.list.select(where)
        self.place_entered.emit(where)

    def step(self, sign: int) -> None:
        """Go to the next (or previous) doubt, ready for an answer."""
        if self.doubts.many():
            self.doubts.list.setFocus()
            self.doubts.list.step(sign)

    def is_touched(self) -> bool:
        """Whether there are answers or corrections that calling off would lose."""
        return self.doubts.left() < self.doubts.many() or self.session.document.undo_label is not None

    def _follow_doubt(self, line: Line) -> None:
        self.values.show_place(_first_of(line))
        self.place_entered.emit(line.where if "." in line.where else _first_of(line))

    def _follow_value(self, where: str) -> None:
        self.doubts.list.select(where)
        self.place_entered.emit(where)

    def _go_elsewhere(self, line: Line) -> None:
        if line.kind is Kind.FIELD:
            self.field_wanted.emit(line.where)
        else:
            self.values.show_place(_first_of(line), focus=True)

    def _judge(self) -> None:
        """Tell the sums that do not come out in the file itself, with the answers given so far."""
        report = self.session.report
        wrong = [Told(one.message, _cell_of(one)) for one in own_errors(report)]
        self._wrong.tell(f"● 这份{self._whose}年报自己有 {len(wrong)} 处勾稽不平，原样读入，没有改动", wrong)
        left = [Told(one.sentence, one.cell) for one in leftovers(report)]
        self._left.tell(f"● 这是 2019 年的旧格式，有 {len(left)} 个数在新格式里没有对应的格，不带入草稿", left)

    def _lay_out(self) -> None:
        lower = QWidget()
        column = QVBoxLayout(lower)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.STEP)
        for told in (self._wrong, self._left):
            column.addWidget(told)
        column.addWidget(self.values, 1)
        self._split.setObjectName("reviewBody")
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(2 * theme.STEP)
        self._split.addWidget(self.doubts)
        self._split.addWidget(lower)
        self._split.setStretchFactor(1, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._split)


def _cell_of(finding: Finding) -> CellId | None:
    """The printed total, or the end of the equation, that a finding is about."""
    return finding.cells[-1] if finding.cells else None


def _first_of(line: Line) -> str:
    return line.cells[0] if line.cells else line.where
