"""The ordinals of numbered lists on a page."""

import pytest

from core.importers.extract import Paragraph
from core.importers.web.page import page


def lines(markup: str) -> list[str]:
    return [block.text for block in page(markup).blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize("style", ["cjk-ideographic", "simp-chinese-informal"])
def test_chinese_counts_are_written_in_chinese(style: str) -> None:
    assert lines(f"<ol style='list-style-type:{style}' start=11><li>甲<li>乙</ol>") == ["十一、甲", "十二、乙"]


def test_a_list_in_a_list_counts_for_itself_and_the_outer_one_goes_on() -> None:
    assert lines("<ol><li>甲<ol><li>子</ol><li>乙</ol>") == ["1.甲", "1.子", "2.乙"]


def test_an_item_may_set_its_own_count() -> None:
    assert lines("<ol><li value=7>甲<li>乙</ol>") == ["7.甲", "8.乙"]


def test_only_the_first_line_of_an_item_is_counted() -> None:
    assert lines("<ol><li><p>甲</p><p>乙</p></ol>") == ["1.甲", "乙"]


def test_a_line_that_counts_itself_is_not_counted_twice() -> None:
    assert lines("<ol><li>一、总体情况</ol>") == ["一、总体情况"]


def test_headings_count_in_chinese_and_those_of_an_inner_list_not_at_all() -> None:
    assert lines("<ol start=2><li><h1>主动公开</h1></ol>") == ["二、主动公开"]
    assert lines("<ol><li><h1>总体情况</h1><ol><li><h2>公开</h2></ol></ol>") == ["一、总体情况", "公开"]


def test_lists_without_marks_show_none() -> None:
    assert lines("<ol style='list-style:none'><li>甲</ol><li>乙") == ["甲", "乙"]
