"""Plain text in all encodings, and pasted text."""

from pathlib import Path

import pytest

from core.errors import UserError
from core.importers import txt
from core.importers.extract import Grid, Paragraph

_TEXT = "溪口镇2024年度报告\r\n\r\n规章\t0\t0\t6\r\n"


@pytest.mark.parametrize(
    "data",
    [
        _TEXT.encode(),
        _TEXT.encode("utf-8-sig"),
        _TEXT.encode("utf-16"),
        b"\xff\xfe" + _TEXT.encode("utf-16-le"),
        b"\xfe\xff" + _TEXT.encode("utf-16-be"),
        _TEXT.encode("utf-16-le"),
        _TEXT.encode("utf-16-be"),
        _TEXT.encode("gbk"),
        ("㐀" + _TEXT).encode("gb18030")[4:],
    ],
)
def test_every_encoding_gives_the_same_text(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "报告.txt"
    path.write_bytes(data)
    assert txt.read(path).blocks == (
        Paragraph("溪口镇2024年度报告"),
        Paragraph(""),
        Grid((("规章", "0", "0", "6"),), "第 1 个表格"),
        Paragraph(""),
    )


@pytest.mark.parametrize("data", [bytes(range(256)) * 20, b"\x00" * 5000, b"\xff\xfe\x00\xd8" * 50])
def test_what_is_no_text_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "报告.txt"
    path.write_bytes(data)
    with pytest.raises(UserError, match="不是文字"):
        txt.read(path)


def grids(text: str) -> list[tuple[tuple[str | None, ...], ...]]:
    return [block.rows for block in txt.read_text(text).blocks if isinstance(block, Grid)]


def test_ragged_tabs_keep_their_blanks_and_mark_what_is_not_there() -> None:
    assert grids("甲\t\t1\t\n\t乙\t2") == [(("甲", "", "1", ""), ("", "乙", "2", None))]


def test_a_bar_behind_each_cell_is_no_cell() -> None:
    assert grids("规章 | 0 | 0 |\n许可 | | 5 |") == [(("规章", "0", "0"), ("许可", "", "5"))]


def test_a_first_cell_that_is_blank_is_kept_where_rows_have_no_frame() -> None:
    assert grids("1 | 2 |\n | 4 |") == [(("1", "2"), ("", "4"))]


def test_the_frame_of_a_markdown_table_is_dropped() -> None:
    assert grids("| 甲 | 1 |\n|---|:-:|\n|  | 2 |") == [(("甲", "1"), ("", "2"))]


def test_full_width_and_drawn_bars_separate_too() -> None:
    assert grids("甲｜1\n乙│2") == [(("甲", "1"), ("乙", "2"))]


def test_bars_by_themselves_are_decoration() -> None:
    blocks = txt.read_text("规章\n|\n0\n||||\n6 |").blocks
    assert blocks == (Paragraph("规章"), Paragraph("0"), Paragraph("6"))


def test_blank_lines_are_kept() -> None:
    assert txt.read_text("规章\n\n\n3").blocks == (Paragraph("规章"), Paragraph(""), Paragraph(""), Paragraph("3"))


def test_markdown_headings_are_headings() -> None:
    assert txt.read_text("## 一、总体情况\n**二、情况**").blocks == (
        Paragraph("一、总体情况", heading=True),
        Paragraph("二、情况", heading=True),
    )


def test_a_row_of_tabs_between_rows_is_a_row_of_blanks() -> None:
    assert grids("1\t2\n\t\n3\t4") == [(("1", "2"), ("", ""), ("3", "4"))]


def test_a_text_without_end_is_refused() -> None:
    with pytest.raises(UserError, match="太长"):
        txt.read_text("一\n" * 60_000)


def test_a_huge_text_file_is_refused_before_it_is_decoded(tmp_path: Path) -> None:
    path = tmp_path / "长.txt"
    path.write_bytes(b"1\n" * 3_000_000)
    with pytest.raises(UserError, match="太大"):
        txt.read(path)


def test_commas_separate_cells_where_enough_lines_hold_values_behind_them() -> None:
    rows = [f'"第{n}行，某某",{n},,"1,234"' for n in range(20)]
    extract = txt.read_text("\n".join(["一段话,有半角逗号,没有数字。", *rows]))
    grid = next(block for block in extract.blocks if isinstance(block, Grid))
    assert ("第3行，某某", "3", "", "1,234") in grid.rows


def test_a_few_commas_separate_nothing() -> None:
    assert txt.read_text("地址:某路,3\n电话,12345678").blocks == (Paragraph("地址:某路,3"), Paragraph("电话,12345678"))


def test_marks_of_pages_and_markdown_are_no_part_of_a_cell() -> None:
    grid = txt.read_text("| 商业<br>企业 | **12** | &nbsp; |\n| 规章 | 3&nbsp; | |").blocks[0]
    assert isinstance(grid, Grid)
    assert grid.rows == (("商业\n企业", "12", ""), ("规章", "3", ""))


@pytest.mark.parametrize("bar", ["\t", "|", "｜"])
def test_one_endless_row_does_not_make_all_rows_endless(bar: str) -> None:
    with pytest.raises(UserError, match="太长"):
        txt.read_text(f"1{bar}" * 20_000 + "\n" + f"1{bar}2\n" * 5000)
