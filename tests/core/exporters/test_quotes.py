"""Narrow and full-width quotation marks."""

import time

import pytest

from core.exporters.quotes import latin_quotes


@pytest.mark.parametrize(
    ("text", "narrow"),
    [
        ("用好“一网通办”平台", ""),
        ("建成“OpenData”平台", ""),
        ("建成 “OpenData” 平台", ""),
        ("“OpenData”平台", ""),
        ("称为‘公开’", ""),
        ("OpenData’s 用户", "’"),
        ("建成“City’s Data”平台", "’"),
        ("名为 Call it “open data” now 的说明", "“”"),
        ("没有引号 it's", ""),
    ],
)
def test_only_what_stands_among_latin_words_is_narrow(text: str, narrow: str) -> None:
    assert "".join(text[at] for at in sorted(latin_quotes(text))) == narrow


@pytest.mark.parametrize("text", ["“" * 20_000, "a “" * 7_000, "a’" * 10_000, "a " * 10_000 + "”"])
def test_endless_quotation_marks_take_no_endless_time(text: str) -> None:
    begun = time.process_time()
    latin_quotes(text)
    assert time.process_time() - begun < 1
