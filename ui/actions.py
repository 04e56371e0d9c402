"""The menus as data: words, keys and what each does. Keys that an input method owns are never taken (habits.md 1)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

STEPS = 8


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a menu. `shown` is a key that the focused field handles itself: it is only written there."""

    name: str
    words: str
    action: Callable[[], object]
    keys: tuple[str, ...] = ()
    shown: str = ""
    needs_report: bool = False
    checked: bool | None = None


SEPARATOR = None
Lines = tuple[Entry | None, ...]


def build(menus: Sequence[QMenu], lines: Sequence[Lines]) -> dict[str, QAction]:
    """Fill menus with their lines and return the actions by name."""
    actions: dict[str, QAction] = {}
    for menu, entries in zip(menus, lines, strict=True):
        for entry in entries:
            if entry is SEPARATOR:
                menu.addSeparator()
            else:
                actions[entry.name] = _add(menu, entry)
    return actions


def _add(menu: QMenu, line: Entry) -> QAction:
    action = menu.addAction(f"{line.words}\t{line.shown}" if line.shown else line.words)
    action.setObjectName(line.name)
    action.setShortcuts([QKeySequence(key) for key in line.keys])
    action.setData(line.needs_report)
    if line.checked is not None:
        action.setCheckable(True)
        action.setChecked(line.checked)
    action.triggered.connect(lambda *_: line.action())
    return action
