"""The marks and short words of the window, each said in one place: shape, colour and words always go together."""

from datetime import datetime

from core import file_names
from core.finding import Severity
from core.report import Report
from core.steps import Progress, StepState

MARKS = {Severity.ERROR: "▲", Severity.WARNING: "●", Severity.HINT: "○"}
WEIGHTS = {Severity.ERROR: "必须改", Severity.WARNING: "要说明", Severity.HINT: "提示"}
EXPLAINED_MARK, EXPLAINED = "✓", "已说明"
FROZEN = "已定稿，不能修改。要改，请先撤回定稿。"

_PLAIN = {Progress.DONE: "✓", Progress.FILLING: "填写中", Progress.UNSEEN: "未看", Progress.EXPLAINED: "有说明"}


def step_mark(state: StepState) -> str:
    """Return what stands behind a step in the list: “▲2”, “●1”, “✓”, “填写中”, “5 句待更新”."""
    if state.errors:
        return f"{MARKS[Severity.ERROR]}{state.errors}"
    if state.warnings:
        return f"{MARKS[Severity.WARNING]}{state.warnings}"
    if state.stale and state.progress is Progress.FILLING:
        return f"{state.stale} 句待更新"
    return _PLAIN[state.progress]


def step_words(state: StepState) -> str:
    """Return the same in words, for the tool tip and for those who listen to the screen."""
    said = [
        f"还有 {count} 处{WEIGHTS[severity]}"
        for severity, count in ((Severity.ERROR, state.errors), (Severity.WARNING, state.warnings))
        if count
    ]
    stale = [f"还有 {state.stale} 句待更新"] if state.stale else []
    return "，".join([*(said or [str(state.progress.value)]), *stale])


def headline(report: Report) -> str:
    """Return unit and year for titles and lists: “青禾县水务局 · 2026 年度”."""
    year = f"{report.year} 年度" if report.year is not None else "年度未填"
    return f"{report.unit or '单位未填'} · {year}"


def file_stem(report: Report) -> str:
    """Return a name for files of this report, without what a file name must not hold."""
    return file_names.stem(report)


def sheet_stem(report: Report) -> str:
    """Return a name for the 校核单 of this report, which stands beside it in its folder."""
    return f"{file_stem(report)}校核单"


def clock(moment: datetime) -> str:
    return moment.strftime("%H:%M")


def day(moment: datetime, now: datetime) -> str:
    """Return a moment as a person would say it today: “今天 14:32”, “昨天 09:05”, “11月3日 16:20”."""
    days = (now.date() - moment.date()).days
    name = {0: "今天", 1: "昨天"}.get(days, f"{moment.month}月{moment.day}日")
    return f"{name} {clock(moment)}"
