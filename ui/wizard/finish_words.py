"""The words of the last page: what is open, which columns balance, what is missing."""

from core.report import Report
from core.summary import StepCount, Summary, text_name


def count_words(number: int, count: StepCount) -> list[str]:
    """The line of one step: its number and title, and what is open by weight; nothing where it is 0."""
    figures = (count.errors, count.warnings, count.hints, count.explained)
    return [f"{number}  {count.step.title}", *(str(figure) if figure else "" for figure in figures)]


def columns_words(whole: Summary) -> str:
    """One line: how many columns balance, and which do not."""
    apart = [(equation.subject, balance.difference) for equation, balance in whole.columns if balance.difference]
    unknown = [equation.subject for equation, balance in whole.columns if balance.difference is None]
    level = len(whole.columns) - len(apart) - len(unknown)
    said = [f"✓ {level} 列平" if level == len(whole.columns) else f"{level} 列平"] if level else []
    if apart:
        said.append("▲ 不平：" + "、".join(f"{name}差 {abs(difference):f} 件" for name, difference in apart))
    if unknown:
        said.append("有格没有数字，无法判断：" + "、".join(unknown))
    return "；".join(said) + "。"


def missing_words(whole: Summary, report: Report) -> list[tuple[str, str, str]]:
    """What is missing, each with the step where it belongs and the first empty cell or the text there."""
    form = report.form
    listed = [("单位名称或年度没有填", "cover", "")] if whole.unnamed else []
    listed += [(f"{table.name}还有 {len(cells)} 格没有填", table.section, cells[0]) for table, cells in whole.empty]
    listed += [(f"“{text_name(form, key)}”还没有写", _step_of_text(key), key) for key in whole.blank]
    listed += [(_stale_words(report, key), _step_of_text(key), key) for key in whole.stale]
    return listed


def _stale_words(report: Report, key: str) -> str:
    return f"“{text_name(report.form, key)}”还有 {len(report.stale_sentences(key))} 句是上年的文字，待更新"


def _step_of_text(key: str) -> str:
    return "cover" if key in {"preamble", "signature"} else key
