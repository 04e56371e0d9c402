"""What can be done about the chosen finding: take the proposal, or say why it is right as it stands."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from core import answers
from core.checks.explaining import MOST
from core.finding import Finding
from ui import theme
from ui.controls import button, inked, note
from ui.findings.rows import Row
from ui.theme import STEP

LONGEST = 18
"""Characters that a button of the narrow panel has room for."""

LONGEST_REASON = 30
"""Characters of a reason that the menu shows; all of it is taken."""

REASON, ASKED_AGAIN = "情况属实，原因…", "数变了，请重新说明原因"


class AnswerBox(QWidget):
    """Stands below the list (objectNames: `btnMend`, `btnOffer0` …, `btnUseSum`, `fieldReason`, `btnCommonReasons`,
    `btnRule`, `btnAnswer`, `btnTakeBack`)."""

    mend_asked = Signal(object)  # Finding
    offer_asked = Signal(object)  # Suggestion
    sum_asked = Signal(tuple)  # CellIds of printed totals that shall give way to the sum
    answered = Signal(object, str)  # Finding and the reason; an empty one takes the answer back

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row: Row | None = None
        self._mend = button("改(&G)", "btnMend", self._ask_to_mend)
        self._offers = [_OfferButton(place, partial(self._ask_for_offer, place)) for place in range(MOST)]
        self._guess = note("可能是其中一处，先核对再点：")
        self._guess.setObjectName("offersHead")
        self._use_sum = button("总计按明细改(&S)", "btnUseSum", self._ask_for_sum)
        self._use_sum.setToolTip("原表印的总计与明细相加不等时，以明细为准")
        self._reason = QLineEdit()
        self._reason.setObjectName("fieldReason")
        self._reason.setAccessibleName("情况属实的原因")
        self._reason.returnPressed.connect(self._answer)
        self._reason.textEdited.connect(self._hush)
        self._confirm = button("确定", "btnAnswer", self._answer)
        self._take_back = button("收回说明", "btnTakeBack", self._take_it_back)
        self._take_back.setToolTip("收回这条说明，问题重新列出")
        self._common = QToolButton()
        self._common.setObjectName("btnCommonReasons")
        self._common.setText("常见原因(&R)")
        self._common.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._common.setMenu(QMenu(self._common))
        self.rule = QToolButton()
        self.rule.setObjectName("btnRule")
        self.rule.setText("规则(&M)")
        self.rule.setAccessibleName("这条问题的规则")
        self.rule.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._lack = note("必须改的问题，原因至少写 5 个字。")
        self._lack.setObjectName("reasonLack")
        self._lay_out()
        self.take(None)

    def take(self, row: Row | None) -> None:
        """Offer what can be done about a line; words that are being typed about the same place stay."""
        single = row if row and not row.is_group else None
        if single is None or self._row is None or single.key != self._row.key or single.reason != self._row.reason:
            self._reason.setText(single.reason or "" if single else "")
            self._reason.setToolTip(self._reason.text())
            self._reason.setCursorPosition(0)  # a long reason is read from its beginning
            self._hush()
        self._row = single
        self.setVisible(single is not None)
        if single is None:
            return
        self._mend.setVisible(single.can_mend)
        self._mend.setText(f"{_mend_words(single)}(&G)")
        self._show_offers(single)
        self._use_sum.setVisible(bool(single.totals) and single.reason is None)
        self._take_back.setVisible(single.reason is not None)
        self._reason.setPlaceholderText(ASKED_AGAIN if single.earlier else REASON)
        self._offer(tuple(dict.fromkeys((*single.earlier, *answers.common_reasons(single.finding)))))

    @property
    def _finding(self) -> Finding | None:
        return self._row.finding if self._row else None

    def _offer(self, reasons: tuple[str, ...]) -> None:
        menu = self._common.menu()
        menu.clear()
        for reason in reasons:
            shown = reason if len(reason) <= LONGEST_REASON else f"{reason[: LONGEST_REASON - 1]}…"
            menu.addAction(shown.replace("&", "&&")).triggered.connect(partial(self._choose, reason))
        self._common.setVisible(bool(reasons))

    def _show_offers(self, row: Row) -> None:
        """Show the suggestions that the button above does not make already; where no cell stands out, as guesses."""
        for place, offer in enumerate(self._offers):
            shown = place < len(row.offers) and row.reason is None and not (place == 0 and row.proposal)
            offer.setVisible(shown)
            if shown:
                offer.say(row.offers[place])
                offer.setToolTip(row.finding.suggestions[place].words)
        self._guess.setVisible(not row.proposal and row.reason is None and len(row.offers) > 1)

    def _choose(self, reason: str, *_: object) -> None:
        self._reason.setText(reason)
        self._reason.setFocus()
        self._hush()

    def _ask_to_mend(self) -> None:
        self.mend_asked.emit(self._finding)

    def _ask_for_offer(self, place: int) -> None:
        if self._finding and place < len(self._finding.suggestions):
            self.offer_asked.emit(self._finding.suggestions[place])

    def _ask_for_sum(self) -> None:
        if self._row:
            self.sum_asked.emit(self._row.totals)

    def _answer(self) -> None:
        finding = self._finding
        reason = answers.reason_for(finding, self._reason.text()) if finding else None
        if finding and reason is None:
            self._lack.setVisible(True)
            inked(self._lack, theme.colours(self.palette()).error)
            self._reason.setFocus()
        elif finding:
            self.answered.emit(finding, reason)

    def _take_it_back(self) -> None:
        if self._finding:
            self.answered.emit(self._finding, "")

    def _hush(self) -> None:
        self._lack.setVisible(False)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(STEP)
        line.addWidget(self._common)
        line.addWidget(self.rule)
        line.addStretch(1)
        line.addWidget(self._confirm)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * STEP, 2 * STEP, 2 * STEP, 2 * STEP)
        column.setSpacing(STEP)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        column.addWidget(self._mend)
        column.addWidget(self._guess)
        for offer in self._offers:
            column.addWidget(offer)
        column.addWidget(self._use_sum)
        column.addWidget(self._take_back)
        column.addWidget(self._reason)
        column.addLayout(line)
        column.addWidget(self._lack)


class _OfferButton(QPushButton):
    """Writes each change in a line of its own. What has no room is left out in the middle, so that the place and the
    numbers are read; the tooltip has all of it."""

    def __init__(self, place: int, action: Callable[[], object]) -> None:
        super().__init__()
        self.setObjectName(f"btnOffer{place}")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda *_: action())
        self._lines: tuple[str, ...] = ()

    def say(self, lines: tuple[str, ...]) -> None:
        """Say what would be written where."""
        self._lines = lines
        self.setAccessibleName("，".join(lines))
        self._write()

    def _write(self) -> None:
        look, room = self.fontMetrics(), self.width() - 4 * STEP
        self.setText("\n".join(look.elidedText(each, Qt.TextElideMode.ElideMiddle, room) for each in self._lines))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._write()


def _mend_words(row: Row) -> str:
    """What the button does; what is too long for it stands as a difference in the list."""
    if row.change is not None:
        return row.change.words.replace("&", "&&") if len(row.change.words) <= LONGEST else "这样改"
    return "这样改" if _moves(row) else f"改为 {row.finding.remedy}"


def _moves(row: Row) -> bool:
    """Whether the first suggestion writes into two cells, so that one number would not tell it."""
    return bool(row.finding.suggestions) and len(row.finding.suggestions[0].changes) > 1
