"""Asking for files. What asks is passed to those who need it, so that a test or the walk can answer in its place."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

PROJECTS = "年报项目 (*.nianbao)"
ALL = "所有文件 (*)"


@dataclass(frozen=True, slots=True)
class Ask:
    """The questions that stop the clerk: for a file to open, a file to write, and what to do with unsaved work.

    `open` takes parent, title, folder and filter; `save` takes parent, title, proposed file and filters, and returns a
    path that ends as one of them; both return None if called off. `keep` returns True to save, False to throw away,
    None to stay.
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


def _save(parent: QWidget, title: str, proposed: str, kinds: str) -> Path | None:
    dialog = QFileDialog(parent, title, "", kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.selectFile(proposed)
    dialog.setDefaultSuffix(_suffixes(kinds)[0])
    dialog.filterSelected.connect(partial(_follow, dialog, _suffixes(kinds)))
    accepted, names, kind = dialog.exec(), dialog.selectedFiles(), dialog.selectedNameFilter()
    dialog.deleteLater()
    if not (accepted and names):
        return None
    is_full = names[0].lower().endswith(_suffixes(kinds))
    return Path(names[0] if is_full else names[0] + _suffixes(kind)[0])


def _follow(dialog: QFileDialog, suffixes: tuple[str, ...], kind: str) -> None:
    """Let the name that is shown end as the kind that was chosen, so that it is asked about if it is there already."""
    (suffix,) = _suffixes(kind)
    dialog.setDefaultSuffix(suffix)
    for name in dialog.selectedFiles():
        if name.lower().endswith(suffixes):
            dialog.selectFile(str(Path(name).with_suffix(suffix)))


def _suffixes(kinds: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\*(\.\w+)", kinds))


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
