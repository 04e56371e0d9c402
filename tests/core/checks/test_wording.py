"""Family S, words: what is left over, and what only looks so."""

import pytest

from core.checks import catalogue, wordlists
from core.checks.wordlists import WordLists
from core.finding import Finding, Severity
from core.report import Report
from tests.core.checks.golden_structure import adding, lawful


def said(code: str, report: Report) -> list[Finding]:
    return [finding for finding in catalogue.run(report).findings if finding.code == code]


@pytest.mark.parametrize(
    "words",
    [
        "（此处填写单位名称）",
        "（请填写具体数字）",
        "公开×××信息",
        "共公开信息  条。",
        "【单位名称】",
        "收到申请X件",
        "20XX年",
        "发布____条",
        "□□",
        "（ ）",
        "《》",
        "“”",
        "（待补充）",
        "于 年 月 日公布",
        "2025年 月 日公布",
        "2025年1月  日公布",
        "（文字描述，不超过800字）",
        "单击此处输入文字",
        "。待补充。",
        "满意率为#REF!",
        "共#N/A件",
        "错误!未找到引用源",
        "公开&nbsp;信息",
        "<br>",
        "由○○○负责",
        "参训??人次",
        "开展自查  次。",
    ],
)
def test_what_the_template_says_is_an_error(words: str) -> None:
    assert [finding.severity for finding in said("S16", adding(f"工作情况{words}"))] == [Severity.ERROR]


@pytest.mark.parametrize(
    "sentence",
    [
        "实行5×8小时服务。",
        "推行“XX+公开”模式。",
        "咨询电话138****0000。",
        "内容还有待补充完善。",
        "于2024 年 1 月 5 日公布，全年 月均更新10条。",
        "于2025年1月20日公布。",
        "打造1+X平台，设立“1+N”个专区。",
        "网址为www.a__b.cn。",
        "编印公开指南示例。",
        "（请在工作日联系）。",
        "申请（请填写《申请表》）。",
        "有3件申请（1件待核实情况）。",
        "公示（含单位名称）。",
        "（请申请人补充材料）。",
        "二○○八年建成，自二○二○年使用。",
        "内容待补充的已整改。",
        "共开展两  次。",
        "落实《××条例》。",
    ],
)
def test_what_only_looks_left_over_is_lawful(sentence: str) -> None:
    assert said("S16", adding(sentence)) == []


@pytest.mark.parametrize("words", ["成效明显（请办公室核实）。", "共3件【此处再确认】。", "在“XX林业”公众号发布。"])
def test_remarks_of_the_writer_and_quoted_masks_are_doubted(words: str) -> None:
    assert [finding.severity for finding in said("S16", adding(words))] == [Severity.WARNING]


LONG = "建立栏目更新台账和按月通报机制。"


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        (f"{LONG}{LONG}", Severity.WARNING),
        (f"{LONG}举办培训两次。{LONG}", Severity.HINT),
        (f"{LONG}建立栏目更新台账。", None),
        ("加强培训。加强培训。", None),
    ],
)
def test_a_sentence_stands_once(text: str, weight: Severity | None) -> None:
    assert [finding.severity for finding in said("S22", adding(text))] == ([weight] if weight else [])


@pytest.mark.parametrize(
    ("number", "complete"),
    [
        ("0431-5551234", True),
        ("5551234", True),
        ("0431-5551", False),
        ("12345", False),
        ("0431-5551234,邮编:130000", True),
    ],
)
def test_a_telephone_number_with_its_area_is_whole(number: str, *, complete: bool) -> None:
    assert (said("S30", adding(f"电话：{number}。", "s6")) == []) is complete


@pytest.mark.parametrize(
    "sentence", ["支持 IPv6 访问。", "开发App上线。", "通过wifi查询。", "发布vlog视频。", "访问www.abc.cn网站。"]
)
def test_usual_latin_words_are_lawful(sentence: str) -> None:
    assert said("S17", adding(sentence)) == []


@pytest.mark.parametrize(
    "sentence",
    ["县政府政府信息公开平台运行。", "一件一件办理。", "逐条逐条核对。", "认认真真落实。", "个个环节。"],
)
def test_repetitions_that_belong_there_are_lawful(sentence: str) -> None:
    assert said("S22", adding(sentence)) == []


def test_doubled_words_become_single() -> None:
    (finding,) = said("S22", adding("公布财政资金资金使用情况。"))
    assert (finding.excerpt, finding.replacement) == ("资金资金", "资金")


@pytest.mark.parametrize(
    ("sentence", "mend"),
    [
        ("截止2024年12月31日，发布信息。", "截至"),
        ("截止到目前，发布信息。", "截至"),
        ("报名截止2024年5月1日。", None),
        ("截止日期为年底。", None),
    ],
)
def test_until_becomes_as_of_before_a_date_only(sentence: str, mend: str | None) -> None:
    assert [finding.replacement for finding in said("S27", adding(sentence))] == ([mend] if mend else [])


def test_the_overview_is_measured_only_against_a_limit_of_the_users_own(monkeypatch: pytest.MonkeyPatch) -> None:
    assert said("S28", lawful()) == []
    monkeypatch.setattr(wordlists, "current", lambda: WordLists(most_words=50))
    (finding,) = said("S28", lawful())
    assert finding.message.startswith("总体情况共 ")
    assert finding.message.endswith(" 字，本地要求一般不超过 50 字。")


@pytest.mark.parametrize("words", ["电话：0523-8888888", "邮编：225000", "电子邮箱：a.b@c.gov.cn"])
def test_whole_contacts_are_lawful(words: str) -> None:
    assert said("S30", adding(f"{words}。", "preamble")) == []


@pytest.mark.parametrize("words", ["电话：", "邮编：2250", "电子邮箱：gov.cn"])
def test_contacts_that_lack_something_are_hinted_at(words: str) -> None:
    assert [finding.severity for finding in said("S30", adding(f"{words}。", "preamble"))] == [Severity.HINT]


@pytest.mark.parametrize(
    ("sentence", "once"),
    [
        ("在县委的正确领导下，在县委的正确领导下，工作平稳有序。", "在县委的正确领导下"),
        ("在县委、县政府的领导下，在县委、县政府的领导下，全面推进。", "在县委、县政府的领导下"),
        ("中心网站不不收取任何费用。", "不"),
        ("上年结转3件件均已办结。", "件"),
        ("及时印发政策的的解读。", "的"),
    ],
)
def test_a_clause_or_a_sign_that_stands_twice_is_told(sentence: str, once: str) -> None:
    (finding,) = said("S22", adding(sentence))
    assert finding.replacement == once
    assert finding.severity is (Severity.WARNING if len(once) > 1 else Severity.HINT)


@pytest.mark.parametrize(
    "sentence",
    [
        "确认是是否公开的问题。",
        "面对对象不同的需求。",
        "办结了了解情况的申请。",
        "目的的确立有依据。",
        "逐项、逐项核对。",
    ],
)
def test_signs_of_two_words_are_not_doubled(sentence: str) -> None:
    assert said("S22", adding(sentence)) == []


def test_what_the_form_says_of_a_part_is_left_over() -> None:
    assert [each.excerpt for each in said("S16", adding("（该部分以文字描述形式报告）"))] == [
        "（该部分以文字描述形式报告）"
    ]
