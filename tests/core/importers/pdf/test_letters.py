"""Characters of PDF files become ordinary ones."""

import pytest

from core.importers.pdf.letters import UNREADABLE, ordinary, unreadable


@pytest.mark.parametrize(
    ("odd", "plain"),
    [
        ("⾏政许可", "行政许可"),  # a radical in place of the character
        ("⼾籍", "户籍"),
        ("⻓期", "长期"),
        ("⺠政局", "民政局"),
        ("金\uf90a", "金金"),  # a compatibility ideograph
        ("ﬁle", "file"),
        ("︵一︶", "(一)"),
        ("甲\u3000乙\u00a0丙", "甲 乙 丙"),
        ("12\x02", "12-"),  # what PDFium makes of a hyphen at the end of a line
        ("12\ufffe", "12-"),
    ],
)
def test_forms_that_only_look_alike_become_the_character(odd: str, plain: str) -> None:
    assert ordinary(odd) == plain


def test_full_width_digits_and_ordinary_punctuation_stay() -> None:
    assert ordinary("１２３，（一）“甲”—…12%") == "１２３，（一）“甲”—…12%"


def test_a_character_without_a_code_is_never_left_out() -> None:
    assert ordinary("1\x010") == f"1{UNREADABLE}0"


def test_marks_of_symbol_fonts_do_not_count_as_unreadable() -> None:
    assert unreadable("\uf0b7甲乙") == 0
    assert unreadable("\ue123\ufffd甲") == 2
