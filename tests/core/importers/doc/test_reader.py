"""Binary Word files: what a person sees is what is read."""

import struct
from pathlib import Path

import pytest

from core.cells import CellId
from core.errors import UserError
from core.importers import read_report
from core.importers.doc import reader as doc
from core.importers.extract import Extract, Grid, NeedsConversionError, Paragraph, Part
from tests.core.importers import word97
from tests.core.importers.word97 import BOLD, cell, inner_row, p, read, row, row_end, table

DATA = Path(__file__).resolve().parents[3] / "data" / "doc"


def texts(content: Extract) -> list[str]:
    return [block.text for block in content.blocks if isinstance(block, Paragraph)]


def grids(content: Extract) -> list[tuple[tuple[str | None, ...], ...]]:
    return [block.rows for block in content.blocks if isinstance(block, Grid)]


def boxes(*anchors: tuple[int, int], ends: tuple[int, ...], numbers: tuple[int, ...]) -> dict[int, bytes]:
    """The parts for text boxes: (place of the anchor, number of the shape), and where the texts end."""
    shapes = [struct.pack("<I22x", shape) for _, shape in anchors]
    described = [struct.pack("<14xI4x", number) for number in (*numbers, 0)]
    return {
        40: word97.plc([*(at for at, _ in anchors), 999], shapes),
        56: word97.plc([0, *ends, ends[-1] + 1], described),
    }


def test_paragraphs_and_tables_come_in_the_order_of_the_file() -> None:
    rows = [(["规章", "3"], row(0, 3000, 6000)), (["行政规范性文件", "0"], row(0, 3000, 6000))]
    content = read([p("二、主动公开"), *table(rows), p("三、申请")])
    assert content.blocks == (
        Paragraph("二、主动公开"),
        Grid((("规章", "3"), ("行政规范性文件", "0")), "第 1 个表格"),
        Paragraph("三、申请"),
    )


def test_a_heading_is_told_by_its_style_or_by_bold_words() -> None:
    sheet = word97.style_sheet(("Normal", 0, 0xFFF, b"", b""), ("heading 1", 1, 0, b"", b""))
    content = read([p("总体情况", style=1), p("正文"), p("粗体的一段", look=BOLD)], styles=sheet)
    assert [block.heading for block in content.blocks if isinstance(block, Paragraph)] == [True, False, True]


def test_automatic_numbers_are_restored() -> None:
    parts = word97.lists(word97.level("\x00、", 39), word97.level("（\x01）", 39))
    first, second = word97.listed(1), word97.listed(1, 1)
    body = [p("总体情况", first), p("主动公开", second), p("依申请", second), p("主动公开情况", first)]
    assert texts(read(body, parts=parts)) == ["一、总体情况", "（一）主动公开", "（二）依申请", "二、主动公开情况"]


def test_a_text_box_stands_before_the_paragraph_it_hangs_on() -> None:
    parts = boxes((3, 1025), ends=(5,), numbers=(1025,))
    content = read([p("甲"), p("乙\x08"), p("")], [], [], [], [], [], [p("石桥乡年")], parts=parts)
    assert texts(content)[:3] == ["甲", "石桥乡年", "乙"]


def test_a_text_box_without_an_anchor_stands_at_the_top() -> None:
    parts = boxes((2, 4), ends=(4,), numbers=(1025,))
    content = read([p("甲"), p("")], [], [], [], [], [], [p("石桥乡")], parts=parts)
    assert texts(content)[:2] == ["石桥乡", "甲"]


def test_a_box_in_a_cell_comes_before_its_table() -> None:
    parts = boxes((1, 7), ends=(4,), numbers=(7,))
    body = [cell("甲\x08"), cell("1"), row_end(row(0, 3000, 6000)), p("")]
    content = read(body, [], [], [], [], [], [p("框中字")], parts=parts)
    assert texts(content)[0] == "框中字"
    assert grids(content) == [(("甲", "1"),)]


def test_the_head_of_the_pages_follows_the_body_once_and_the_foot_is_left_out() -> None:
    heads = [p("柳溪县统计局年报"), p("第 1 页")]
    first, second = len("柳溪县统计局年报") + 1, len("柳溪县统计局年报第 1 页") + 2
    parts = {11: struct.pack("<14I", *[0] * 8, first, first, second, second, second, second + 2)}
    content = read([p("正文")], [], heads, parts=parts)
    assert content.blocks == (Paragraph("正文"), Part("页眉"), Paragraph("柳溪县统计局年报"))


def test_footnotes_are_left_out() -> None:
    assert texts(read([p("正文\x02")], [p("脚注里的话")])) == ["正文"]


def test_merged_cells_stand_in_their_first_place() -> None:
    begins, goes_on = 3 << 5, 1 << 5
    rows = [
        (["表头"], row(0, 6000)),
        (["组", "甲", "1"], row(0, 2000, 4000, 6000, flags=[begins])),
        (["", "乙", "2"], row(0, 2000, 4000, 6000, flags=[goes_on])),
    ]
    assert grids(read([*table(rows), p("")]))[0] == (("表头", None, None), ("组", "甲", "1"), (None, "乙", "2"))


def test_a_table_inside_a_cell_of_a_table_is_not_lost() -> None:
    inner = [
        cell("甲"), cell("1"), cell("2"),
        word97.P((("内甲", b""),), word97.INNER_CELL),
        word97.P((("9", b""),), word97.INNER_CELL),
        word97.P((), inner_row(0, 500, 1000)),
        cell(""), row_end(row(0, 1000, 2000, 3000, 4000)), p(""),
    ]  # fmt: skip
    assert grids(read(inner)) == [(("甲", "1", "2", ""),), (("内甲", "9"),)]


def test_a_frame_around_everything_is_unwrapped() -> None:
    body = [
        p("二、标题", word97.depth(1)),
        word97.P((("规章", b""),), word97.INNER_CELL),
        word97.P((("6", b""),), word97.INNER_CELL),
        word97.P((), inner_row(0, 500, 1000)),
        cell("三、标题"), row_end(row(0, 4000)), p(""),
    ]  # fmt: skip
    content = read(body)
    assert texts(content) == ["二、标题", "三、标题", ""]
    assert grids(content) == [(("规章", "6"),)]


def test_a_row_that_a_tracked_change_deletes_is_gone() -> None:
    edges = row(0, 3000, 6000)
    gone = [word97.P(((words, word97.DELETED),), word97.IN_TABLE, "\x07") for words in ("旧", "1")]
    body = [*gone, row_end(edges, look=word97.DELETED), cell("新"), cell("2"), row_end(edges), p("")]
    assert grids(read(body)) == [(("新", "2"),)]


def test_a_row_whose_words_stay_is_kept_though_its_mark_is_deleted() -> None:
    body = [cell("规章"), cell("1"), row_end(row(0, 3000, 6000), look=word97.DELETED), p("")]
    assert grids(read(body)) == [(("规章", "1"),)]


def test_cells_that_do_not_fit_their_row_are_left_to_an_office_program() -> None:
    with pytest.raises(NeedsConversionError, match="对不上"):
        read([*table([(["甲", "1", "2"], row(0, 3000, 6000))]), p("")])


def test_tables_within_tables_without_end_are_refused() -> None:
    with pytest.raises(UserError, match="太大"):
        read([p("底", word97.depth(400)), p("")])


def test_more_cells_than_any_report_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doc, "MOST_CELLS", 5)
    with pytest.raises(UserError, match="太大"):
        read([*table([(["甲", "1", "2"], row(0, 1000, 2000, 3000))] * 3), p("")])


def test_more_lines_than_any_report_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doc, "MOST_PARAGRAPHS", 5)
    with pytest.raises(UserError, match="太大"):
        read([p("甲\x0b" * 6)])


def test_a_file_without_pages_of_properties_is_damaged() -> None:
    streams = word97.streams([p("甲")])
    broken = bytearray(streams.word)
    struct.pack_into("<II", broken, 0x9A + 13 * 8, 0, 0)
    streams.word = bytes(broken)
    with pytest.raises(UserError, match="损坏"):
        doc.extract(streams)


@pytest.mark.parametrize("name", ["merged", "numbered", "textbox"])
def test_files_as_an_office_program_writes_them_hold_a_whole_report(name: str) -> None:
    recognised = read_report(DATA / f"{name}.doc")
    assert recognised.found == {"t2", "t3", "t4"}
    assert (recognised.report.unit, recognised.report.year) == ("云岭县林草局", 2024)
    assert not [doubt for doubt in recognised.doubts if doubt.where not in {"unit", "year"}]
    assert recognised.report.text("s1").startswith("2024年，我局围绕林地巡护做好公开。")
    assert recognised.report.as_printed(CellId("t3.new_requests.natural")).value == 7
    assert recognised.report.as_printed(CellId("t2.admin_fees.amount_wan")).value is None
