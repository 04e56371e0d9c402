"""The guide through a report as data: which steps there are, what belongs to each, and how far each is.

The order is only offered: every step can be opened at any time (habits.md 2).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from core import edits, prose
from core.checks.register import Verdict
from core.finding import Finding, Severity
from core.form.layout import Form, SectionKind
from core.report import Report


class StepKind(Enum):
    """What page a step needs."""

    COVER = "cover"
    PROSE = "prose"
    TABLE = "table"
    FINISH = "finish"


@dataclass(frozen=True, slots=True)
class Step:
    """One page of the guide. `places` are the values of `Finding.section` that belong to it."""

    id: str
    title: str
    kind: StepKind
    texts: tuple[str, ...] = ()
    table: str = ""
    places: frozenset[str] = frozenset()


class Progress(Enum):
    """How far a step is, in the clerk's words."""

    UNSEEN = "未看"
    FILLING = "填写中"
    PROBLEMS = "有问题"
    EXPLAINED = "有说明"
    DONE = "完成"


@dataclass(frozen=True, slots=True)
class StepState:
    """How far a step is.

    `errors` and `warnings` count what is neither mended nor explained, `stale` the sentences that are 待更新.
    """

    progress: Progress
    errors: int = 0
    warnings: int = 0
    stale: int = 0


@lru_cache
def steps(form: Form) -> tuple[Step, ...]:
    """The steps of a form, in the order of the printed report."""
    cover = Step("cover", "封面与前言", StepKind.COVER, ("preamble", "signature"), "", _COVER_PLACES)
    return (cover, *(_section_step(form, section.id) for section in form.sections), _FINISH)


def step_of(form: Form, finding: Finding) -> str:
    """The step to which a finding leads: of its words and its tables, the first in the order of the report."""
    places = {cell.partition(".")[0] for cell in finding.cells}
    if finding.section is not None:
        places.add(finding.section)
    order = _places(form)
    return min((order[place] for place in places if place in order), default=(0, _FINISH.id))[1]


def step_of_place(form: Form, place: str) -> str:
    """The step on which a cell, a text or a field of the cover is filled in."""
    return _places(form).get(place.partition(".")[0], (0, "cover"))[1]


@lru_cache
def _places(form: Form) -> dict[str, tuple[int, str]]:
    """The number and name of the step that each table and each place of words belongs to."""
    return {
        place: (number, step.id)
        for number, step in enumerate(steps(form))
        for place in (*step.places, *((step.table,) if step.table else ()))
    }


def state(report: Report, verdict: Verdict, step: Step, visited: frozenset[str]) -> StepState:
    """How far a step is."""
    return states(report, verdict, visited)[step.id]


def states(report: Report, verdict: Verdict, visited: frozenset[str]) -> Mapping[str, StepState]:
    """How far every step is, by step. The last is done when all before it are and it was looked at."""
    listed = steps(report.form)
    own: dict[str, list[Finding]] = {step.id: [] for step in listed}
    for finding in verdict.findings:
        own[step_of(report.form, finding)].append(finding)
    told = {step.id: _state_of(report, step, own[step.id], visited) for step in listed}
    before = [now.progress for step_id, now in told.items() if step_id != _FINISH.id]
    whole = all(progress in {Progress.DONE, Progress.EXPLAINED} for progress in before)
    if told[_FINISH.id].progress is Progress.FILLING and whole:
        told[_FINISH.id] = StepState(Progress.DONE)
    return told


def _state_of(report: Report, step: Step, own: list[Finding], visited: frozenset[str]) -> StepState:
    """How far a step is by its own findings and contents."""
    found = [finding for finding in own if not (report.reasons and finding.occasion in report.reasons)]
    errors = sum(finding.severity is Severity.ERROR for finding in found)
    warnings = sum(finding.severity is Severity.WARNING for finding in found)
    stale = sum(len(report.stale_sentences(key)) for key in step.texts)
    if errors or warnings:
        return StepState(Progress.PROBLEMS, errors, warnings, stale)
    if step.kind is StepKind.FINISH:
        return StepState(Progress.FILLING if step.id in visited else Progress.UNSEEN)
    if _unfinished(report, step):
        is_begun = step.id in visited or _begun(report, step)
        return StepState(Progress.FILLING if is_begun else Progress.UNSEEN, stale=stale)
    return StepState(Progress.EXPLAINED if len(found) < len(own) else Progress.DONE)


def _unfinished(report: Report, step: Step) -> bool:
    if step.table and edits.empty_cells(report, step.table):
        return True
    if step.kind is StepKind.COVER and (not report.unit or report.year is None):
        return True
    needed = [key for key in step.texts if key in edits.prose_keys(report)]
    return any(not report.text(key).strip() for key in needed) or any(key in report.stale for key in step.texts)


def _begun(report: Report, step: Step) -> bool:
    if step.table:
        return not report.is_blank(step.table)
    return any(prose.statements(report.texts.get(key, "")) - report.carried.get(key, frozenset()) for key in step.texts)


_COVER_PLACES = frozenset({"title", "preamble", "signature"})
_FINISH = Step("finish", "全审与导出", StepKind.FINISH)
_SHORT = {"s1": "总体情况", "s2": "主动公开", "s3": "申请办理", "s4": "复议诉讼", "s5": "问题与改进", "s6": "其他事项"}


def _section_step(form: Form, section_id: str) -> Step:
    section = form.section(section_id)
    kind = StepKind.PROSE if section.kind is SectionKind.PROSE else StepKind.TABLE
    return Step(section_id, _SHORT[section_id], kind, (section_id,), section.table, frozenset({section_id}))
