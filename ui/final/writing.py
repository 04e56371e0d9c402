"""How the files are getting on: one line each, a bar, 取消; and at the end how each was proved.

objectNames: writingHead, writingNumber, writingPlace, writingBar, writingCancel, writingSentence, writingNotes,
writingAgain, writingElsewhere, writingFolder.
"""

import os
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from core.handing_over import Handed, Product, sentence
from ui import theme
from ui.controls import button, emptied, heading, inked, note, plain

WAITING, BUSY, CALLED_OFF, NOT_WRITTEN = "等待", "正在写…", "没有写（已取消）", "没有写"
BAR = 1000  # to 1 of nothing beside it
_BREAK = "\u200b"  # a long path may be broken behind each of its folders


class Writing(QWidget):
    """The list of what is written."""

    cancelled = Signal()
    again_asked = Signal()
    elsewhere_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head = heading("")
        self._head.setObjectName("writingHead")
        self._head.setWordWrap(True)
        self._number = plain()
        self._number.setObjectName("writingNumber")
        self._number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._place = plain()
        self._place.setObjectName("writingPlace")
        self._bar = QProgressBar()
        self._bar.setObjectName("writingBar")
        self._bar.setTextVisible(False)
        self._cancel = button("取消", "writingCancel", self._call_off)
        self._sentence = plain()
        self._sentence.setObjectName("writingSentence")
        self._notes = note("")
        self._notes.setObjectName("writingNotes")
        self._again = button("再写没写成的(&R)", "writingAgain", self.again_asked.emit)
        self._elsewhere = button("全部另存到别的文件夹(&S)…", "writingElsewhere", self.elsewhere_asked.emit)
        self._elsewhere.setToolTip("U盘拔出、磁盘已满或不许写时用：选另外的地方，全部重新写一遍")
        self._show_folder = button("打开文件夹(&F)", "writingFolder", self._open_folder)
        for one in (self._again, self._elsewhere, self._show_folder, self._cancel):
            one.setAutoDefault(False)
        self.foot = QWidget(self)
        """The bar, and what can be done next: it stands below the list, where it is always in view."""

        self._lines = QGridLayout()
        self._folder: Path | None = None
        self._told: list[str] = []
        self._words: dict[str, QLabel] = {}
        self._lay_out()

    def begin(
        self, head: str, number: str, folder: Path, products: Sequence[Product], kept: Sequence[Handed] = ()
    ) -> None:
        """Show that these files are about to be written but for those `kept`; `number` is the check number."""
        self._head.setText(head)
        on_sheet = "，校核单上印着同一个号" if any(product.tells for product in products) else ""
        self._number.setText(f"校验号 {number}{on_sheet}。" if number else "")
        self._folder = folder
        self._place.setText(f"放在：{str(folder).replace(os.sep, os.sep + _BREAK)}")
        self._place.setVisible(bool(products))
        self._told = []
        self._notes.clear()
        self._list(products)
        for each in kept:
            self._tell(each)
        self._bar.setRange(0, len(products) - len(kept))
        self._bar.setValue(0)
        self._sentence.setText("")
        for part in (self._bar, self._cancel):
            part.setVisible(bool(products))
        self._cancel.setEnabled(True)
        for part in (self._again, self._elsewhere, self._show_folder):
            part.hide()

    def tell_begun(self, product: Product) -> None:
        self._say(product, BUSY)
        self._sentence.setText(f"正在写 {product.name}，第 {self._bar.value() + 1} 份，共 {self._bar.maximum()} 份。")

    def tell_done(self, handed: Handed) -> None:
        """Tell of one file: its name and how it was proved, or why there is none."""
        self._bar.setValue(self._bar.value() + 1)
        self._tell(handed)

    def finish(
        self, handed: Sequence[Handed], wanted: Sequence[Product], missing: Sequence[Product], left: str = ""
    ) -> None:
        """Tell how all of it went; `missing` can be written again, `left` is said of another folder."""
        self._end(handed, wanted, CALLED_OFF)
        self._sentence.setText(sentence(handed, len(wanted)))
        said = [f"注意：{''.join(self._told)}"] if self._told else []
        self._notes.setText("\n".join((*said, left)) if left else "".join(said))
        self._offer(missing=bool(missing), written=any(each.exported for each in handed))

    def give_up(self, handed: Sequence[Handed], wanted: Sequence[Product]) -> None:
        """Tell that there was no folder to write into: nobody called that off."""
        self._end(handed, wanted, NOT_WRITTEN)
        self._sentence.setText(sentence((), 0) if not handed else "这次没有写出文件。")
        self._offer(missing=True, written=any(each.exported for each in handed))

    # ------------------------------------------------------------ inside

    def _list(self, products: Sequence[Product]) -> None:
        self._words.clear()
        emptied(self._lines)
        for line, product in enumerate(products):
            label = self._words[product.key] = plain(WAITING)
            self._lines.addWidget(QLabel(product.name), line, 0, Qt.AlignmentFlag.AlignTop)
            self._lines.addWidget(label, line, 1)

    def _tell(self, handed: Handed) -> None:
        done = handed.exported
        if done is None:
            self._say(handed.product, f"▲ {handed.problem}", theme.colours(self.palette()).error.name())
            return
        proof = f"，写好后已读回{done.proof.words}" if done.proof else ""
        self._told += [words for words in done.notes if words not in self._told]
        self._say(handed.product, f"✓ {handed.path.name}{proof}")

    def _end(self, handed: Sequence[Handed], wanted: Sequence[Product], otherwise: str) -> None:
        for product in wanted:
            self._say(product, otherwise)
        for each in handed:
            self._tell(each)
        self._bar.hide()
        self._cancel.hide()

    def _offer(self, *, missing: bool, written: bool) -> None:
        """Show what can be done next; the keyboard is where it will most likely be wanted."""
        self._again.setVisible(missing)
        self._elsewhere.setVisible(missing)
        self._show_folder.setVisible(written)
        if missing or written:
            self.window().setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)  # the button shows that it has it
            (self._again if missing else self._show_folder).setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, product: Product, words: str, colour: str = "") -> None:
        label = self._words[product.key]
        label.setText(words)
        label.setStyleSheet(f"color: {colour}" if colour else "")

    def _call_off(self) -> None:
        self._cancel.setEnabled(False)
        self._sentence.setText("手上这一份写完就停。")
        self.cancelled.emit()

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    def _lay_out(self) -> None:
        self._lines.setHorizontalSpacing(4 * theme.STEP)
        self._lines.setVerticalSpacing(2 * theme.STEP)
        self._lines.setColumnStretch(1, 1)
        inked(self._head, theme.colours(self.palette()).ok)
        foot = QHBoxLayout(self.foot)
        foot.setContentsMargins(0, 0, 0, 0)
        for part in (self._again, self._elsewhere, self._show_folder, self._bar, self._cancel):
            foot.addWidget(part, BAR if part is self._bar else 0)
            part.hide()
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * theme.STEP)
        for words in (self._head, self._number, self._place):
            column.addWidget(words)
        column.addLayout(self._lines)
        column.addWidget(self._sentence)
        column.addWidget(self._notes)
        column.addStretch(1)
