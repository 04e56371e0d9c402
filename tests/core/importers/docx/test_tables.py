"""Tables of Word files as grids."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from core.errors import UserError
from core.importers.docx.tables import Counted, blocks_of_table
from core.importers.extract import Grid, Paragraph
from tests.core.importers.papers import W, p, tbl, tc


def read(table: str) -> list[Paragraph | Grid]:
    def unwrapped(cell: etree._Element) -> Iterator[Paragraph]:
        yield Paragraph(f"{len(cell)} parts")

    root = etree.fromstring(f'<w:body xmlns:w="{W}">{table}</w:body>')
    return list(blocks_of_table(root[0], Counted(Path("报告.docx")), unwrapped))


def test_merged_cells_stand_in_their_first_place() -> None:
    rows = [[tc("甲", span=2), tc("乙", merge="restart")], [tc("1"), tc("2"), tc("", merge="continue")]]
    assert read(tbl(rows)) == [Grid((("甲", None, "乙"), ("1", "2", None)), "第 1 个表格")]


def test_a_table_inside_a_cell_follows_its_table() -> None:
    cell = f"<w:tc>{tbl([[tc('内')]])}{p('外')}</w:tc>"
    assert read(tbl([[tc("甲"), tc("乙"), cell]])) == [
        Grid((("甲", "乙", "外"),), "第 1 个表格"),
        Grid((("内",),), "第 2 个表格"),
    ]


def test_a_layout_is_unwrapped() -> None:
    cell = f"<w:tc>{tbl([[tc('内')]])}{p('外')}</w:tc>"
    assert read(tbl([[cell]])) == [Paragraph("2 parts")]


def test_too_many_columns_are_refused() -> None:
    with pytest.raises(UserError, match="太大"):
        read(tbl([[tc("甲", span=200), tc("乙", span=200)]]))
