"""Starting the window, top to bottom: log, application, session, window, and what can wait until it is painted."""

import logging
import sys
from logging.handlers import RotatingFileHandler
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTimer, QTranslator
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from core.storage import recovery
from core.storage.recovery import RecoveryCopy
from ui import theme
from ui.dialogs.files import by_dialogs
from ui.main_window import MainWindow
from ui.memory import Memory
from ui.messages import Faults
from ui.session import Session
from ui.words import PROGRAM

WARM_UP_MS = 1500
"""Milliseconds after the first paint when the reading and writing libraries are loaded."""

_ICON = Path(__file__).parent.parent / "resources" / "icons" / "nianbao.svg"
_LOG_BYTES, _LOG_FILES = 512 * 1024, 2


def run(arguments: list[str]) -> int:
    """Open the window, with the project or report of the first argument if there is one; return the exit status."""
    home = recovery.folder()
    log_file = keep_log(home)
    application = build(arguments)
    faults = Faults(log_file, application)
    faults.install()
    session = Session(_recovery_copy(home))
    window = MainWindow(session, Memory(home / "settings.json"), by_dialogs(), log_file)
    faults.caught.connect(window.show_error)
    window.show()
    QTimer.singleShot(0, window, window.offer_leftovers)
    if arguments:
        QTimer.singleShot(0, window, lambda: window.filing.open_path(Path(arguments[0])))
    QTimer.singleShot(WARM_UP_MS, window, window.warm_up)
    return application.exec()


def keep_log(home: Path) -> Path | None:
    """Keep a small log in the user's own folder; without one if it cannot be written."""
    file = home / "log" / "nianbao.log"
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(file, maxBytes=_LOG_BYTES, backupCount=_LOG_FILES, encoding="utf-8", delay=True)
    except OSError:
        return None
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.getLogger().addHandler(handler)
    logging.getLogger().setLevel(logging.INFO)
    return file


def build(arguments: list[str]) -> QApplication:
    """Make the application, with its style, type, language and icon, or dress the one there is."""
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    application = QApplication([sys.argv[0], *arguments])
    dress(application)
    return application


def dress(application: QApplication) -> None:
    """Give the application its style, type, language and icon."""
    application.setStyle("Fusion")  # the one style that looks and measures alike on every Windows and on Linux
    application.setFont(theme.interface_font(application.font()))
    application.setPalette(theme.with_accent(application.palette()))
    application.setOrganizationName("nianbao")
    application.setApplicationName("nianbao")
    application.setApplicationDisplayName(PROGRAM)
    application.setWindowIcon(QIcon(str(_ICON)))
    translator = QTranslator(application)
    if translator.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        application.installTranslator(translator)


def _recovery_copy(home: Path) -> RecoveryCopy | None:
    try:
        return RecoveryCopy(home / "recovery")
    except OSError:
        logging.getLogger(__name__).exception("no recovery copy can be kept")
        return None
