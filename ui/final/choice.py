"""Which files are written, and into which folder; and what is done where there are some of the same names.

objectNames: product_<key>, finalFolder, finalBrowse, finalConflict, conflictWords, conflictOver, conflictBeside,
conflictCancel.
"""

import os
from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from core.handing_over import OFFERED, Product
from core.settings import Settings
from ui import theme
from ui.controls import button, plain

ACROSS = 4
APPENDED = "pdfPicture"
CAPTION = 20 * theme.STEP
"""Pixels: the captions on the left, here as in the particulars above."""

Found = Sequence[tuple[Product, Path]]
"""Products whose files are in a folder already, with these files."""

AskFolder = Callable[[QWidget, str, str], Path | None]
"""Takes parent, title and the folder to begin in; None where it was called off."""


class Choice(QWidget):
    """The boxes of the products and the folder."""

    def __init__(
        self, folder: Path, ask: AskFolder, extras: Collection[str] = (), parent: QWidget | None = None
    ) -> None:
        """`extras` are the keys of what is ticked besides the usual products."""
        super().__init__(parent)
        self._ask = ask
        self._name, self._home = folder.name, folder.parent
        self._boxes = {product.key: _box(product, extras) for product in OFFERED}
        self._folder = _folder_field(folder)
        files = QLabel("写出文件")
        files.setContentsMargins(0, theme.STEP, 0, 0)
        files.setMinimumHeight(theme.STEP + next(iter(self._boxes.values())).sizeHint().height())
        caption = QLabel("文件夹(&J)")
        caption.setBuddy(self._folder)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(3 * theme.STEP)
        grid.setVerticalSpacing(2 * theme.STEP)
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(0, CAPTION)
        grid.addWidget(files, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(_grid_of(self._boxes), 0, 1)
        grid.addWidget(caption, 1, 0)
        grid.addLayout(self._folder_line(), 1, 1)

    @property
    def products(self) -> tuple[Product, ...]:
        """What is ticked, in the order of the list."""
        return tuple(product for product in OFFERED if self._boxes[product.key].isChecked())

    @property
    def folder(self) -> Path | None:
        """The folder that is named, a mere name beside the one that was offered; None where none is."""
        words = self._folder.text().strip().strip('"')
        named = os.path.expanduser(words)  # noqa: PTH111 - Path's raises at "~张三"
        return (self._home / named).absolute() if words else None

    def put_folder(self, folder: Path) -> None:
        """Name another folder."""
        self._folder.setText(str(folder))

    def point_at_folder(self) -> None:
        self._folder.setFocus(Qt.FocusReason.OtherFocusReason)
        self._folder.selectAll()

    def _folder_line(self) -> QHBoxLayout:
        browse = button("选择(&O)…", "finalBrowse", self._browse)
        browse.setAutoDefault(False)
        line = QHBoxLayout()
        line.setSpacing(2 * theme.STEP)
        line.addWidget(self._folder, 1)
        line.addWidget(browse)
        return line

    def _browse(self) -> None:
        now = self.folder
        start = now.parent if now else Path.home()
        if chosen := self._ask(self, "选择放在哪里", str(start)):
            self.put_folder(chosen if chosen.name == self._name else chosen / self._name)


class Conflict(QFrame):
    """Asks what to do with files that are there already; the kind that loses nothing has the keyboard."""

    over_chosen = Signal()
    beside_chosen = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("finalConflict")
        self._words = plain()
        self._words.setObjectName("conflictWords")
        self._beside = button("", "conflictBeside", self.beside_chosen.emit)
        self._over = button("", "conflictOver", self.over_chosen.emit)
        buttons = (
            self._beside,
            self._over,
            button("取消", "conflictCancel", self.left.emit),
        )
        row = QHBoxLayout()
        row.addStretch(1)
        for one in buttons:
            one.setAutoDefault(True)
            row.addWidget(one)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * theme.STEP, 2 * theme.STEP, 3 * theme.STEP, 2 * theme.STEP)
        column.addWidget(self._words)
        column.addLayout(row)
        self.hide()

    def ask(self, folder: Path, there: Found, left: Found, beside: Path) -> None:
        """Ask about the files that are `there`, and those that would be `left` as they were written before.

        `beside` is the one more folder that is free.
        """
        said = [f"已经有 {len(there)} 份同名的文件：{_named(there)}" if there else ""]
        said += [f"{'另' if there else ''}有以前写的 {_named(left)}，这次不重写，可能已经过时" if left else ""]
        self._words.setText(f"● 文件夹“{folder.name}”里{'；'.join(filter(None, said))}。")
        self._words.setToolTip("\n".join(path.name for _, path in (*there, *left)))
        self._over.setText("覆盖(&V)" if there else "写在一起(&V)")
        self.setAccessibleName(self._words.text())
        number = beside.name.removeprefix(folder.name)
        self._beside.setText(f"另存一份{number}(&S)")
        self._beside.setToolTip(str(beside))
        colour = theme.colours(self.palette()).warning.name()
        self.setStyleSheet(f"#finalConflict {{ border: 1px solid {colour}; border-radius: 3px; }}")
        self.show()
        self._beside.setFocus(Qt.FocusReason.OtherFocusReason)


def _named(found: Found) -> str:
    return "、".join(product.name for product, _ in found)


def _folder_field(folder: Path) -> QLineEdit:
    field = QLineEdit(str(folder))
    field.setObjectName("finalFolder")
    field.setAccessibleName("文件夹")
    field.setCursorPosition(0)
    field.setToolTip("没有这个文件夹时新建一个")
    return field


def _grid_of(boxes: Mapping[str, QCheckBox]) -> QGridLayout:
    """Lay the boxes out: the usual products, and below them in rows of their own what is extra."""
    grid = QGridLayout()
    grid.setContentsMargins(0, theme.STEP, 0, theme.STEP)
    grid.setHorizontalSpacing(4 * theme.STEP)
    grid.setVerticalSpacing(theme.STEP)
    for is_extra in (False, True):
        below = grid.rowCount() if is_extra else 0
        for place, product in enumerate(product for product in OFFERED if product.extra is is_extra):
            grid.addWidget(boxes[product.key], below + place // ACROSS, place % ACROSS)
    grid.setColumnStretch(ACROSS, 1)
    return grid


def _box(product: Product, extras: Collection[str]) -> QCheckBox:
    box = QCheckBox(product.name)
    box.setObjectName(f"product_{product.key}")
    box.setChecked(not product.extra or product.key in extras)
    box.setToolTip(f"文件名以“{product.ending}”结尾")
    return box


# ---------------------------------------------------------------- what is remembered


def extras_of(settings: Settings) -> frozenset[str]:
    """Return the keys of what is to be ticked besides the usual products."""
    appended = (APPENDED,) if settings.picture_appended else ()
    return frozenset((*filter(None, settings.more_files.split(",")), *appended))


def to_remember(products: Sequence[Product]) -> dict[str, Any]:
    """Return the settings that follow from what was ticked: the preview shows the picture where a file has it."""
    keys = [product.key for product in products if product.extra]
    more = ",".join(key for key in keys if key != APPENDED)
    return {"picture_appended": APPENDED in keys, "more_files": more}
