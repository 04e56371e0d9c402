"""Family S, marks and paragraphs."""

import pytest

from core.checks import catalogue
from core.finding import Finding, Severity
from core.report import Report
from tests.core.checks.golden_structure import adding, lawful
from tests.examples import TEXTS


def said(code: str, report: Report) -> list[Finding]:
    return [finding for finding in catalogue.run(report).findings if finding.code == code]


def mended(code: str, text: str) -> str:
    """Return the first section as it reads after the mend of the one finding."""
    (finding,) = said(code, lawful(s1=text))
    assert finding.start is not None
    assert finding.excerpt is not None
    assert finding.replacement is not None
    assert text[finding.start :].startswith(finding.excerpt)
    return text[: finding.start] + finding.replacement + text[finding.start + len(finding.excerpt) :]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("主动公开(含网站)信息,回应关切;", "主动公开（含网站）信息，回应关切；"),
        ("2024 年，依申请公开 ，平台建设.", "2024年，依申请公开，平台建设。"),
        ("(一)主动公开:网站 公开信息", "（一）主动公开：网站公开信息"),
    ],
)
def test_one_mend_makes_all_marks_full_width(text: str, right: str) -> None:
    assert mended("S20", text) == right


@pytest.mark.parametrize(
    "sentence", ["发布信息3,646条。", "热线10:30开通。", "访问http://a.gov.cn:80/x?y=1。", "使用Word 文档。"]
)
def test_marks_within_numbers_and_addresses_stay(sentence: str) -> None:
    assert said("S20", adding(sentence)) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "分为1）网站；2）新媒体。",
        "落实《关于印发〈公开办法〉的通知》（青办〔2024〕3号）。",
        "不断完善……持续推进。",
        "打造“一网（通办）”品牌。",
        "（含'网站'）。",
    ],
)
def test_marks_in_pairs_are_lawful(sentence: str) -> None:
    assert said("S21", adding(sentence)) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "加强管理，，提升水平。",
        "加强管理。。",
        "加强管理？？",
        "（含网站，提升水平。",
        "打造“一网通办品牌。",
        "网站）公开。",
    ],
)
def test_doubled_and_single_marks_are_warned_of(sentence: str) -> None:
    assert [finding.severity for finding in said("S21", adding(sentence))] == [Severity.WARNING]


def test_a_quotation_that_a_page_tore_is_in_pairs() -> None:
    text = "全年组织各科室和下属单位开展以“政府信息公\n开”为主题的活动。"
    assert said("S21", adding(text)) == []
    assert len(said("S19", adding(text))) == 1


def test_many_breaks_are_one_finding_that_joins_them_all() -> None:
    line = "全年组织各科室和下属单位开展政府信息公开业务培"
    text = f"{TEXTS['s1']}\n" + "\n".join([line] * 6) + "训。"
    assert mended("S19", text) == f"{TEXTS['s1']}\n" + line * 6 + "训。"


def test_a_short_line_that_breaks_off_behind_a_full_stop_goes_on() -> None:
    assert [finding.excerpt for finding in said("S19", adding("（二）申请。完善登记、审\n核、归档的流程。"))] == [
        "请。完善登记、审\n核、归档的流程。"
    ]
    assert said("S19", adding("县林业局\n举办培训。")) == []
