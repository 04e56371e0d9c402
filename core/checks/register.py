"""How a rule is declared and how all of them are run.

A rule is a generator from a report to findings: it reads, yields and never raises for what a clerk wrote. Its code,
severity, words and source stand beside it. Nothing is registered anywhere else: `core.checks.catalogue` imports the
families and reads their rules.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from core.cells import CellId
from core.finding import Finding, Severity, Undecided
from core.report import Report

Judgement = Iterator[Finding | Undecided]


LAWFUL = "No lawful report breaks this: "
"""How the paragraph of a rule's docstring begins that says why what it finds is always wrong."""

FAMILIES = {
    "C": "填写",
    "A": "表内审核",
    "X": "表间审核",
    "Y": "上年对照",
    "N": "文字与表格",
    "S": "结构与文字",
    "P": "报送公布",
}
"""What the rules of a letter are called, in the order in which a clerk meets them."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule with what the catalogue tells about it.

    `words` tell the clerk in one line what is compared and what is expected; `severity` is the heaviest that it gives.
    `why` says of an error why no lawful report can break it.
    """

    code: str
    severity: Severity
    words: str
    source: str
    why: str
    judge: Callable[[Report], Judgement]

    @property
    def family(self) -> str:
        """The name of the rules of its kind."""
        return FAMILIES[self.code[0]]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What all rules said of a report: findings by weight and place, and what could not be judged."""

    findings: tuple[Finding, ...]
    undecided: tuple[Undecided, ...]

    def of_cell(self, cell: CellId) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if cell in finding.cells)


def check(code: str, severity: Severity, words: str) -> Callable[[Callable[[Report], Judgement]], Rule]:
    """Declare a generator as the rule `code`; the first line of its docstring is the source.

    Raises ValueError for a rule without words or source.
    """

    def declare(judge: Callable[[Report], Judgement]) -> Rule:
        paragraphs = [" ".join(lines.split()) for lines in (judge.__doc__ or "").split("\n\n")]
        source = paragraphs[0]
        why = next((said.removeprefix(LAWFUL) for said in paragraphs if said.startswith(LAWFUL)), "")
        if not words or not source:
            raise ValueError(f"rule {code} has no words or names no source")
        return Rule(code, severity, words, source, why, judge)

    return declare
