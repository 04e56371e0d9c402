"""The keys of find and replace (Ctrl+F, Ctrl+H, F3, Shift+F3); the bar is made when it is first asked for."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from ui.main_window import MainWindow
from ui.session import Session

if TYPE_CHECKING:
    from ui.search.search import Search


class Searching(QObject):
    """Looks for words in the report that lies open. `bench` is the desk with its pages."""

    said = Signal(str)

    def __init__(self, window: MainWindow, session: Session, bench: Callable[[], Any]) -> None:
        super().__init__(window)
        self._window, self._session, self._bench = window, session, bench
        self._search: Search | None = None

    def open(self) -> None:
        """Look for words."""
        self._made().open()

    def open_replacing(self) -> None:
        """Look for words and put others in their place."""
        self._made().open_replacing()

    def go_next(self) -> None:
        """Go to the next place."""
        self._made().go_next()

    def go_previous(self) -> None:
        """Go to the place before."""
        self._made().go_previous()

    def _made(self) -> "Search":
        if self._search is None:
            from ui.search.search import Search  # the start-up seam: not needed for the doors

            self._search = Search(self._session, self._bench(), self._window.stack)
            self._search.said.connect(self.said)
            self._window.put_below(self._search.bar)
        return self._search
