"""Printing from the window: the pages are composed, the system's dialog asks for printer, copies, sides and pages.

No printer is looked for before somebody asks to print: one that is switched off in the network would keep the clerk
waiting. The pages go out on another thread, with a way to call it off.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from core.errors import UserError
from core.exporters.check_number import changed
from ui import background
from ui.session import Session

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from core.exporters.marks import Composed
    from core.report import Report

NO_PRINTER = UserError("这台电脑上没有安装打印机。", "可以先导出 PDF，拿到能打印的电脑上打印。")


class Paper(Enum):
    """What is printed."""

    REPORT = "report"
    CHECK_SHEET = "check sheet"
    SIGN_SHEET = "sign sheet"


@dataclass(frozen=True)
class PrinterAsk:
    """The two questions to the system; tests answer them themselves.

    `names` returns the printers that are installed; `choose` shows the dialog for a printer, which is told how many
    pages there are and whether one of them is the current one, and returns whether to print.
    """

    names: Callable[[], list[str]]
    choose: Callable[[QWidget, "QPrinter", int, bool], bool]


class Printing(QObject):
    """Prints what was composed; one order at a time."""

    said = Signal(str)
    failed = Signal(object)
    no_printer = Signal(object, object)  # UserError, Paper
    busy = Signal(str, object)
    idle = Signal()
    _page_begun = Signal(int, int)

    def __init__(
        self,
        session: Session,
        window: QWidget,
        current: Callable[[], int],
        ask: PrinterAsk | None = None,
        *,
        by: "Callable[[], Callable[[Report], Composed] | None]" = lambda: None,
    ) -> None:
        """`current` tells the page in view; `by` what composes the document in view, None for the report itself."""
        super().__init__(window)
        self._by = by
        self._session, self._window, self._current = session, window, current
        self._ask = ask or PrinterAsk(_names, _choose)
        self._task: background.Task | None = None
        self._last_printer = ""
        self.is_busy = False
        self._page_begun.connect(self._tell_page)

    def print_report(self) -> None:
        """Print the open report as it stands, or what of it is looked at instead (图解).

        Not one that is called final and is not what was declared so: the paper would not say that it is none.
        """
        report, by = self._session.report, self._by()
        if (error := changed(report, "打印")) is not None:
            self.failed.emit(error)
            return

        def composed() -> "Composed":
            from core.exporters.pdf import compose  # the start-up seam: not before somebody prints

            return (by or compose)(report)

        self.print(composed, self._current())

    def print_check_sheet(self) -> None:
        """Print the 校核单 of the report as it stands."""
        report = self._session.report

        def composed() -> "Composed":
            from ui.printout.sheets import composed_check_sheet  # the start-up seam

            return composed_check_sheet(report)

        self.print(composed, paper=Paper.CHECK_SHEET)

    def print_sign_sheet(self) -> None:
        """Print the 审签单 of the report as it stands."""
        report = self._session.report

        def composed() -> "Composed":
            from ui.printout.sheets import composed_sign_sheet  # the start-up seam

            return composed_sign_sheet(report)

        self.print(composed, paper=Paper.SIGN_SHEET)

    def print(self, composed: "Callable[[], Composed]", current: int = -1, paper: Paper = Paper.REPORT) -> None:
        """Print what `composed` returns, which is called on another thread; `current` is the page in view, or -1."""
        if self.is_busy:
            self.said.emit("上一份还在打印，请稍等。")
            return
        if not self._ask.names():
            self.no_printer.emit(NO_PRINTER, paper)
            return
        self.is_busy = True
        self._watch("正在排版…", background.run(self, composed, lambda made: self._choose(made, current), self._fail))

    # ------------------------------------------------------------ inside

    def _choose(self, composed: "Composed", current: int) -> None:
        from PySide6.QtPrintSupport import QPrinter  # the start-up seam: not before somebody prints

        from ui.printout import orders

        self.idle.emit()
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        if self._last_printer in self._ask.names():
            printer.setPrinterName(self._last_printer)
        orders.set_up(printer, composed.title)
        if not self._ask.choose(self._window, printer, len(composed.pages), current >= 0):
            self.is_busy = False
            return
        self._last_printer = printer.printerName()
        printer.setFullPage(True)  # a dialog may set the printer's own margins
        pages = orders.pages_to_print(printer, len(composed.pages), current)
        words = f"已送到打印机{_called(printer)}：{orders.told(printer, len(composed.pages), current)}"
        if orders.is_smaller_than_a4(printer):
            words += "。选的纸比 A4 小，版面已按纸张缩小"
        self._send(composed, pages, printer, words)

    def _send(self, composed: "Composed", pages: list[int], printer: "QPrinter", words: str) -> None:
        import threading

        from ui.printout.job import send

        called_off = threading.Event()
        task = background.run(
            self,
            lambda: send(composed, pages, printer, self._page_begun.emit, called_off),
            lambda _: self._sent(words),
            self._fail,
            called_off,
        )
        self._watch("正在打印…", task)

    def _watch(self, words: str, task: background.Task) -> None:
        self._task = task
        task.given_up.connect(self._given_up)
        self.busy.emit(words, task)

    @Slot(int, int)
    def _tell_page(self, page: int, pages: int) -> None:
        if self.is_busy and self._task is not None:
            self.busy.emit(f"正在打印第 {page} 页，共 {pages} 页…", self._task)

    def _sent(self, words: str) -> None:
        self._rest()
        self.said.emit(words)

    def _given_up(self) -> None:
        self.is_busy, self._task = False, None
        self.said.emit("打印已取消；已经送出的页可能还会印出来。")

    def _fail(self, error: Exception) -> None:
        self._rest()
        self.failed.emit(error)

    def _rest(self) -> None:
        self.is_busy, self._task = False, None
        self.idle.emit()


def _called(printer: Any) -> str:
    return f"“{printer.printerName()}”" if printer.printerName() else ""


def _names() -> list[str]:
    from PySide6.QtPrintSupport import QPrinterInfo  # the start-up seam: not before somebody prints

    return list(QPrinterInfo.availablePrinterNames())


def _choose(window: QWidget, printer: "QPrinter", pages: int, has_current: bool) -> bool:  # noqa: FBT001 - as PrinterAsk
    from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog  # the start-up seam

    dialog = QPrintDialog(printer, window)
    dialog.setWindowTitle("打印")
    dialog.setMinMax(1, pages)
    dialog.setFromTo(1, pages)
    dialog.setPrintRange(QAbstractPrintDialog.PrintRange.AllPages)
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintCurrentPage, has_current)
    return dialog.exec() == QPrintDialog.DialogCode.Accepted
