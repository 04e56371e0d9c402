"""Family S, years in the texts: lawful mentions of other years, and the mends."""

import pytest

from core.checks import catalogue
from core.finding import Finding, Severity
from core.report import Report
from tests.core.checks.golden_structure import adding, lawful
from tests.examples import TEXTS


def said(code: str, report: Report) -> list[Finding]:
    return [finding for finding in catalogue.run(report).findings if finding.code == code]


@pytest.mark.parametrize(
    "sentence",
    [
        "2023年收到9件，2024年收到12件。",
        "与2023年相比，公开数量上升。",
        "2023年，上年结转的申请均已答复。",
        "印发《2023年度公开工作方案》。",
        "2023年印发的办法得到落实。",
        "2023年底建成的公开专区投入使用。",
        "落实2023年梳理的清单。",
        "到2035年，基本建成法治政府的目标更加明确。",
        "落实青政办发〔2023〕5号文件要求。",
        "门户网站自2019年上线以来运行平稳。",
        "公开2023年度部门决算。",
        "条例于2019年5月15日起施行。",
        "2023年12月印发的办法得到落实。",
        "2020年，我局公开专区建成使用至今。",
        "针对2023年存在的问题逐项整改。",
        "2023年结转的申请4件已在本年办结，结转2025年办理2件。",
        "2021年，我局建立会商机制，由办公室印发通知。",
        "去年收到9件，今年收到12件。",
        "去年共收到申请9件，比上一年少。",
        "上年度结转的申请均已办结。",
    ],
)
def test_other_years_are_lawful_where_the_words_say_why(sentence: str) -> None:
    assert said("S18", adding(sentence)) == []


@pytest.mark.parametrize(
    ("sentence", "mend"),
    [
        ("2023年，我局受理咨询电话40余次。", "2024年"),
        ("（四）监督。2023 年度全县共举办培训两次。", "2024 年"),
        ("截至2023年底，我局更新栏目30个。", "2024年"),
        ("2023年5月，我局举办开放日活动。", "2024年"),
        ("2025年，全县收到申请3件。", "2024年"),
        ("2032年，全县收到申请3件。", "2024年"),
        ("严格执行收费规定，2023年有3件申请收取费用。", "2024年"),
        ("青禾县林业局2023年共公开信息20条。", "2024年"),
        ("2025年，全面加强公开队伍建设，举办培训3次。", "2024年"),
        ("2023年，我局发布信息16条，其中预算决算4条，较上年多2条。", "2024年"),
        ("2023年，全县发出收费通知3件。", "2024年"),
        ("结转2024年继续办理2件。", "2025年"),
    ],
)
def test_a_fact_of_another_year_is_doubted(sentence: str, mend: str) -> None:
    (finding,) = said("S18", adding(sentence))
    assert (finding.severity, finding.replacement) == (Severity.WARNING, mend)


@pytest.mark.parametrize(("year", "doubts"), [(2023, [Severity.HINT]), (2024, []), (2025, [])])
def test_the_years_list_of_tasks_is_that_of_the_year(year: int, doubts: list[Severity]) -> None:
    assert [finding.severity for finding in said("S18", adding(f"落实《{year}年全县政务公开工作要点》。"))] == doubts


def test_plans_for_next_year_are_lawful() -> None:
    assert said("S18", adding("2025年，我局将举办培训。")) == []
    assert said("S18", lawful(s5="公开不够及时。2025年，全面提高公开的质量。")) == []


def test_the_preamble_names_the_report_of_the_year() -> None:
    (finding,) = said("S18", lawful(preamble=f"{TEXTS['preamble']}现公布2023年政府信息公开工作年度报告。"))
    assert (finding.section, finding.replacement) == ("preamble", "2024年")


@pytest.mark.parametrize(
    "sentence", ["加强巡查，去年未发生安全事故。", "上年度没有收取费用。", "去年，我局举办培训3次。"]
)
def test_a_sentence_of_last_year_that_compares_nothing_is_doubted(sentence: str) -> None:
    assert [finding.severity for finding in said("S18", adding(sentence))] == [Severity.WARNING]


@pytest.mark.parametrize(
    ("sentence", "mend"),
    [
        ("2024年，我局将继续加强培训。", "2025年"),
        ("2023年，我局将从以下方面改进：一是加强培训。", "2025年"),
        ("2024年工作打算：加强培训。", "2025年"),
        ("2024年，我局将加强公开作为重点工作，举办培训两次。", None),
        ("2024年，我局将政务公开纳入考核。", None),
        ("2025年，我局将继续加强培训。", None),
    ],
)
def test_a_plan_is_made_for_the_year_to_come(sentence: str, mend: str | None) -> None:
    found = said("S18", lawful(s5=f"公开的及时性还不够，解读形式单一。{sentence}"))
    assert [finding.replacement for finding in found] == ([mend] if mend else [])


def test_a_judgement_of_last_year_is_passed_in_this_one() -> None:
    assert said("S18", adding("2023年度政务公开考核中，全县排名第2位。")) == []


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("办结申请9件，结转2024年3件。", "2024年"),
        ("新收申请9件，加上2022年结转的3件，共12件。", "2022年"),
    ],
)
def test_the_years_between_which_requests_are_carried_follow_from_the_reports(sentence: str, words: str) -> None:
    assert [each.excerpt for each in said("S18", adding(sentence))] == [words]


def test_requests_carried_over_the_right_years_are_lawful() -> None:
    assert said("S18", adding("加上2023年结转的3件，共12件，结转2025年1件。")) == []


def test_the_problems_of_section_five_are_those_of_the_year() -> None:
    (finding,) = said("S18", lawful(s5="2023年存在的主要问题：公开的形式还比较单一，解读不够生动，已逐项改进。"))
    assert (finding.excerpt, finding.replacement) == ("2023年", "2024年")


def test_a_year_is_not_compared_with_itself() -> None:
    assert [each.excerpt for each in said("S18", adding("2023年，新收申请9件，较2023年的7件增加2件。"))] == ["2023年"]
    assert said("S18", adding("2024年，新收申请9件，较2023年的7件增加2件。")) == []


def test_what_the_preamble_reports_of_is_the_year() -> None:
    report = lawful(preamble=f"{TEXTS['preamble']}现将2023年政府信息公开工作情况报告如下。")
    assert [each.excerpt for each in said("S18", report)] == ["2023年"]


def test_last_years_carry_over_in_the_same_sentence_is_no_excuse() -> None:
    assert [each.excerpt for each in said("S18", adding("上年结转2件，办结8件，结转2024年3件。"))] == ["2024年"]
