"""Finding the parts of a window by the names they are given for it."""

from collections.abc import Iterable
from typing import TypeVar

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ui.matrix.strip import EquationLine

W = TypeVar("W", bound=QObject)


def child(parent: QObject, kind: type[W], name: str) -> W:
    """Return the part of this kind and objectName; fail if there is none."""
    found: W | None = parent.findChild(kind, name)
    assert found is not None, f"no {kind.__name__} called {name}"
    return found


def children(parent: QObject, kind: type[W]) -> list[W]:
    """Return all parts of this kind."""
    found: Iterable[W] = parent.findChildren(kind)
    return list(found)


def click(qtbot: QtBot, parent: QWidget, name: str) -> None:
    """Click the button of that name."""
    qtbot.mouseClick(child(parent, QPushButton, name), Qt.MouseButton.LeftButton)


def words(parent: QWidget) -> str:
    """Return all words that labels show."""
    labels: list[QLabel | EquationLine] = [*children(parent, QLabel), *children(parent, EquationLine)]
    return "\n".join(label.text() for label in labels if label.isVisibleTo(parent))
