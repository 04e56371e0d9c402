"""What was read waits to be looked over: the page for it, and letting in what was confirmed there."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from core.report import Report
from ui.filing import Filing, Intent, Reading
from ui.main_window import MainWindow
from ui.memory import Memory

if TYPE_CHECKING:
    from ui.wizard.review_page import ReviewPage


class Reviewing(QObject):
    """Owns the review page, which is built while the first file is being read."""

    turned = Signal()  # the page came to the front
    let_in = Signal(object, str)  # the Reading that was confirmed, and what of it nobody looked at
    called_off = Signal()

    def __init__(self, window: MainWindow, filing: Filing, memory: Memory) -> None:
        super().__init__(window)
        self._window, self._filing, self._memory = window, filing, memory
        self._page: Any = None
        self._reading: Reading | None = None
        filing.was_read.connect(self.show_reading)

    @property
    def page(self) -> "ReviewPage":
        """The page on which a reading is looked over."""
        if self._page is None:
            from ui.wizard.review_page import ReviewPage  # the start-up seam: not needed for the doors

            page = self._page = ReviewPage(self._memory)
            page.accepted.connect(self._take_in)
            page.called_off.connect(self.called_off)
            self._window.stack.addWidget(page)
            page.prepare()
        built: ReviewPage = self._page
        return built

    @property
    def is_in_front(self) -> bool:
        """Whether something that was read waits to be looked over."""
        return self._page is not None and self._window.stack.currentWidget() is self._page

    def show_reading(self, reading: Reading) -> None:
        """Show what was read, to be confirmed."""
        self._window.stack.setCurrentWidget(self.page)
        self._reading = reading
        self.page.show_reading(reading)
        self.turned.emit()

    def _take_in(self, report: Report, intent: Intent, year: int | None) -> None:
        if self._filing.accept(report, intent, year):
            self.let_in.emit(self._reading, self.page.reminder)
