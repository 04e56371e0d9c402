"""Running text: counting, pasting, comparing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.prose import (
    Stretch,
    around,
    as_typed,
    count_words,
    following,
    replaced_part,
    sentences,
    standing,
    statements,
    tidy_pasted,
)


@pytest.mark.parametrize(
    ("text", "words"),
    [("", 0), (" \n　", 0), ("主动公开。", 5), ("2026年，公开 128 条", 7), ("App 和 OA", 3)],
)
def test_words_are_counted_as_office_programs_do(text: str, words: int) -> None:
    assert count_words(text) == words


def test_pasted_paragraphs_lose_indentation_and_empty_lines_but_keep_their_breaks() -> None:
    assert tidy_pasted("　　第一段。\r\n\r\n　　第二段。\r\n") == "第一段。\n第二段。"


def test_a_single_pasted_line_keeps_its_blanks() -> None:
    assert tidy_pasted("公开 ") == "公开 "


def test_a_list_of_a_word_processor_keeps_its_ordinals_and_loses_its_bullets() -> None:
    pasted = "一、\t主要问题\r\n1.\t时效不够。\r\n（二）\t改进情况\r\n\uf0b7\t加强培训。\r\n•\t丰富解读。\r\n"
    assert tidy_pasted(pasted) == "一、主要问题\n1.时效不够。\n（二）改进情况\n加强培训。\n丰富解读。"


def test_a_list_of_libreoffice_and_of_a_browser_is_tidied_alike() -> None:
    pasted = "　　第一段\xa0内容。\n第二段\n    1. 第一项。\n    2. 第二项。\n    • 圆点一。\n"
    assert tidy_pasted(pasted) == "第一段 内容。\n第二段\n1.第一项。\n2.第二项。\n圆点一。"


def test_a_number_that_is_no_ordinal_keeps_its_blank() -> None:
    assert tidy_pasted("2. 5 万元") == "2. 5 万元"


def test_soft_breaks_and_page_breaks_of_a_word_processor_begin_paragraphs() -> None:
    assert tidy_pasted("第一行\v第二行\f第三行\r\n") == "第一行\n第二行\n第三行"


def test_a_row_of_a_table_becomes_a_line() -> None:
    assert tidy_pasted("项目\t件数\r\n新收\t12\r\n") == "项目 件数\n新收 12"


def test_characters_that_nobody_sees_are_not_pasted() -> None:
    assert tidy_pasted("公\u200b开\ufeff\x00信息\xa012\u2028条") == "公开信息 12\n条"


def test_a_text_of_a_file_is_read_as_an_editor_holds_it() -> None:
    assert as_typed("公开\xa012条。\r\n第二段\u2028第三段\r") == "公开 12条。\n第二段\n第三段\n"


def test_a_sentence_ends_at_its_mark_or_at_the_line() -> None:
    text = "一是公开。 二是答复；\n三是保障"
    found = [text[s.start : s.start + s.length] for s in sentences(text)]
    assert found == ["一是公开。", "二是答复；", "三是保障"]


def test_the_part_to_replace_is_the_smallest() -> None:
    part, by = replaced_part("公开12条信息", "公开15条信息")
    assert (part.start, part.length, by) == (3, 1, "5")


def test_a_caret_between_two_sentences_stands_in_the_second() -> None:
    parts = (Stretch(0, 4), Stretch(4, 3), Stretch(9, 2))
    assert [around(parts, place) for place in (0, 3, 4, 7, 8, 11)] == [
        parts[0],
        parts[0],
        parts[1],
        parts[1],
        None,
        parts[2],
    ]


def test_behind_the_last_part_the_first_is_next() -> None:
    parts = (Stretch(0, 4), Stretch(4, 3))
    assert [following(parts, place) for place in (0, 4, 7)] == [parts[1], parts[0], parts[0]]
    assert following((), 0) is None


@given(st.text("公开信息12\n", max_size=12), st.text("公开信息12\n", max_size=12))
def test_replacing_the_part_always_gives_the_other_text(before: str, after: str) -> None:
    part, by = replaced_part(before, after)
    assert before[: part.start] + by + before[part.start + part.length :] == after


@given(st.text(max_size=40) | st.text("•1一.、 \t\xa0\u3000\u200b\n公开", max_size=12))
def test_tidying_what_was_tidied_changes_nothing(text: str) -> None:
    assert tidy_pasted(tidy_pasted(text)) == tidy_pasted(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("（一）主动公开。全年公开信息30条。", {"全年公开信息30条。"}),
        ("（一）主动公开情况\n更新指南。", {"更新指南。"}),
        ("1.主动公开。\n更新指南。", {"更新指南。"}),
        ("（一）制定办法，落实到人。培训两次。", {"（一）制定办法，落实到人。", "培训两次。"}),
        ("工作有序。", {"工作有序。"}),
        ("（一）主动公开。", {"（一）主动公开。"}),
        ("甲。\n收到{t3.new_requests.total}件。\n乙。", {"甲。", "收到{t3.new_requests.total}件。", "乙。"}),
    ],
)
def test_what_a_text_says_leaves_headings_out_that_others_follow(text: str, said: set[str]) -> None:
    assert statements(text) == said


@given(st.text("甲乙。；\n \u3000", max_size=30))
def test_what_stands_in_a_text_is_found_line_by_line_as_in_the_whole(text: str) -> None:
    wanted = frozenset({"甲。", "乙；", "甲乙", "乙"})
    whole = [each for each in sentences(text) if text[each.start : each.start + each.length] in wanted]
    assert list(standing(text, wanted)) == whole
