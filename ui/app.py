"""Starting the window, top to bottom: log, application, window; then, when it is painted, all that it does.

What is imported at the top is what the first paint needs. The form, the rules and Qt's larger parts come right after
it, the reading and writing libraries when nobody waits.
"""

import gc
import logging
import os
import sys
from collections.abc import Iterator, MutableMapping
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QMessageLogContext, QTimer, QtMsgType, QTranslator, qInstallMessageHandler
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from core import home, settings
from ui import PROGRAM, theme
from ui.faults import Faults
from ui.main_window import MainWindow

WARM_UP_MS = 1500
"""Milliseconds after the first paint when the reading and writing libraries are loaded."""

SETTLED_MS = 5000
"""Milliseconds after the start when what is there counts as there for good.

Python looks for cycles no more among it: that stopped the window for 75 ms, once in some seventy edits.
"""

_ICON = Path(__file__).parent.parent / "resources" / "icons" / "nianbao.svg"
_LOG_BYTES = 512 * 1024


def run(arguments: list[str]) -> int:
    """Open the window, with the project or report of the first argument if there is one; return the exit status."""
    place = home.folder()
    log_file = keep_log(place)
    listen_to_qt()
    application = build(arguments)
    faults = Faults(log_file, application)
    faults.install()
    with no_plugins():
        window = MainWindow(settings.load(place / "settings.json").geometry)
    window.first_painted.connect(lambda: furnish(window, place, faults, arguments))
    window.show_first()
    QTimer.singleShot(SETTLED_MS, application, gc.freeze)
    return application.exec()


def furnish(window: MainWindow, place: Path, faults: Faults, arguments: list[str]) -> None:
    """Bring to the painted window what it does; `place` is the user's own folder."""
    from core.storage.recovery import RecoveryCopy  # the start-up seam: all of these after the first paint
    from ui.calls import Calls
    from ui.dialogs.files import by_dialogs
    from ui.memory import Memory
    from ui.program import Program
    from ui.session import Session, no_recovery_copy

    window.setWindowIcon(QIcon(str(_ICON)))
    try:
        copy = RecoveryCopy(place / "recovery")
    except OSError:
        logging.getLogger(__name__).exception("no recovery copy can be kept")
        copy = None
    memory = Memory(place / "settings.json", carried=home.beside_program() is not None)
    program = Program(window, Session(copy), memory, by_dialogs(), faults.log_file)
    faults.caught.connect(program.telling.show_error)
    if copy is None:
        program.telling.show_error(no_recovery_copy())
    program.doors.offer_leftovers()
    if arguments:
        program.filing.open_path(Path(arguments[0]))
    calls = Calls(place, window, lambda: program.session.path)
    calls.wanted.connect(program.filing.open_path)
    application = QApplication.instance()
    assert application is not None
    application.aboutToQuit.connect(calls.close)
    calls.look()
    QTimer.singleShot(WARM_UP_MS, program, program.warm_up)


def keep_log(place: Path) -> Path | None:
    """Keep a small log in the user's own folder; without one if it cannot be written.

    It is turned over here, at the start: Python's own rotating handler brings half the network library along.
    """
    file = place / "log" / "nianbao.log"
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        if file.exists() and file.stat().st_size > _LOG_BYTES:
            file.replace(file.with_suffix(".old.log"))
        handler = logging.FileHandler(file, encoding="utf-8")
    except OSError:
        return None
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.getLogger().addHandler(handler)
    logging.getLogger().setLevel(logging.INFO)
    return file


def listen_to_qt() -> None:
    """Put into the log what Qt has to say; a clerk has no use for it."""

    def take(kind: QtMsgType, _context: QMessageLogContext, words: str) -> None:
        logging.getLogger("qt").log(logging.INFO if kind is QtMsgType.QtInfoMsg else logging.WARNING, words)

    qInstallMessageHandler(take)


def build(arguments: list[str]) -> QApplication:
    """Make the application. Fractional scales of the screen are taken as they are: Qt's default."""
    reach_input_methods(os.environ)
    application = QApplication([sys.argv[0], *arguments])
    dress(application)
    return application


@contextmanager
def no_plugins() -> Iterator[None]:
    """Keep Qt from its plug-ins for a moment; those that it has already go on working.

    A menu bar reads a small PNG of its own when it is made, and for that Qt loads every image library there is, to
    hear whether it knows better: 5 ms on Linux, 40 under Wine. They come when a picture is wanted.
    """
    paths = QApplication.libraryPaths()
    QApplication.setLibraryPaths([])
    try:
        yield
    finally:
        QApplication.setLibraryPaths(paths)


def reach_input_methods(environment: MutableMapping[str, str]) -> None:
    """Have fcitx, which Linux desktops of offices use, spoken to as ibus where Qt's own wheel lacks a plug-in for it.

    Both take ibus's language, fcitx5 through its ibusfrontend. A Qt with the plug-in of fcitx goes on using it.
    Each key waits for their answer: otherwise Qt drops one that is on its way while the editor of a cell opens or
    closes, about one of three hundred that are typed fast.
    """
    environment.setdefault("IBUS_ENABLE_SYNC_MODE", "1")
    asked = environment.get("QT_IM_MODULE", "")
    if asked.startswith("fcitx"):
        environment.setdefault("QT_IM_MODULES", f"{asked};ibus")


def dress(application: QApplication) -> None:
    """Give the application its style, type and language."""
    application.setStyle("Fusion")  # the one style that looks and measures alike on every Windows and on Linux
    application.setFont(theme.interface_font(application.font()))
    application.setPalette(theme.with_accent(application.palette()))
    follow_contrast(application)
    application.paletteChanged.connect(lambda *_: follow_contrast(application))
    application.setOrganizationName("nianbao")
    application.setApplicationName("nianbao")
    application.setApplicationDisplayName(PROGRAM)
    translator = QTranslator(application)
    if translator.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        application.installTranslator(translator)


def follow_contrast(application: QApplication) -> None:
    """Give what can be typed into and pressed an edge where the system's colours give it none."""
    if theme.hides_edges(application.palette()) or "ui.outlined" in sys.modules:
        from ui import outlined  # the start-up seam: only where it was ever wanted

        outlined.follow(application)
