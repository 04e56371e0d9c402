"""Prose as statements. All sentences are invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.sentences.quantities import Quantity
from core.sentences.statements import Statement, all_closed, statements


def said(text: str) -> list[tuple[Quantity, int]]:
    return [(one.quantities[0], int(one.value)) for one in statements(text)]


BOUND = {
    "新收政府信息公开申请23件，办结二十一件。": [(Quantity.NEW, 23), (Quantity.CLOSED, 21)],
    "全年受理依申请公开两件。": [(Quantity.RECEIVED, 2)],
    "收到政府信息公开申请１２件，上年结转 3 件，结转下年度继续办理1件。": [
        (Quantity.RECEIVED, 12),
        (Quantity.CARRIED_IN, 3),
        (Quantity.CARRIED_FORWARD, 1),
    ],
    "收到政府信息 公开申请 1 2 件(去年 10 件),办结12件;": [(Quantity.RECEIVED, 12), (Quantity.CLOSED, 12)],
    "未收到政府信息公开申请。": [(Quantity.NEW, 0)],
    "未收到行政许可申请，未接到政府信息公开申请。": [(Quantity.NEW, 0)],
    "没有发生因政府信息公开引起的行政复议、行政诉讼。": [(Quantity.REVIEW, 0), (Quantity.LAWSUIT, 0)],
    "政府信息公开申请数量为0件。": [(Quantity.RECEIVED, 0)],
    "政府信息公开申请为零，未因信息公开被复议和诉讼。": [
        (Quantity.NEW, 0),
        (Quantity.REVIEW, 0),
        (Quantity.LAWSUIT, 0),
    ],
    "本年度未制定规章和行政规范性文件。": [(Quantity.RULES_ISSUED, 0), (Quantity.DOCUMENTS_ISSUED, 0)],
    "依申请公开引发的行政复议、行政诉讼均为0件。": [(Quantity.REVIEW, 0), (Quantity.LAWSUIT, 0)],
    "因信息公开被申请行政复议5件，其中维持3件，纠正2件。": [
        (Quantity.REVIEW, 5),
        (Quantity.UPHELD, 3),
        (Quantity.CORRECTED, 2),
    ],
    "制发行政规范性文件3件，废止2件，现行有效20件。": [
        (Quantity.DOCUMENTS_ISSUED, 3),
        (Quantity.DOCUMENTS_REPEALED, 2),
        (Quantity.DOCUMENTS_IN_FORCE, 20),
    ],
    "制定政府规章2件、行政规范性文件7件。": [(Quantity.RULES_ISSUED, 2), (Quantity.DOCUMENTS_ISSUED, 7)],
    "（二）依申请公开情况\n收到3件，均已答复。": [(Quantity.RECEIVED, 3)],
    "办结政府信息公开申请9件：予以公开4件、部分公开2，无法提供的2件，作其他处理（含主动撤回）1件。": [
        (Quantity.CLOSED, 9),
        (Quantity.GRANTED, 4),
        (Quantity.PARTIAL, 2),
        (Quantity.UNABLE, 2),
        (Quantity.OTHER, 1),
    ],
    "收到依申请公开8件，其中自然人6件，法人和其他组织2件。": [
        (Quantity.RECEIVED, 8),
        (Quantity.BY_PERSONS, 6),
        (Quantity.BY_LEGAL_PERSONS, 2),
    ],
    "依申请公开新收5件，其中2件结转下年度办理。": [(Quantity.NEW, 5), (Quantity.CARRIED_FORWARD, 2)],
    "通过网站、信函等多种方式收到政府信息公开申请6件。": [(Quantity.RECEIVED, 6)],
}
UNBOUND = (
    "依申请公开信箱收到留言11件。",
    "收到政府信息公开申请30余件。",
    "收到政府信息公开申请较上年增加3件。",
    "热线受理3件。",
    "2025年计划办理政府信息公开申请20件。",
    "依申请公开情况见附件第3条。",
    "办理依申请公开3至5件。",
    "依申请公开做到受理一件、办结一件。",
    "上半年收到政府信息公开申请5件。",
    "通过信函收到政府信息公开申请5件。",
    "收到关于征地的政府信息公开申请5件。",
    "对7件政府信息公开申请收取信息处理费。",
    "未收到邮寄的政府信息公开申请。",
    "未收到行政许可申请。",
    "政府信息公开行政复议没有被纠正的情况。",
    "审理政府信息公开行政复议案件9件。",
    "政府信息公开一审行政诉讼案件2件。",
    "另有2件行政规范性文件有效期届满失效。",
    "制发行政规范性文件和政策文件12件。",
    "未制定规范性文件审查办法。",
    "印发《政府信息公开申请办理规范》等文件3件。",
    "对2件政府信息公开申请延期答复。",
    "1月至6月收到政府信息公开申请5件。",
    "政府信息公开申请中正在办理3件。",
)


@pytest.mark.parametrize("text", BOUND)
def test_what_the_words_bind_is_bound(text: str) -> None:
    assert said(text) == BOUND[text]


@pytest.mark.parametrize("text", UNBOUND)
def test_what_counts_something_else_is_not_bound(text: str) -> None:
    assert said(text) == []


def test_after_another_matter_the_topic_is_gone() -> None:
    assert said("收到政府信息公开申请2件。受理网民留言60条，答复60条，已办结60件。") == [(Quantity.RECEIVED, 2)]


def test_an_organ_that_is_named_owns_the_numbers_of_its_sentence() -> None:
    text = "全县收到政府信息公开申请9件，其中县公安局新收4件，办理结转下年度1件。全县办结8件。"
    assert [(one.scope, int(one.value)) for one in statements(text)] == [
        ("", 9),
        ("县公安局", 4),
        ("县公安局", 1),
        ("", 8),
    ]


def test_a_year_in_brackets_ends_with_them() -> None:
    text = "2024年收到政府信息公开申请9件（2023年收到7件），办结8件。"
    assert [(one.year, int(one.value)) for one in statements(text)] == [(2024, 9), (2023, 7), (2024, 8)]


def test_the_years_between_which_requests_are_carried_are_told() -> None:
    text = "2024年依申请公开2023年结转3件，结转至2025年1件。"
    assert [(one.year, one.carried_year) for one in statements(text)] == [(2024, 2023), (2024, 2025)]


def test_quantities_named_together_count_together() -> None:
    (one,) = statements("政府信息公开申请予以公开和部分公开共7件。")
    assert (one.together, one.quantities) == (True, (Quantity.GRANTED, Quantity.PARTIAL))


@pytest.mark.parametrize(
    "text",
    [
        "备案政府信息公开领域行政复议案件3件。",
        "全年发生行政诉讼2件。",
        "清理行政规范性文件，废止行政规范性文件6件。",
        "历年依申请公开。累计收到政府信息公开申请12件。",
        "政府信息公开申请中撤回的不计，全年办理9件。",
    ],
)
def test_what_may_count_something_alike_is_doubtful(text: str) -> None:
    assert [one.doubtful for one in statements(text)] == [True]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("收到政府信息公开申请3件，均已办结。", ["均已办结"]),
        ("政府信息公开申请均已按时答复。", []),
        ("收到政府信息公开申请3件，受理来信5件，均已办结。", []),
    ],
)
def test_all_closed_is_said_of_requests_only(text: str, found: list[str]) -> None:
    assert [text[one.start : one.end] for one in all_closed(text)] == found


VERBS = ["收到", "新收", "办结", "答复", "上年结转", "结转下年度", "维持", "其中", "未", "没有", "约", "余"]
OBJECTS = ["政府信息公开申请", "依申请公开", "行政复议", "3", "12", "十二", "３", "件", "条", "2023年"]
MARKS = ["，", "。", "（", "）", "、", "：", "\n"]
WORDS = st.lists(st.sampled_from(VERBS + OBJECTS + MARKS), max_size=25).map("".join)


@given(WORDS | st.text(max_size=80))
def test_no_text_falls_and_each_statement_stands_in_it(text: str) -> None:
    for one in statements(text):
        assert 0 <= one.start <= one.number_at < one.end <= len(text) or one.said
        assert isinstance(one, Statement)


@pytest.mark.parametrize("span", ["个工作日", "个月", "个方面", "个平台", "个环节"])
def test_working_days_and_the_like_are_no_documents(span: str) -> None:
    assert [said.value for said in statements(f"制发行政规范性文件2件，均在印发后10{span}内公布。")] == [2]
