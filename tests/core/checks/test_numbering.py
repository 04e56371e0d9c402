"""Family S, the numbering of lists."""

import pytest

from core.checks import catalogue
from core.checks.numbering import number_of
from core.finding import Finding, Severity
from core.report import Report
from tests.core.checks.golden_structure import adding, lawful


def said(code: str, report: Report) -> list[Finding]:
    return [finding for finding in catalogue.run(report).findings if finding.code == code]


@pytest.mark.parametrize(
    "text",
    [
        "（一）主动公开情况\n公开信息。\n（二）平台\n运行平稳。",
        "一是及时；二是准确。\n一是全面；二是有用。",
        "（一）甲。\n1.乙。\n2.丙。\n（二）丁。\n1.戊。",
        "重要的一是质量。",
        "（一）甲。（二）乙。\n（三）丙。",
        "一是甲，首先二是乙；三是丙。",
    ],
)
def test_lists_that_begin_anew_are_in_order(text: str) -> None:
    assert said("S23", lawful(s1=text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "（一）甲。\n（三）乙。",
        "一是甲；二是乙；四是丙。",
        "1.甲。\n2.乙。\n4.丙。",
        "（一）甲。\n（二）乙。\n（二）丙。",
    ],
)
def test_a_number_that_is_left_out_or_comes_twice_is_warned_of(text: str) -> None:
    assert [finding.severity for finding in said("S23", lawful(s1=text))] == [Severity.WARNING]


@pytest.mark.parametrize(
    ("numeral", "number"), [("一", 1), ("十", 10), ("十二", 12), ("二十", 20), ("二十三", 23), ("7", 7)]
)
def test_ordinals_are_read(numeral: str, number: int) -> None:
    assert number_of(numeral) == number


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("一是加强培训；一是完善制度。", True),
        ("存在的问题。一是更新慢。改进措施。一是加强巡查。", False),
        ("（一）公开。一是加强培训。\n（二）管理。一是完善制度。", False),
        ("抓好两项工作：一是加强培训；二是完善制度。", False),
        ("抓好三项工作：一是加强培训；二是完善制度。", True),
        ("存在三个方面的问题：一是慢；二是少；三是浅。抓好两项工作：一是培训；二是督查。", False),
        ("存在两方面问题，一是慢；二是少；三是浅。", True),
    ],
)
def test_a_list_has_as_many_points_as_it_announces(text: str, *, told: bool) -> None:
    assert bool(said("S23", adding(text))) is told
