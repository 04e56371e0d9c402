"""How format F2019 goes over into F2021 (domain.md C.4), as data.

Only what means the same is carried. What has no counterpart is named with the reason, so that it can be shown instead
of being squeezed into a cell that asks for something else.
"""

from collections.abc import Mapping
from types import MappingProxyType

from core.cells import CellId
from core.form.f2019 import F2019, OTHER_ALL
from core.form.f2021 import F2021

_DECIDED = ("licensing", "penalties", "coercion")
_NO_COLUMN = "新格式没有这一列"
_NO_ROW = "新格式没有这一项"

_WHY_COLUMN = {
    "newly_made": "与新格式的“本年制发件数”口径相近但不相同，请按实际填写",
    "newly_published": _NO_COLUMN,
    "published_total": "与新格式的“现行有效件数”不是一回事",
    "items_prev": _NO_COLUMN,
    "items_delta": _NO_COLUMN,
    "decisions": _NO_ROW,
    "items": _NO_ROW,
    "amount": _NO_ROW,
}
_WHY_ROW = {
    "other_services": _NO_ROW,
    "procurement": _NO_ROW,
    "admin_fees": "旧格式填的是项目数，新格式要填收费金额",
    OTHER_ALL.id: "新格式分三个分项填写，旧格式只有一个合计",
}


def _carried() -> dict[CellId, CellId]:
    same = {cell: cell for cell in F2019.cells if cell in F2021.cells}
    decisions = {CellId(f"l2.{row}.decisions"): CellId(f"t2.{row}.decisions") for row in _DECIDED}
    return {**decisions, **same}


CARRIED: Mapping[CellId, CellId] = MappingProxyType(_carried())
"""Each cell of F2019 that has a counterpart, with the cell of F2021 that means the same."""

LEFT: Mapping[CellId, str] = MappingProxyType(
    {
        cell.id: _WHY_ROW.get(cell.row.id) or _WHY_COLUMN[cell.column.id]
        for cell in F2019.cells.values()
        if cell.id not in CARRIED
    }
)
"""Each cell of F2019 that has none, with the reason in the clerk's words."""
