"""The printed words of the form, looked up as files write them."""

import pytest

from core.form import F2021
from core.importers.recogniser.labels import (
    begun_row,
    ends_with_head,
    find_bare_row,
    find_head,
    find_row,
    is_group,
    is_piece,
    may_begin_row,
    resembling_row,
    row_named,
)


def test_every_row_is_found_by_its_label_and_its_aliases() -> None:
    for name in ("t2", "t3"):
        for row in F2021.table(name).rows:
            for words in (row.label, *row.aliases):
                match = find_row(words)
                assert match is not None
                assert (match.table, match.row) == (name, row.id)


@pytest.mark.parametrize(
    ("words", "row"),
    [
        ("(二) 部分公开(区分处理的, 只计这一情形, 不计其他情形)", "partial"),
        ('3、危及"三安全一稳定"', "denied_safety_stability"),
        ("三、本年度办理结果（一）予以公开", "granted"),
        ("（三）不予公开\n1.属于国家秘密", "denied_state_secret"),
        ("三、本年度办理结果（七）总计", "total_handled"),
        ("规范性文件", "normative_docs"),
    ],
)
def test_other_ways_to_write_a_label_are_known(words: str, row: str) -> None:
    match = find_row(words)
    assert match is not None
    assert match.row == row


@pytest.mark.parametrize("words", ["其他", "总计"])
def test_words_that_are_a_column_too_need_their_ordinal(words: str) -> None:
    assert find_row(words, ("t3",)) is None
    assert find_bare_row(words, ("t3",)) is not None


def test_a_misspelt_label_resembles_only_one_row_and_not_surely() -> None:
    match = resembling_row("1.本机关不掌握有关政府信息")
    assert match is not None
    assert (match.row, match.surely) == ("unable_not_held", False)
    assert resembling_row("其他主动公开文件") is None
    assert resembling_row("申请") is None


def test_a_torn_label_names_its_row_once_it_can_be_no_other() -> None:
    assert begun_row("申请人", "t3") is None
    assert may_begin_row("申请人", "t3")
    assert begun_row("申请人逾期未按收费通", "t3") == (
        "other_unpaid_fee",
        "知要求缴纳费用行政机关不再处理其政府信息公开申请",
    )


def test_heads_stand_one_above_the_other() -> None:
    assert ends_with_head("法人或其他组织商业企业", "t3") == "business"
    assert ends_with_head("申请人情况", "t3") is None
    assert find_head("商业\n企业", "t3") == "business"


def test_groups_and_torn_pieces_belong_to_the_table() -> None:
    assert is_group("（三）不予公开", "t3")
    assert is_group("第二十条 第(一)项", "t2")
    assert is_piece("法提供", "t3")
    assert not is_piece("今年工作", "t3")


def test_rows_have_names() -> None:
    row = row_named("granted")
    assert row is not None
    assert row.label == "（一）予以公开"
    assert row_named("nothing") is None
