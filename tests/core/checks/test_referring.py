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


def test_many_blanks_of_a_text_are_one_finding() -> None:
    report = edits.clear(
        adding("收到{t3.new_requests.total}件，新收和结转共{t3.intake.total}件，诉讼{t4.lawsuits.total}件。"), [NEW]
    )
    (finding,) = said(report)
    assert finding.message.startswith("文中引用的“表三·一、本年新收政府信息公开申请数量·总计”等 2 个数还没有填")
    assert finding.cells == ("t3.new_requests.total",)


def test_a_name_that_nobody_gave_is_told() -> None:
    (finding,) = said(adding("收到{新收总数}件，又收到{t3.new_requests.total}件。"))
    assert (finding.severity, finding.excerpt) == (Severity.WARNING, "{新收总数}")


def test_while_somebody_still_types_it_is_a_hint() -> None:
    report = edits.clear(adding("本年新收政府信息公开申请{t3.new_requests.total}件。"), [NEW])
    assert [each.severity for each in said(report, typing=True)] == [Severity.HINT]


def test_a_blank_that_was_frozen_is_a_left_over_like_any_other() -> None:
    report = edits.clear(adding("本年新收政府信息公开申请{t3.new_requests.total}件。"), [NEW])
    assert [each.code for each in said(report)] == ["S33"]
    assert [each.code for each in said(edits.freeze(report, "s1"))] == ["S16"]
