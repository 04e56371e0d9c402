"""Shows the way: through the sample at the first start, to the filling notes, and through a year without requests."""

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QTabWidget, QWidget

from ui.filing import Filing
from ui.main_window import MainWindow
from ui.memory import Memory
from ui.wizard.guide_strip import GuideStrip
from ui.wizard.halo import Halo
from ui.wizard.stations import Station


class Guide(QObject):
    """Leads; it changes nothing in the report and remembers only that it was seen."""

    def __init__(
        self,
        window: MainWindow,
        filing: Filing,
        memory: Memory,
        bench: Callable[[], Any],
        has_report: Callable[[], bool],
    ) -> None:
        super().__init__(window)
        self._window, self._filing, self._memory, self._bench, self._has_report = (
            window,
            filing,
            memory,
            bench,
            has_report,
        )
        self._halo: Halo | None = None
        self.strip = GuideStrip()
        window.put_above(self.strip)
        self.strip.arrived.connect(self._arrive)
        self.strip.left.connect(self._leave)
        window.start.door_chosen.connect(self._on_door)  # the sample lies open by then
        filing.opened.connect(self._hide)  # another report than the one it spoke of
        window.stack.currentChanged.connect(self._on_page)

    def lead(self) -> None:
        """Lead through the sample; opened anew where another report lies on the desk."""
        if not self._is_sample:
            self._filing.sample()
        if self._is_sample:
            self.strip.begin()

    def find_notes(self) -> None:
        """Put the caret where a word can be looked up in all filling notes."""
        bench = self._bench()
        bench.fold_panel(shown=True)
        bench.panel.show_notes()
        bench.panel.notes.look_for()

    def no_requests(self) -> None:
        """Turn to table three and fill it for a year without requests, or ask there first."""
        bench = self._bench()
        bench.show_step("s3")
        bench.page.nil.begin()

    # ------------------------------------------------------------ inside

    @property
    def _is_sample(self) -> bool:
        return self._has_report() and self._filing.is_sample

    def _on_door(self, name: str) -> None:
        if name == "startSample" and self._is_sample and not self._memory.settings.guide_seen:
            self.strip.begin()

    def _arrive(self, station: Station) -> None:
        """Turn to what the station is about and frame it."""
        bench = self._bench()
        bench.show_step(station.step)
        if station.last_year:
            bench.page.set_last_year_shown(True)
        if station.tab is not None:
            bench.fold_panel(shown=True)
            bench.panel.findChild(QTabWidget).setCurrentIndex(station.tab)
        if self._halo is None:
            self._halo = Halo(self._window)
        self._halo.frame(self._named(station.targets))

    def _named(self, names: tuple[str, ...]) -> list[QWidget]:
        found: Iterable[QWidget] = self._window.findChildren(QWidget)
        return [widget for widget in found if widget.objectName() in names and widget.isVisible()]

    def _leave(self) -> None:
        self._hide()
        self._memory.change(guide_seen=True)
        self._memory.write()
        if self._has_report():
            self._bench().page.focus_first()

    def _hide(self) -> None:
        self.strip.hide()
        if self._halo is not None:
            self._halo.frame(())

    def _on_page(self) -> None:
        if not self._has_report():
            self._hide()
