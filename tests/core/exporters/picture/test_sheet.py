"""Setting words on the sheet."""

import pytest

from core.exporters.faces import Faces
from core.exporters.marks import Shape, Text
from core.exporters.paper import PAGE_HEIGHT
from core.exporters.picture.sheet import LEADING, Sheet, rgb
from tests.core.exporters.invented import needs_chinese_font

pytestmark = needs_chinese_font


def test_words_stand_left_in_the_middle_or_right_of_their_place() -> None:
    sheet = Sheet(Faces())
    for share in (0.0, 0.5, 1.0):
        sheet.put("年报", 100.0, 50.0, 10.0, tag=0, colour="#000000", share=share)
    lefts = [mark.x for mark in sheet.marks if isinstance(mark, Text)]
    assert lefts == pytest.approx([100.0, 90.0, 80.0])
    assert all(
        PAGE_HEIGHT - 50 - 10 * LEADING < mark.y < PAGE_HEIGHT - 50 for mark in sheet.marks if isinstance(mark, Text)
    )


def test_no_words_leave_no_mark() -> None:
    sheet = Sheet(Faces())
    sheet.put("", 100.0, 50.0, 10.0, tag=0, colour="#000000")
    assert sheet.marks == []


def test_long_words_are_broken_and_none_is_lost() -> None:
    sheet = Sheet(Faces())
    text = "行政诉讼：未经复议直接起诉2件，结果维持和其他结果最多"
    lines = sheet.lines(text, 10.0, 158.0)
    assert len(lines) == 2
    assert "".join(piece.text for line in lines for piece in line.pieces) == text
    assert all(line.width <= 158 for line in lines)
    assert sheet.write(lines, 0.0, 20.0, 10.0) == pytest.approx(20 + 2 * 10 * LEADING)


def test_the_cells_of_the_rows_stand_before_those_that_make_them_up() -> None:
    sheet = Sheet(Faces())
    sheet.spot((10.0, 20.0, 30.0, 5.0), ("t3.granted.total", "t3.granted.natural"))
    sheet.spot((10.0, 25.0, 30.0, 5.0), ("t3.partial.total", "t3.partial.natural"))
    assert [spot.target.removeprefix("t3.") for spot in sheet.spots] == [
        "granted.total",
        "partial.total",
        "granted.natural",
        "partial.natural",
    ]
    assert sheet.spots[0][1:5] == (10.0, PAGE_HEIGHT - 25.0, 30.0, 5.0)


def test_areas_count_from_the_upper_edge() -> None:
    sheet = Sheet(Faces())
    sheet.area(10.0, 20.0, 30.0, 5.0, fill="#ff0000")
    assert sheet.marks == [Shape((("re", (10.0, PAGE_HEIGHT - 25.0, 30.0, 5.0)),), (1.0, 0.0, 0.0), None, 0.3)]
    assert rgb("#000000") == (0.0, 0.0, 0.0)


def test_a_line_ends_inside_a_word_only_where_there_is_no_other_way() -> None:
    sheet = Sheet(Faces())
    texts = ("行政规范性文件：现行有效1274162件", "未经复议直接起诉的行政诉讼案件")
    broken = [
        ["".join(piece.text for piece in line.pieces) for line in sheet.lines(text, 10.0, 158.0)] for text in texts
    ]
    assert broken[0] == ["行政规范性文件：", "现行有效1274162件"]
    assert len(sheet.lines(texts[1], 10.0, 80.0)) == 2
