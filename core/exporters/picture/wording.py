"""The words of the 图解 that say what is seen. Nothing is said that a number lacking could make false."""

from collections.abc import Sequence
from decimal import Decimal

from core.cells import CellId, State
from core.exporters.picture.figures import PIECES, Amount, Bar
from core.report import Report

_MOST_NAMED = 2  # that share the first place


def name_before(report: Report) -> str:
    """Return how sentences call last year, "" where no report of it is attached."""
    last = report.last_year
    if last is None:
        return ""
    is_before = last.year is None or report.year is None or last.year == report.year - 1
    return "上年" if is_before else f"{last.year}年"


def year_before(report: Report) -> str:
    """Return how the legend calls last year, "" where no report of it is attached."""
    last = report.last_year
    if last is None:
        return ""
    return f"{last.year}年" if last.year else "上年"


def told(subject: str, amount: Amount, measure: str = PIECES) -> str:
    """Return a number with what it counts: “行政复议3件”; the word for want of a number where it has none."""
    return f"{subject}{amount.words}" if amount.value is None else f"{subject}{amount.words}{measure}"


def changed(bar: Bar, before: str, measure: str = PIECES) -> str:
    """Return how a number compares with last year's: “比上年多3件”; "" where one of them is lacking."""
    if bar.before is None or bar.now.value is None or bar.before.value is None:
        return ""
    difference = bar.now.value - bar.before.value
    if not difference:
        return f"与{before}相同"
    return f"比{before}{'多' if difference > 0 else '少'}{abs(difference):f}{measure}"


def headed(subject: str, bar: Bar, report: Report) -> str:
    """Return a heading with a number and how it changed: “申请办理：新收5件，比上年多1件”."""
    return "，".join(filter(None, (told(subject, bar.now), changed(bar, name_before(report)))))


def spelled(bar: Bar, before: str, measure: str) -> str:
    """Return a number of both years in a sentence: “行政事业性收费：本年1.5万元，上年1万元。”"""
    last = f"，{told(before, bar.before, measure)}" if bar.before else ""
    return f"{bar.label}：{told('本年', bar.now, measure)}{last}。"


def listed(bars: Sequence[Bar]) -> str:
    """Return a heading with several numbers."""
    return "，".join(told(bar.label, bar.now) for bar in bars)


def most(subject: str, total: Amount, bars: Sequence[Bar]) -> str:
    """Return how many there are and which part is the greatest, where all parts are known and that is plain."""
    said, found = told(subject, total), _greatest(bars)
    if not total.value or not found:
        return said
    names = "和".join(bar.label for bar in found)
    return f"{said}，全部是{names}" if found[0].now.value == total.value else f"{said}，{names}最多"


def greatest(subject: str, bars: Sequence[Bar]) -> str:
    """Return which of several is the greatest, where all are known and that is plain."""
    found = _greatest(bars)
    return f"{subject}：{'和'.join(bar.label for bar in found)}最多" if found else subject


def _greatest(bars: Sequence[Bar]) -> list[Bar]:
    """Return the bars with the highest number, none where one lacks its number, all are 0, or too many share it."""
    values = [bar.now.value for bar in bars if bar.now.value is not None]
    highest = max(values, default=Decimal())
    found = [bar for bar in bars if bar.now.value == highest]
    return found if highest > 0 and len(values) == len(bars) and len(found) <= _MOST_NAMED else []


def in_force(subject: str, bar: Bar) -> str:
    """Return how many documents of a kind are in force."""
    return f"{subject}：{told(bar.label, bar.now)}"


def signs(came: Sequence[Bar], went: Sequence[Bar]) -> tuple[str, ...]:
    """Return what stands between what came and what went: none where a number is lacking."""
    into = [bar.now.value for bar in came if bar.now.value is not None]
    out = [bar.now.value for bar in went if bar.now.value is not None]
    if len(into) < len(came) or len(out) < len(went):
        return ("",) * (len(came) + len(went) - 1)
    middle = "＝" if sum(into) == sum(out) else "≠"
    return (*("＋",) * (len(came) - 1), middle, *("＋",) * (len(went) - 1))


# ---------------------------------------------------------------- where there is nothing to draw


def instead_of_table(report: Report, table: str, nothing: str, nor_before: str) -> str:
    """Return the sentence that stands in place of a table without a number, or with nothing but 0 in both years.

    `nothing` says that all is 0, `nor_before` that it was last year.
    """
    name = report.form.table(table).name
    cells = [cell.id for cell in report.form.table(table).cells]
    entries = [report.entry(cell) for cell in cells]
    if not any(entry.value is not None for entry in entries):
        blank = all(entry.state is State.EMPTY for entry in entries)
        return f"{name}还没有填写。" if blank else f"{name}里没有数。"
    if not all(entry.value == 0 for entry in entries):
        return ""
    if report.last_year is None:
        return f"{nothing}。"
    return f"{nothing}；{name_before(report)}{nor_before}。" if _is_nought(report.last_year, cells) else ""


def instead_of_bars(bars: Sequence[Bar], before: str) -> str:
    """Return the sentence that stands in place of bars without a number, or of nothing but 0 in both years."""
    now = [bar.now.value for bar in bars]
    if all(value is None for value in now):
        words = {bar.now.words for bar in bars}
        return "还没有填写。" if words == {"未填"} else f"没有数（{'、'.join(sorted(words))}）。"
    if any(amount.value != 0 for bar in bars for amount in bar.amounts):
        return ""
    names = "、".join(bar.label for bar in bars)
    return f"{names}都是0{PIECES}" + (f"，{before}也都是0。" if bars[0].before else "。")


def _is_nought(report: Report, cells: Sequence[CellId]) -> bool:
    return all(cell in report.form.cells and report.as_printed(cell).value == 0 for cell in cells)
