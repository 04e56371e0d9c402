"""The order of columns as heads print it."""

import pytest

from core.importers.recogniser.heads import T3_COLUMNS, T4_COLUMNS, t2_order, t3_order, t4_is_usual

_DOCUMENTS = ("issued", "repealed", "in_force")
_ORGANISATIONS = ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]


def test_the_usual_order_is_the_forms() -> None:
    assert t3_order([["自然人", "法人或其他组织", "总计"], _ORGANISATIONS]) == T3_COLUMNS
    assert t3_order([]) == T3_COLUMNS


def test_swapped_kinds_are_followed() -> None:
    swapped = ["科研机构", "商业企业", *_ORGANISATIONS[2:]]
    assert t3_order([["自然人", "法人或其他组织", "总计"], swapped])[:3] == ("natural", "research", "business")


def test_the_total_stands_first_only_if_one_row_says_so() -> None:
    assert t3_order([["总计", "自然人", "法人或其他组织"], _ORGANISATIONS])[0] == "total"
    assert t3_order([["申请人情况", "总计"], ["自然人", "法人或其他组织"], _ORGANISATIONS]) == T3_COLUMNS


def test_torn_heads_say_nothing() -> None:
    assert t3_order([["商业", "科研", "企业", "机构", "其他", "自然人"]]) == T3_COLUMNS
    assert t2_order(["现行有效件", "本年废止件数", "制发件数"], "regulations", torn=True) == _DOCUMENTS


def test_whole_heads_of_table_two_are_followed() -> None:
    assert t2_order(["信息内容", "现行有效件数", "本年制发件数", "本年废止件数"], "regulations") == (
        "in_force",
        "issued",
        "repealed",
    )


@pytest.mark.parametrize(
    ("words", "usual"),
    [
        (["行政复议", "行政诉讼", "未经复议直接起诉", "复议后起诉"], True),
        (["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"] * 3, True),
        (["结果纠正", "结果维持", "其他结果", "尚未审结", "总计"] * 3, False),
        (["复议后起诉", "未经复议直接起诉"], False),
        (["结果", "维持"], True),
    ],
)
def test_an_unusual_table_four_is_noticed(words: list[str], *, usual: bool) -> None:
    assert t4_is_usual(words) is usual
    assert len(T4_COLUMNS) == 5
