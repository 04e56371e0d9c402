"""Line breaking: what may begin and end a line, what stays together, and that lines are full."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from core.exporters.compose import Line, balanced, compose, even, single
from core.exporters.line_ends import NEVER_FIRST, NEVER_LAST
from core.exporters.tokens import Sort

SIZE = 10.0
MIXED = st.text(alphabet="年报公开，。、；：“”《》（）？12345abc .%…—", min_size=1, max_size=120)


def sorts(text: str) -> list[Sort]:
    return [Sort(char, "song", SIZE if ord(char) > 0x2000 else SIZE / 2) for char in text]


def broken(text: str, em: float, indent: float = 0) -> list[str]:
    return [shown(line).rstrip() for line in compose(sorts(text), em * SIZE, indent * SIZE)]


def shown(line: Line) -> str:
    return "".join(piece.text for piece in line.pieces)


@pytest.mark.parametrize(
    ("text", "em", "lines"),
    [
        ("年报公开年报公开", 5, ["年报公开年", "报公开"]),
        ("年报公开年？报", 5, ["年报公开", "年？报"]),
        ("年报公开（年报）", 5, ["年报公开", "（年报）"]),
        ("年报公开年，报", 5.5, ["年报公开年，", "报"]),
        ("年报12345公", 4, ["年报", "12345公"]),
        ("年报 abcde 公", 4, ["年报", "abcde 公"]),
        ("占100.5%的年", 4, ["占100.5%", "的年"]),
        ("年报……公开", 3, ["年", "报……", "公开"]),
        ("年报公开12件", 5.5, ["年报公开", "12件"]),
        ("年报2031年1月1日起", 6, ["年报2031年", "1月1日起"]),
        ("收费0.16万元整", 4.5, ["收费", "0.16万元", "整"]),
        ("依据第二十条第（一）项", 5, ["依据", "第二十条", "第（一）项"]),
        ("依据第二十条第（一）项", 3, ["依据", "第二十", "条", "第", "（一）", "项"]),
        (
            "见https://www.example.cn/zwgk/nian-bao/2031.html",
            16,
            ["见https://www.example.cn/zwgk/", "nian-bao/2031.html"],
        ),
        ("年报公开 ，年", 4, ["年报公", "开 ，年"]),
        ("申请/答复", 2.5, ["申", "请/答", "复"]),
        ("棠溪县年报.pdf、说明", 6, ["棠溪县", "年报.pdf、说", "明"]),
        ("棠溪县2031年.docx", 6.5, ["棠溪县", "2031年.docx"]),
    ],
    ids=[
        *("full", "no mark first", "no bracket last", "mark hangs", "number", "word", "percent", "ellipsis"),
        *("pieces", "date", "money", "article", "no room for one", "address", "mark behind a blank", "stroke"),
        *("file name", "file name with a year"),
    ],
)
def test_lines_break_where_the_rules_allow_it(text: str, em: float, lines: list[str]) -> None:
    assert broken(text, em) == lines


@pytest.mark.parametrize(
    ("before", "line"),
    [
        ("年报公开年报公开年报公开年报公开", "年报公开年报公开年报公开年报公开〔2021〕"),
        ("年报公开年报公开年报公开年报公开年报", "年报公开年报公开年报公开年报公开年报"),
        ("年报公开年报公开", "年报公开年报公开〔2021〕30号）年报公开"),
    ],
    ids=["below", "whole", "on a line"],
)
def test_the_number_of_a_document_stays_with_its_year_unless_its_line_would_show_gaps(before: str, line: str) -> None:
    assert broken(f"{before}〔2021〕30号）年报公开", 20)[0] == line


def test_the_first_line_is_indented() -> None:
    first, second = compose(sorts("年报公开年报公开"), 5 * SIZE, 2 * SIZE)
    assert (first.pieces[0].x, second.pieces[0].x) == (2 * SIZE, 0)
    assert (shown(first), shown(second)) == ("年报公", "开年报公开")


def test_a_word_wider_than_the_line_is_broken_rather_than_cut() -> None:
    assert broken("1234567890123", 4) == ["12345678", "90123"]


def test_two_marks_side_by_side_share_their_blank_halves() -> None:
    (line,) = compose(sorts("年》（报"), 9 * SIZE)
    assert line.width == 3.5 * SIZE
    assert [(piece.text, piece.x) for piece in line.pieces] == [("年》", 0), ("（报", 1.5 * SIZE)]


def test_words_are_moved_but_not_spread() -> None:
    first = compose(sorts("年报abc公开1234567年"), 7 * SIZE)[0]
    assert [piece.spread > 0 for piece in first.pieces] == [True, False, True]
    assert first.width == pytest.approx(7 * SIZE)


def test_labels_break_into_pairs_of_characters() -> None:
    assert [shown(line) for line in even(tuple(sorts("社会公益组织")), 4.5 * SIZE)] == ["社会公益", "组织"]
    assert [shown(line) for line in even(tuple(sorts("结果维持")), 3.2 * SIZE)] == ["结果", "维持"]
    assert [shown(line) for line in even(tuple(sorts("自然人")), 3.2 * SIZE)] == ["自然人"]


def test_a_narrow_column_rather_takes_a_line_more_than_tear_a_pair() -> None:
    assert [shown(line) for line in even(tuple(sorts("社会公益组织")), 3.2 * SIZE)] == ["社会", "公益", "组织"]


def test_sentences_in_a_cell_break_after_a_mark_or_in_equal_parts() -> None:
    after_mark = balanced(tuple(sorts("部分公开（只计这一情形，不计其他）")), 14 * SIZE)
    assert [shown(line) for line in after_mark] == ["部分公开（只计这一情形，", "不计其他）"]
    assert [shown(line) for line in balanced(tuple(sorts("要求确认或重新出具")), 8 * SIZE)] == [
        "要求确认或",
        "重新出具",
    ]


def test_a_single_line_is_never_broken() -> None:
    assert (shown(single(sorts("12 345"))), single(sorts("12 345")).width) == ("12 345", 3 * SIZE)


def test_nothing_is_made_of_nothing() -> None:
    assert compose([], 100) == []
    assert even((), 100) == balanced((), 100) == ()


FRAGMENTS = (
    *("年报", "公开", "信息", "申请人", "第二十条", "第（一）项", "第12号"),
    *("2031年", "1月20日", "12件", "1,286条", "37.5%", "0.16万元", "３人", "10个工作日"),
    *("JSON", "OpenData", "v2.5", "a/b", "x@y.cn", "A"),
    *("，", "。", "；", "、", "：", "？", "！", "……", "——", "～", "·", "）", "》", "”", "。”", "），"),
    *("（", "《", "“", "“《", "：“", " ", "  ", "/"),
)
WRITTEN = st.lists(st.sampled_from(FRAGMENTS), min_size=1, max_size=90).map("".join)
CROWDED = re.compile("[^\\w\\s]{7}")  # no line can hold what may neither begin nor end one for so long


ADDRESS = re.compile("[0-9A-Za-z]/$")  # may part behind a stroke


def forbidden(lines: list[str]) -> list[str]:
    """Return the lines that begin or end with a mark that must not stand there."""
    first = [line for line in lines[1:] if line[0] in NEVER_FIRST]
    return first + [line for line in lines[:-1] if line[-1] in NEVER_LAST and not ADDRESS.search(line)]


@example("年报年报年报年报年报申请人  ，", 16)
@example("OpenDataOpenDataOpenDataOpenData", 16)
@given(WRITTEN, st.integers(16, 28))
def test_whatever_is_written_no_line_begins_or_ends_wrongly_and_nothing_is_lost(text: str, em: int) -> None:
    lines = compose(sorts(text), em * SIZE, 2 * SIZE)
    words = [shown(line).strip() for line in lines]
    assert re.sub(r"\s", "", "".join(words)) == re.sub(r"\s", "", text)
    assert all(line.width <= em * SIZE + SIZE / 2 + 0.01 for line in lines)
    assert CROWDED.search(text) or forbidden([line for line in words if line]) == []


def test_a_blank_where_a_line_ends_takes_no_room_but_can_be_copied() -> None:
    first, second = compose(sorts("open data"), 3.5 * SIZE, justify=False)
    assert (shown(first), first.width, shown(second)) == ("open ", 2 * SIZE, "data")


@given(MIXED, st.integers(4, 20))
def test_every_character_but_blanks_stays_and_no_line_is_wider_than_half_a_mark_allows(text: str, em: int) -> None:
    lines = compose(sorts(text), em * SIZE)
    assert "".join(map(shown, lines)).replace(" ", "") == text.replace(" ", "")
    assert all(line.width <= em * SIZE + SIZE / 2 + 0.01 for line in lines)


@given(st.lists(st.sampled_from(["年报", "公开，", "（12件）", "《条例》。", "abc"]), min_size=4, max_size=60))
def test_no_line_of_prose_begins_or_ends_with_a_forbidden_mark(parts: list[str]) -> None:
    lines = broken("".join(parts), 9)
    assert not any(line[0] in NEVER_FIRST for line in lines[1:])
    assert not any(line[-1] in NEVER_LAST for line in lines[:-1])


@given(st.lists(st.sampled_from(["年", "报", "公开", "，", "年12月"]), min_size=10, max_size=80))
def test_full_lines_end_at_the_edge_or_hang_by_half_a_mark(parts: list[str]) -> None:
    for line in compose(sorts("甲".join(parts)), 12 * SIZE)[:-1]:
        assert line.width == pytest.approx(12 * SIZE) or line.width == pytest.approx(12.5 * SIZE)
