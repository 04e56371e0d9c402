"""Family Y: this year against last year's report (domain.md D.4).

Last year's totals count as its file prints them: that is what was published.
"""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import lru_cache, partial
from itertools import chain

from core.cells import CellId
from core.checks.passages import sentences
from core.checks.register import Judgement, check
from core.finding import Finding, Severity, Undecided
from core.form import F2021
from core.report import Report
from core.sentences.numbers import numbers_in
from core.sentences.reading import read

_LOST = re.compile(r"失效|期满|届满|到期|[转划]出|移交|不再(?:保留|施行|执行)")
_GAINED = re.compile(r"[转划]入|接收|恢复|重新认定|纳入")

LEAST_FIGURES, LEAST_FIGURE = 3, 5
"""Fewer or smaller figures may well be the same again."""


@check("Y01", Severity.WARNING, "今年上年结转的总计，应等于去年结转下年度的总计")
def what_was_carried_forward_is_carried_in(report: Report) -> Judgement:
    """国办公开办函〔2021〕30号: 上年结转 of this year is 结转下年度 of last year, in total."""
    for last in _last_year(report, "Y01"):
        if isinstance(last, Undecided):
            yield last
            continue
        cell, before = CellId("t3.carried_in.total"), CellId("t3.carried_forward.total")
        now, then = report.as_printed(cell).value, last.as_printed(before).value
        if now is None or then is None:
            yield Undecided("Y01", (cell,), "今年的上年结转或去年的结转下年度还没有填全。")
        elif now != then:
            words = (
                f"今年“上年结转”总计 {now:f} 件，去年“结转下年度”总计 {then:f} 件，"
                f"两数应相等，差 {abs(now - then):f} 件。"
            )
            yield Finding("Y01", Severity.WARNING, words, (cell,), difference=now - then)


@check("Y02", Severity.WARNING, "现行有效件数，应等于去年有效加今年制发减今年废止")
def documents_in_force_follow_from_last_year(report: Report) -> Judgement:
    """国办公开办函〔2021〕30号, table 2: in force = in force last year + issued − repealed."""
    for last in _last_year(report, "Y02"):
        if isinstance(last, Undecided):
            yield last
            continue
        for kind in ("regulations", "normative_docs"):
            if {report.form, last.form} == {F2021}:  # an old form does not count documents in force
                yield from _in_force(report, last, kind)


@check("Y03", Severity.WARNING, "各类申请人的上年结转，应等于去年的结转下年度")
def each_column_is_carried_in(report: Report) -> Judgement:
    """国办公开办函〔2021〕30号: 上年结转 of this year is 结转下年度 of last year, column by column."""
    for last in _last_year(report, "Y03"):
        if isinstance(last, Undecided):
            yield last
            continue
        same_total = report.as_printed(CellId("t3.carried_in.total")).value == _forward(last, "total")
        for cell in report.form.table("t3").cells:
            if cell.row.id != "carried_in" or cell.computed:
                continue
            now, then = report.value(cell.id), _forward(last, cell.column.id)
            if now is None or then is None:
                yield Undecided("Y03", (cell.id,), f"“{cell.column.label}”一列，今年或去年还没有填。")
            elif now != then:
                words = (
                    f"“{cell.column.label}”：今年上年结转 {now:f}，去年结转下年度 {then:f}，差 {abs(now - then):f} 件。"
                )
                why = "总数相同但分类不同，请核对申请人类型。" if same_total else "请核对。"
                yield Finding(
                    "Y03",
                    Severity.WARNING,
                    words + why,
                    (cell.id,),
                    suspect=cell.id,
                    remedy=f"{then:f}",
                    difference=now - then,
                )


@check("Y05", Severity.HINT, "去年尚未审结的案件，今年的总计应已计入")
def what_was_pending_is_counted_again(report: Report) -> Judgement:
    """Common sense (domain.md Y05, counting rule unverified): cases pending last year are among this year's."""
    last = year_before(report)
    for row in report.form.table("t4").rows if last is not None else ():
        total, pending = CellId(f"t4.{row.id}.total"), CellId(f"t4.{row.id}.pending")
        now, before = report.as_printed(total).value, last.as_printed(pending).value if last else None
        if now is not None and before is not None and now < before:
            words = f"“{row.label}”去年尚未审结 {before:f} 件，今年总计只有 {now:f} 件，去年未结的案件今年是否已计入？"
            yield Finding("Y05", Severity.HINT, words, (total,), difference=now - before)


@check("Y06", Severity.WARNING, "表中数字不应与去年的完全相同")
def the_tables_are_not_last_years(report: Report) -> Judgement:
    """Common sense (domain.md Y06): figures of last year left in the form; zeros are no figures."""
    last = year_before(report)
    for table in ("t2", "t3") if last is not None and last.form is report.form is F2021 else ():
        before = last.derived(_FIGURES[table]) if last else {}
        if len(before) < LEAST_FIGURES or max(before.values()) < LEAST_FIGURE:
            continue
        if all(report.value(cell) == value for cell, value in before.items()) and before == _figures(report, table):
            words = f"【{report.form.table(table).name}】的非零数据与去年完全相同，是否误用了去年的表？"
            yield Finding("Y06", Severity.WARNING, words, tuple(before))


@check("Y10", Severity.HINT, "单位名称应与去年一致")
def the_unit_has_its_name(report: Report) -> Judgement:
    """Common sense (domain.md Y10): the unit is called as last year."""
    last = year_before(report)
    if last is None or not report.unit or not last.unit:
        return
    if "".join(report.unit.split()) != "".join(last.unit.split()):
        yield Finding("Y10", Severity.HINT, f"单位名称与去年（{last.unit}）不同，如有更名请确认。", section="title")


def year_before(report: Report) -> Report | None:
    """Return last year's report where one of the year before is attached."""
    last = report.last_year
    if last is None or (report.year is not None and last.year is not None and last.year != report.year - 1):
        return None
    return last


def _figures(report: Report, table: str) -> dict[CellId, Decimal]:
    """The typed cells of a table that hold a number other than 0."""
    return {
        cell.id: value
        for cell in report.form.table(table).cells
        if not cell.computed and (value := report.value(cell.id))
    }


_FIGURES: dict[str, Callable[[Report], dict[CellId, Decimal]]] = {
    table: partial(_figures, table=table) for table in ("t2", "t3")
}


def _last_year(report: Report, code: str) -> Iterator[Report | Undecided]:
    """Last year's report where there is one; it is no ground to judge on if it is not of the year before."""
    last = report.last_year
    if last is None:
        return
    if report.year is not None and last.year is not None and last.year != report.year - 1:
        yield Undecided(code, (), f"附上的是 {last.year} 年度的报告，不是 {report.year - 1} 年度的，无法对照。")
    else:
        yield last


def _forward(last: Report, column: str) -> Decimal | None:
    return last.as_printed(CellId(f"t3.carried_forward.{column}")).value


def _in_force(report: Report, last: Report, kind: str) -> Judgement:
    cells = tuple(CellId(f"t2.{kind}.{column}") for column in ("issued", "repealed", "in_force"))
    issued, repealed, in_force = (report.value(cell) for cell in cells)
    before = last.value(cells[2])
    if issued is None or repealed is None or in_force is None or before is None:
        yield Undecided("Y02", cells, "今年或去年的件数还没有填全。")
        return
    expected = before + issued - repealed
    if in_force != expected:
        name = report.form.cells[cells[2]].row.label
        words = (
            f"“{name}”现行有效件数：去年 {before:f} + 今年制发 {issued:f} − 今年废止 {repealed:f} = {expected:f}，"
            f"但填的是 {in_force:f}，差 {abs(in_force - expected):f}。"
        )
        told = _loss_is_told((report.text("s1"), report.text("s6")), expected - in_force)
        words += "文中写到了原因，请确认。" if told else ""
        weight = Severity.HINT if told else Severity.WARNING
        yield Finding("Y02", weight, words, cells, suspect=cells[2], difference=in_force - expected)


@lru_cache(maxsize=32)
def _loss_is_told(texts: tuple[str, ...], loss: Decimal) -> bool:
    """Whether the words say that just so many documents expired or went to another organ, or came from one."""
    said = (_counted_in(sentence, _LOST if loss > 0 else _GAINED) for text in texts for _, sentence in sentences(text))
    counted = list(chain.from_iterable(said))
    return abs(loss) in {*counted, sum(counted, Decimal())}


@lru_cache(maxsize=4096)
def _counted_in(sentence: str, reason: re.Pattern[str]) -> tuple[Decimal, ...]:
    """Return the numbers of documents in those clauses that name the reason."""
    clauses = [clause for clause in re.split(r"[，：]", sentence) if reason.search(clause)]
    return tuple(number.value for each in clauses for number in numbers_in(read(each).words) if number.unit == "件")
