"""What is printed, in which order."""

import pytest

from core.cells import CellId, parse
from core.exporters.pages import Block, Grid, Heading, Paragraph, Signature, Title, lay_out, paragraphs, shown, title
from core.form import F2021
from core.report import Report
from tests.core.exporters.invented import UNIT, full_report, values


def of(report: Report, kind: type[Block]) -> list[Block]:
    return [block for block in lay_out(report) if isinstance(block, kind)]


def test_the_report_runs_from_title_to_signature() -> None:
    blocks = lay_out(full_report())
    assert isinstance(blocks[0], Title)
    assert isinstance(blocks[1], Paragraph)
    assert isinstance(blocks[-1], Signature)
    headings = [block.text for block in blocks if isinstance(block, Heading) and block.level == 1]
    assert headings == [section.heading for section in F2021.sections]
    at = {block.table.id: i for i, block in enumerate(blocks) if isinstance(block, Grid)}
    before = blocks[at["t3"] - 1]
    assert before == Paragraph("本年申请量较上年有所增加，情况如下表。")


def test_an_empty_report_has_every_heading_and_every_table() -> None:
    blocks = lay_out(Report())
    assert [type(block) for block in blocks] == [
        Title,
        Heading,
        Heading,
        Grid,
        Heading,
        Grid,
        Heading,
        Grid,
        *[Heading] * 2,
    ]
    assert all(place.text == "" for block in blocks if isinstance(block, Grid) for place in block.places if place.cell)


def test_all_two_hundred_values_stand_in_the_tables() -> None:
    report = full_report()
    printed = [
        place.text for block in lay_out(report) if isinstance(block, Grid) for place in block.places if place.cell
    ]
    assert sorted(printed) == sorted(values(report))
    assert len(printed) == 200
    assert all(printed)


@pytest.mark.parametrize("table", F2021.tables, ids=lambda table: table.id)
def test_the_places_of_a_grid_cover_it_exactly_once(table: object) -> None:
    (grid,) = [b for b in lay_out(Report()) if isinstance(b, Grid) and b.table is table]
    covered = [
        (row, column)
        for place in grid.places
        for row in range(place.span.row, place.span.row + place.span.rows)
        for column in range(place.span.column, place.span.column + place.span.columns)
    ]
    assert sorted(covered) == [(r, c) for r in range(grid.table.grid_rows) for c in range(grid.table.grid_columns)]


@pytest.mark.parametrize(
    ("raw", "words"),
    [("12", "12"), ("１２", "12"), ("0.50", "0.50"), ("/", "/"), ("", ""), ("约十件", "约十件"), ("-3", "-3")],
)
def test_a_cell_shows_numbers_plainly_and_words_as_typed(raw: str, words: str) -> None:
    assert shown(parse(raw)) == words


def test_the_title_names_the_unit_once() -> None:
    assert title(full_report()) == Title(UNIT, "2031年政府信息公开工作年度报告", UNIT)
    own = Report(unit="棠溪县林业局", year=2031, title="棠溪县林业局2031年政务公开年报")
    assert title(own) == Title("棠溪县林业局", "2031年政务公开年报", "棠溪县林业局")
    assert title(Report(unit="棠溪县林业局", title="我局年报")) == Title("", "我局年报", "棠溪县林业局")
    assert title(Report()) == Title("", "政府信息公开工作年度报告", "")


def test_a_numbered_phrase_is_a_heading_of_its_own_or_leads_its_paragraph() -> None:
    report = Report(texts={"s1": "（一）主动公开\n（二）依申请公开。收到3件。\n（三）全年共发布信息，同比增长"})
    found = lay_out(report)[2:5]
    assert found[0] == Heading("（一）主动公开", 2)
    assert found[1] == Paragraph("（二）依申请公开。收到3件。", len("（二）依申请公开。"))
    assert found[2] == Paragraph("（三）全年共发布信息，同比增长")


def test_paragraphs_lose_indents_blank_lines_and_what_no_page_can_show() -> None:
    assert paragraphs("　　甲\r\n\n \n乙\x00\x0b丙\ud800") == ("甲", "乙", "丙")


def test_a_not_applicable_mark_is_printed_as_typed() -> None:
    cell = CellId("t2.regulations.issued")
    grids = of(Report(typed={cell: parse("/")}), Grid)
    assert [place.text for place in grids[0].places if place.cell == cell] == ["/"]  # type: ignore[union-attr]  # grids
