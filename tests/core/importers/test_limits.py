"""Bounds leave room for every real report."""

from pathlib import Path

from core.form import F2021
from core.importers import limits


def test_a_real_report_is_far_below_every_bound() -> None:
    assert len(F2021.cells) * 100 < limits.MOST_CELLS
    assert max(table.grid_columns for table in F2021.tables) * 10 < limits.MOST_GRID_COLUMNS
    assert limits.MOST_PART_BYTES < limits.MOST_UNPACKED_BYTES


def test_the_sentences_name_the_file_and_what_to_do() -> None:
    for error in (limits.too_big(Path("甲.docx")), limits.damaged(Path("甲.docx"))):
        assert "甲.docx" in error.message
        assert "另存" in error.hint


def test_a_number_that_nothing_real_has_is_none() -> None:
    assert [limits.whole_number(word) for word in ("12", "０7", "", None, "-1", "1.5", "9" * 5000)] == [
        *(12, 7),
        *[None] * 5,
    ]
