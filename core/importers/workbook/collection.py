"""Reads the sheet for collection of our own workbooks: one row for each cell of the form, named by its identifier.

Beside the printed tables it says nothing new and is left out; alone, as superiors pass it on, it is laid out again as
the tables that it was made from.
"""

from collections import Counter
from pathlib import Path

from core.cells import CellId
from core.errors import UserError
from core.form import FORMS
from core.form.layout import Form, Table
from core.form.own_sheets import COLLECTION, COLLECTION_HEAD

Rows = tuple[tuple[str | None, ...], ...]

_CELL, _VALUE, _UNIT, _YEAR = (COLLECTION_HEAD.index(head) for head in ("标识", "值", "单位名称", "年度"))
_TITLE = "政府信息公开工作年度报告"


def is_collection(rows: Rows) -> bool:
    """Whether a grid has the heads of the sheet."""
    return rows[0][: len(COLLECTION_HEAD)] == COLLECTION_HEAD


def laid_out(rows: Rows, path: Path) -> list[tuple[str, Rows]]:
    """Return title and tables as they are printed, each with a name; UserError for the rows of several reports.

    Rows of no form of ours are given back as they stand.
    """
    values = {CellId(row[_CELL] or ""): row[_VALUE] or "" for row in rows[1:]}
    form = next((form for form in FORMS.values() if values and values.keys() <= form.cells.keys()), None)
    if form is None:
        return [(COLLECTION, rows)]
    if len(values) < len(rows) - 1:
        raise _several(rows, path)
    unit, year = rows[1][_UNIT] or "", rows[1][_YEAR] or ""
    title = f"{year}年{_TITLE}" if year else _TITLE
    return [("封面", ((unit,), (title,))), *((table.name, _grid(form, table, values)) for table in form.tables)]


def _several(rows: Rows, path: Path) -> UserError:
    most = Counter(row[_CELL] for row in rows[1:]).most_common(1)[0][1]
    units = list(dict.fromkeys(row[_UNIT] or "" for row in rows[1:]))
    named = "、".join(units[:3])
    return UserError(
        f"“{path.name}”的“{COLLECTION}”里同一格出现了 {most} 次（{named}等），不是一个单位一年的数。",
        "请筛选出一个单位、一个年度的行，另存为一个文件再读。",
    )


def _grid(form: Form, table: Table, values: dict[CellId, str]) -> Rows:
    """Return a table with its labels and values, None where a span covers; below the heading of its section."""
    grid: list[list[str | None]] = [[""] * table.grid_columns for _ in range(table.grid_rows)]
    words = [(label.span, label.text) for label in table.labels]
    for span, text in (*words, *((slot.span, values.get(slot.cell, "")) for slot in table.slots)):
        for row in range(span.row, span.row + span.rows):
            grid[row][span.column : span.column + span.columns] = [None] * span.columns
        grid[span.row][span.column] = text
    heading = (form.section(table.section).heading, *[None] * (table.grid_columns - 1))
    return (heading, *map(tuple, grid))
