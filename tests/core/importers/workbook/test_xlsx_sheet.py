"""The XML of one worksheet."""

from pathlib import Path

from lxml import etree

from core.importers.extract import UNCOMPUTED
from core.importers.workbook.xlsx_sheet import Book, listed_cells, merges, words

MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main"
DATE = frozenset({"4"})


def sheet(content: str) -> etree._Element:
    return etree.fromstring(f'<worksheet xmlns="{MAIN}">{content}</worksheet>')


def cells(content: str, *, stale: bool = False, styles: frozenset[str] = DATE) -> dict[tuple[int, int], str]:
    return listed_cells(sheet(f"<sheetData>{content}</sheetData>"), Book(Path("表.xlsx"), ["甲"], styles, stale=stale))[
        0
    ]


def test_strict_files_are_read_like_others() -> None:
    assert cells('<row r="3"><c r="B3" t="s"><v>0</v></c><c><v>2</v></c></row>') == {(3, 2): "甲", (3, 3): "2"}


def test_a_number_that_shows_as_a_date_is_never_a_number() -> None:
    assert cells('<row><c s="4"><v>45677</v></c><c s="5"><v>45677</v></c></row>') == {
        (1, 1): "2025年1月20日",
        (1, 2): "45677",
    }


def test_a_nought_of_a_formula_is_not_believed_where_the_file_asks_to_work_it_out() -> None:
    row = "<row><c><f>A2</f><v>0</v></c><c><f>A3</f><v>7</v></c><c><v>0</v></c></row>"
    assert cells(row, stale=True) == {(1, 1): UNCOMPUTED, (1, 2): "7", (1, 3): "0"}
    assert cells(row) == {(1, 1): "0", (1, 2): "7", (1, 3): "0"}


def test_rows_that_the_file_lists_are_told_and_hidden_ones_are_not() -> None:
    root = sheet('<sheetData><row r="2"/><row r="4" hidden="true"><c><v>1</v></c></row><row/></sheetData>')
    assert listed_cells(root, Book(Path("表.xlsx"), [], DATE)) == ({}, {2, 5})


def test_merges_are_pairs_of_places() -> None:
    root = sheet('<mergeCells><mergeCell ref="B2:$AA$3"/><mergeCell ref="C"/><mergeCell/></mergeCells>')
    assert list(merges(root)) == [((2, 2), (3, 27))]


def test_a_text_may_be_plain_or_in_runs() -> None:
    plain = etree.fromstring(f'<si xmlns="{MAIN}"><t>规_x000D_章</t></si>')
    runs = etree.fromstring(f'<si xmlns="{MAIN}"><r><t>规</t></r><r><t>章</t></r><rPh><t>gui</t></rPh></si>')
    assert [words(plain), words(runs)] == ["规\n章", "规章"]
