"""How a rule is declared and how all of them are run.

A rule is a generator from a report to findings: it reads, yields and never raises for what a clerk wrote. Its code,
severity and source stand beside it. Nothing is registered anywhere else: `core.checks.catalogue` imports the families
and reads their rules.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from core.cells import CellId
from core.finding import Finding, Severity, Undecided
from core.report import Report

Judgement = Iterator[Finding | Undecided]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule with what the catalogue tells about it."""

    code: str
    severity: Severity
    source: str
    judge: Callable[[Report], Judgement]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What all rules said of a report: findings by weight and place, and what could not be judged."""

    findings: tuple[Finding, ...]
    undecided: tuple[Undecided, ...]

    def of_cell(self, cell: CellId) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if cell in finding.cells)


def check(code: str, severity: Severity) -> Callable[[Callable[[Report], Judgement]], Rule]:
    """Declare a generator as the rule `code`; the first line of its docstring is the source."""

    def declare(judge: Callable[[Report], Judgement]) -> Rule:
        source = (judge.__doc__ or "").strip().splitlines()
        if not source:
            raise ValueError(f"rule {code} names no source")
        return Rule(code, severity, source[0], judge)

    return declare
