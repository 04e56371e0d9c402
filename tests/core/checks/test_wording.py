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
    ],
)
def test_what_only_looks_left_over_is_lawful(sentence: str) -> None:
    assert said("S16", adding(sentence)) == []


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


@pytest.mark.parametrize("sentence", ["的的确确提高了。", "市府信息公开专栏。", "人人参与。"])
def test_right_words_are_no_slips(sentence: str) -> None:
    assert said("S31", adding(sentence)) == []


def test_a_missing_character_of_a_fixed_term_is_put_back() -> None:
    (finding,) = said("S31", adding("加强府信息公开平台建设。"))
    assert (finding.excerpt, finding.replacement) == ("府信息公开", "政府信息公开")


@pytest.mark.parametrize(
    ("sentence", "weights"),
    [
        ("学习党的二十届三中全会精神。", []),
        ("学习党的二十大和二十届二中、三中全会精神。", []),
        ("学习党的十九届六中全会精神。", [Severity.HINT]),
        ("党的十九大以来，公开不断深化。", []),
        ("学习党的十九届六中全会精神。学习党的二十大精神。", [Severity.HINT]),
        ("学习党的十九大、二十大精神。", []),
        ("学习党的二十届三中、四中全会精神。", [Severity.HINT]),
        ("开展党史学习教育。", [Severity.HINT]),
        ("落实《关于党史学习教育的意见》。", [Severity.HINT]),
    ],
)
def test_meetings_belong_to_their_years(sentence: str, weights: list[Severity]) -> None:
    assert [finding.severity for finding in said("S32", adding(sentence))] == weights


def test_a_meeting_that_was_not_held_yet_is_a_warning() -> None:
    report = Report(unit="青禾县林业局", year=2022, texts={"s1": "学习党的二十届三中全会精神。"})
    assert [finding.severity for finding in said("S32", report)] == [Severity.WARNING]


def test_a_meeting_of_next_year_may_be_planned_for() -> None:
    assert said("S32", adding("2025年将贯彻党的二十届四中全会精神。", "s5")) == []
