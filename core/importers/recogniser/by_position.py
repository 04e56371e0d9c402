"""Rows of table 3 whose labels are missing: named by their place, if no row at all is missing (domain.md E.2)."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.form.layout import Form
from core.importers.recogniser.readings import Reading

REASON = "没有行的名称，按顺序识别，请核对"


@dataclass(frozen=True, slots=True)
class Place:
    """The values of one printed row in the order of the columns, and the row that its label names, if it has one."""

    row: str
    values: tuple[str, ...]
    line: int


def by_position(places: Sequence[Place], order: Sequence[str], form: Form) -> list[Reading]:
    """Return readings for the rows without labels, each with a doubt; none unless every row of the form is there.

    The rows must be as many as the form has, the first and the last be labelled, and all labels stand in their places.
    """
    rows = [row.id for row in form.table("t3").rows]
    if len(places) != len(rows) or not (places[0].row and places[-1].row):
        return []
    if any(place.row not in {"", row} for place, row in zip(places, rows, strict=True)):
        return []
    return [
        Reading(dict(zip(order, place.values, strict=True))).doubted(REASON).named("t3", row, place.line)
        for place, row in zip(places, rows, strict=True)
        if not place.row
    ]
