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
            for each in report.resolved(key).references:
                if each.is_blank:
                    yield _blank(report, key, each)
            for match in _BRACES.finditer(report.text(key)):
                yield _unknown(key, match.group(), match.start())


def _unknown(key: str, words: str, start: int) -> Finding:
    said = f"文中的“{short(words)}”不是表格数字的名称，会照原样印出来。请改用“插入数字”选择，或删去括号。"
    return Finding("S33", Severity.WARNING, said, (), key, words, start=start)


def _blank(report: Report, key: str, reference: Reference) -> Finding:
    quantity = reference.quantity
    words = f"文中引用的“{short(quantity.place)}”还不是数字，文中显示为“{references.BLANK}”。请填好表格，或改写这句话。"
    cells = tuple(cell for cell in quantity.cells if report.value(cell) is None)
    return Finding("S33", Severity.ERROR, words, cells, key, references.BLANK, start=reference.start)
