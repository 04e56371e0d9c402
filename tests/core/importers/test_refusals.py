"""Every kind of file that is not read gets a sentence with what it is and what to do."""

from pathlib import Path

import pytest

from core.importers.extract import NeedsConversionError
from core.importers.kinds import Kind
from core.importers.refusals import locked, not_text, refusal, unsure


@pytest.mark.parametrize("kind", list(Kind))
def test_each_kind_has_a_sentence_and_a_next_step(kind: Kind) -> None:
    error = refusal(Path("云岭县年报.xyz"), kind)
    assert "云岭县年报.xyz" in error.message
    assert error.message.endswith("。")
    assert error.hint.endswith("。")


def test_a_locked_file_and_bytes_without_words_are_told_apart() -> None:
    assert "密码" in locked(Path("年报.doc")).message
    assert "不是文字" in not_text(Path("年报.txt")).message


@pytest.mark.parametrize("kind", list(Kind))
def test_only_what_an_office_program_could_save_anew_asks_for_it(kind: Kind) -> None:
    error = refusal(Path("年报.xyz"), kind)
    asks = isinstance(error, NeedsConversionError) and error.kind is kind
    assert asks == (kind in {Kind.ODT, Kind.ODS, Kind.WPS, Kind.WORD_XML, Kind.EXCEL_XML})


def test_a_word_file_that_we_do_not_know_says_what_to_do() -> None:
    error = unsure(Path("年报.doc"), "读不准。")
    assert (error.message, error.kind) == ("“年报.doc”读不准。", Kind.DOC)
    assert error.hint == "请在 WPS 或 Word 里打开，另存为 .docx，再导入。"
