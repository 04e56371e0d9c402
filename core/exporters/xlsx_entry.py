"""What a spreadsheet says to who types into a cell of the form: what is asked for, and what last year's report tells.

It warns and lets pass: "不适用" is an entry too.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from core.cells import CellId, CellKind
from core.checks.across_years import year_before
from core.exporters.xlsx_book import Sheet, done
from core.exporters.xlsx_formulas import areas
from core.form import F2021
from core.form.layout import Cell, Table
from core.report import Report

_KINDS = {
    CellKind.COUNT: ("whole", "请填不小于 0 的整数"),
    CellKind.MONEY_WAN: ("decimal", "请填不小于 0 的数，单位是万元"),
    CellKind.MONEY: ("decimal", "请填不小于 0 的数"),
}
_ALL_THE_SAME = "；没有发生填 0，确实不适用的可以照填。"
_TITLE = "与上年比较"


@dataclass(frozen=True, slots=True)
class Expected:
    """The number that last year's report lets expect in a cell: `start`, and what this year brought and took."""

    cell: CellId
    start: Decimal
    words: str
    plus: tuple[CellId, ...] = ()
    minus: tuple[CellId, ...] = ()


@dataclass(frozen=True, slots=True)
class Validation:
    """What may be typed into the cells of an area: numbers of 0 or more, `takes` "whole" or "decimal".

    `error` is the warning about anything else, title and prompt (Excel: 32 and 255 signs) come up beside the cell.
    """

    area: str
    takes: str
    error: str
    title: str = ""
    prompt: str = ""


def ask(sheet: Sheet, validations: Iterable[Validation]) -> None:
    """Put into a sheet what is said to who types there."""
    for each in validations:
        told = {"validate": each.takes, "criteria": ">=", "value": 0, "error_type": "warning"}
        told |= {"error_title": "请核对", "error_message": each.error}
        told |= {"input_title": each.title, "input_message": each.prompt} if each.prompt else {}
        done(sheet.data_validation(0, 0, 0, 0, {**told, "multi_range": each.area}))  # which stands for the zeros


def expected(report: Report, table: Table) -> tuple[Expected, ...]:
    """Return what is known from last year's report about the typed cells of a table (rules Y02 and Y03)."""
    last = year_before(report)
    return tuple(_expected(report, last, table)) if last is not None else ()


def _expected(report: Report, last: Report, table: Table) -> Iterator[Expected]:
    for cell in table.cells:
        if cell.computed:
            continue
        if table.id == "t3" and cell.row.id == "carried_in":
            before = last.as_printed(CellId(f"t3.carried_forward.{cell.column.id}")).value
            if before is not None:
                yield Expected(cell.id, before, f"上年结转下年度 {before:f} 件，本年上年结转应与它相等。")
        if cell.column.id == "in_force" and report.form is last.form is F2021:
            before = last.value(cell.id)
            issued, repealed = (CellId(f"t2.{cell.row.id}.{column}") for column in ("issued", "repealed"))
            if before is not None:
                words = f"上年现行有效 {before:f} 件，加本年制发、减本年废止，应等于本年现行有效。"
                yield Expected(cell.id, before, words, (issued,), (repealed,))


def validations(table: Table, known: Sequence[Expected]) -> tuple[Validation, ...]:
    """Return what is said at the typed cells of a table."""
    told = {each.cell: each.words for each in known}
    typed = [cell for cell in table.cells if not cell.computed]
    plain = [
        _validation(table, some, kind)
        for kind in _KINDS
        if (some := [cell for cell in typed if cell.kind is kind and cell.id not in told])
    ]
    return (*plain, *(_validation(table, [cell], cell.kind, told[cell.id]) for cell in typed if cell.id in told))


def _validation(table: Table, cells: Sequence[Cell], kind: CellKind, prompt: str = "") -> Validation:
    takes, error = _KINDS[kind]
    area = areas(table, [cell.id for cell in cells])
    return Validation(area, takes, f"{error}{_ALL_THE_SAME}", _TITLE if prompt else "", prompt)
