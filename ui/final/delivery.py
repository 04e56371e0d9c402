"""The files of a final report on their way into a folder: all at once, what is missing once more, or all elsewhere.

Whatever becomes of them, the report stays final, and what was written stays where it is.
"""

import threading
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from core import handing_over
from core.errors import UserError
from core.handing_over import Handed, Product
from core.report import Report
from ui import background
from ui.faults import as_user_error
from ui.final.choice import AskFolder
from ui.final.dialog import FinalDialog

HEAD, NO_FILES = "✓ 已定稿。", "✓ 已定稿，没有要写出的文件。"
ELSEWHERE = "选择另外放在哪里"


class Delivery(QObject):
    """Writes while the dialog is open, and shows there how it goes. `missed` is told at its end what is not written."""

    said = Signal(str)
    missed = Signal(str)
    _begun = Signal(object)  # Product: told by the thread that writes
    _done = Signal(object)  # Handed

    def __init__(self, dialog: FinalDialog, ask: AskFolder, parent: QObject) -> None:
        super().__init__(parent)
        self._dialog, self._ask = dialog, ask
        self._report: Report | None = None
        self._folder = Path()
        self._wanted: tuple[Product, ...] = ()
        self._handed: tuple[Handed, ...] = ()
        self._left: list[str] = []
        self._called_off = threading.Event()
        dialog.writing_cancelled.connect(self._call_off)
        dialog.writing.again_asked.connect(self._again)
        dialog.writing.elsewhere_asked.connect(self._elsewhere)
        dialog.finished.connect(self._end)
        self._begun.connect(dialog.writing.tell_begun)
        self._done.connect(dialog.writing.tell_done)

    def write(self, report: Report, folder: Path, wanted: tuple[Product, ...]) -> None:
        """Write these files of a final report."""
        self._report, self._folder, self._wanted, self._handed = report, folder, wanted, ()
        self._write(wanted)

    # ------------------------------------------------------------ inside

    def _write(self, products: tuple[Product, ...]) -> None:
        report, folder = self._report, self._folder
        assert report is not None
        assert report.final is not None
        kept = tuple(each for each in self._handed if each.product not in products)
        head = HEAD if self._wanted else NO_FILES
        self._dialog.begin_writing(head, report.final.number, folder, self._wanted, kept)
        if not products:
            return
        called_off = self._called_off = threading.Event()

        def work() -> tuple[Handed, ...]:
            return handing_over.hand_over(
                report,
                folder,
                products,
                kept=kept,
                begun=self._begun.emit,
                done=self._done.emit,
                called_off=called_off,
            )

        background.run(self, work, self._finish, self._fail)

    def _finish(self, handed: tuple[Handed, ...]) -> None:
        self._handed = handing_over.together(self._wanted, self._handed, handed)
        self.said.emit(handing_over.sentence(self._handed, len(self._wanted)))
        missing = handing_over.outstanding(self._wanted, self._handed)
        self._dialog.end_writing(self._handed, self._wanted, missing, self._left_words() if not missing else "")

    def _fail(self, error: Exception) -> None:
        """There is no folder to write into: nothing of this was called off."""
        told = as_user_error(error, None)
        self.said.emit(told.message)
        self._dialog.fail_writing(told, self._handed, self._wanted)

    def _again(self) -> None:
        self._write(handing_over.outstanding(self._wanted, self._handed))

    def _elsewhere(self) -> None:
        """Write all into a folder that the clerk names; nothing there is written over, so nothing has to be asked."""
        chosen = self._ask(self._dialog, ELSEWHERE, str(self._folder.parent))
        if chosen is None or self._report is None:
            return
        folder = chosen if chosen.name == self._folder.name else chosen / self._folder.name
        try:
            handing_over.refuse_folder(self._report, folder, self._wanted)
        except UserError as error:
            self._dialog.show_fault(error)
            return
        if handing_over.taken(self._report, folder, handing_over.OFFERED):
            folder = handing_over.beside(folder)
        if written := sum(each.exported is not None for each in self._handed):
            self._left.append(f"“{self._folder}”里还有先前写成的 {written} 份，内容相同，不用的话可以删掉。")
        self._folder, self._handed = folder, ()
        self._write(self._wanted)

    def _left_words(self) -> str:
        return "".join(self._left)

    def _call_off(self) -> None:
        self._called_off.set()

    def _end(self) -> None:
        """The dialog is closed: what is missing is said once more, where it can be read in peace."""
        missing = handing_over.outstanding(self._wanted, self._handed)
        written = {each.product.key for each in self._handed if each.exported is not None}
        names = "、".join(product.name for product in missing if product.key not in written)
        if self._report is not None and names:
            self.missed.emit(f"● 已定稿，但文件没有写全：还缺 {names}。按“写出文件”可以再写一次，也可以换一个文件夹。")
