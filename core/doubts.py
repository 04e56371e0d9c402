"""What a clerk answers to the doubts of a reading, before anything of the report enters."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Protocol, TypeVar

from core import edits
from core.cells import CellId, State, parse
from core.checks import catalogue
from core.finding import Finding, Severity
from core.form.layout import TEXTS
from core.report import Report


class Doubt(Protocol):
    """A place of a reading ("t3.granted.natural", "s5"), the words of the file, and why they are unsure, in Chinese."""

    @property
    def where(self) -> str: ...
    @property
    def raw(self) -> str: ...
    @property
    def reason(self) -> str: ...


MANY, FEWEST_OF_ROW = 30, 4
"""A list of doubts from that length on puts every two of a row together, a shorter one only so many."""

D = TypeVar("D", bound=Doubt)


def answered(report: Report, answers: Mapping[str, str]) -> Report:
    """Put the clerk's words where the reading was unsure, by the doubt's `where`; other places stay as they were read.

    A typed cell takes the words. A printed total that is emptied gives way to the sum; other words for it are kept as
    what the paper prints.
    """
    placed = ((cell_at(report, where), raw) for where, raw in answers.items())
    cells = {cell: raw for cell, raw in placed if cell is not None}
    settled = edits.set_cells(report, cells)
    totals = {cell: raw for cell, raw in cells.items() if report.form.cells[cell].computed}
    return _with_printed(settled, totals)


def cell_at(report: Report, where: str) -> CellId | None:
    """Return the cell a place stands for: itself, or the one cell of a row; None where it is none or several."""
    if where in report.form.cells:
        return CellId(where)
    inside = [cell for cell in report.form.cells if cell.startswith(f"{where}.")] if "." in where else []
    return inside[0] if len(inside) == 1 else None


def cells_of(report: Report, where: str) -> tuple[CellId, ...]:
    """Return the cells a place stands for: a cell itself, all cells of a row; none of a table, a text or the head."""
    if where in report.form.cells:
        return (CellId(where),)
    return tuple(cell for cell in report.form.cells if cell.startswith(f"{where}.")) if "." in where else ()


def row_of(report: Report, where: str) -> str:
    """Return the row ("t3.granted") that a cell or a row stands in; nothing for other places."""
    cells = cells_of(report, where)
    return f"{report.form.cells[cells[0]].table}.{report.form.cells[cells[0]].row.id}" if cells else ""


def settled_as(report: Report, cells: Sequence[CellId], raw: str) -> Report:
    """Put the same words into cells that a doubt was about; among several, printed totals give way to the sum."""
    several = len(cells) > 1
    return answered(report, {cell: "" if several and report.form.cells[cell].computed else raw for cell in cells})


def in_groups(report: Report, doubts: Sequence[D]) -> tuple[tuple[D, ...], ...]:
    """Return doubts in their order, those together that one answer can settle.

    That are the many about one row, and the many rows of one table of which the file holds nothing.
    """
    rows = [row_of(report, doubt.where) for doubt in doubts]
    tables = [
        row.split(".")[0] if row and row == doubt.where and not doubt.raw.strip() else ""
        for row, doubt in zip(rows, doubts, strict=True)
    ]
    fewest = 2 if len(doubts) >= MANY else FEWEST_OF_ROW
    groups: dict[object, list[D]] = {}
    for number, (row, table, doubt) in enumerate(zip(rows, tables, doubts, strict=True)):
        of_row, of_table = row and rows.count(row) >= fewest, table and tables.count(table) >= FEWEST_OF_ROW
        groups.setdefault(row if of_row else table if of_table else number, []).append(doubt)
    return tuple(tuple(group) for group in groups.values())


def own_errors(report: Report) -> tuple[Finding, ...]:
    """Return the sums of a report that was read which do not come out, so that they are not taken for our errors."""
    found = catalogue.run(report).findings
    return tuple(one for one in found if one.code.startswith("A") and one.severity is Severity.ERROR)


def not_carried(last: Report) -> int:
    """Count the columns of 结转下年度 that hold no number and so cannot become 上年结转."""
    forward = [cell for cell in last.form.cells.values() if cell.row.id == "carried_forward" and not cell.computed]
    return sum(last.value(cell.id) is None for cell in forward)


def reminder(last: Report, left: int, *, is_draft: bool) -> str:
    """Return what to say of `left` doubts nobody looked at and of 上年结转 a draft lacks; nothing if all is well."""
    lacking = not_carried(last) if is_draft else 0
    columns = sum(column.id != "total" for column in last.form.table("t3").columns)
    said = [f"有 {left} 处拿不准没有核对"] if left else []
    if lacking:
        which = "上年结转" if lacking == columns else f"上年结转有 {lacking} 列"
        said.append(f"{'其中' if left else ''}{which}没有带过来")
    where = "请在第 4 步核对" if lacking else "请对照原文核对"
    return f"{'，'.join([*said, where])}。" if said else ""


def place_name(report: Report, where: str) -> str:
    """Return what a place of a doubt is called: a cell, a text, or the place as it stands."""
    if where in report.form.cells:
        cell = report.form.cells[CellId(where)]
        table = report.form.table(cell.table)
        return f"{table.name} {cell.row.address} · {cell.column.label}"
    if where in _HEAD:
        return _HEAD[where]
    if where in TEXTS:
        return report.form.section(where).heading
    return _line_name(report, *where.partition(".")[::2]) or where


def _line_name(report: Report, table_id: str, line_id: str) -> str:
    """Name a table, or one row or column of it; nothing where there is none of that name."""
    table = next((table for table in report.form.tables if table.id == table_id), None)
    if table is None:
        return ""
    rows = [row.address for row in table.rows if row.id == line_id]
    columns = [column.label for column in table.columns if column.id == line_id]
    return " ".join((table.name, *rows, *columns))


def as_read(report: Report, where: str) -> str | None:
    """Return the words that the reading put into the cell of a place, None where the place is no cell."""
    cell = cell_at(report, where)
    return None if cell is None else report.as_printed(cell).raw


def found_words(report: Report) -> tuple[str, ...]:
    """Tell what a reading found: cells by table, and the texts."""
    tables = [
        f"{table.name} {sum(report.as_printed(cell.id).state is not State.EMPTY for cell in table.cells)}"
        f"/{len(table.cells)} 格"
        for table in report.form.tables
    ]
    names = [_HEAD.get(key) or report.form.section(key).heading.split("、")[0] for key in TEXTS if report.text(key)]
    return (*tables, f"文字：{'、'.join(names)}" if names else "没有找到文字")


_HEAD = {"preamble": "前言", "signature": "落款", "unit": "单位名称", "year": "年度", "title": "标题"}


def _with_printed(report: Report, totals: Mapping[CellId, str]) -> Report:
    settled = edits.use_computed(report, [cell for cell, raw in totals.items() if not raw.strip()])
    fresh = {cell: parse(raw, report.form.cells[cell].kind) for cell, raw in totals.items() if raw.strip()}
    return replace(settled, printed={**settled.printed, **fresh}) if fresh else settled
