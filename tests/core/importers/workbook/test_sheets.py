"""Grids, numbers and dates as workbooks of every kind give them."""

from pathlib import Path

import pytest

from core.errors import UserError
from core.form.own_sheets import CHECK_ROW, COLLECTION_HEAD
from core.importers.workbook.sheets import rectangle, reported, shows_date, written_date, written_number

BOOK = Path("数据.xls")


def test_blank_rows_and_columns_around_a_table_are_left_out() -> None:
    cells = {(3, 2): "规章", (3, 4): "7", (5, 2): "合计"}
    assert rectangle(cells, {1, 2, 3, 5}, (), BOOK) == (("规章", "", "7"), ("合计", "", ""))
    assert rectangle({}, {1}, (), BOOK) == ()


def test_a_merged_cell_stands_in_its_first_place_and_reaches_as_far_as_it_is_merged() -> None:
    assert rectangle({(1, 1): "表头"}, {1, 2}, [((1, 1), (2, 2))], BOOK) == (("表头", None), (None, None))


def test_a_merge_of_whole_columns_and_one_without_words_say_nothing() -> None:
    merges = [((1, 1), (1_048_576, 5)), ((2, 1), (2, 2))]
    assert rectangle({(1, 1): "甲", (2, 2): "乙"}, {1, 2}, merges, BOOK) == (("甲", ""), ("", "乙"))


def test_what_says_the_tables_again_is_left_out() -> None:
    collection = (COLLECTION_HEAD, ("t3.granted.natural", *["1"] * 9))
    table = (("自然人", "1"), (CHECK_ROW, "平"))
    assert reported([("表三", table), ("空", ()), ("数据采集", collection)], BOOK) == [("表三", (("自然人", "1"),))]
    assert reported([("检查", ((CHECK_ROW, "平"),))], BOOK) == []
    assert [name for name, _ in reported([("数据采集", collection)], BOOK)] == ["封面", "表二", "表三", "表四"]


def test_far_corners_are_refused() -> None:
    with pytest.raises(UserError, match="太大"):
        rectangle({(1, 1): "甲", (1, 16_384): "乙"}, {1}, (), BOOK)


@pytest.mark.parametrize(
    ("stored", "written"),
    [
        ("3", "3"),
        ("3.0", "3"),
        ("007", "7"),
        ("0.30000000000000004", "0.3"),
        ("1e8", "100000000"),
        ("-2.50", "-2.5"),
        ("0", "0"),
        ("1e400", "1e400"),
        ("nan", "nan"),
        ("六", "六"),
        ("72701.2578", "72701.2578"),
    ],
)
def test_numbers_are_written_as_a_person_writes_them(stored: str, written: str) -> None:
    assert written_number(stored) == written


@pytest.mark.parametrize(
    ("stored", "written"),
    [
        ("45677", "2025年1月20日"),
        ("45677.0", "2025年1月20日"),
        ("45677.395833333336", "2025年1月20日 9:30"),
        ("0.33680555555", "8:05"),
        ("0.5001", "12:00:09"),
        ("1", "1900年1月1日"),
        ("59", "1900年2月28日"),
        ("60", "1900年2月29日"),
        ("61", "1900年3月1日"),
        ("-4", "-4"),
        ("1e300", "1e300"),
        ("天", "天"),
    ],
)
def test_a_number_that_shows_as_a_date_is_words(stored: str, written: str) -> None:
    assert written_date(stored) == written


def test_dates_count_from_1904_where_the_file_says_so() -> None:
    assert written_date("44215", from_1904=True) == "2025年1月20日"
    assert written_date("2958465", from_1904=True) == "2958465"


@pytest.mark.parametrize("code", ["yyyy/m/d;@", 'yyyy"年"m"月"d"日"', "[$-804]aaaa d", "[h]:mm", "mm-dd", "h:mm AM/PM"])
def test_formats_of_dates_are_told(code: str) -> None:
    assert shows_date(code)


@pytest.mark.parametrize(
    "code",
    ["General", "0.00", '0"d"', "[Red]0;[Blue]-0", "#,##0.00_ ;[Red]\\-#,##0.00\\ ", "@", "0\\d", "[DBNum1]General"],
)
def test_formats_of_numbers_are_not_taken_for_dates(code: str) -> None:
    assert not shows_date(code)
