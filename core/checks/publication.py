"""Family P: when the report was signed or published, and by whom, as far as itself tells (domain.md D.8).

What the program cannot know (today's date at the office, what was really published, the seal) is not judged.
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from core.checks.dates import own_year
from core.checks.passages import Passage, of_words, short, told
from core.checks.register import Judgement, check
from core.cover import likely_org_type
from core.finding import Finding, Severity
from core.form.layout import SIGNERS
from core.report import OrgType, Report
from core.sentences.numbers import value_of

_NUMERAL = r"[一二三四五六七八九十]{1,3}|\d{1,2}"
_DATE = re.compile(
    rf"(?P<year>(?:19|20)\d{{2}}|二[〇○零O0][一二三四五六七八九〇○零]{{2}})\s*年\s*(?P<month>{_NUMERAL})\s*月\s*(?P<day>{_NUMERAL})\s*日"
)
_ROUND = str.maketrans("○O", "〇〇")
_DEPARTMENTS, _GOVERNMENTS = (1, 31), (3, 31)


@check("P02", Severity.HINT, "落款或公布的日期不应晚于法定期限")
@of_words
def published_in_time(report: Report) -> Judgement:
    """条例 art. 49: departments publish by 31 January, governments by 31 March of the next year."""
    year = own_year(report)
    if year is None:
        return
    for key, passage, day in _days(report):
        last = date(year + 1, *_deadline(report))
        if day > last:
            words = f"日期“{short(passage.words)}”晚于法定期限（{last.year}年{last.month}月{last.day}日），请核对。"
            yield told("P02", Severity.HINT, words, key, passage)


@check("P05", Severity.HINT, "落款或公布的日期不应早于统计期末")
@of_words
def published_after_the_year(report: Report) -> Judgement:
    """domain.md P05: a report of the whole year is not finished before the year is."""
    year = own_year(report)
    if year is None:
        return
    for key, passage, day in _days(report):
        if day < date(year + 1, 1, 1):
            words = f"日期“{short(passage.words)}”早于统计期末（{year}年12月31日），请核对年份。"
            yield told("P05", Severity.HINT, words, key, passage)


@check("P04", Severity.HINT, "审签单上拟稿人、核稿人、分管领导、主要领导应填全，或者都空着手签")
def signed_by_all(report: Report) -> Judgement:
    """domain.md P04: a sign-off sheet names all who sign.

    Names may be left to the pen, all of them; it is asked only where some were written and others were not. The seal is
    seen on paper only.
    """
    missing = [words for key, words in SIGNERS.items() if not report.sign_off.get(key, "").strip()]
    if 0 < len(missing) < len(SIGNERS):
        yield Finding("P04", Severity.HINT, f"审签单还缺：{'、'.join(missing)}。")


def _deadline(report: Report) -> tuple[int, int]:
    """Return month and day of the deadline; where the kind of unit does not tell it, the later one."""
    kind = report.org_type or likely_org_type(report.unit)
    return _DEPARTMENTS if kind is OrgType.DEPARTMENT else _GOVERNMENTS


def _days(report: Report) -> Iterator[tuple[str, Passage, date]]:
    for passage, day in dated(report.text("signature")):
        yield "signature", passage, day
    for passage, day in dated(report.text("preamble")):
        text = report.text("preamble")
        follows = text[passage.start + len(passage.words) :]
        if re.match(r"(?:予以|正式|起|向社会)*(?:公布|发布|公开)", follows):
            yield "preamble", passage, day


@lru_cache(maxsize=32)
def dated(text: str) -> tuple[tuple[Passage, date], ...]:
    """Return the days that a text names, in digits or numerals; what is no day of the calendar is left out."""
    found = []
    for match in _DATE.finditer(text):
        year, month, day = (value_of(match[part].translate(_ROUND)) for part in ("year", "month", "day"))
        try:
            found.append((Passage(match.start(), match.group()), date(int(year or 0), int(month or 0), int(day or 0))))
        except ValueError:
            continue
    return tuple(found)
