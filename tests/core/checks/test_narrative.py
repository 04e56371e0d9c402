"""Family N, beyond the golden examples: what lawful prose gets, and what is proposed. All sentences are invented."""

from decimal import Decimal

import pytest

from core import edits
from core.checks import catalogue
from core.checks.spoken import spoken
from core.finding import Finding, Severity
from core.report import Report
from tests.core.checks.example import written
from tests.core.checks.golden_narrative import APPEALS, REQUESTS

NUMBERS = {**REQUESTS, **APPEALS, "t2.normative_docs.issued": 3, "t2.normative_docs.in_force": 9}


def said(report: Report) -> tuple[Finding, ...]:
    return tuple(finding for finding in catalogue.run(report).findings if finding.code.startswith("N"))


@pytest.mark.parametrize(
    "text",
    [
        "全年收到政府信息公开申请12件，上年结转2件，办结11件，结转下年度继续办理3件。",
        "全年共收到政府信息公开申请14件（含上年结转2件），答复11件。",
        "办理政府信息公开申请十四件，其中自然人申请12件。",
        "收到政府信息公开申请10余件。",
        "公开规章2件（含新制定0件、废止0件），主动公开县政府行政规范性文件42件。",
        "2023年收到政府信息公开申请8件，2024年收到12件。",
        "因政府信息公开被申请行政复议5件，维持4件，尚未审结1件。行政诉讼3件，维持2件，纠正1件。",
        "制发行政规范性文件3件，现行有效9件。",
        "依申请公开信箱收到来信40件。",
        "全县收到政府信息公开申请12件，其中县政府办公室收到7件、办结5件。",
        "2023年结转政府信息公开申请2件，结转至2025年3件。",
        "政府信息公开申请予以公开和部分公开共11件。",
        "2024年，县公安局未收到政府信息公开申请，县水务局没有发生因信息公开引起的行政复议。",
    ],
)
def test_lawful_prose_gets_no_finding(text: str) -> None:
    assert said(written(text, NUMBERS)) == ()


def test_the_number_of_the_table_is_proposed_where_only_one_is_meant() -> None:
    report = written("全年新收政府信息公开申请21件，已处理。", REQUESTS)
    (finding,) = said(report)
    assert (finding.excerpt, finding.start) == ("新收政府信息公开申请21件", 2)
    assert finding.difference == Decimal(9)
    assert finding.replacement == "新收政府信息公开申请12件"


def test_nothing_is_proposed_where_several_numbers_may_be_meant() -> None:
    (finding,) = said(written("共收到政府信息公开申请21件。", REQUESTS))
    assert finding.replacement is None


def test_a_statement_about_an_empty_cell_is_undecided() -> None:
    report = written("新收政府信息公开申请21件。", {**REQUESTS, "t3.new_requests.natural": ""})
    assert said(report) == ()
    assert "N01" in {undecided.code for undecided in catalogue.run(report).undecided}


def test_figures_of_another_year_are_no_statements_of_this_one() -> None:
    assert spoken(written("2022年收到政府信息公开申请99件。", REQUESTS)) == ()


def test_the_unit_may_name_itself_however_short() -> None:
    (finding,) = said(written("2024年县林业局收到政府信息公开申请7件。", REQUESTS))
    assert finding.code == "N01"


def test_what_may_be_something_alike_is_a_hint_without_a_proposal() -> None:
    (finding,) = said(written("备案政府信息公开领域行政复议案件7件。", APPEALS))
    assert (finding.code, finding.severity, finding.replacement) == ("N10", Severity.HINT, None)


@pytest.mark.parametrize(
    ("text", "words", "replacement"),
    [
        ("依申请公开新收 ２ １ 件。", "新收 ２ １ 件", "新收 12 件"),
        ("依申请公开新收二十一件。", "新收二十一件", "新收12件"),
        ("依申请公开新收12件，其余5件结转下年度。", "5件结转下年度", "3件结转下年度"),
        (
            "依申请公开新收12件，5件因尚在办理期限内结转下年度。",
            "5件因尚在办理期限内结转下年度",
            "3件因尚在办理期限内结转下年度",
        ),
    ],
)
def test_only_the_number_is_replaced(text: str, words: str, replacement: str) -> None:
    (finding,) = said(written(text, REQUESTS))
    assert (finding.excerpt, finding.replacement) == (words, replacement)


@pytest.mark.parametrize(("words", "codes"), [("青禾县人民政府", {"N01"}), ("县政府", set()), ("全县", {"N01"})])
def test_a_county_is_more_than_its_government_unless_that_is_the_unit(words: str, codes: set[str]) -> None:
    report = edits.set_unit(written(f"{words}收到政府信息公开申请7件。", REQUESTS), "青禾县人民政府")
    assert {finding.code for finding in said(report)} == codes


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("（二）依申请公开。收到公开政府信息申请12件。发生行政复议6件。", [("N10", Severity.WARNING)]),
        ("发生行政复议6件。", [("N10", Severity.HINT)]),
        ("（二）依申请公开。收到公开政府信息申请12件。备案行政复议6件。", [("N10", Severity.HINT)]),
        ("收到政府信息公开申请12件。发生政府信息公开行政复议5件、行政诉讼3件。", []),
        ("未发生因政府信息公开引起的行政复议、行政诉讼。", [("N13", Severity.ERROR)]),
        ("全年无信息公开类复议诉讼案件。", [("N13", Severity.ERROR)]),
        ("新收政府信息公开申请12件，加上年结转的2件，共14件。", []),
        ("新收政府信息公开申请12件，加上年结转的2件，共16件。", [("N03", Severity.ERROR)]),
        ("新收政府信息公开申请12件。均已办结。", [("N05", Severity.WARNING)]),
        ("新收政府信息公开申请12件。收到留言3条，均已办结。", []),
        ("新收政府信息公开申请12件。均已按期办结。", []),
        ("新收政府信息公开申请12件，其中公民12件、法人0件。", []),
        ("新收政府信息公开申请12件，其中公民10件、法人2件。", [("N09", Severity.WARNING)] * 2),
    ],
)
def test_what_the_sentences_before_speak_of_is_known(text: str, found: list[tuple[str, Severity]]) -> None:
    report = written(text, {**REQUESTS, **APPEALS})
    assert [(finding.code, finding.severity) for finding in said(report)] == found


@pytest.mark.parametrize(
    ("unit", "weights"),
    [
        ("青禾市人民政府办公室", [Severity.HINT] * 2),
        ("青禾市林业局", [Severity.HINT] * 2),
        ("青禾市人民政府", [Severity.ERROR] * 2),
        ("青禾市", [Severity.ERROR] * 2),
    ],
)
def test_what_all_organs_of_a_city_received_is_the_number_of_its_government_only(
    unit: str, weights: list[Severity]
) -> None:
    report = written("全市共收到政府信息公开申请1307件，办结1286件。本机关收到申请12件，办结11件。", REQUESTS)
    assert [finding.severity for finding in said(edits.set_unit(report, unit))] == weights


@pytest.mark.parametrize(
    "text",
    [
        "截至11月底，新收政府信息公开申请10件，此后又收到2件。",
        "2024年11月收到政府信息公开申请5件，3件跨年办理。",
        "2019年以来，累计制定规章4件，废止2件。",
        "上半年收到政府信息公开申请7件，下半年5件，全年收到12件，办结11件。",
        "政府信息公开申请延期答复4件。",
        "申请内容涉及国家秘密4件。",
        "信访举报投诉类申请不予处理，办结政府信息公开申请11件。",
    ],
)
def test_numbers_of_a_part_of_the_year_or_of_several_are_not_held_against_the_tables(text: str) -> None:
    assert [each for each in said(written(text, NUMBERS)) if each.severity is not Severity.HINT] == []


def test_kinds_of_organisations_are_the_columns_of_table_3() -> None:
    report = written(
        "新收政府信息公开申请3件，其中商业企业2件、法律服务机构1件。",
        {"t3.new_requests.business": 1, "t3.new_requests.legal_service": 2},
    )
    assert [(each.code, each.excerpt) for each in said(report)] == [("N09", "商业企业2件"), ("N09", "法律服务机构1件")]


def test_a_provincial_office_may_call_itself_by_level_and_kind() -> None:
    report = edits.set_unit(written("2024年，省厅新收政府信息公开申请21件。", REQUESTS), "青禾省林业厅")
    assert [each.code for each in said(report)] == ["N01"]


def test_a_paragraph_below_the_one_that_begins_with_a_heading_belongs_to_it() -> None:
    text = (
        "（二）依申请公开情况。新收申请12件。\n办结的11件中，予以公开9件。\n（三）其他情况。收集意见。\n予以公开9件。"
    )
    assert [each.start for each in said(written(text, REQUESTS))] == [text.index("予以公开9件")]
