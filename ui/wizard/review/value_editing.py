"""Typing another value into a line of a list (objectName of the editor: `doubtValue`)."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

EDITOR = "doubtValue"


class ValueEditing(QStyledItemDelegate):
    """Hands on what was typed, with what the line holds in its column `named`, instead of writing it into the list.

    It does so where the words were changed, or the editor was closed with Enter; never twice for one editor.
    """

    def __init__(self, named: int, given: Callable[[object, str], object], parent: QObject) -> None:
        super().__init__(parent)
        self._named, self._given = named, given
        self._entered = self._told = False

    def _enter(self) -> None:
        self._entered = True

    # ------------------------------------------------------------ Qt

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        editor = QLineEdit(parent)
        editor.setObjectName(EDITOR)
        editor.setAccessibleName("改为")
        editor.setFrame(False)
        editor.setAutoFillBackground(True)
        self._entered = self._told = False  # closing an editor may ask for its words twice
        editor.returnPressed.connect(self._enter)
        return editor

    def setModelData(self, editor: QWidget, model: object, index: QModelIndex | QPersistentModelIndex) -> None:
        line = index.sibling(index.row(), self._named).data(Qt.ItemDataRole.UserRole)
        if isinstance(editor, QLineEdit) and not self._told and (self._entered or editor.text() != index.data()):
            self._told = True
            self._given(line, editor.text())
