"""In the dark and in high contrast every part that can be typed into or pressed has an edge that can be seen."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QScrollBar,
    QSpinBox,
    QTabBar,
    QTreeWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ui import outlined, theme
from ui.outlined import Outlined

PARTS: tuple[Callable[[], QWidget], ...] = (
    QLineEdit,
    QComboBox,
    QSpinBox,
    QDateEdit,
    QCheckBox,
    QRadioButton,
    QPushButton,
    QPlainTextEdit,
    QProgressBar,
    QTreeWidget,
)

SEEN, QUIETLY_SEEN = 150, 60
"""Of 255 between an edge and what it lies on."""


def palette(window: str, ink: str) -> QPalette:
    made = QPalette(QColor(window))
    for role in (QPalette.ColorRole.Base, QPalette.ColorRole.Window):
        made.setColor(role, QColor(window))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        made.setColor(role, QColor(ink))
    return made


@contextmanager
def painted(application: QApplication, colours: QPalette) -> Iterator[None]:
    """Give the application other colours for a while."""
    before = application.palette()
    application.setPalette(colours)
    outlined.follow(application)
    try:
        yield
    finally:
        application.setPalette(before)
        outlined.follow(application)


@pytest.fixture(params=["black", "white"])
def stark(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[None]:
    """The application in high contrast: white on black, and black on white."""
    black = request.param == "black"
    with painted(qapp, palette("#000000", "#ffffff") if black else palette("#ffffff", "#000000")):
        yield


@pytest.fixture
def dark(qapp: QApplication) -> Iterator[None]:
    colours = palette("#2d2d2d", "#f0f0f0")
    colours.setColor(QPalette.ColorRole.Base, QColor("#1e1e1e"))
    with painted(qapp, colours):
        yield


def strongest(part: QWidget) -> int:
    """Return how far the lightness of its edge is from that of the window, at the best of the dots along its left."""
    image = part.grab().toImage()
    ground = part.palette().color(QPalette.ColorRole.Window).lightness()
    row = image.height() // 2
    return max(abs(image.pixelColor(QPoint(x, row)).lightness() - ground) for x in range(min(16, image.width())))


@pytest.mark.parametrize("kind", PARTS)
def test_every_part_has_an_edge(qtbot: QtBot, stark: None, kind: Callable[[], QWidget]) -> None:
    part = kind()
    part.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    qtbot.addWidget(part)
    part.show()
    assert strongest(part) > SEEN


@pytest.mark.parametrize("kind", [QLineEdit, QComboBox, QDateEdit, QCheckBox, QPushButton])
def test_in_the_dark_an_edge_is_seen_as_well(qtbot: QtBot, dark: None, kind: Callable[[], QWidget]) -> None:
    part = kind()
    qtbot.addWidget(part)
    part.show()
    assert strongest(part) > QUIETLY_SEEN


def test_the_handle_of_a_scroll_bar_and_a_tab_have_edges(qtbot: QtBot, stark: None) -> None:
    bar = QScrollBar(Qt.Orientation.Vertical)
    bar.setRange(0, 1)
    bar.resize(16, 200)
    tabs = QTabBar()
    tabs.addTab("一")
    for part in (bar, tabs):
        qtbot.addWidget(part)
        part.show()
        assert strongest(part) > SEEN


def test_the_field_with_the_keyboard_has_the_colour_of_what_is_selected(qtbot: QtBot, stark: None) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    field.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    wanted = field.palette().color(QPalette.ColorRole.Highlight)
    image = field.grab().toImage()
    for dot in (QPoint(0, image.height() // 2), QPoint(1, image.height() // 2)):
        assert image.pixelColor(dot) == wanted


@pytest.mark.parametrize("kind", [QPushButton, QLineEdit, QComboBox])
def test_in_the_dark_the_part_with_the_keyboard_is_seen_at_once(
    qtbot: QtBot, qapp: QApplication, dark: None, kind: Callable[[], QWidget]
) -> None:
    qapp.setPalette(theme.with_accent(qapp.palette()).resolve(qapp.palette()))
    part = kind()
    qtbot.addWidget(part)
    part.show()
    part.activateWindow()
    part.setFocus()
    qtbot.waitUntil(part.hasFocus)
    image, row = part.grab().toImage(), part.height() // 2
    accent, ground = theme.colours(part.palette()).accent, part.palette().color(QPalette.ColorRole.Window)
    assert accent.lightness() - ground.lightness() > 2 * QUIETLY_SEEN
    assert accent in [image.pixelColor(QPoint(x, row)) for x in range(4)]


def test_in_the_light_nothing_comes_by_python(qapp: QApplication) -> None:
    outlined.follow(qapp)
    assert not isinstance(qapp.style(), Outlined)
