"""Table 4 in a grid: which of its fifteen cells each place belongs to, told by the heads above or beside it."""

from collections.abc import Sequence

from core.form import F2021
from core.importers.recogniser.grid_rows import at
from core.importers.recogniser.heads import T4_COLUMNS
from core.importers.recogniser.labels import ends_with_head, find_head
from core.importers.recogniser.lines import Line
from core.importers.recogniser.listed import T4_LABELS
from core.importers.recogniser.readings import is_value
from core.importers.recogniser.words import key

T4_GROUPS = tuple(row.id for row in F2021.table("t4").rows)
T4_CELLS = tuple((group, column) for group in T4_GROUPS for column in T4_COLUMNS)
_OVER_GROUPS = key("行政诉讼")
Cell = tuple[str, str]


def stacks(rows: Sequence[Line], width: int) -> list[str]:
    """Return for each grid column the heads that stand one above the other in it."""
    return ["".join(key(row.cells[place] or "") for row in rows) for place in range(width)]


def t4_places(rows: Sequence[Line], width: int) -> dict[Cell, int] | None:
    """Return the grid column of each value; None where the heads do not name all five cells of every group."""
    places: dict[Cell, int] = {}
    group = ""
    for place, words in enumerate(stacks(rows, width)):
        group = next((name for label, name in T4_LABELS.items() if label in words), group)
        column = ends_with_head(words, "t4")
        if column and group and (group, column) not in places:
            places[group, column] = place
    groups = {name for name, _ in places}
    whole = groups and all((name, column) in places for name in groups for column in T4_COLUMNS)
    return places if whole else None


def t4_cells(area: Sequence[Line]) -> tuple[Cell, ...]:
    """Return the cells that the heads of a table name left to right: those of one group, of two, or all."""
    groups = {T4_LABELS[key(word)] for line in area for word in line.words if key(word) in T4_LABELS}
    outcomes = outcomes_in(area)
    if groups and outcomes == len(groups) * len(T4_COLUMNS):
        return tuple(cell for cell in T4_CELLS if cell[0] in groups)
    return T4_CELLS


def outcomes_in(area: Sequence[Line]) -> int:
    """Return how many heads of outcomes stand above."""
    return sum(bool(find_head(text, "t4")) for line in area for text in line.words)


def t4_group(line: Line) -> tuple[str, int] | None:
    """Return the group that a row of values names before them, and the place of that label."""
    group = None
    for place, text in enumerate(line.cells):
        if not text or not text.strip():
            continue
        if is_value(text):
            break
        if key(text) not in T4_LABELS and (key(text) != _OVER_GROUPS or group):
            return None
        if key(text) in T4_LABELS:
            if group and group[0] != T4_LABELS[key(text)]:
                return None
            group = T4_LABELS[key(text)], place
    return group


def t4_by_heads(line: Line, area: list[Line]) -> dict[tuple[str, str], str] | None:
    """Return the values of table 4 under their heads; None where some stand beside them."""
    places = t4_places([head for head in area if len(head.cells) == len(line.cells)], len(line.cells))
    if places is None or any(
        is_value(text or "") and place not in places.values() for place, text in enumerate(line.cells)
    ):
        return None
    return {cell: at(line, place) for cell, place in places.items()}
