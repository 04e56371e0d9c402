"""What can be looked up and set about the rules: the list of them, and the word lists they go by.

Both windows stand beside the work and are made when they are first asked for.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from ui.session import Session

if TYPE_CHECKING:
    from ui.dialogs.rules import RulesWindow
    from ui.dialogs.word_lists import WordListsWindow


class Ruling(QObject):
    """Owns both windows. Rules can be switched while a report lies open; `pages` changes when that changes."""

    said = Signal(str)

    def __init__(self, session: Session, has_report: Callable[[], bool], pages: QStackedWidget) -> None:
        super().__init__(pages)
        self._session, self._has_report, self._pages = session, has_report, pages
        self._rules: RulesWindow | None = None
        self._words: WordListsWindow | None = None

    def show_rules(self, code: str = "") -> None:
        """Show all rules, or go to one of them."""
        if self._rules is None:
            from ui.dialogs.rules import RulesWindow  # the start-up seam: not needed for the doors

            rules = self._rules = RulesWindow(self._session, self._has_report, self._pages.window())
            rules.said.connect(self.said)
            self._pages.currentChanged.connect(rules.refresh)
        self._rules.show_rule(code)

    def edit_words(self) -> None:
        """Show the word lists to be edited."""
        if self._words is None:
            from ui.dialogs.word_lists import WordListsWindow  # the start-up seam

            self._words = WordListsWindow(self._session, self._pages.window())
            self._words.said.connect(self.said)
        self._words.open_file()

    def may_leave(self) -> bool:
        """Whether the program can end without losing words that were typed."""
        return self._words is None or not self._words.isVisible() or self._words.may_leave()
