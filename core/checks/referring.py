"""Family S, fifth part: numbers of the tables that a text refers to by names in braces."""

import re

from core import references
from core.checks.passages import short
from core.checks.register import Judgement, check
from core.finding import Finding, Severity
from core.references import Reference
from core.report import Report

_BRACES = re.compile(r"\{[^{}\n]{1,30}\}")


@check("S33", Severity.ERROR, "文中引用的表格数字应已填写")
def what_a_text_refers_to_is_filled_in(report: Report) -> Judgement:
    """domain.md S16, H.2: a number in the text that follows the table stands for nothing while its cell is empty.

    No lawful report breaks this: what is printed there is a blank line in the middle of a sentence.
    """
    for key, raw in report.texts.items():
        if references.MARK in raw:
            blank = [each for each in report.resolved(key).references if each.is_blank]
            if blank:
                yield _blank(report, key, blank)
            for match in _BRACES.finditer(report.text(key)):
                yield _unknown(key, match.group(), match.start())


def _unknown(key: str, words: str, start: int) -> Finding:
    said = f"文中的“{short(words)}”不是表格数字的名称，会照原样印出来。请改用“插入数字”选择，或删去括号。"
    return Finding("S33", Severity.WARNING, said, (), key, words, start=start)


def _blank(report: Report, key: str, blank: list[Reference]) -> Finding:
    """Return one finding for all of a text: until a table is filled in there may be many."""
    first, more = blank[0], len(blank) - 1
    named = f"“{short(first.quantity.place)}”" + (f"等 {len(blank)} 个数" if more else "")
    words = f"文中引用的{named}还没有填，文中显示为“{references.BLANK}”。请填好表格，或改写这句话。"
    asked = dict.fromkeys(cell for each in blank for cell in each.quantity.cells if report.value(cell) is None)
    return Finding("S33", Severity.ERROR, words, tuple(asked), key, references.BLANK, start=first.start)
