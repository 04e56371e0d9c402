"""How the files are getting on: one line each, a bar, 取消; and at the end how each was proved.

objectNames: writingHead, writingBar, writingCancel, writingLines, writingNumber, writingSentence, writingFolder,
writingAgain, writingNotes.
"""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from core.handing_over import Handed, Product, sentence
from ui import theme
from ui.controls import button, emptied, heading, inked, note, plain

WAITING, BUSY = "等待", "正在写…"


class Writing(QWidget):
    """The list of what is written."""

    cancelled = Signal()
    again_asked = Signal(tuple)  # Products that were not written

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head = heading("")
        self._head.setObjectName("writingHead")
        self._head.setWordWrap(True)
        self._number = plain()
        self._number.setObjectName("writingNumber")
        self._number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._bar = QProgressBar()
        self._bar.setObjectName("writingBar")
        self._bar.setTextVisible(False)
        self._cancel = button("取消", "writingCancel", self._call_off)
        self._sentence = plain()
        self._sentence.setObjectName("writingSentence")
        self._notes = note("")
        self._notes.setObjectName("writingNotes")
        self._again = button("再写没写成的(&R)", "writingAgain", self._ask_again)
        self._show_folder = button("打开文件夹(&F)", "writingFolder", self._open_folder)
        for one in (self._again, self._show_folder, self._cancel):
            one.setAutoDefault(False)
        self._lines = QGridLayout()
        self._folder: Path | None = None
        self._told: list[str] = []
        self._words: dict[str, QLabel] = {}
        self._missing: tuple[Product, ...] = ()
        self._lay_out()

    def begin(self, head: str, number: str, folder: Path, products: Sequence[Product]) -> None:
        """Show that these files are about to be written; `number` is the check number."""
        self._head.setText(head)
        self._number.setText(f"校验号 {number}，校核单上印着同一个号。" if number else "")
        self._folder = folder
        self._words.clear()
        self._told = []
        self._notes.clear()
        emptied(self._lines)
        for line, product in enumerate(products):
            label = self._words[product.key] = plain(WAITING)
            self._lines.addWidget(QLabel(product.name), line, 0, Qt.AlignmentFlag.AlignTop)
            self._lines.addWidget(label, line, 1)
        self._bar.setRange(0, len(products))
        self._bar.setValue(0)
        self._sentence.setText("")
        for part in (self._bar, self._cancel):
            part.setVisible(bool(products))
        self._cancel.setEnabled(True)
        for part in (self._again, self._show_folder):
            part.hide()

    def tell_begun(self, product: Product) -> None:
        self._say(product, BUSY)
        self._sentence.setText(f"正在写 {product.name}，第 {self._bar.value() + 1} 份，共 {self._bar.maximum()} 份。")

    def tell_done(self, handed: Handed) -> None:
        """Tell of one file: its name and how it was proved, or why there is none."""
        self._bar.setValue(self._bar.value() + 1)
        colours = theme.colours(self.palette())
        done = handed.exported
        if done is None:
            self._say(handed.product, f"▲ {handed.problem}", colours.error.name())
            return
        proof = f"，写好后已读回{done.proof.words}" if done.proof else ""
        self._told += [words for words in done.notes if words not in self._told]
        self._say(handed.product, f"✓ {handed.path.name}{proof}")

    def finish(self, handed: Sequence[Handed], wanted: Sequence[Product]) -> None:
        """Tell how all of it went."""
        written = {each.product.key for each in handed if each.exported is not None}
        self._missing = tuple(product for product in wanted if product.key not in written)
        for product in wanted[len(handed) :]:
            self._say(product, "没有写（已取消）")
        self._sentence.setText(sentence(handed, len(wanted)))
        self._notes.setText(f"注意：{''.join(self._told)}" if self._told else "")
        self._bar.hide()
        self._cancel.hide()
        self._again.setVisible(bool(self._missing))
        self._show_folder.setVisible(bool(written))
        if written:
            self._show_folder.setFocus(Qt.FocusReason.OtherFocusReason)

    def give_up(self, wanted: Sequence[Product]) -> None:
        """Tell that there was no folder to write into: nobody called that off."""
        self.finish((), wanted)
        for product in wanted:
            self._say(product, "没有写")
        self._sentence.setText(sentence((), 0))

    # ------------------------------------------------------------ inside

    def _say(self, product: Product, words: str, colour: str = "") -> None:
        label = self._words[product.key]
        label.setText(words)
        label.setStyleSheet(f"color: {colour}" if colour else "")

    def _call_off(self) -> None:
        self._cancel.setEnabled(False)
        self._sentence.setText("手上这一份写完就停。")
        self.cancelled.emit()

    def _ask_again(self) -> None:
        self.again_asked.emit(self._missing)

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    def _lay_out(self) -> None:
        self._lines.setHorizontalSpacing(4 * theme.STEP)
        self._lines.setVerticalSpacing(2 * theme.STEP)
        self._lines.setColumnStretch(1, 1)
        inked(self._head, theme.colours(self.palette()).ok)
        bar = QHBoxLayout()
        bar.addWidget(self._bar, 1)
        bar.addWidget(self._cancel)
        foot = QHBoxLayout()
        foot.addWidget(self._again)
        foot.addWidget(self._show_folder)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * theme.STEP)
        for part in (self._head, self._number):
            column.addWidget(part)
        column.addLayout(self._lines)
        column.addWidget(self._sentence)
        column.addWidget(self._notes)
        column.addLayout(bar)
        column.addLayout(foot)
        column.addStretch(1)
