"""Setting tables."""

import pytest

from core.cells import CellId, Entry, State, number
from core.exporters.faces import Faces
from core.exporters.grids import arrange, draw
from core.exporters.marks import Frame
from core.exporters.pages import grid
from core.exporters.paper import HEIGHT, WIDTH, Paper
from core.form import F2021
from core.report import Report
from tests.core.exporters.invented import full_report, needs_chinese_font

pytestmark = needs_chinese_font


@pytest.mark.parametrize("table", ["t2", "t3", "t4"])
def test_a_full_table_fits_below_its_heading_and_as_wide_as_the_text(table: str) -> None:
    report = full_report()
    layout = arrange(grid(report, report.form.table(table)), Paper(Faces()), HEIGHT - 33)
    assert layout.height <= HEIGHT - 33
    assert layout.edges[-1] == pytest.approx(WIDTH)
    assert layout.cut == 0


def test_type_gets_smaller_where_room_is_short_but_never_below_six() -> None:
    table = grid(full_report(), F2021.table("t3"))
    wide = arrange(table, Paper(Faces()), HEIGHT)
    tight = arrange(table, Paper(Faces()), 300)
    assert {item.size for item in wide.sets} == {9.0}
    assert min(item.size for item in tight.sets if item.place.role) == 7.5


def test_every_line_of_every_cell_is_inside_its_cell() -> None:
    typed = {cell.id: number(10**9 + i) for i, cell in enumerate(F2021.cells.values()) if not cell.computed}
    for table in F2021.tables:
        layout = arrange(grid(Report(typed=typed), table), Paper(Faces()), HEIGHT)
        for item in layout.sets:
            span = item.place.span
            wide = layout.edges[span.column + span.columns] - layout.edges[span.column]
            high = sum(layout.heights[span.row : span.row + span.rows])
            assert max(line.width for line in item.lines) <= wide + item.size / 2 if item.lines else True
            assert item.height <= high + 0.01


def test_a_broken_table_repeats_its_head_rows_and_cuts_no_row() -> None:
    words = Entry("情况说明待补充" * 4, State.TEXT)
    typed = {CellId(f"t3.{row.id}.natural"): words for row in F2021.table("t3").rows}
    paper = Paper(Faces())
    paper.y = HEIGHT / 2
    layout = arrange(grid(Report(typed=typed), F2021.table("t3")), paper, HEIGHT)
    draw(layout, paper)
    assert len(paper.pages) > 1
    for page in paper.pages:
        frames = [mark for mark in page if isinstance(mark, Frame)]
        head = [frame for frame in frames if frame.width == pytest.approx(WIDTH - layout.edges[3])]
        assert len(head) == 1  # 申请人情况
        assert min(frame.y for frame in frames) >= 35 * 72 / 25.4 - 0.1
