"""The findings as a list model: one row a line, nothing kept but what the last verdict said."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from core.checks.register import Verdict
from core.report import Report
from ui.findings.rows import Row, Shown, rows_of

ROW = Qt.ItemDataRole.UserRole
"""The role under which an index gives its `Row`."""

_ROOT = QModelIndex()


class FindingsModel(QAbstractListModel):
    """Lines of findings. A refresh that changes no line tells nothing."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[Row, ...] = ()
        self.shown = Shown.ALL
        self._opened: frozenset[str] = frozenset()

    def take(self, report: Report, verdict: Verdict) -> None:
        """Show what the checks said; lines that stayed the same at both ends are left alone."""
        now = rows_of(report, verdict, self.shown, self._opened)
        before = self.rows
        if now == before:
            return
        start = _common(before, now)
        end = min(_common(before[::-1], now[::-1]), min(len(before), len(now)) - start)
        old, new = len(before) - start - end, len(now) - start - end
        changed = min(old, new)
        if changed:
            self.rows = (*before[:start], *now[start : start + changed], *before[start + changed :])
            self.dataChanged.emit(self.index(start), self.index(start + changed - 1))
        if old > changed:
            self.beginRemoveRows(_ROOT, start + changed, start + old - 1)
            self.rows = now
            self.endRemoveRows()
        elif new > changed:
            self.beginInsertRows(_ROOT, start + changed, start + new - 1)
            self.rows = now
            self.endInsertRows()

    def toggle(self, key: str) -> None:
        """Open or close a group; shown at the next `take`."""
        self._opened ^= {key}

    def row_of_key(self, key: str) -> int:
        """Return the number of the line with a key, -1 where there is none."""
        return next((number for number, row in enumerate(self.rows) if row.key == key), -1)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.words
        return row.spoken if role == Qt.ItemDataRole.AccessibleTextRole else None


def _common(one: tuple[Row, ...], other: tuple[Row, ...]) -> int:
    """How many lines two lists share at their beginning."""
    for index, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return index
    return min(len(one), len(other))
