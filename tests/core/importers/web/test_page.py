"""What a page shows, line by line."""

import pytest

from core.errors import UserError
from core.importers.extract import Paragraph
from core.importers.limits import MOST_PARAGRAPHS, MOST_TAGS
from core.importers.web.page import MOST_DEEP, page


def lines(markup: str) -> list[str]:
    return [block.text for block in page(markup).blocks if isinstance(block, Paragraph)]


def headings(markup: str) -> list[str]:
    return [block.text for block in page(markup).blocks if isinstance(block, Paragraph) and block.heading]


def test_source_line_breaks_are_blanks_and_none_inside_chinese_words() -> None:
    assert lines("<p>政府信息\n   公开\nhello\nworld</p>") == ["政府信息公开 hello world"]


def test_a_source_line_break_behind_an_ordinal_is_the_blank_that_parts_it_from_the_title() -> None:
    assert lines("<p>三\n收到和处理\n申请情况</p>") == ["三 收到和处理申请情况"]


def test_a_line_break_element_begins_a_line() -> None:
    assert lines("甲<br>乙<br><br>丙") == ["甲", "乙", "", "丙"]


def test_blank_paragraphs_are_kept_and_blanks_between_blocks_are_not() -> None:
    assert lines("<p>甲</p>\n\n<p>&nbsp;</p>\n<p></p><div>&nbsp;</div><div></div>\n<p>乙<br></p>") == [
        "甲", "", "", "", "", "乙"
    ]  # fmt: skip


def test_words_of_inline_elements_are_one_word() -> None:
    assert lines("<p><span>13</span><font>6<b>12</b></font></p>") == ["13612"]


@pytest.mark.parametrize(
    "hidden",
    [
        "<div style='DISPLAY: none'>藏</div>",
        "<span hidden>藏</span>",
        "<p style='visibility:hidden'>藏</p>",
        "<span style='mso-hide:all'>藏</span>",
        "<script>document.write('藏')</script>",
        "<style>藏</style>",
        "<noscript>藏</noscript>",
        "<nav>藏</nav>",
        "<footer>藏</footer>",
        "<del>藏</del>",
        "<!-- 藏 -->",
        "<!--[if gte mso 9]><xml>藏</xml><![endif]-->",
        "<select><option>藏</select>",
    ],
)
def test_what_nobody_sees_is_not_read(hidden: str) -> None:
    assert "".join(lines(f"<div>甲{hidden}乙</div>")) == "甲乙"


def test_a_body_hidden_until_its_scripts_have_run_is_read() -> None:
    assert lines("<body style='display:none'><p>甲</p></body>") == ["甲"]


def test_the_ordinal_that_word_writes_for_old_browsers_stays() -> None:
    markup = (
        "<p><![if !supportLists]><span style='mso-list:Ignore'>一、<span>&nbsp;</span></span><![endif]>总体情况</p>"
    )
    assert lines(markup) == ["一、 总体情况"]


def test_headings_and_bold_lines_are_marked() -> None:
    markup = (
        "<h2>甲</h2><p><b>乙</b></p><p><strong>丙</strong>其他</p><p style='font-weight:700'>丁</p>"
        "<p style='font-weight:bold'><span style='font-weight:normal'>戊</span></p><p><b>己</b>&nbsp;<b>庚</b></p>"
    )
    assert headings(markup) == ["甲", "乙", "丁", "己 庚"]


def test_numbered_lists_show_their_ordinals() -> None:
    assert lines("<ol start=3><li>甲<li>乙</ol><ul><li>丙</ul>") == ["3.甲", "4.乙", "丙"]


def test_preformatted_lines_stay_apart() -> None:
    assert lines("<pre>规章 3 5\n行政许可 7\n</pre>") == ["规章 3 5", "行政许可 7"]


def test_loose_words_in_a_table_are_not_lost() -> None:
    assert lines("<table><caption>表二</caption></table>") == ["表二"]


def test_thousands_of_open_elements_are_read_to_the_end() -> None:
    assert lines("<font>" * 1500 + "甲" + "<p>乙") == ["甲", "乙"]


@pytest.mark.parametrize(
    "markup",
    [
        "<b>" * (MOST_TAGS + 1),
        "<div>" * 5000 + "甲",
        "<div>" * (MOST_DEEP + 20) + "甲",
        "<table><tr><td>" * 100 + "甲",
        "<br>" * (MOST_PARAGRAPHS * 3),
    ],
    ids=["tags", "depth", "depth that every parser takes", "tables in tables", "lines"],
)
def test_more_than_a_report_can_hold_is_refused(markup: str) -> None:
    with pytest.raises(UserError, match="不像一份年报"):
        page(markup)


def test_the_site_is_cut_off_the_name_of_a_page_and_the_name_stands_last() -> None:
    markup = "<title>云岭县年报 - 山前市政府</title><meta name=ArticleTitle content='云岭县2024年年报'><p>甲</p>"
    assert lines(markup) == ["甲", "云岭县2024年年报", "云岭县年报"]
