"""Tables that flow down the pages."""

import pytest

from core.exporters.faces import Faces
from core.exporters.marks import Frame, Text
from core.exporters.paper import HEIGHT, PAGE_HEIGHT, TOP, Paper
from core.exporters.ruled import Cell, Row, arrange, draw
from tests.core.exporters.invented import needs_chinese_font

pytestmark = needs_chinese_font

HEAD = Row((Cell("序号"), Cell("问题")))
LONG = "补正后办结的件数不一致，" * 250 + "请核对原因"


def rows(count: int, least: float = 0.0) -> list[Row]:
    return [Row((Cell(f"第{number}行"), Cell("话")), least) for number in range(count)]


def shown(paper: Paper) -> list[list[str]]:
    """Return the lines of each page."""
    return [
        ["".join(piece.text for piece in mark.pieces) for mark in page if isinstance(mark, Text)]
        for page in paper.pages
    ]


def test_the_head_stands_again_on_every_page() -> None:
    paper = Paper(Faces())
    draw(arrange((1, 4), rows(70), paper, HEAD), paper)
    pages = shown(paper)
    assert len(pages) == 3
    assert all(page[:2] == ["序号", "问题"] for page in pages)
    assert [line for page in pages for line in page if line.startswith("第")] == [
        f"第{number}行" for number in range(70)
    ]


def test_a_row_that_fits_on_the_next_page_goes_there_as_a_whole() -> None:
    paper = Paper(Faces())
    four_lines = Row((Cell("最后"), Cell("一\n二\n三\n四")))
    draw(arrange((1, 4), [*rows(28), four_lines], paper), paper)
    assert shown(paper)[1] == ["最后", "一", "二", "三", "四"]


def test_a_row_longer_than_a_page_parts_between_its_lines_and_loses_none() -> None:
    paper = Paper(Faces())
    draw(arrange((1, 4), [*rows(25), Row((Cell("1"), Cell(LONG)))], paper, HEAD), paper)
    pages = shown(paper)
    assert "".join(line for page in pages for line in page if len(line) > 5) == LONG
    assert all(len(page) >= 4 for page in pages)
    lowest = min(mark.y for page in paper.pages for mark in page if isinstance(mark, Frame | Text))
    assert lowest >= PAGE_HEIGHT - TOP - HEIGHT - 0.01


def test_a_word_longer_than_its_column_is_broken() -> None:
    paper = Paper(Faces())
    table = arrange((1, 4), [Row((Cell("w" * 200), Cell("")))], paper)
    draw(table, paper)
    width = table.edges[1]
    assert "".join(shown(paper)[0]) == "w" * 200
    assert all(line.width <= width for line in table.rows[0].lines[0])


def test_cells_side_by_side_share_one_line_and_fill_the_paper() -> None:
    paper = Paper(Faces())
    draw(arrange((1, 2, 3), [Row((Cell("全"), Cell("宽", columns=2)))], paper), paper)
    left, right = (mark for mark in paper.pages[0] if isinstance(mark, Frame))
    assert left.x + left.width == pytest.approx(right.x)
    assert left.height == right.height


def test_a_row_that_leads_stays_with_the_one_below_it() -> None:
    paper = Paper(Faces())
    group = Row((Cell("这一组", columns=2),), leads=True)
    draw(arrange((1, 4), [*rows(28), group, Row((Cell("一"), Cell("一\n二\n三")))], paper), paper)
    assert shown(paper)[1][0] == "这一组"


def test_the_last_row_goes_over_with_what_must_not_part_from_it() -> None:
    for tail, pages in ((0.0, 1), (100.0, 2)):
        paper = Paper(Faces())
        draw(arrange((1, 4), rows(28), paper), paper, tail)
        assert len(paper.pages) == pages
    assert shown(paper)[1] == ["第27行", "话"]


def test_the_end_of_a_long_row_goes_over_with_what_must_not_part_from_it() -> None:
    paper = Paper(Faces())
    table = arrange((1, 4), [Row((Cell("1"), Cell("一行\n" * 45)))], paper)
    assert table.height < HEIGHT
    draw(table, paper, 200.0)
    assert shown(paper)[1] == ["一行", "一行"]


def test_a_heading_knows_what_room_the_table_needs_below_it() -> None:
    paper = Paper(Faces())
    table = arrange((1, 4), rows(3, least=50.0), paper, HEAD)
    assert table.head is not None
    assert table.opening() == table.head.height + 50.0
    assert table.height == table.head.height + 150.0
