"""Spans, and tables that only lay out the page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import UserError
from core.importers.extract import Grid, Paragraph
from core.importers.web.page import page
from core.importers.web.tables import span

PROSE = "本局全年主动公开各类政府信息三百余条，群众来信来访得到及时答复，没有发生泄密的事。"


def grids(markup: str) -> list[tuple[tuple[str | None, ...], ...]]:
    return [block.rows for block in page(markup).blocks if isinstance(block, Grid)]


def kinds(markup: str) -> list[str]:
    return [block.name if isinstance(block, Grid) else getattr(block, "text", "") for block in page(markup).blocks]


def test_a_merged_cell_stands_in_its_first_place() -> None:
    assert grids("<table><tr><td rowspan=2>甲<td colspan=2>乙<tr><td>1<td></table>") == [
        (("甲", "乙", None), (None, "1", ""))
    ]


def test_absurd_spans_reach_to_the_edge_and_no_further() -> None:
    assert grids("<table><tr><td colspan=1000>题<tr><td rowspan=65534>甲<td>1<tr><td>2</table>") == [
        (("题", None), ("甲", "1"), (None, "2"))
    ]


def test_no_rows_as_a_span_mean_all_that_follow_in_the_group() -> None:
    markup = "<table><tbody><tr><td rowspan=0>甲<td>1<tr><td>2<tbody><tr><td>乙<td>3</table>"
    assert grids(markup) == [(("甲", "1"), (None, "2"), ("乙", "3"))]


def test_rows_that_are_too_short_hold_nothing_at_their_end() -> None:
    assert grids("<table><tr><td>甲<td>1<tr><td>乙</table>") == [(("甲", "1"), ("乙", None))]


@pytest.mark.parametrize(
    ("written", "meant"), [(None, 1), ("3", 3), ("2px", 2), ("", 1), ("-4", 1), ("９", 9), ("x", 1)]
)
def test_spans_are_taken_as_browsers_take_them(written: str | None, meant: int) -> None:
    assert span(written) == meant


def test_paragraphs_and_breaks_in_a_cell_are_its_lines() -> None:
    assert grids("<table><tr><td><p>商业</p><p>企业</p></td><td>科研<br>机构</td></table>") == [
        (("商业\n企业", "科研\n机构"),)
    ]


def test_a_table_around_prose_and_tables_is_taken_apart() -> None:
    markup = f"<table><tr><td>导航<td><p>{PROSE}</p><table><tr><td>规章<td>3</table><p>{PROSE}</p></td></tr></table>"
    assert kinds(markup) == ["导航", PROSE, "第 1 个表格", PROSE]


def test_a_table_of_one_column_keeps_nothing_apart() -> None:
    assert kinds("<table><tr><td>规章<tr><td>&nbsp;<tr><td>3</table>") == ["规章", "", "3"]


def test_a_table_inside_a_row_of_numbers_follows_it() -> None:
    markup = "<table><tr><td>规章<td>3<td>4<td>5<table><tr><td>甲<td>1</table></table>"
    assert grids(markup) == [(("规章", "3", "4", "5"),), (("甲", "1"),)]


def test_a_frame_in_a_cell_is_part_of_it() -> None:
    assert grids("<table><tr><td>规章<td><table><tr><td>3</table><td>4</table>") == [(("规章", "3", "4"),)]


def test_prose_between_rows_of_one_giant_table_stands_by_itself() -> None:
    markup = f"<table><tr><td>规章<td>3<tr><td colspan=2>{PROSE}<tr><td>许可<td>4</table>"
    assert kinds(markup) == ["第 1 个表格", PROSE, "第 2 个表格"]


@pytest.mark.parametrize("rows", [700, 3000])
def test_spans_that_claim_more_cells_than_a_report_has_are_refused(rows: int) -> None:
    with pytest.raises(UserError, match="不像一份年报"):
        page("<table>" + "<tr><td colspan=256 rowspan=999>甲<td>乙" * rows + "</table>")


CELLS = st.tuples(
    st.integers(0, 5), st.integers(-1, 40), st.sampled_from(["甲", "3", "", "<table><tr><td>1<td>2</table>"])
)


@given(st.lists(st.lists(CELLS, max_size=6), max_size=8))
def test_any_spans_give_full_rectangles(rows: list[list[tuple[int, int, str]]]) -> None:
    markup = "".join(
        "<tr>" + "".join(f"<td rowspan={down} colspan={along}>{words}</td>" for down, along, words in row) + "</tr>"
        for row in rows
    )
    found = page(f"<table>{markup}</table>").blocks
    for block in found:
        if isinstance(block, Grid):
            assert len({len(row) for row in block.rows}) == 1
    shown = "".join(
        block.text if isinstance(block, Paragraph) else "".join(cell or "" for row in block.rows for cell in row)
        for block in found
        if isinstance(block, Paragraph | Grid)
    )
    written = "".join(words if len(words) < 2 else "12" for row in rows for _, _, words in row)
    assert sorted(shown) == sorted(written)
