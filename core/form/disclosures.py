"""Table 2, 主动公开政府信息情况: blocks one below the other, each with a caption, heads and rows of its own."""

from collections.abc import Iterator, Mapping, Sequence

from core.cells import CellId, CellKind
from core.form.layout import Cell, Column, Label, Role, Row, Slot, Span, Table

Block = tuple[str, tuple[Column, ...], tuple[Row, ...]]
"""A caption ("第二十条第（一）项"), at most three columns, and the rows."""

_WIDTH = 4
_HEAD = "信息内容"


def table_2(table: str, blocks: Sequence[Block], kinds: Mapping[Column, CellKind]) -> Table:
    """Return table 2 of a form; `kinds` names the columns that hold no count."""
    labels: list[Label] = []
    slots: list[Slot] = []
    cells: list[Cell] = []
    line = 0
    for caption, columns, rows in blocks:
        labels += _heads(line, caption, columns)
        line += 2
        for row in rows:
            labels.append(Label(Span(line, 0), row.label, Role.ROW))
            for column, span in _spread(line, columns):
                kind = kinds.get(column, CellKind.COUNT)
                cells.append(Cell(CellId(f"{table}.{row.id}.{column.id}"), table, row, column, kind))
                slots.append(Slot(span, cells[-1].id))
            line += 1
    return Table(table, "s2", "表二", tuple(cells), tuple(labels), tuple(slots), (1,) * _WIDTH, head_rows=0)


def _heads(line: int, caption: str, columns: Sequence[Column]) -> Iterator[Label]:
    yield Label(Span(line, 0, 1, _WIDTH), caption, Role.CAPTION)
    yield Label(Span(line + 1, 0), _HEAD, Role.HEAD)
    for column, span in _spread(line + 1, columns):
        yield Label(span, column.label, Role.HEAD)


def _spread(line: int, columns: Sequence[Column]) -> Iterator[tuple[Column, Span]]:
    """Yield the columns with their places in a line; the last one takes what is left of the width."""
    for place, column in enumerate(columns, start=1):
        yield column, Span(line, place, 1, _WIDTH - place if place == len(columns) else 1)
