"""Text of RTF put where it belongs."""

from pathlib import Path

import pytest

from core.errors import UserError
from core.importers.extract import Paragraph
from core.importers.rtf.reading import Reading, end_paragraph, put, put_bytes, put_sign
from core.importers.rtf.tokens import Tokens


def reading() -> Reading:
    return Reading(Path("报告.rtf"), Tokens(b"", 0))


def test_bytes_that_stand_for_a_letter_of_unicode_are_passed_over() -> None:
    state = reading()
    put(state, "溪")
    state.passed = 2
    put_bytes(state, b"?")
    put_bytes(state, b"?A")
    put_sign(state, b"~")
    end_paragraph(state)
    assert state.story.blocks == [Paragraph("溪A\u00a0")]


def test_more_tables_within_tables_than_bounds_allow_are_refused() -> None:
    with pytest.raises(UserError, match="太大"):
        end_paragraph(reading(), 1_000_000)
