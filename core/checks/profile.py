"""Family Y, second part: what is written against what the same unit wrote last year (domain.md D.4 and issue 4).

A unit's numbers keep their proportions from year to year. What breaks them so that a slip of the hand would explain it
is hinted at: rows or blocks exchanged, ten times as much, nothing where there was much.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import combinations, pairwise
from math import log, sqrt

from core.cells import CellId, CellKind
from core.checks.across_years import year_before
from core.checks.register import Judgement, check
from core.finding import Finding, Severity
from core.form.layout import Cell, Form, Table
from core.report import Report

LEAST = 10
"""Smaller numbers go up and down by themselves."""

_OFF, _NEAR, _BETTER = log(1.8), log(2.2), 1.2  # logarithms of proportions
_SURPRISE = 30.0  # what chance alone hardly ever gives (squares of differences in standard deviations)
_LEAP = 5
_TEN = (Decimal(8), Decimal("12.5"))
_DECISIONS = ("licensing", "penalties", "coercion")
Cells = tuple[CellId, CellId]


@check("Y04", Severity.HINT, "与去年相差五倍以上的数字，请确认")
def numbers_do_not_leap(report: Report) -> Judgement:
    """QR-007 of the peer (domain.md Y04): more than five times last year's number, or less than a fifth."""
    last = year_before(report)
    if last is None or last.form is not report.form:
        return
    now = report.entries_as_printed
    leaps = [
        (cell, value, before)
        for cell, before, low, high in last.derived(_limits)
        if (value := now[cell].value) and value > 0 and (value > high or value < low) and abs(value - before) >= LEAST
    ]
    told = {cell for finding in report.derived(_slipped) for cell in finding.cells} if leaps else set()
    for cell, value, before in leaps:
        if cell not in told:
            times = (value / before).quantize(Decimal("0.01")).normalize()
            name = report.form.cells[cell].name
            words = f"“{name}”由去年 {before:f} 变为今年 {value:f}（{times:f} 倍），变化很大，请确认。"
            yield Finding("Y04", Severity.HINT, words, (cell,))


@check("Y11", Severity.HINT, "对照去年，看两行数字是不是互相填错了位置")
def rows_are_not_exchanged(report: Report) -> Judgement:
    """Common sense (beyond domain.md D.4): two rows that would fit last year's if they changed places."""
    yield from (finding for finding in report.derived(_slipped) if finding.code == "Y11")


@check("Y12", Severity.HINT, "对照去年，看表四两组数字是不是互相填错了位置")
def blocks_are_not_exchanged(report: Report) -> Judgement:
    """Common sense (beyond domain.md D.4): two blocks of table 4 that would fit last year's if they changed places."""
    yield from (finding for finding in report.derived(_slipped) if finding.code == "Y12")


@check("Y13", Severity.HINT, "对照去年，看数字是不是多写或少写了一个 0")
def numbers_are_not_ten_times_off(report: Report) -> Judgement:
    """Common sense (beyond domain.md D.4): ten times last year's number, or a tenth of it."""
    yield from (finding for finding in report.derived(_slipped) if finding.code == "Y13")


@check("Y14", Severity.WARNING, "去年有数字的表，今年不应全是 0")
def tables_do_not_become_empty(report: Report) -> Judgement:
    """Common sense (beyond domain.md D.4): nothing but 0 in a table that held numbers last year."""
    last = year_before(report)
    if last is None or last.form is not report.form:
        return
    for table, largest, before in last.derived(_largest):
        if all(report.value(cell.id) == 0 for cell in table.cells if not cell.computed):
            words = (
                f"【{table.name}】今年全部是 0，去年“{report.form.cells[largest].name}”有 {before:f}，"
                "请确认不是漏填；确实没有发生的，说明一下。"
            )
            severity = Severity.WARNING if before >= LEAST else Severity.HINT
            yield Finding("Y14", severity, words, (largest,), section=table.section)


# ---------------------------------------------------------------- slips that last year tells


def _slipped(report: Report) -> tuple[Finding, ...]:
    last = year_before(report)
    if last is None or last.form is not report.form:
        return ()
    return (*_exchanged(report, last), *_ten_times(report, last))


def _exchanged(report: Report, last: Report) -> Iterator[Finding]:
    now = report.entries_as_printed
    for pair, (before_a, before_b) in last.derived(_unlike):
        a, b = now[pair.one].value, now[pair.other].value
        if a is None or b is None or a == b or (a > b) == (before_a > before_b):
            continue  # in the same order the numbers can fit no better by changing places
        if _changed_places((float(a), float(b)), (float(before_a), float(before_b))):
            first, second = (_name(report, cell, pair.what) for cell in (pair.one, pair.other))
            words = (
                f"“{first}”今年 {a:f}、去年 {before_a:f}，“{second}”今年 {b:f}、去年 {before_b:f}："
                f"像是两{pair.what}填反了，请对照台账核对。"
            )
            yield Finding(pair.code, Severity.HINT, words, (pair.one, pair.other))


def _changed_places(now: tuple[float, float], before: tuple[float, float]) -> bool:
    """Whether two numbers fit last year's far better when they change places, and badly as they stand."""
    if max(now) < LEAST or max(before) < LEAST or min(*now, *before) < 0:
        return False
    stand = [abs(log((n + 1) / (p + 1))) for n, p in zip(now, before, strict=True)]
    if min(stand) < _OFF:
        return False
    turned = [abs(log((n + 1) / (p + 1))) for n, p in zip(now, before[::-1], strict=True)]
    if max(turned) > _NEAR or sum(stand) - sum(turned) < _BETTER:
        return False
    return _surprise(now, before) - _surprise(now, before[::-1]) > _SURPRISE


def _surprise(now: tuple[float, ...], before: tuple[float, ...]) -> float:
    return sum(4 * (sqrt(n) - sqrt(p)) ** 2 for n, p in zip(now, before, strict=True))


def _ten_times(report: Report, last: Report) -> Iterator[Finding]:
    """Only where no sum would tell: table 2 and the outcomes of table 4."""
    for cell_id, before, _, _ in last.derived(_limits_without_sums):
        now = report.value(cell_id)
        if not now or min(now, before) < LEAST:
            continue
        up = now >= before
        if _TEN[0] <= (now / before if up else before / now) <= _TEN[1]:
            cell = report.form.cells[cell_id]
            fits = _shifted(now, -1 if up else 1, cell.kind)
            what, how = ("十倍", "多写了一个 0") if up else ("十分之一", "少写了一个 0")
            words = f"“{cell.name}”今年 {now:f}，约为去年 {before:f} 的{what}，是否{how}（或小数点错位）？请核对。"
            yield Finding("Y13", Severity.HINT, words, (cell.id,), suspect=cell.id, remedy=fits)


def _shifted(value: Decimal, by: int, kind: CellKind) -> str | None:
    """Return the number with its point moved, where it is then still one that the cell takes."""
    moved = value.scaleb(by)
    if kind is CellKind.COUNT and moved % 1:
        return None
    return f"{moved.normalize():f}"


# ---------------------------------------------------------------- last year, asked once

Limits = tuple[tuple[CellId, Decimal, Decimal, Decimal], ...]


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two rows, columns or blocks that a hand may exchange, by the cells that stand for them."""

    code: str
    one: CellId
    other: CellId
    what: str


def _limits(last: Report) -> Limits:
    """The cells that are compared with last year's, its number, and what is far below and far above it."""
    return _limits_of(last, lambda cell: cell.table == "t2" or cell.column.id == "total")


def _limits_without_sums(last: Report) -> Limits:
    return _limits_of(last, lambda cell: cell.table in {"t2", "t4"} and not cell.computed)


def _limits_of(last: Report, wanted: Callable[[Cell], bool]) -> Limits:
    found = []
    for cell in last.form.cells.values():
        before = last.entries_as_printed[cell.id].value
        if before and before > 0 and cell.kind in {CellKind.COUNT, CellKind.MONEY_WAN} and wanted(cell):
            found.append((cell.id, before, before / _LEAP, before * _LEAP))
    return tuple(found)


def _unlike(last: Report) -> tuple[tuple[_Pair, tuple[Decimal, Decimal]], ...]:
    """The pairs whose numbers were so far apart that changing places would show."""
    found = []
    for pair in _pairs(last.form):
        a, b = last.entries_as_printed[pair.one].value, last.entries_as_printed[pair.other].value
        if a is not None and b is not None and min(a, b) >= 0 and 2 * abs(log((a + 1) / (b + 1))) >= _BETTER:
            found.append((pair, (a, b)))
    return tuple(found)


def _largest(last: Report) -> tuple[tuple[Table, CellId, Decimal], ...]:
    """The tables that held numbers, with the largest of each."""
    found = []
    for table in last.form.tables:
        held = [(value, cell.id) for cell in table.cells if not cell.computed and (value := last.value(cell.id))]
        if held and max(held)[0] > 0:
            before = max(held)[0]
            found.append((table, next(cell for value, cell in held if value == before), before))
    return tuple(found)


def _name(report: Report, cell: CellId, what: str) -> str:
    described = report.form.cells[cell]
    return described.column.label if what == "列" else described.row.name


@lru_cache
def _pairs(form: Form) -> tuple[_Pair, ...]:
    return (
        *(_Pair("Y11", *pair, "行") for pair in _row_pairs(form)),
        *(_Pair("Y11", *pair, "列") for pair in _column_pairs(form)),
        *(_Pair("Y12", *pair, "组") for pair in _block_pairs(form)),
    )


def _row_pairs(form: Form) -> Iterator[Cells]:
    rows = form.table("t3").rows[2:-2]
    pairs = {*pairwise(rows), *(pair for pair in combinations(rows, 2) if pair[0].group == pair[1].group != "")}
    for one, other in sorted(pairs, key=lambda pair: (rows.index(pair[0]), rows.index(pair[1]))):
        yield CellId(f"t3.{one.id}.total"), CellId(f"t3.{other.id}.total")
    decided = [CellId(f"t2.{row}.decisions") for row in _DECISIONS if CellId(f"t2.{row}.decisions") in form.cells]
    yield from combinations(decided, 2)


def _column_pairs(form: Form) -> Iterator[Cells]:
    """Yield neighbours, and 自然人 with each other column: nearly all requests stand there."""
    cells = [CellId(f"t3.new_requests.{column.id}") for column in form.table("t3").columns[:-1]]
    yield from pairwise(cells)
    yield from ((cells[0], other) for other in cells[2:])


def _block_pairs(form: Form) -> Iterator[Cells]:
    yield from combinations((CellId(f"t4.{row.id}.total") for row in form.table("t4").rows), 2)
