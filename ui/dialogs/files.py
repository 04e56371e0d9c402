"""Asking for files. What asks is passed to those who need it, so that a test or the walk can answer in its place."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

PROJECTS = "年报项目 (*.nianbao)"
ALL = "所有文件 (*)"


@dataclass(frozen=True, slots=True)
class Ask:
    """The questions that stop the clerk: for a file to open, a file to write, and what to do with unsaved work.

    `open` takes parent, title, folder and filter; `save` takes parent, title, proposed file and filter; both return
    None if called off. `keep` returns True to save, False to throw away, None to stay.
    """

    open: Callable[[QWidget, str, str, str], Path | None]
    save: Callable[[QWidget, str, str, str], Path | None]
    keep: Callable[[QWidget, str], bool | None]


def by_dialogs() -> Ask:
    """Ask the clerk."""
    return Ask(_open, _save, _keep)


def start_folder(last: str) -> str:
    """Return the folder a dialog begins in: the last one, else that for documents, else the user's own; one that is."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return next((folder for folder in (last, documents) if folder and Path(folder).is_dir()), str(Path.home()))


def _open(parent: QWidget, title: str, folder: str, kinds: str) -> Path | None:
    name, _ = QFileDialog.getOpenFileName(parent, title, start_folder(folder), f"{kinds};;{ALL}")
    return Path(name) if name else None


def _save(parent: QWidget, title: str, proposed: str, kind: str) -> Path | None:
    name, _ = QFileDialog.getSaveFileName(parent, title, proposed, kind)
    if not name:
        return None
    suffix = kind[kind.index("*") + 1 :].rstrip(")")
    return Path(name) if name.lower().endswith(suffix) else Path(name + suffix)


def _keep(parent: QWidget, words: str) -> bool | None:
    box = QMessageBox(QMessageBox.Icon.Question, "还没有保存", words, parent=parent)
    keep = box.addButton("保存", QMessageBox.ButtonRole.AcceptRole)
    drop = box.addButton("不保存", QMessageBox.ButtonRole.DestructiveRole)
    box.addButton("取消", QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(keep)
    box.exec()
    if box.clickedButton() is keep:
        return True
    return False if box.clickedButton() is drop else None
