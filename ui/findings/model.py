"""The findings as a list model: one row a line, nothing kept but what the last verdict said."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt

from core.checks.register import Verdict
from core.report import Report
from ui.findings.rows import Row, Shown, rows_of

ROW = Qt.ItemDataRole.UserRole
"""The role under which an index gives its `Row`."""

SIZE = Qt.ItemDataRole.SizeHintRole
_ROOT = QModelIndex()
_Face = tuple[object, ...]


class FindingsModel(QAbstractListModel):
    """Lines of findings. A refresh that changes no line tells nothing.

    `measure` is how the view gives a line its size. It is asked here and not in the delegate, because then Qt asks
    once a line: a list of 200 is laid out three times as fast.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[Row, ...] = ()
        self.shown = Shown.ALL
        self.measure: Callable[[Row], QSize] | None = None
        self._opened: frozenset[str] = frozenset()

    def take(self, report: Report, verdict: Verdict) -> None:
        """Show what the checks said; lines that stayed the same at both ends are left alone."""
        now = rows_of(report, verdict, self.shown, self._opened)
        before = self.rows
        old_faces, faces = [*map(_face, before)], [*map(_face, now)]
        start = _common(old_faces, faces)
        if start == len(before) == len(now):
            self.rows = now
            return
        end = min(_common(old_faces[::-1], faces[::-1]), min(len(before), len(now)) - start)
        old, new = len(before) - start - end, len(now) - start - end
        changed = min(old, new)
        if changed:
            self.rows = (*now[: start + changed], *before[start + changed :])
            for number in range(start, start + changed):
                if old_faces[number] != faces[number]:
                    roles = self._roles(before[number], now[number])
                    self.dataChanged.emit(self.index(number), self.index(number), roles)
        if old > changed:
            self.beginRemoveRows(_ROOT, start + changed, start + old - 1)
            self.rows = now
            self.endRemoveRows()
        elif new > changed:
            self.beginInsertRows(_ROOT, start + changed, start + new - 1)
            self.rows = now
            self.endInsertRows()
        self.rows = now

    def _roles(self, before: Row, now: Row) -> list[int]:
        """What changed in a line: its size is named only where it became another one."""
        keeps_size = self.measure is not None and self.measure(before) == self.measure(now)
        return [ROW, Qt.ItemDataRole.DisplayRole] if keeps_size else [ROW, Qt.ItemDataRole.DisplayRole, SIZE]

    def toggle(self, key: str) -> None:
        """Open or close a group; shown at the next `take`."""
        self._opened ^= {key}

    def row_of_key(self, key: str) -> int:
        """Return the number of the line with a key, -1 where there is none."""
        return next((number for number, row in enumerate(self.rows) if row.key == key), -1)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        number = index.row()
        if not 0 <= number < len(self.rows):
            return None
        row = self.rows[number]
        if role == SIZE:
            return self.measure(row) if self.measure else None
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.words
        return row.spoken if role == Qt.ItemDataRole.AccessibleTextRole else None


def _common(one: list[_Face], other: list[_Face]) -> int:
    """How many lines two lists share at their beginning."""
    for index, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return index
    return min(len(one), len(other))


def _face(row: Row) -> _Face:
    """What is seen of a line: its findings also tell where their words stand, and that moves with every key."""
    return row[:1] + row[2:]
