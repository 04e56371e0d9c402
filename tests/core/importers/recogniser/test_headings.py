"""Headings of the sections, however they are written."""

import pytest

from core.form import F2021
from core.importers.extract import Extract, Grid, Paragraph
from core.importers.recogniser.headings import Heading, find_headings
from core.importers.recogniser.lines import lines_of


def found(*texts: str) -> dict[int, str]:
    headings, _ = find_headings(lines_of(Extract(tuple(Paragraph(text) for text in texts))))
    return {number: heading.section for number, heading in headings.items()}


@pytest.mark.parametrize("section", F2021.sections, ids=lambda section: section.id)
def test_the_standard_heading_and_every_alias_are_known(section: object) -> None:
    standard = next(each for each in F2021.sections if each == section)
    ordinal = standard.heading.split("、")[0]
    for words in (standard.title, *standard.aliases):
        assert found(f"{ordinal}、{words}") == {0: standard.id}


@pytest.mark.parametrize(
    ("text", "section"),
    [
        ("一、2024年政务公开总体情况", "s1"),
        ("一 、 总体情况", "s1"),
        ("二.主动公开政府信息情况", "s2"),
        ("四、政府信息公开行政复议行政诉讼情况", "s4"),
        ("四、因政府信息公开工作被申请行政复议提起行政诉讼情况", "s4"),
        ("五、工作中存在的问题和改进措施", "s5"),
        ("六、其他需要报告的有关事项", "s6"),
        ("第三部分 收到和处理政府信息公开申请情况", "s3"),
        ("总体情况", "s1"),
        ("前言", "preamble"),
    ],
)
def test_variants_are_known(text: str, section: str) -> None:
    assert found(text) == {0: section}


@pytest.mark.parametrize(
    "text",
    [
        "（一）主动公开政府信息情况",
        "1.主动公开情况",
        "三、本年度办理结果",
        "一、本年新收政府信息公开申请数量",
        "四、结转下年度继续办理",
        "一是总体情况较好。二是主动公开有力。",
        "复议诉讼情况说明如下",
        "2024年总体情况",
    ],
)
def test_what_only_looks_like_one_is_none(text: str) -> None:
    assert found(text) == {}


def test_words_behind_a_heading_are_its_text() -> None:
    headings, _ = find_headings(lines_of(Extract((Paragraph("六、其他需要报告的事项：无其他事项。"),))))
    assert headings == {0: Heading(0, "s6", "无其他事项。", numbered=True, exact=True, words="六、其他需要报告的事项")}


def test_a_table_of_contents_is_left_out() -> None:
    titles = [section.heading for section in F2021.sections]
    text = [f"{title}……{number}" for number, title in enumerate(titles)] + [
        t for title in titles for t in (title, "甲。")
    ]
    assert list(found(*text)) == [6, 8, 10, 12, 14, 16]


def test_headings_one_after_the_other_are_no_contents_if_they_come_but_once() -> None:
    titles = [section.heading for section in F2021.sections]
    assert list(found(*titles)) == [0, 1, 2, 3, 4, 5]


def test_a_heading_of_other_words_is_told_by_its_ordinal_and_place() -> None:
    text = ["四、政府信息公开行政复议、行政诉讼情况", "五、下年工作思考", "正文。", "六、其他需要报告的事项"]
    assert found(*text) == {0: "s4", 1: "s5", 3: "s6"}


def test_a_heading_may_stand_in_a_row_of_a_sheet() -> None:
    grid = Grid((("五、存在的主要问题及改进情况", None), ("一是人手不足。", None), ("规章", "0")), "表")
    assert {n: h.section for n, h in find_headings(lines_of(Extract((grid,))))[0].items()} == {0: "s5"}


def contents_of(*texts: str) -> tuple[dict[int, str], frozenset[int]]:
    headings, contents = find_headings(lines_of(Extract(tuple(Paragraph(text) for text in texts))))
    return {number: heading.section for number, heading in headings.items()}, contents


def test_page_numbers_and_long_rows_of_dots_mark_a_table_of_contents() -> None:
    listed = [
        "一、总体情况2",
        "二、主动公开政府信息情况……3",
        "五、政府信息公开工作存在的主要问题及改进情况………………………………7",
    ]
    real = ["一、总体情况", "正文。", "二、主动公开政府信息情况", "五、政府信息公开工作存在的主要问题及改进情况"]
    assert contents_of(*listed, "", *real) == ({4: "s1", 6: "s2", 7: "s5"}, frozenset({0, 1, 2}))


def test_a_heading_with_a_page_number_in_the_next_cell_is_listed_only() -> None:
    row = Grid((("二、主动公开政府信息情况", "3"),), "第 1 个表格")
    headings, contents = find_headings(lines_of(Extract((Paragraph("一、总体情况1"), row, Paragraph("一、总体情况")))))
    assert ([*headings], contents) == ([2], frozenset({0, 1}))


@pytest.mark.parametrize("text", ["一 概述", "一  2024年总体情况", "四 复议和诉讼情况"])
def test_a_blank_may_stand_behind_the_ordinal(text: str) -> None:
    assert found(text) == {0: "s4" if "复议" in text else "s1"}


def test_bold_sub_headings_are_none_where_the_sections_have_ordinals() -> None:
    texts = [("一、总体情况", True), ("主动公开情况", True), ("正文。", False), ("二、主动公开政府信息情况", True)]
    headings, contents = find_headings(lines_of(Extract(tuple(Paragraph(*each) for each in texts))))
    assert ([*headings], contents) == ([0, 3], frozenset())


def marked(*texts: str) -> dict[int, str]:
    """The headings where every text is bold."""
    headings, _ = find_headings(lines_of(Extract(tuple(Paragraph(text, heading=True) for text in texts))))
    return {number: heading.section for number, heading in headings.items()}


def test_a_bold_line_in_the_form_s_own_words_keeps_others_from_being_headings() -> None:
    assert marked(
        "总体情况", "依申请公开情况", "收到和处理政府信息公开申请情况", "存在的主要问题及改进情况", "存在的问题"
    ) == {
        0: "s1",
        2: "s3",
        3: "s5",
    }


def test_a_bold_line_among_numbered_headings_begins_no_section_out_of_its_place() -> None:
    texts = ("一、总体情况", "存在的问题", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况", "甲")
    assert list(marked(*texts)) == [0, 2, 3]


def test_a_heading_without_its_ordinal_counts_in_its_place() -> None:
    texts = (
        *("一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况"),
        *("存在的主要问题及改进情况", "六、其他需要报告的事项"),
    )
    assert marked(*texts)[3] == "s5"


def test_a_sentence_with_an_ordinal_and_the_words_of_a_heading_is_none() -> None:
    assert found("总体情况", "五、六月间，存在的主要问题及改进情况已在会上说明。", "主动公开政府信息情况") == {
        0: "s1",
        2: "s2",
    }


def test_an_entry_of_a_table_of_contents_is_told_by_the_page_behind_it() -> None:
    assert found("总体情况5", "主动公开信息情况6", "本报告依照条例编写。", "总体情况", "甲。") == {3: "s1"}
