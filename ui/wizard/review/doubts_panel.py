"""The doubts of a reading with the buttons that answer them.

objectNames: reviewCount, reviewDoubts, reviewReason, reviewKeys, doubtTake, doubtChange, doubtClear, doubtZero,
doubtTakeAll.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from core.cells import CellId
from core.doubts import Doubt, settled_as
from ui import theme
from ui.controls import button, inked, note, plain
from ui.session import Session
from ui.wizard.review.doubt_lines import Kind, Line, leaves, lines_of, words_in
from ui.wizard.review.doubts_list import DoubtsList

KEYS = {
    Kind.CELL: "也可以直接打字",
    Kind.ROW: "逐格在下面的表里改",
    Kind.FIELD: "在上面的框里改",
    Kind.TEXT: "文字进入报告后再改",
    Kind.OTHER: "数字在下面的表里改",
}
UNFOLD = "按 → 展开，逐处处理"
REASON_LINES = 2


class DoubtsPanel(QWidget):
    """Answers go into the session, one step of undo each; an answer that is undone is open again."""

    entered = Signal(object)  # Line
    elsewhere_wanted = Signal(object)  # Line whose place is corrected elsewhere
    gone_through = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._lines: tuple[Line, ...] = ()
        self._as_read: dict[CellId, str] = {}
        self._settled: set[int] = set()
        self.list = DoubtsList()
        self._count, self._reason, self._keys = plain(), plain(), note("")
        self._reason.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._reason.setFixedHeight(REASON_LINES * self.fontMetrics().lineSpacing() + 2)
        self._reason.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for label, name in ((self._count, "reviewCount"), (self._reason, "reviewReason"), (self._keys, "reviewKeys")):
            label.setObjectName(name)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self._keys.setWordWrap(False)
        self._buttons = self._make_buttons()
        self._all = button("", "doubtTakeAll", self._take_all)
        self.list.entered.connect(self._enter)
        self.list.taken.connect(self._take)
        self.list.given.connect(self._give)
        self.list.refused.connect(lambda line: self._tell_keys(line, refused=True))
        self.list.elsewhere_wanted.connect(self.elsewhere_wanted)
        session.cells_changed.connect(self._follow)
        self._lay_out()
        self.setFocusProxy(self.list)

    def show_doubts(self, doubts: Sequence[Doubt]) -> None:
        """List the doubts about the report of the session."""
        report = self._session.report
        self._lines, self._settled = lines_of(report, doubts), set()
        self._as_read = {cell: report.as_printed(cell).raw for line in leaves(self._lines) for cell in line.cells}
        self.list.show_lines(self._lines, [words_in(report, line) for line in _with_parts(self._lines)])
        self.setVisible(bool(doubts))
        self._tell_count()
        if (line := self.list.current_line()) is not None:
            self._tell(line)

    def cells(self) -> frozenset[CellId]:
        """The single cells that are in doubt."""
        return frozenset(cell for line in leaves(self._lines) if line.kind is Kind.CELL for cell in line.cells)

    def left(self) -> int:
        """Count the doubts nobody looked at."""
        return self.many() - len(self._settled)

    def many(self) -> int:
        """Count the doubts."""
        return len(leaves(self._lines))

    def settle_place(self, where: str) -> None:
        """Settle what is doubted about a place that was put right outside of list and tables."""
        self._settled |= {number for line in leaves(self._lines) if line.where == where for number in line.numbers}
        self._refresh()

    # ------------------------------------------------------------ answers

    def _take(self, line: Line) -> None:
        self._settle(line)

    def _give(self, line: Line, words: str) -> None:
        how = f"改为 {words.strip()}" if words.strip() else "留空"
        self._session.edit(f"{line.place} {how}", settled_as, line.cells, words)
        self._settle(line)

    def _settle(self, line: Line) -> None:
        self._settled |= set(line.numbers)
        self._refresh()
        if not self.list.go_on():
            self.gone_through.emit()

    def _take_all(self) -> None:
        self._settled = set(range(self.many()))
        self._refresh()
        self.gone_through.emit()

    def _follow(self, changed: frozenset[CellId]) -> None:
        """Settle what was corrected in the table; open again what an undo brought back as it was read."""
        report = self._session.report
        for line in leaves(self._lines):
            if not changed.isdisjoint(line.cells):
                as_read = all(report.as_printed(cell).raw == self._as_read[cell] for cell in line.cells)
                (self._settled.difference_update if as_read else self._settled.update)(line.numbers)
        self._refresh()

    # ------------------------------------------------------------ words

    def _refresh(self) -> None:
        report = self._session.report
        self.list.show_words([words_in(report, line) for line in self.list.lines], frozenset(self._settled))
        self._tell_count()

    def _tell_count(self) -> None:
        many, left = self.many(), self.left()
        if left == many:
            words = f"● 有 {many} 处拿不准，请看一眼："
        else:
            words = f"● {many} 处拿不准，还有 {left} 处没看：" if left else f"✓ {many} 处拿不准的都看过了。"
        self._count.setText(words)
        self._all.setText(f"{'全部' if left == many else '其余'}按所读采用（{left} 处）(&Q)")
        self._all.setVisible(left > 1)

    def _enter(self, line: Line) -> None:
        self._tell(line)
        self.entered.emit(line)

    def _tell(self, line: Line) -> None:
        raw = f"原文“{' '.join(line.raw.split())}”。" if line.raw.strip() else ""
        self._reason.setText(f"{line.place}：{raw}{line.reason}")
        self._reason.setToolTip(self._reason.text())
        self._tell_keys(line)
        in_cells = line.kind in {Kind.CELL, Kind.ROW}
        take, change, clear, zero = self._buttons
        take.setText("采用（回车）" if in_cells else "看过了（回车）")
        change.setText({Kind.CELL: "改为…", Kind.TEXT: "去看…"}.get(line.kind, "去改…"))
        change.setEnabled(line.where != "file")
        clear.setEnabled(in_cells)
        zero.setEnabled(in_cells and line.is_count)

    def _tell_keys(self, line: Line, *, refused: bool = False) -> None:
        self._keys.setText(UNFOLD if line.parts else KEYS[line.kind])
        shades = theme.colours(self.palette())
        inked(self._keys, shades.error if refused else shades.muted)

    # ------------------------------------------------------------ layout

    def _make_buttons(self) -> tuple[QPushButton, ...]:
        return (
            button("采用（回车）", "doubtTake", lambda: self._with_line(self._take)),
            button("改为…", "doubtChange", self.list.change),
            button("留空（Delete）", "doubtClear", lambda: self._with_line(lambda line: self._give(line, ""))),
            button("填 0（0）", "doubtZero", lambda: self._with_line(lambda line: self._give(line, "0"))),
        )

    def _with_line(self, act: Callable[[Line], None]) -> None:
        line = self.list.current_line()
        if line is not None:
            act(line)
            self.list.setFocus()

    def _lay_out(self) -> None:
        top, row = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self._count, 1)
        top.addWidget(self._all)
        for made in self._buttons:
            row.addWidget(made)
        row.addWidget(self._keys, 1)
        row.setSpacing(2 * theme.STEP)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.STEP)
        column.addLayout(top)
        column.addWidget(self.list, 1)
        column.addWidget(self._reason)
        column.addLayout(row)


def _with_parts(lines: Sequence[Line]) -> list[Line]:
    return [one for line in lines for one in (line, *line.parts)]
