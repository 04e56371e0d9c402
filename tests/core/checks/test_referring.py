"""Family S, numbers that a text refers to."""

from core import edits
from core.cells import CellId
from core.checks import catalogue
from core.finding import Finding, Severity
from core.report import Report
from tests.core.checks.golden_structure import adding

NEW = CellId("t3.new_requests.natural")


def said(report: Report, *, typing: bool = False) -> list[Finding]:
    return [each for each in catalogue.run(report, typing=typing).findings if each.code in {"S33", "S16"}]


def test_a_reference_to_a_number_is_no_finding() -> None:
    assert said(adding("本年新收政府信息公开申请{t3.new_requests.total}件。")) == []


def test_a_reference_to_a_blank_is_told_once_with_the_cell_and_the_words() -> None:
    report = edits.clear(adding("本年新收政府信息公开申请{t3.new_requests.total}件。"), [NEW])
    (finding,) = said(report)
    assert (finding.code, finding.severity, finding.cells) == ("S33", Severity.ERROR, ("t3.new_requests.total",))
    assert finding.start is not None
    assert report.text("s1")[finding.start :].startswith("＿＿件。")


def test_while_somebody_still_types_it_is_a_hint() -> None:
    report = edits.clear(adding("本年新收政府信息公开申请{t3.new_requests.total}件。"), [NEW])
    assert [each.severity for each in said(report, typing=True)] == [Severity.HINT]


def test_a_blank_that_was_frozen_is_a_left_over_like_any_other() -> None:
    report = edits.clear(adding("本年新收政府信息公开申请{t3.new_requests.total}件。"), [NEW])
    assert [each.code for each in said(report)] == ["S33"]
    assert [each.code for each in said(edits.freeze(report, "s1"))] == ["S16"]
