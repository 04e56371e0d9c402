"""Words as markup."""

import html

from hypothesis import given
from hypothesis import strategies as st

from core.exporters.html_words import words


def test_signs_of_markup_are_escaped_and_quotation_marks_are_not() -> None:
    assert words('甲<乙>&"丙"') == '甲&lt;乙&gt;&amp;"丙"'


def test_blanks_that_a_browser_would_swallow_are_hard_ones() -> None:
    assert words("甲 乙") == "甲 乙"
    assert words("甲   乙") == "甲\u00a0\u00a0 乙"
    assert words(" 甲 ") == "\u00a0甲\u00a0"


def test_line_ends_are_breaks() -> None:
    assert words("甲\r\n乙\n丙\r丁") == "甲<br>乙<br>丙<br>丁"


@given(st.text())
def test_every_other_character_comes_back(text: str) -> None:
    back = html.unescape(words(text).replace("<br>", "\n")).replace("\u00a0", " ")
    unescaped = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u00a0", " ")
    assert back == unescaped
