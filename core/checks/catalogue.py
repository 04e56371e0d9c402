"""All rules, and the one function that runs them."""

from collections.abc import Mapping
from dataclasses import replace
from types import ModuleType

from core.cells import CellId
from core.checks import (
    across_tables,
    across_years,
    arithmetic,
    dates,
    entries,
    listed,
    marks,
    naming,
    narrative,
    narrative_rates,
    narrative_shares,
    narrative_sums,
    numbering,
    profile,
    publication,
    referring,
    repetition,
    strangers,
    structure,
    suspects,
    wording,
    years,
)
from core.checks.register import Rule, Verdict
from core.finding import Finding, Severity, Undecided
from core.report import Report

FAMILIES: tuple[ModuleType, ...] = (
    entries,
    arithmetic,
    suspects,
    across_years,
    across_tables,
    profile,
    repetition,
    narrative,
    narrative_rates,
    narrative_shares,
    narrative_sums,
    structure,
    naming,
    strangers,
    dates,
    years,
    wording,
    listed,
    marks,
    numbering,
    referring,
    publication,
)
"""One module a family; every `Rule` at its top level is run."""

RULES: tuple[Rule, ...] = tuple(
    sorted(
        (rule for family in FAMILIES for rule in vars(family).values() if isinstance(rule, Rule)),
        key=lambda rule: rule.code,
    )
)

_NOT_YET = frozenset({"C01", "S09", "S13", "S14", "S15", "S33"})
"""Rules about what is not written: no more than hints while somebody still writes."""

_WEIGHT = {severity: weight for weight, severity in enumerate(Severity)}


def run(report: Report, *, typing: bool = False) -> Verdict:
    """Judge a report by every rule: findings heaviest first, then in the order of the form.

    While the clerk is still `typing`, what is empty is no error yet (domain.md C01), and neither is what stands in a
    sentence of last year's that is still 待更新: it is marked, and nothing becomes final before it was touched. The
    rules that the unit switched off do not judge.
    """
    findings: list[Finding] = []
    undecided: list[Undecided] = []
    for rule in RULES:
        if rule.code in report.switched_off:
            continue
        for said in rule.judge(report):
            if isinstance(said, Finding):
                is_early = typing and (said.code in _NOT_YET or _is_of_last_year(report, said))
                findings.append(replace(said, severity=Severity.HINT) if is_early else said)
            else:
                undecided.append(said)
    place = report.form.places
    findings.sort(key=lambda finding: (_WEIGHT[finding.severity], _first(finding.cells, place), finding.code))
    return Verdict(tuple(suspects.point_out(report, findings)), tuple(undecided))


def _is_of_last_year(report: Report, finding: Finding) -> bool:
    """Whether a finding speaks of words that are still 待更新; one of a whole text, while anything in it is."""
    if finding.section is None or finding.section not in report.stale:
        return False
    start = finding.start
    if start is None:
        return True
    return any(each.start <= start < each.start + each.length for each in report.stale_sentences(finding.section))


def _first(cells: tuple[CellId, ...], place: Mapping[CellId, int]) -> int:
    return min((place[cell] for cell in cells), default=len(place))
