"""Family Y, second part: what is written against what the same unit wrote last year (domain.md D.4 and issue 4).

A unit's numbers keep their proportions from year to year. What breaks them so that a slip of the hand would explain it
is hinted at: rows or blocks exchanged, ten times as much, nothing where there was much.
"""

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from itertools import combinations, pairwise
from math import log, sqrt

from core.cells import CellId, CellKind
from core.checks.across_years import year_before
from core.checks.register import Judgement, check
from core.finding import Finding, Severity
from core.form.layout import Form
from core.report import Report

LEAST = 10
"""Smaller numbers go up and down by themselves."""

_OFF, _NEAR, _BETTER = log(1.8), log(2.2), 1.2  # logarithms of proportions
_SURPRISE = 30.0  # what chance alone hardly ever gives (squares of differences in standard deviations)
_LEAP = 5
_TEN = (Decimal(8), Decimal("12.5"))
_DECISIONS = ("licensing", "penalties", "coercion")
Pair = tuple[CellId, CellId]


@check("Y04", Severity.HINT)
def numbers_do_not_leap(report: Report) -> Judgement:
    """QR-007 of the peer (domain.md Y04): more than five times last year's number, or less than a fifth."""
    last = year_before(report)
    if last is None:
        return
    told = {cell for finding in report.derived(_slipped) for cell in finding.cells}
    for cell in _compared(report.form):
        now, before = _both(report, last, cell)
        if cell in told or not now or not before or min(now, before) < 0 or abs(now - before) < LEAST:
            continue
        if now > _LEAP * before or now * _LEAP < before:
            times = (now / before).quantize(Decimal("0.01")).normalize()
            name = report.form.cells[cell].name
            words = f"“{name}”由去年 {before:f} 变为今年 {now:f}（{times:f} 倍），变化很大，请确认。"
            yield Finding("Y04", Severity.HINT, words, (cell,))


@check("Y11", Severity.HINT)
def rows_are_not_exchanged(report: Report) -> Judgement:
    """Common sense (beyond domain.md D.4): two rows that would fit last year's if they changed places."""
    yield from (finding for finding in report.derived(_slipped) if finding.code == "Y11")


@check("Y12", Severity.HINT)
def blocks_are_not_exchanged(report: Report) -> Judgement:
    """Common sense (beyond domain.md D.4): two blocks of table 4 that would fit last year's if they changed places."""
    yield from (finding for finding in report.derived(_slipped) if finding.code == "Y12")


@check("Y13", Severity.HINT)
def numbers_are_not_ten_times_off(report: Report) -> Judgement:
    """Common sense (beyond domain.md D.4): ten times last year's number, or a tenth of it."""
    yield from (finding for finding in report.derived(_slipped) if finding.code == "Y13")


@check("Y14", Severity.WARNING)
def tables_do_not_become_empty(report: Report) -> Judgement:
    """Common sense (beyond domain.md D.4): nothing but 0 in a table that held numbers last year."""
    last = year_before(report)
    if last is None or last.form is not report.form:
        return
    for table in report.form.tables:
        typed = [cell.id for cell in table.cells if not cell.computed]
        before = max((last.value(cell) or Decimal() for cell in typed), default=Decimal())
        if before > 0 and all(report.value(cell) == 0 for cell in typed):
            largest = next(cell for cell in typed if last.value(cell) == before)
            words = (
                f"【{table.name}】今年全部是 0，去年“{report.form.cells[largest].name}”有 {before:f}，"
                "请确认不是漏填；确实没有发生的，说明一下。"
            )
            severity = Severity.WARNING if before >= LEAST else Severity.HINT
            yield Finding("Y14", severity, words, (largest,), section=table.section)


# ---------------------------------------------------------------- slips that last year tells


def _slipped(report: Report) -> tuple[Finding, ...]:
    last = year_before(report)
    if last is None:
        return ()
    return (*_exchanged(report, last), *_ten_times(report, last))


def _exchanged(report: Report, last: Report) -> Iterator[Finding]:
    for code, (one, other), what in _pairs(report.form):
        (a, before_a), (b, before_b) = _both(report, last, one), _both(report, last, other)
        if None in (a, b, before_a, before_b) or a == b:
            continue
        now, before = (float(a or 0), float(b or 0)), (float(before_a or 0), float(before_b or 0))
        if _changed_places(now, before):
            first, second = _name(report, one, what), _name(report, other, what)
            words = (
                f"“{first}”今年 {a:f}、去年 {before_a:f}，“{second}”今年 {b:f}、去年 {before_b:f}："
                f"像是两{what}填反了，请对照台账核对。"
            )
            yield Finding(code, Severity.HINT, words, (one, other))


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
    for cell in report.form.cells.values():
        if cell.computed or cell.table not in {"t2", "t4"}:
            continue
        now, before = _both(report, last, cell.id)
        if not now or not before or min(now, before) <= 0 or max(now, before) < 2 * LEAST:
            continue
        up = now >= before
        if _TEN[0] <= (now / before if up else before / now) <= _TEN[1]:
            fits = _shifted(now, 1 if not up else -1, cell.kind)
            what, how = ("十倍", "多写了一个 0") if up else ("十分之一", "少写了一个 0")
            words = f"“{cell.name}”今年 {now:f}，约为去年 {before:f} 的{what}，是否{how}（或小数点错位）？请核对。"
            yield Finding("Y13", Severity.HINT, words, (cell.id,), suspect=cell.id, remedy=fits)


def _shifted(value: Decimal, by: int, kind: CellKind) -> str | None:
    """Return the number with its point moved, where it is then still one that the cell takes."""
    moved = value.scaleb(by)
    if kind is CellKind.COUNT and moved % 1:
        return None
    return f"{moved.normalize():f}"


# ---------------------------------------------------------------- which cells


def _both(report: Report, last: Report, cell: CellId) -> tuple[Decimal | None, Decimal | None]:
    before = last.entries_as_printed.get(cell)
    return report.entries_as_printed[cell].value, before.value if before else None


def _name(report: Report, cell: CellId, what: str) -> str:
    described = report.form.cells[cell]
    return described.column.label if what == "列" else described.row.name


@lru_cache
def _compared(form: Form) -> tuple[CellId, ...]:
    """The cells that are compared with last year's: all of table 2, else the totals."""
    return tuple(
        cell.id
        for cell in form.cells.values()
        if cell.kind in {CellKind.COUNT, CellKind.MONEY_WAN} and (cell.table == "t2" or cell.column.id == "total")
    )


@lru_cache
def _pairs(form: Form) -> tuple[tuple[str, Pair, str], ...]:
    """The pairs of rows, columns and blocks that a hand may exchange, by the cell that stands for each."""
    return (
        *(("Y11", pair, "行") for pair in _row_pairs(form)),
        *(("Y11", pair, "列") for pair in _column_pairs(form)),
        *(("Y12", pair, "组") for pair in _block_pairs(form)),
    )


def _row_pairs(form: Form) -> Iterator[Pair]:
    rows = form.table("t3").rows[2:-2]
    pairs = {*pairwise(rows), *(pair for pair in combinations(rows, 2) if pair[0].group == pair[1].group != "")}
    for one, other in sorted(pairs, key=lambda pair: (rows.index(pair[0]), rows.index(pair[1]))):
        yield CellId(f"t3.{one.id}.total"), CellId(f"t3.{other.id}.total")
    decided = [CellId(f"t2.{row}.decisions") for row in _DECISIONS if CellId(f"t2.{row}.decisions") in form.cells]
    yield from combinations(decided, 2)


def _column_pairs(form: Form) -> Iterator[Pair]:
    yield from pairwise(CellId(f"t3.new_requests.{column.id}") for column in form.table("t3").columns[:-1])


def _block_pairs(form: Form) -> Iterator[Pair]:
    yield from combinations((CellId(f"t4.{row.id}.total") for row in form.table("t4").rows), 2)
