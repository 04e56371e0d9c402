"""What every field of a page shares: the Edit menu's actions, the keys left to the window, a menu in Chinese."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from ui.session import Session

UNDO = QKeySequence("Ctrl+Z")
REDO = (QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z"))
"""Both on every system: which of them Qt's own list holds depends on the desktop."""


class EditTarget(Protocol):
    """What the Edit menu can do in the place that has the focus."""

    def copy(self) -> None: ...
    def cut(self) -> None: ...
    def paste(self) -> None: ...
    def select_all(self) -> None: ...


def undone_by_key(session: Session, event: QKeyEvent) -> bool:
    """Undo or redo in the document if the key asks for it, and tell whether it did."""
    pressed = QKeySequence(event.keyCombination())
    if pressed == UNDO:
        session.undo()
    elif pressed in REDO:
        session.redo()
    else:
        return False
    event.accept()
    return True


def is_access_key(event: QKeyEvent) -> bool:
    """Tell a letter that Alt is held with: it calls a button, and where none answers it must not stand in the text."""
    held = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
    return held == Qt.KeyboardModifier.AltModifier and event.text().isascii() and event.text().isprintable()


def edit_menu(parent: QWidget, session: Session, target: EditTarget, *, has_selection: bool) -> QMenu:
    """Return the context menu of a field; undo and redo are the document's."""
    menu = QMenu(parent)
    keys = QKeySequence.StandardKey
    undo, redo = session.document.undo_label, session.document.redo_label
    _add(menu, _named("撤销", undo), session.undo, UNDO, enabled=undo is not None)
    _add(menu, _named("重做", redo), session.redo, REDO[0], enabled=redo is not None)
    menu.addSeparator()
    is_open = not session.is_frozen
    _add(menu, "剪切(&T)", target.cut, keys.Cut, enabled=has_selection and is_open)
    _add(menu, "复制(&C)", target.copy, keys.Copy, enabled=has_selection)
    _add(menu, "粘贴(&P)", target.paste, keys.Paste, enabled=is_open)
    menu.addSeparator()
    _add(menu, "全选(&A)", target.select_all, keys.SelectAll)
    return menu


def _named(verb: str, label: str | None) -> str:
    return f"{verb}：{label}" if label else verb


def _add(
    menu: QMenu,
    words: str,
    do: Callable[[], None],
    key: QKeySequence | QKeySequence.StandardKey,
    *,
    enabled: bool = True,
) -> None:
    action = menu.addAction(words)
    action.setShortcut(key)
    action.setEnabled(enabled)
    action.triggered.connect(do)
