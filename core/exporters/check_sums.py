"""The sums of a report as the 校核单 tells them: both sides with their terms, how far apart, and the outcome."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import groupby

from core.balance import Balance, balance
from core.cells import CellId
from core.checks.register import Verdict
from core.form.layout import Equation
from core.report import Report

HOLDS, FAILS, EXPLAINED, UNKNOWN = "平", "不平", "不平，已说明", "无法判断"

_EQUATIONS = {
    "A01": "表三各行：六类申请人相加 = 总计",
    "A02": "表三各列：（一）至（六）各项相加 = （七）总计",
    "A03": "表三各列：本年新收 + 上年结转 = 办理结果总计 + 结转下年度",
    "A04": "表四各类：维持 + 纠正 + 其他 + 尚未审结 = 总计",
}
_CARRIED_RULES = ("Y01", "Y03")
_FORWARD = "与上年对照，表三各列：上年年报的结转下年度 = 本年的上年结转"
_MOST_TERMS = 7  # written one by one; of more only the sum


@dataclass(frozen=True, slots=True)
class Reckoned:
    """Both sides of a sum, how far they are apart, and 平, 不平, 不平，已说明 or 无法判断."""

    subject: str
    left: str
    right: str
    apart: str
    outcome: str


def reckoned(report: Report, verdict: Verdict) -> tuple[tuple[str, tuple[Reckoned, ...]], ...]:
    """Return every sum of a report that was judged, by what they have in common."""
    explained = _explained(report, verdict)
    judged = sorted(report.form.equations, key=lambda equation: (equation.code != "A03", equation.code))
    groups = [
        (_EQUATIONS[code], tuple(_reckoned(report, equation, explained) for equation in equations))
        for code, equations in groupby(judged, key=lambda equation: equation.code)
    ]
    carried = _carried(report, explained)
    return (*groups[:1], *([(_FORWARD, carried)] if carried else []), *groups[1:])


def _explained(report: Report, verdict: Verdict) -> frozenset[tuple[str, CellId]]:
    """Which cells a reason was given for, by the rule that found them."""
    answered = (finding for finding in verdict.findings if finding.occasion in report.reasons)
    return frozenset((finding.code, cell) for finding in answered for cell in finding.cells)


def _reckoned(report: Report, equation: Equation, explained: AbstractSet[tuple[str, CellId]]) -> Reckoned:
    both = balance(report, equation, printed=True)
    has_reason = all((equation.code, cell) in explained for cell in equation.cells)
    left, right = (_side(report, cells) for cells in (equation.left, equation.right))
    return Reckoned(equation.subject, left, right, *_outcome(both, has_reason=has_reason))


def _carried(report: Report, explained: AbstractSet[tuple[str, CellId]]) -> tuple[Reckoned, ...]:
    """Compare what last year carried forward with what this year says it took over, column by column."""
    last = report.last_year
    if last is None or last.form is not report.form:
        return ()
    return tuple(
        Reckoned(
            cell.column.label,
            _side(last, (before,)),
            _side(report, (cell.id,)),
            *_outcome(
                Balance(last.as_printed(before).value, report.as_printed(cell.id).value),
                has_reason=any((code, cell.id) in explained for code in _CARRIED_RULES),
            ),
        )
        for cell in report.form.table("t3").cells
        if cell.row.id == "carried_in" and (before := CellId(f"t3.carried_forward.{cell.column.id}"))
    )


def _side(report: Report, cells: Sequence[CellId]) -> str:
    """Write one side of a sum with its terms, or say how many of them are no numbers."""
    values = [report.as_printed(cell).value for cell in cells]
    known = [value for value in values if value is not None]
    if len(known) < len(values):
        return f"有 {len(values) - len(known)} 格没有数"
    if len(known) == 1:
        return f"{known[0]:f}"
    terms = " + ".join(f"{value:f}" for value in known) if len(known) <= _MOST_TERMS else f"{len(known)} 项相加"
    return f"{terms} = {sum(known):f}"


def _outcome(both: Balance, *, has_reason: bool) -> tuple[str, str]:
    if both.difference is None:
        return "", UNKNOWN
    if not both.difference:
        return "0", HOLDS
    return f"{abs(both.difference):f}", EXPLAINED if has_reason else FAILS
