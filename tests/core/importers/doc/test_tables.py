"""Rows of binary Word files and the grids they make."""

import struct

import pytest

from core.importers.doc.properties import Layout
from core.importers.doc.story import Line
from core.importers.doc.styles import Style
from core.importers.doc.tables import Frame, Table, columns, frame, rectangle, tree
from tests.core.importers.word97 import row


def framed(*edges: int) -> Frame:
    return Frame(edges, (False,) * (len(edges) - 1))


def test_the_frame_of_a_row_is_told() -> None:
    assert frame(row(0, 3000, 6000)) == framed(0, 3000, 6000)
    assert frame(b"") is None


@pytest.mark.parametrize("flags", [(0, 1, 2, 2), (0, 2, 1, 1), (0, 3, 1, 1)])
def test_cells_merged_sideways_are_covered_but_for_the_first(flags: tuple[int, ...]) -> None:
    found = frame(row(0, 10, 20, 30, 40, flags=flags))
    assert found is not None
    assert found.covered == (False, False, True, True)


def test_two_groups_of_merged_cells_side_by_side_are_two() -> None:
    found = frame(row(0, 10, 20, 30, 40, flags=(1, 2, 1, 2)))
    assert found is not None
    assert found.covered == (False, True, False, True)


def test_a_cell_below_a_merged_one_is_covered() -> None:
    found = frame(row(0, 10, 20, flags=(3 << 5, 1 << 5)))
    assert found is not None
    assert found.covered == (False, True)


@pytest.mark.parametrize(
    ("later", "edges", "covered"),
    [
        (struct.pack("<HBB", 0x5624, 0, 2), (0, 10, 20, 30), (False, True, False)),
        (struct.pack("<HBBB", 0xD62B, 2, 1, 1), (0, 10, 20, 30), (False, True, False)),
        (struct.pack("<HBB", 0x5622, 0, 1), (0, 10, 20), (False, False)),
        (struct.pack("<HBBH", 0x7621, 1, 1, 5), (0, 10, 15, 25, 35), (False, False, False, False)),
        (struct.pack("<HBBH", 0x7623, 0, 2, 7), (0, 7, 14, 24), (False, False, False)),
    ],
    ids=["merge", "vertical", "delete", "insert", "width"],
)
def test_later_properties_change_the_row(later: bytes, edges: tuple[int, ...], covered: tuple[bool, ...]) -> None:
    assert frame(row(0, 10, 20, 30) + later) == Frame(edges, covered)


def test_a_row_that_breaks_off_has_no_frame() -> None:
    assert frame(struct.pack("<HHB", 0xD608, 4, 9) + bytes(2)) is None


def test_edges_nearly_above_each_other_are_one_column() -> None:
    assert columns([framed(0, 3000, 6000), framed(8, 2990, 4500, 6011)]) == [(0, 1, 3), (0, 1, 2, 3)]


def test_near_edges_of_one_row_stay_apart() -> None:
    assert columns([framed(0, 100, 6000), framed(0, 6000)]) == [(0, 1, 2), (0, 2)]
    assert columns([framed(0, 50, 50, 6000)]) == [(0, 1, 2, 3)]


def test_a_wide_cell_stands_first_and_covers_the_rest() -> None:
    grid = rectangle([["头"], ["甲", "1"], ["2"]], [framed(0, 6000), framed(0, 3000, 6000), framed(3000, 6000)])
    assert grid == (("头", None), ("甲", "1"), (None, "2"))


def line(text: str, depth: int = 0, mark: str = "\r", *, ends_row: bool = False) -> Line:
    return Line(text, Layout(depth=depth, ends_row=ends_row), Style(), mark=mark)


def test_two_paragraphs_of_a_cell_are_two_lines() -> None:
    parts = [line("商业", 1), line("企业", 1, "\x07"), line("", 1, "\x07", ends_row=True), line("后")]
    table, after = tree(iter(parts), 9)
    assert isinstance(table, Table)
    assert [cell.text() for cell in table.rows[0].cells] == ["商业\n企业"]
    assert isinstance(after, Line)


def test_a_table_that_breaks_off_keeps_what_it_has() -> None:
    (table,) = tree(iter([line("甲", 1, "\x07"), line("乙", 1)]), 9)
    assert isinstance(table, Table)
    assert [cell.text() for cell in table.rows[0].cells] == ["甲", "乙"]


def test_tables_deeper_than_allowed_are_an_error() -> None:
    with pytest.raises(ValueError, match="10"):
        tree(iter([line("甲", 10)]), 9)
