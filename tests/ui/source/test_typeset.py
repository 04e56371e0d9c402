"""Blocks set in rows."""

import pytest
from PySide6.QtGui import QFont
from pytestqt.qtbot import QtBot

from core.importers.extract import Extract, Grid, Paragraph, Part
from ui.source.typeset import MOST_CHARACTERS, Typeset, edges

EXTRACT = Extract(
    (
        Part("工作表“表三”"),
        Paragraph("总体情况", heading=True),
        Grid((("三、本年度办理结果", "予以公开", "12"), (None, "部分公开", "3")), "第 1 个表格"),
        Paragraph("公开" * 300),
    )
)


def typeset(width: int = 400, extract: Extract = EXTRACT) -> Typeset:
    return Typeset(extract, QFont(), width, {})


def test_a_grid_has_a_row_for_each_of_its_own(qtbot: QtBot) -> None:
    rows = typeset()
    assert len(rows.heights) == 5
    assert [rows.place_of(row) for row in range(5)] == [(0, 0), (1, 0), (2, 0), (2, 1), (3, 0)]


def test_an_origin_becomes_rows_and_ends_where_the_file_ends(qtbot: QtBot) -> None:
    rows = typeset()
    assert rows.rows_of(2, 1, 1) == range(3, 4)
    assert rows.rows_of(2, 0, 9) == range(2, 4)
    assert rows.rows_of(1, 0, 2) == range(1, 4)
    assert rows.rows_of(9, 0, 1) == range(0)


def test_a_long_paragraph_is_wrapped_and_taller_when_narrow(qtbot: QtBot) -> None:
    wide, narrow = typeset(400).height(4), typeset(200).height(4)
    assert narrow > wide * 1.5
    assert wide > typeset().line * 5


def test_a_cell_over_two_rows_gives_each_its_share(qtbot: QtBot) -> None:
    extract = Extract((Grid((("办理结果" * 20, "1"), (None, "2")), "表"),))
    rows = typeset(120, extract)
    alone = typeset(120, Extract((Grid((("办理结果" * 20, "1"),), "表"),)))
    assert abs(rows.height(0) + rows.height(1) - alone.height(0)) <= 8


def test_a_paragraph_without_end_is_shown_in_part(qtbot: QtBot) -> None:
    rows = typeset(400, Extract((Paragraph("公" * 2_000_000),)))
    lines = MOST_CHARACTERS / ((400 - 24) // rows.em)
    assert rows.height(0) < (lines + 3) * (rows.line + 4)


def test_the_cell_at_a_distance_from_the_edge_is_told(qtbot: QtBot) -> None:
    rows = typeset()
    left, width = rows.sides(2, rows.spans(2)[1][1])
    assert rows.span_at(2, 1, left + width // 2) == (1, 1, 1, 1)
    assert rows.span_at(2, 1, 20) == (0, 0, 2, 1)
    assert rows.span_at(2, 1, 399) is None
    assert rows.full_width() <= 400


@pytest.mark.parametrize(
    ("tops", "found"),
    [
        ({3: 0, 4: 20, 5: 40, 6: 60}, (0, 40)),
        ({4: -5, 5: 40, 6: 60}, (-5, 40)),
        ({3: 50, 4: 90}, (50, 100)),
    ],
)
def test_a_cell_of_two_rows_ends_where_its_last_row_does_or_below_the_view(
    tops: dict[int, int], found: tuple[int, int]
) -> None:
    assert edges(3, 2, tops, 100) == found
