"""The way through the dialog of 定稿: look into the folder, freeze and save the report, have the files written."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from core import edits, handing_over
from core.checks import catalogue
from core.errors import UserError
from core.exporters.check_number import check_number
from core.report import Report
from ui.filing import Filing
from ui.final.case import Place, case_of
from ui.final.choice import AskFolder, to_remember
from ui.final.delivery import Delivery
from ui.final.dialog import FinalDialog, Wish
from ui.memory import Memory
from ui.session import Session

LABEL = "定稿（撤销它就是撤回定稿）"
NOT_SAVED = UserError("项目没有存成，所以没有定稿。", "请按窗口上方的提示处理后再试。")

CHANGED = UserError("报告在打开这个窗口以后变了，还没有定稿。", "请关闭后重新按“定稿”，看过新的审核结果。")


class Act(QObject):
    """One time the dialog is open. `place_asked` carries where a line of it leads, `warned` what to read in peace."""

    said = Signal(str)
    warned = Signal(str)
    place_asked = Signal(object)

    def __init__(
        self, session: Session, memory: Memory, filing: Filing, *, ask: AskFolder, window: QWidget, parent: Path
    ) -> None:
        """`parent` is the folder in which that of the files is to lie."""
        super().__init__(window)
        self._session, self._memory, self._filing = session, memory, filing
        report = self._seen = session.report
        self._case = case_of(report, catalogue.run(report), parent)
        self._wish: Wish | None = None
        self.elsewhere: Path | None = None  # the folder that was named instead of the one that is offered
        self.dialog = FinalDialog(report, self._case, memory.settings, ask, window)
        self.delivery = Delivery(self.dialog, ask, self)
        self._connect()

    def offer(self, folder: Path) -> None:
        """Name a folder that was chosen before."""
        self.elsewhere = folder
        self.dialog.choice.put_folder(folder)

    def open(self) -> None:
        """Show the dialog; nothing else of the window can be used meanwhile."""
        self.dialog.open()
        self.dialog.begin()

    # ------------------------------------------------------------ what is agreed to

    def _weigh(self, wish: Wish) -> None:
        """Look at what is in the folder before anything is done."""
        self._wish, coming = wish, self._coming(wish)
        try:
            handing_over.refuse_folder(coming, wish.folder, wish.products)
        except UserError as error:
            self.dialog.show_fault(error)
            return
        self.elsewhere = wish.folder if wish.folder != self._case.folder else None
        there = handing_over.taken(coming, wish.folder, wish.products)
        others = [product for product in handing_over.OFFERED if product not in wish.products]
        left = () if self._session.is_frozen else handing_over.taken(coming, wish.folder, others)
        if wish.products and (there or left):
            self.dialog.ask_about(wish.folder, there, left, handing_over.beside(wish.folder))
        else:
            self._go_on()

    def _go_beside(self) -> None:
        beside = handing_over.beside(self._asked.folder)
        self.dialog.choice.put_folder(beside)
        self._wish = replace(self._asked, folder=beside)
        self._go_on()

    def _go_on(self) -> None:
        """Freeze the report, save it, and begin to write; what was ticked is remembered."""
        self._memory.change(**to_remember(self._asked.products))
        if self._session.is_frozen or self._finalise(self._asked):
            self._memory.write()
            self.delivery.write(self._session.report, self._asked.folder, self._asked.products)

    def _finalise(self, wish: Wish) -> bool:
        if self._session.report is not self._seen:  # a window beside this one may switch rules
            self.dialog.show_fault(CHANGED)
            return False
        self._session.edit(LABEL, _finalised, wish, check_number(self._session.report))
        if not self._filing.save():
            self._session.undo()
            self.dialog.show_fault(NOT_SAVED)
            return False
        self._memory.change(person=wish.person)
        return True

    # ------------------------------------------------------------ inside

    def _connect(self) -> None:
        dialog = self.dialog
        dialog.agreed.connect(self._weigh)
        dialog.over_agreed.connect(self._go_on)
        dialog.beside_agreed.connect(self._go_beside)
        dialog.place_asked.connect(lambda number: self._leave_for(self._case.places[number]))
        dialog.cover_asked.connect(lambda: self._leave_for(("cover", "")))
        dialog.finished.connect(self._end)
        self.delivery.said.connect(self.said)
        self.delivery.missed.connect(self.warned)

    def _leave_for(self, place: Place) -> None:
        """Close the dialog and go where something is to be put right."""
        self.dialog.done(0)
        self.place_asked.emit(place)

    def _end(self) -> None:
        self.dialog.deleteLater()
        self.deleteLater()

    @property
    def _asked(self) -> Wish:
        assert self._wish is not None
        return self._wish

    def _coming(self, wish: Wish) -> Report:
        """The report as it will be handed over."""
        report = self._session.report
        return report if report.final else _finalised(report, wish, "")


def _finalised(report: Report, wish: Wish, number: str) -> Report:
    """Return the report with the names that were given, declared final: one step of undo."""
    for key, name in wish.signers.items():
        report = edits.set_signer(report, key, name)
    return edits.finalise(report, wish.person, wish.day.isoformat(), number)
