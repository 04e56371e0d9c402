"""Family C: what stands in a single cell (domain.md D.1).

Typed cells are judged as typed, totals as printed in an imported file.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from core.cells import CellId, CellKind, Entry, State
from core.checks.register import Judgement, check
from core.cover import likely_org_type
from core.finding import Finding, Severity
from core.form.layout import Cell, Table
from core.report import OrgType, Report

SMALL_UNITS = frozenset({OrgType.DEPARTMENT, OrgType.TOWNSHIP})
MOST_DECIMALS = 6
LARGE_FEE_WAN = Decimal(10_000)
FEE_LEAP = 1000
_WHOLE = frozenset({CellKind.COUNT, CellKind.CHANGE})


@check("C01", Severity.ERROR, "表格每一格都应填数字，没有发生的填 0")
def every_cell_is_filled(report: Report) -> Judgement:
    """国办公开办函〔2021〕30号: every cell holds a number; what did not happen is 0.

    No lawful report breaks this: the form has a number in every cell and 0 for what did not happen; the total of blanks
    is no number.
    """
    blank = [report.form.cells[cell] for cell in report.cells_by_state[State.EMPTY]]
    for table in report.form.tables:
        empty = [cell for cell in blank if cell.table == table.id and _is_due(report, cell)]
        if len(empty) > 1 and len(empty) == sum(_is_due(report, cell) for cell in table.cells):
            yield _empty_table(table, tuple(cell.id for cell in empty))
        else:
            yield from (_empty_cell(table, cell) for cell in empty)


@check("C02", Severity.WARNING, "格里应是数字，不写“/”“-”“无”")
def no_marks_instead_of_numbers(report: Report) -> Judgement:
    """国办公开办函〔2021〕30号: the tables take numbers, not “/” or “无”."""
    for cell, entry in _standing(report, State.NOT_APPLICABLE):
        words = f"“{cell.name}”写的是“{entry.raw.strip()}”。表格应填数字，没有发生请填 0。"
        yield Finding("C02", Severity.WARNING, words, (cell.id,), suspect=cell.id, remedy="0")


@check("C03", Severity.ERROR, "件数不应是负数")
def no_count_is_negative(report: Report) -> Judgement:
    """Count of acts: never below 0 (domain.md D.1).

    No lawful report breaks this: acts, requests and cases are counted; corrections of other years belong to those
    years' reports.
    """
    for cell, _, value in report.written_numbers:
        if value < 0 and (described := report.form.cells[cell]).kind is CellKind.COUNT:
            words = f"“{described.name}”为负数 {value:f}，件数不能小于 0。"
            yield replace(
                _error("C03", described, words), remedy=f"{-value:f}"
            )  # a slip is likelier than another number


@check("C04", Severity.ERROR, "件数应是整数")
def counts_are_whole(report: Report) -> Judgement:
    """Count of acts: a whole number (domain.md D.1).

    No lawful report breaks this: there is no part of an act, a request or a case.
    """
    for cell, _, value in report.written_numbers:
        if value % 1 and (described := report.form.cells[cell]).kind in _WHOLE:
            yield _error("C04", described, f"“{described.name}”应为整数，现为 {value:f}。")


@check("C05", Severity.ERROR, "格里只写数字，不带文字和单位")
def words_are_no_numbers(report: Report) -> Judgement:
    """国办公开办函〔2021〕30号: the tables take plain numbers.

    No lawful report breaks this: words leave open what is reported; the form has its own place for words.
    """
    for cell, entry in _standing(report, State.TEXT):
        if cell.kind is not CellKind.MONEY_WAN:
            words = f"“{cell.name}”内容“{entry.raw.strip()}”不是数字，请改为纯数字（不带单位）。"
            yield _error("C05", cell, words)


@check("C06", Severity.ERROR, "行政事业性收费应是不小于 0 的金额，单位万元")
def the_fee_is_an_amount(report: Report) -> Judgement:
    """国办公开办函〔2021〕30号, table 2: 单位：万元.

    No lawful report breaks this: money that was taken is an amount of 0 or more; many decimals alone are a warning.
    """
    for cell in report.form.amounts:
        entry = report.entry(cell.id)
        if entry.state is State.TEXT or (entry.value is not None and entry.value < 0):
            words = f"“{cell.row.label}”应为非负金额，单位是万元，现为“{entry.raw.strip()}”。请改为纯数字。"
            yield _error("C06", cell, words)
        elif entry.value is not None and _decimals(entry.value) > MOST_DECIMALS:
            words = f"“{cell.row.label}”有 {_decimals(entry.value)} 位小数，单位是万元，请核对金额。"
            yield Finding("C06", Severity.WARNING, words, (cell.id,))


@check("C07", Severity.WARNING, "行政事业性收费以万元为单位，看是不是误按元填写")
def the_fee_is_in_wan(report: Report) -> Judgement:
    """国办公开办函〔2021〕30号, table 2: 单位：万元, often typed in 元."""
    for cell in report.form.amounts:
        value = report.value(cell.id)
        if value is None:
            continue
        before = report.last_year.value(cell.id) if report.last_year else None
        leaps = before is not None and before > 0 and value >= FEE_LEAP * before
        small = (report.org_type or likely_org_type(report.unit)) in SMALL_UNITS
        if leaps or (value >= LARGE_FEE_WAN and small):
            in_yi = f"{(value / 10_000).quantize(Decimal('0.0001')).normalize():f}"
            words = f"“{cell.row.label}”填了 {value:f} 万元（约 {in_yi} 亿元），是不是把“元”当成了“万元”？"
            yield Finding("C07", Severity.WARNING, words, (cell.id,), suspect=cell.id)


@check("C08", Severity.HINT, "带全角、逗号或空格的数字，请核对识别得对不对")
def tidied_numbers_are_looked_at(report: Report) -> Judgement:
    """Reading aid: what was written and what was made of it (domain.md E.1)."""
    for cell, entry, value in report.written_numbers:
        written_so = report.form.cells[cell].kind is CellKind.MONEY  # its unit belongs to it
        if entry.tidied and not written_so and not _leading_zeros(entry):
            words = f"“{report.form.cells[cell].name}”：已把“{entry.raw.strip()}”识别为 {value:f}，请核对。"
            yield Finding("C08", Severity.HINT, words, (cell,), suspect=cell, remedy=f"{value:f}")


@check("C09", Severity.HINT, "数字前面不应多写 0")
def numbers_begin_without_zeros(report: Report) -> Judgement:
    """Reading aid: leading zeros (domain.md D.1)."""
    for cell, entry, value in report.written_numbers:
        if entry.tidied and _leading_zeros(entry):
            words = f"“{report.form.cells[cell].name}”写成“{entry.raw.strip()}”，已按 {value:f} 处理。"
            yield Finding("C09", Severity.HINT, words, (cell,), suspect=cell, remedy=f"{value:f}")


def _empty_table(table: Table, cells: tuple[CellId, ...]) -> Finding:
    words = f"【{table.name}】还没有填写。没有发生的请填 0，不要留空。"
    return Finding("C01", Severity.ERROR, words, cells, section=table.section)


def _empty_cell(table: Table, cell: Cell) -> Finding:
    words = f"【{table.name}】“{cell.name}”没有填写。没有发生的请填 0，不要留空。"
    return Finding("C01", Severity.ERROR, words, (cell.id,))


def _error(code: str, cell: Cell, words: str) -> Finding:
    return Finding(code, Severity.ERROR, words, (cell.id,), suspect=cell.id)


def _is_due(report: Report, cell: Cell) -> bool:
    """A computed cell is empty only where an imported file prints it so."""
    return not cell.computed or cell.id in report.printed


def _standing(report: Report, state: State) -> Iterator[tuple[Cell, Entry]]:
    for cell in report.cells_by_state[state]:
        yield report.form.cells[cell], report.as_printed(cell)


def _decimals(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _leading_zeros(entry: Entry) -> bool:
    return re.match(r"-?0\d", unicodedata.normalize("NFKC", entry.raw).strip()) is not None
