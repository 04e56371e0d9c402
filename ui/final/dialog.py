"""定稿 as one calm dialog: the verdict and what is asked, or what stands in the way; then how the files get on.

objectNames: finalDialog, finalVerdict, finalAbout, finalOpen, finalWarnings, finalFault, finalAgree, finalClose.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from core.errors import UserError
from core.handing_over import Handed, Product
from core.report import Report
from core.settings import Settings
from ui import theme
from ui.controls import Rule, button, heading, inked, note, plain, scrolled
from ui.final.case import Case
from ui.final.choice import AskFolder, Choice, Conflict, Found, extras_of
from ui.final.particulars import Particulars
from ui.final.writing import Writing
from ui.wizard.place_links import PlaceLinks
from ui.words import headline

WIDE, HIGH, LOW = 760, 560, 360
ABOUT = "定稿以后，内容不能再改，直到撤回定稿；打印和导出不再带“草稿”。"


@dataclass(frozen=True, slots=True)
class Wish:
    """What the clerk agreed to: who, which day, the names on the 审签单, and which files go where."""

    person: str
    day: date
    signers: dict[str, str]
    folder: Path
    products: tuple[Product, ...]


class FinalDialog(QDialog):
    """Shows one `Case`. `agreed` carries the `Wish`; `place_asked` the number of a line that leads to a place."""

    agreed = Signal(object)
    over_agreed = Signal()
    beside_agreed = Signal()
    place_asked = Signal(int)
    cover_asked = Signal()
    writing_cancelled = Signal()

    def __init__(self, report: Report, case: Case, settings: Settings, ask: AskFolder, parent: QWidget) -> None:
        """`settings` tell who declared a report final last, and which files were wanted."""
        super().__init__(parent)
        self.setObjectName("finalDialog")
        self.setWindowTitle(f"定稿 — {headline(report)}")
        self._case = case
        self.is_writing = False
        self._verdict = heading(case.head)
        self._verdict.setObjectName("finalVerdict")
        self._verdict.setWordWrap(True)
        self._fault = plain()
        self._fault.setObjectName("finalFault")
        self._fault.hide()
        self.particulars = Particulars(report, settings.person)
        self.choice = Choice(case.folder, ask, extras_of(settings))
        self.conflict = Conflict()
        self.writing = Writing()
        self._agree = button(case.deed, "finalAgree", self._take)
        self._close = button("取消" if case.may_go_on else "关闭", "finalClose", self.reject)
        self._pages = QStackedWidget()
        self._lay_out()
        self._connect()
        self._colour()
        high = HIGH if case.may_go_on and case.asks_particulars else LOW
        self.resize(min(WIDE, parent.screen().availableGeometry().width() - 40), self._room(high))

    # ------------------------------------------------------------ what is asked

    def begin(self) -> None:
        """Give the keyboard to what is needed first."""
        if self._case.may_go_on and self._case.asks_particulars:
            self.particulars.begin()
        elif not self._case.may_go_on:
            self._close.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_about(self, folder: Path, there: Found, left: Found, beside: Path) -> None:
        """Ask what to do with files that are there."""
        self.conflict.ask(folder, there, left, beside)
        self._agree.setEnabled(False)

    def show_fault(self, error: UserError) -> None:
        """Say why it did not come to that; everything stays as it was typed."""
        self._fault.setText(f"▲ {error.message}{error.hint}")
        self._fault.show()

    def begin_writing(
        self, head: str, number: str, folder: Path, wanted: Sequence[Product], kept: Sequence[Handed] = ()
    ) -> None:
        """Turn to the list of what is written; `kept` is there already."""
        self.is_writing = bool(wanted)
        self._fault.hide()
        self.writing.begin(head, number, folder, wanted, kept)
        self._pages.setCurrentIndex(1)
        self._grow()
        self._agree.hide()
        self._close.setText("完成(&D)")
        self._close.setVisible(not self.is_writing)

    def end_writing(
        self, handed: Sequence[Handed], wanted: Sequence[Product], missing: Sequence[Product], left: str = ""
    ) -> None:
        """All is written that will be: the dialog can be closed."""
        self.is_writing = False
        self._close.show()
        self.writing.finish(handed, wanted, missing, left)

    def fail_writing(self, error: UserError, handed: Sequence[Handed], wanted: Sequence[Product]) -> None:
        """Nothing could be written this time: say why; the dialog can be closed."""
        self.is_writing = False
        self._close.show()
        self.writing.give_up(handed, wanted)
        self.show_fault(error)

    def reject(self) -> None:
        """Esc and the cross: while files are written they call that off first."""
        if self.is_writing:
            self.writing_cancelled.emit()
        elif not self.conflict.isHidden():
            self._leave_conflict()
        else:
            super().reject()

    # ------------------------------------------------------------ inside

    def _grow(self) -> None:
        """Have room for the whole list, and the buttons below it still on the screen."""
        self.resize(self.width(), max(self.height(), self._room(HIGH)))
        low = self.screen().availableGeometry().bottom() - self.frameGeometry().bottom()
        self.move(self.x(), self.y() + min(low, 0))

    def _room(self, high: int) -> int:
        return min(high, self.screen().availableGeometry().height() - 60)

    def _take(self) -> None:
        self._fault.hide()
        folder = self.choice.folder
        if self._case.asks_particulars and not self.particulars.is_filled():
            return
        if folder is None and self.choice.products:
            self.show_fault(UserError("还没有写文件夹。", "请选择文件放在哪里。"))
            self.choice.point_at_folder()
            return
        asked = self.particulars
        wish = Wish(asked.person, asked.day, asked.signers, folder or self._case.folder, self.choice.products)
        self.agreed.emit(wish)

    def _leave_conflict(self) -> None:
        self.conflict.hide()
        self._agree.setEnabled(True)
        self._agree.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        self.conflict.left.connect(self._leave_conflict)
        for chosen, agreed in (
            (self.conflict.over_chosen, self.over_agreed),
            (self.conflict.beside_chosen, self.beside_agreed),
        ):
            chosen.connect(self._leave_conflict)
            chosen.connect(agreed)
        self.particulars.cover_asked.connect(self.cover_asked)
        self.writing.cancelled.connect(self.writing_cancelled)

    def _lay_out(self) -> None:
        for one in (self._agree, self._close):
            one.setAutoDefault(False)  # Enter in a field must not be the final act
        self._pages.addWidget(scrolled(self._questions()))
        self._pages.addWidget(scrolled(self.writing))
        foot = QHBoxLayout()
        foot.addWidget(self.writing.foot, 1)
        foot.addWidget(self._agree)
        foot.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(5 * theme.STEP, 4 * theme.STEP, 5 * theme.STEP, 4 * theme.STEP)
        column.setSpacing(3 * theme.STEP)
        column.addWidget(self._pages, 1)
        for part in (self._fault, self.conflict):
            column.addWidget(part)
        column.addLayout(foot)
        self._agree.setVisible(self._case.may_go_on)

    def _questions(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * theme.STEP)
        column.addWidget(self._verdict)
        for name, head, links in (
            ("finalOpen", "点一行就到那里，改好或写明原因后再来：", self._case.open_lines),
            ("finalWarnings", "● 还有要说明的，没有说明也可以定稿：", self._case.warning_lines),
        ):
            if links:
                listed = PlaceLinks(name, QLabel(head))
                listed.tell([(words, "line", str(number)) for number, words in links])
                listed.asked.connect(lambda _, number: self.place_asked.emit(int(number)))
                column.addWidget(listed)
        if self._case.may_go_on:
            if self._case.asks_particulars:
                about = note(ABOUT)
                about.setObjectName("finalAbout")
                column.addWidget(about)
                column.addWidget(Rule())
                column.addWidget(self.particulars)
            column.addWidget(Rule())
            column.addWidget(self.choice)
        column.addStretch(1)
        return page

    def _colour(self) -> None:
        colours = theme.colours(self.palette())
        marks = {"✓": colours.ok, "●": colours.warning}
        inked(self._verdict, marks.get(self._case.head[:1], colours.error))
        inked(self._fault, colours.error)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a field goes on to the next; a button with the keyboard takes it for itself."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._colour()
