"""How far a whole report is: what is still open, what is missing, and whether it can be called final (全审)."""

from dataclasses import dataclass

from core import edits
from core.answers import Standing, is_answered, standing
from core.balance import Balance, balance
from core.cells import CellId
from core.checks import rulebook
from core.checks.register import Rule, Verdict
from core.finding import Finding, Severity
from core.form.layout import TEXTS, Equation, Form, Table
from core.report import Report
from core.steps import Step, step_of, steps

_TEXT_NAMES = {"preamble": "前言", "signature": "落款"}


@dataclass(frozen=True, slots=True)
class StepCount:
    """The findings of one step, by weight; those with a reason are counted apart.

    While a clerk is typing, an empty cell is no finding to count: `Summary.empty` tells those.
    """

    step: Step
    errors: int
    warnings: int
    hints: int
    explained: int


@dataclass(frozen=True, slots=True)
class Summary:
    """A report seen as a whole.

    `now` counts what is open over all steps, `columns` are the balances of the equations that no computed total makes
    true; `switched_off` are the rules that did not judge, because the unit does not want them.
    """

    now: Standing
    counts: tuple[StepCount, ...]
    empty: tuple[tuple[Table, tuple[CellId, ...]], ...]
    stale: tuple[str, ...]
    blank: tuple[str, ...]
    unnamed: bool
    columns: tuple[tuple[Equation, Balance], ...]
    switched_off: tuple[Rule, ...] = ()
    is_final: bool = False

    @property
    def is_ready(self) -> bool:
        """Whether the report can be called final. Warnings want a look but do not stand in the way."""
        return self.now.is_complete and not self.now.errors

    @property
    def standing(self) -> str:
        """The state in one word, as `standing_word` gives it."""
        return _word(self.now, is_final=self.is_final)

    @property
    def switched_off_words(self) -> str:
        """Name the rules that did not judge, for whoever is to sign; nothing where all of them did."""
        codes = "、".join(rule.code for rule in self.switched_off)
        return f"已停用 {len(self.switched_off)} 条规则：{codes}。校核单上会列出。" if codes else ""

    @property
    def sentence(self) -> str:
        """The verdict in one sentence, with how much of it rests on reasons that were given."""
        return f"{self._open}{self._kept}。"

    @property
    def _open(self) -> str:
        if self.is_final:
            return "已定稿"
        missing = "" if self.now.is_complete else "，还有内容没有填完"
        look = f"{self.now.warnings} 处要说明" if self.now.warnings else ""
        if self.now.errors:
            return f"还有 {self.now.errors} 处必须改{look and f'，另有 {look}'}{missing}"
        if look or missing:
            return f"没有必须改的错误{look and f'，还有 {look}'}{missing}"
        return "可以定稿"

    @property
    def _kept(self) -> str:
        """How many findings stand with a reason; whoever signs is told how heavy they are."""
        if not self.now.answered:
            return ""
        grave = f"，其中 {self.now.kept} 处原属“必须改”" if self.now.kept else ""
        return f"；{self.now.answered} 处已说明原因{grave}"


def summary(report: Report, verdict: Verdict) -> Summary:
    """Look at a report and its findings as a whole."""
    prose = edits.prose_keys(report)
    by_step: dict[str, list[Finding]] = {step.id: [] for step in steps(report.form)}
    for finding in verdict.findings:
        by_step[step_of(report.form, finding)].append(finding)
    return Summary(
        now=standing(report, verdict),
        counts=tuple(_count(report, step, by_step[step.id]) for step in steps(report.form)),
        empty=tuple((table, cells) for table in report.form.tables if (cells := edits.empty_cells(report, table.id))),
        stale=tuple(key for key in TEXTS if key in report.stale),
        blank=tuple(key for key in prose if not report.text(key).strip()),
        unnamed=not report.unit or report.year is None,
        columns=tuple(
            (equation, balance(report, equation, printed=True))
            for equation in report.form.equations
            if equation.code == "A03"
        ),
        switched_off=rulebook.switched_off(report),
        is_final=report.final is not None,
    )


def standing_word(report: Report, verdict: Verdict) -> str:
    """Return the state of a report in one word: what a `Summary` says, without the rest, which costs more."""
    return _word(standing(report, verdict), is_final=report.final is not None)


def _word(now: Standing, *, is_final: bool) -> str:
    """The state in one word: what still wants a reason is no longer a draft, but is not called final either."""
    if is_final:
        return "定稿"
    if now.errors or not now.is_complete:
        return "草稿"
    return "待说明" if now.warnings else "可以定稿"


def text_name(form: Form, key: str) -> str:
    """Return what a text is called: “前言”, “一、总体情况”."""
    return _TEXT_NAMES.get(key) or form.section(key).heading


def _count(report: Report, step: Step, own: list[Finding]) -> StepCount:
    still = [finding for finding in own if not is_answered(report, finding)]
    return StepCount(
        step,
        _of(still, Severity.ERROR),
        _of(still, Severity.WARNING),
        _of([finding for finding in still if finding.code != "C01"], Severity.HINT),
        len(own) - len(still),
    )


def _of(findings: list[Finding], severity: Severity) -> int:
    return sum(finding.severity is severity for finding in findings)
