"""The program as it is, with somebody beside it who writes down where the cells of the table in view lie."""

import json
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from core import home, settings
from ui import app
from ui.faults import Faults
from ui.main_window import MainWindow
from ui.matrix.view import MatrixView

EVERY_MS = 150


def places() -> dict[str, tuple[int, int]]:
    """The middle of every cell of the table in view, in pixels of the screen."""
    found = {}
    for view in QApplication.allWidgets():
        if isinstance(view, MatrixView) and view.isVisible():
            for cell in view.grid.places:
                spot = view.viewport().mapToGlobal(view.visualRect(view.source.index_of(cell)).center())
                found[str(cell)] = (spot.x(), spot.y())
    return found


def main(told: Path, arguments: list[str]) -> int:
    """Open the window and keep `told` up to date."""
    application = app.build(arguments)
    place = home.folder()
    window = MainWindow(settings.load(place / "settings.json").geometry)
    faults = Faults(app.keep_log(place), application)
    faults.install()
    window.first_painted.connect(lambda: app.furnish(window, place, faults, arguments))
    window.show_first()

    def tell() -> None:
        draft = told.with_suffix(".new")
        draft.write_text(json.dumps(places()), encoding="utf-8")
        draft.replace(told)

    timer = QTimer(window)
    timer.timeout.connect(tell)
    timer.start(EVERY_MS)
    return application.exec()


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1]), sys.argv[2:]))
