"""Bytes become the same text in every encoding that offices use."""

import pytest

from core.importers.encodings import decode

WORDS = "云岭县林草局2024年年度报告，新收申请12件。"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
def test_the_words_come_out_whatever_the_encoding(encoding: str) -> None:
    assert decode((WORDS + "\nabc").encode(encoding)) == WORDS + "\nabc"


def test_bytes_that_are_no_text_are_none() -> None:
    assert decode(bytes(range(1, 256)) * 20) is None


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_one_character_that_was_cut_spoils_no_long_text(encoding: str) -> None:
    begun = "局".encode(encoding.removesuffix("-sig"))[:1]
    text = decode((WORDS * 30).encode(encoding) + begun + b"\n12")
    assert text == WORDS * 30 + "\ufffd\n12"
