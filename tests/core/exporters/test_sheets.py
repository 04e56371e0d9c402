"""How a sheet that goes with the report is laid out."""

from core.exporters.docx_tables import Nominal
from core.exporters.paper import HEIGHT, Paper
from core.exporters.ruled import Cell, Row
from core.exporters.sheets import (
    SPACE,
    TITLE_PITCH,
    Sheet,
    Table,
    across,
    cleaned,
    head,
    label,
    setting,
    spread,
    strong,
)

ROWS = (Row((Cell("甲"), Cell("乙"))), Row((Cell("丙"), Cell("丁"))))


def sheet(*tables: Table, title: str = "青禾县林业局2024年政府信息公开工作年度报告审签单") -> Sheet:
    return Sheet(title, "青禾县林业局", "3F7K-9Q2M", tables)


def test_the_unit_stands_on_a_line_of_its_own_where_the_title_names_it() -> None:
    assert sheet().title_lines == ("青禾县林业局", "2024年政府信息公开工作年度报告审签单")
    assert sheet(title="工作年度报告审签单").title_lines == ("工作年度报告审签单",)
    assert sheet().footer == "校验号 3F7K-9Q2M"


def test_a_table_that_fills_takes_what_the_page_has_left_and_no_more() -> None:
    paper = Paper(Nominal())
    plain, growing = Table((1, 1), ROWS), Table((1, 1), ROWS, head(("甲", "乙")), fills=True)
    grown = spread(sheet(plain, growing), paper)
    heights = [table.height for table in setting(grown, paper)]
    assert heights[0] == setting(sheet(plain), paper)[0].height
    used = sum(heights) + 2 * TITLE_PITCH + 2 * SPACE
    assert HEIGHT - 12 < used < HEIGHT
    first, second = grown.tables[1].rows
    assert abs(first.least - second.least) < 0.01


def test_a_sheet_that_is_longer_than_a_page_stays_as_it_is() -> None:
    long = sheet(Table((1, 1), ROWS * 40, fills=True))
    assert spread(long, Paper(Nominal())) == long


def test_what_must_be_seen_is_set_like_a_label() -> None:
    assert strong("不平", "不平") == label("不平")
    assert strong("平", "不平") != label("平")
    assert across("没有。", 3).cells[0].columns == 3


def test_what_no_page_can_show_is_taken_out_before_anybody_draws_it() -> None:
    odd = Sheet("青禾县\x01林业局校核单", "青禾县\x01林业局", "", (Table((1,), (across("甲\x0b\n\n乙\ud800", 1),)),))
    found = cleaned(odd)
    assert (found.title, found.unit) == ("青禾县林业局校核单", "青禾县林业局")
    assert found.tables[0].rows[0].cells[0].text == "甲\n乙"
    assert found.words == "青禾县林业局校核单甲\n乙"
