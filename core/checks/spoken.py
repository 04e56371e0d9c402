"""Statements of the prose held against the tables: which fit none of the values that they may rightly have."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from core.checks.counts import Count, counted_as, lawful
from core.checks.passages import by_words
from core.checks.register import Judgement
from core.finding import Finding, Severity, Undecided
from core.form.layout import TEXTS
from core.report import Report
from core.sentences.quantities import Quantity
from core.sentences.statements import Statement, statements

_GOVERNMENT = re.compile(r"[省市县区州旗盟]政府")
_REPORTS_FOR = re.compile(r"(?P<level>[省市县区州盟旗镇乡])(?:(?:人民)?政府)?$|区管(?:理委员|委)会$")
"""Units whose reports count all organs of a place."""

_SHORTENED = re.compile(r"(?P<level>[省市县区州旗盟])(?P<kind>[厅局委办])")
_DIGIT = r"\d.,，．零〇一二两三四五六七八九十百千万"
_NUMERAL = re.compile(rf"^[{_DIGIT}](?:[{_DIGIT}\s]*[{_DIGIT}])?")

Misfit = tuple[str, Statement, tuple[Count, ...]]


def spoken(report: Report) -> tuple[tuple[str, Statement], ...]:
    """Return all statements of the year and the unit, with the key of the text they stand in."""
    return _spoken(tuple(report.text(key) for key in TEXTS), report.year, report.unit)


@lru_cache(maxsize=8)
def _spoken(texts: tuple[str, ...], year: int | None, unit: str) -> tuple[tuple[str, Statement], ...]:
    """The same for a keystroke in a cell, which leaves the texts as they are."""
    return tuple(
        (key, _of_whose(unit, statement))
        for key, text in zip(TEXTS, texts, strict=True)
        for statement in statements(text)
        if _is_of_the_year(year, statement) and _is_of_the_unit(unit, statement.scope)
    )


def _of_whose(unit: str, statement: Statement) -> Statement:
    """Return a statement, doubted where it counts all of a place (全市) that the unit does not report for."""
    if not statement.area or statement.doubtful or reports_for(unit, statement.area):
        return statement
    return replace(statement, doubtful=True)


def reports_for(unit: str, area: str) -> bool:
    """Whether the numbers of all organs of a place (全市) are those that the unit reports."""
    own = _REPORTS_FOR.search(unit)
    return not area or not unit or (own is not None and (own["level"] or "区") == area[-1])


def _is_of_the_year(year: int | None, statement: Statement) -> bool:
    if year is None:
        return True
    carried = statement.carried_year
    if carried is not None and carried != year + (1 if Quantity.CARRIED_FORWARD in statement.quantities else -1):
        return False
    return statement.year in {None, year}


def _is_of_the_unit(unit: str, scope: str) -> bool:
    """Whether the organ that a sentence names is the unit itself, however it is shortened."""
    name, organ = unit.replace("人民政府", "政府"), scope.replace("人民政府", "政府")
    if not organ or name == organ:
        return True
    if _GOVERNMENT.fullmatch(organ):  # 县政府 beside the whole county
        return False
    if short := _SHORTENED.fullmatch(organ):  # 省厅, 市局
        return name.endswith(short["kind"]) and short["level"] in name
    return bool(name) and (name.endswith(organ) or organ.endswith(name))


@dataclass(frozen=True, slots=True)
class Held:
    """What came of holding the statements against the tables.

    `misfits` fit no lawful value, or wait for one, by what they speak of first; of `unknown` the tables say nothing.
    """

    misfits: Mapping[Quantity, tuple[Misfit, ...]]
    unknown: tuple[tuple[str, Statement], ...]


def held(report: Report) -> Held:
    """Hold every statement against the tables."""
    misfits: list[tuple[int, Misfit]] = []
    unknown: list[tuple[int, str, Statement]] = []
    for alike in _alike(report):
        counts = lawful(report, alike[0][2])
        values = [count.value for count in counts]
        misfits += ((at, (key, one, counts)) for at, key, one in alike if counts and one.value not in values)
        unknown += alike if all(value is None for value in values) else ()
    by_quantity: dict[Quantity, list[Misfit]] = {}
    for _, misfit in sorted(misfits, key=lambda each: each[0]):
        by_quantity.setdefault(misfit[1].quantities[0], []).append(misfit)
    said = tuple((key, one) for _, key, one in sorted(unknown, key=lambda each: each[0]))
    return Held({quantity: tuple(each) for quantity, each in by_quantity.items()}, said)


@by_words
def _alike(report: Report) -> tuple[tuple[tuple[int, str, Statement], ...], ...]:
    """Return the statements numbered, those together that have the same lawful values."""
    groups: dict[object, list[tuple[int, str, Statement]]] = {}
    for at, (key, one) in enumerate(report.derived(spoken)):
        groups.setdefault(counted_as(one), []).append((at, key, one))
    return tuple(map(tuple, groups.values()))


def judged(
    report: Report,
    code: str,
    quantities: Iterable[Quantity],
    severity: Severity = Severity.ERROR,
    *,
    said: bool | None = None,
) -> Judgement:
    """Yield what a rule says of these quantities; `said`: only of what is said in words, or only of numbers."""
    known = report.derived(held).misfits
    found = [misfit for quantity in quantities for misfit in known.get(quantity, ())] if known else []
    for misfit in _joined(misfit for misfit in found if said in {None, misfit[1].said}):
        yield _said_of(report, misfit, code, severity)


def _joined(misfits: Iterable[Misfit]) -> Iterable[Misfit]:
    """Join what the same words say of several quantities (未发生行政复议、行政诉讼), so that it is told once."""
    by_words: dict[tuple[str, int, int], Misfit] = {}
    for key, one, counts in misfits:
        place = (key, one.start, one.end)
        _, first, before = by_words.get(place, (key, one, ()))
        by_words[place] = (key, first, before + counts)
    return by_words.values()


def _said_of(report: Report, misfit: Misfit, code: str, severity: Severity) -> Finding | Undecided:
    key, statement, counts = misfit
    if any(count.value is None for count in counts):
        cells = tuple(cell for count in counts for cell in count.cells)
        return Undecided(code, cells, "表里还没有填全，不能与文字对照。")
    text = report.text(key)
    excerpt = text[statement.start : statement.end]
    here, there = f"文中写“{excerpt}”{_numeral(text, statement)}", _named(report, counts)
    weight = _weight(statement, severity)
    advice = "如说的不是同一件事可忽略" if weight is Severity.HINT else "请核对"
    return Finding(
        code,
        weight,
        f"{here}，{there}，{_how_far(counts, statement)}{advice}。",
        tuple(dict.fromkeys(cell for count in counts for cell in count.cells)),
        key,
        excerpt,
        difference=_difference(counts, statement),
        start=statement.start,
        replacement=_replacement(counts, statement, excerpt),
    )


def _weight(statement: Statement, severity: Severity) -> Severity:
    if not statement.doubtful:
        return severity
    return Severity.WARNING if statement.likely else Severity.HINT


def _numeral(text: str, statement: Statement) -> str:
    """Return the number in digits where the words have it otherwise."""
    plainly = f"{statement.value:f}"
    return "" if statement.said or plainly in text[statement.start : statement.end] else f"（即 {plainly}）"


def _named(report: Report, counts: tuple[Count, ...]) -> str:
    """Return what the tables say, each value once."""
    named: dict[Decimal | None, Count] = {}
    for count in counts:
        named.setdefault(count.value, count)
    table = report.form.table(report.form.cells[counts[0].cells[0]].table).name
    return table + "，".join(f"“{count.name}”是 {value:f}" for value, count in named.items() if value is not None)


def _how_far(counts: tuple[Count, ...], statement: Statement) -> str:
    """Return by how much the words differ where they can mean one number only."""
    if statement.said:
        return ""
    if len({count.value for count in counts}) > 1:
        return "都对不上，"
    difference = _difference(counts, statement)
    return f"相差 {abs(difference):f}，" if difference else ""


def _difference(counts: tuple[Count, ...], statement: Statement) -> Decimal | None:
    values = {count.value for count in counts if count.value is not None}
    return statement.value - min(values, key=lambda value: abs(value - statement.value)) if values else None


def _replacement(counts: tuple[Count, ...], statement: Statement, excerpt: str) -> str | None:
    """Return the words with the table's number in them where only one number can be meant."""
    values = {count.value for count in counts}
    if len(values) != 1 or statement.said or statement.doubtful or statement.together:
        return None
    (value,) = values
    words, written = excerpt[: statement.number_at - statement.start], excerpt[statement.number_at - statement.start :]
    return f"{words}{_NUMERAL.sub(f'{value:f}', written, count=1)}"
