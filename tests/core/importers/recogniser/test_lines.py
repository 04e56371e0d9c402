"""Everything a reader gives, as lines of cells."""

import pytest

from core.importers.extract import UNCOMPUTED, Extract, Grid, Paragraph, Part
from core.importers.recogniser.lines import Line, grid_names, is_page_number, lines_of


def test_paragraphs_and_rows_become_lines_with_their_place() -> None:
    extract = Extract((Paragraph("甲", heading=True), Part("表"), Grid((("乙", None), ("", "丙")), "第 1 个表格")))
    assert lines_of(extract) == (
        Line(0, ("甲",), 0, None, heading=True),
        Line(1, ("乙", None), 1, 1, block=2, row=0),
        Line(2, ("", "丙"), 1, 1, block=2, row=1),
    )
    assert grid_names(extract) == {1: "第 1 个表格"}


@pytest.mark.parametrize("text", ["- 4 -", "—12—", "-3-", "第 4 页", "第4页共12页", "4/12", "－ 5 －", "· 7 ·"])
def test_running_page_numbers_are_left_out(text: str) -> None:
    assert is_page_number(text)
    assert lines_of(Extract((Paragraph(text),))) == ()


@pytest.mark.parametrize("text", ["4", "-", "0", "-4", "2024年", "", "1.5"])
def test_values_are_no_page_numbers(text: str) -> None:
    assert not is_page_number(text)


def test_the_words_of_a_line_are_its_written_cells() -> None:
    assert Line(0, ("甲 ", None, "", UNCOMPUTED), 0, 1).words == ("甲",)
    assert Line(0, ("甲", "乙"), 0, 1).only is None
    assert Line(0, ("", None), 0, 1).only == ""
