"""RTF as Word, WPS and LibreOffice write it: what a person sees is what is read."""

import random
from contextlib import suppress
from pathlib import Path

import pytest

from core.cells import CellId
from core.errors import UserError
from core.importers import read_report
from core.importers.extract import Extract, Grid, Paragraph, Part
from core.importers.rtf import reader as rtf
from tests.core.importers import papers

HEAD = (
    r"{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0\fnil\fcharset134 \'cb\'ce\'cc\'e5;}{\f1\fswiss\fcharset0 Arial;}}"
    r"{\colortbl;\red0\green0\blue0;}{\stylesheet{\ql\snext0 Normal;}{\s1\outlinelevel0 \b heading 1;}"
    r"{\s2\sbasedon1 \'b9\'ab\'ce\'c4;}{\*\cs3 heading char;}}{\info{\title no text}}"
)


def extract(tmp_path: Path, body: str, head: str = HEAD) -> Extract:
    path = tmp_path / "报告 一.rtf"
    path.write_bytes((head + body + "}").encode("gb18030"))
    return rtf.read(path)


def gbk(text: str) -> str:
    """Chinese as Word writes it in a font of its own: each byte by its number."""
    return "".join(f"\\'{byte:02x}" for byte in text.encode("gb18030"))


def uni(text: str) -> str:
    return "".join(f"\\u{ord(sign) if ord(sign) < 0x8000 else ord(sign) - 0x10000}?" for sign in text)


def row(*cells: str, edges: str = "", width: int = 1000) -> str:
    """One row; `edges` describes its cells where they are not all alike."""
    described = edges or "".join(f"\\cellx{width * (number + 1)}" for number in range(len(cells)))
    return f"\\trowd\\trleft0 {described}\\pard\\intbl " + "".join(f"{cell}\\cell " for cell in cells) + "\\row\\pard "


def texts(content: Extract) -> list[str]:
    return [block.text for block in content.blocks if isinstance(block, Paragraph)]


def grids(content: Extract) -> list[tuple[tuple[str | None, ...], ...]]:
    return [block.rows for block in content.blocks if isinstance(block, Grid)]


@pytest.mark.parametrize(
    "written",
    [
        gbk("溪口镇2024年"),
        uni("溪口镇2024年"),
        r"{\f0 " + gbk("溪口") + r"}{\f1\lang1033 " + uni("镇") + "2024}" + gbk("年"),
        "溪口镇2024年",
        r"{\uc2\u28330\'cf\'aa}" + gbk("口镇") + r"{\f1 2024}" + uni("年"),
        r"\f9 " + gbk("溪口镇") + "20\r\n24" + gbk("年"),
        r"{\upr{" + gbk("旧") + r"}{\*\ud{" + uni("溪口镇2024年") + "}}}",
    ],
    ids=["bytes", "unicode", "fonts", "raw", "two bytes each", "unknown font", "twice"],
)
def test_chinese_is_read_however_it_is_written(tmp_path: Path, written: str) -> None:
    assert texts(extract(tmp_path, written + r"\par ")) == ["溪口镇2024年"]


def test_a_character_may_be_cut_by_a_group_and_one_beyond_the_first_plane_by_its_halves(tmp_path: Path) -> None:
    body = r"{\'cf}{\'aa}\u-10187?\u-8398?\par "
    assert texts(extract(tmp_path, body)) == ["溪" + chr(0x1D732)]


def test_what_nobody_sees_is_left_out(tmp_path: Path) -> None:
    body = (
        r"{\pict\pngblip 89504e470d0a}{\*\shppict{\pict{\*\blipuid 00}0102}}{\*\bkmkstart a}"
        r"{\field{\*\fldinst HYPERLINK x}{\fldrslt " + gbk("链接") + r"}}{\v 99}\v 98\v0{\deleted 97}"
        r"{\footnote 96}\pict\bin3 }}{\par {\footer\pard 1\par}" + gbk("正文") + r"\par "
    )
    assert texts(extract(tmp_path, body)) == ["链接", "正文"]


def test_lines_tabs_and_marks_are_kept(tmp_path: Path) -> None:
    body = gbk("前半") + r"\line " + gbk("后半") + r"\par " + "A" + r"\tab B\~C\_D\{\}\\" + "\\\n" + "E\\par "
    assert texts(extract(tmp_path, body)) == ["前半", "后半", "A\tB\u00a0C-D{}\\", "E"]


@pytest.mark.parametrize(
    ("written", "heading"),
    [
        (r"\pard\s1 " + gbk("一、总体情况"), True),
        (r"\pard\s2 " + gbk("一、总体情况"), True),
        (r"\pard\outlinelevel1 " + gbk("一、总体情况"), True),
        (r"\pard\outlinelevel9 " + gbk("一、总体情况"), False),
        (r"\pard{\b " + gbk("一、") + r"}{\b\fs32 " + gbk("总体情况") + "}", True),
        (r"\pard{\b " + gbk("一、") + "}" + gbk("总体情况"), False),
        (r"\pard\b\plain " + gbk("一、总体情况"), False),
    ],
)
def test_headings_are_told_by_style_outline_or_weight(tmp_path: Path, written: str, *, heading: bool) -> None:
    assert extract(tmp_path, written + r"\par ").blocks == (Paragraph("一、总体情况", heading=heading),)


def test_automatic_numbers_are_kept_and_bullets_are_not(tmp_path: Path) -> None:
    body = (
        r"{\listtext\pard\plain\f0 " + gbk("一、") + r"\tab}" + gbk("总体情况") + r"\par "
        r"{\pntext\f1\'b7\tab}" + gbk("要点") + r"\par {\*\pn\pnlvlblt{\pntxtb\'b7}}" + gbk("正文") + r"\par "
    )
    assert texts(extract(tmp_path, body)) == ["一、总体情况", "要点", "正文"]


def test_cells_stand_in_the_columns_of_their_edges(tmp_path: Path) -> None:
    head = row("A", "B", edges=r"\cellx1000\cellx3010")
    values = row("1", "2\\par 3", "", edges=r"\cellx995\cellx2000\cellx3000")
    content = extract(tmp_path, head + values + gbk("表后") + r"\par ")
    assert content.blocks == (
        Grid((("A", "B", None), ("1", "2\n3", "")), "第 1 个表格"),
        Paragraph("表后"),
    )


def test_merged_cells_stand_in_their_first_place(tmp_path: Path) -> None:
    first = row("A", "B", "", edges=r"\clvmgf\cellx1000\clmgf\cellx2000\clmrg\cellx3000")
    second = row("", "1", "2", edges=r"\clvmrg\cellx1000\cellx2000\cellx3000")
    assert grids(extract(tmp_path, first + second)) == [(("A", "B", None), (None, "1", "2"))]


def test_a_row_may_begin_further_right_and_lack_its_description(tmp_path: Path) -> None:
    body = (
        row("A", "B") + r"\trowd\trleft1000\cellx2000\pard\intbl C\cell\row" + r"\trowd\pard\intbl D\cell E\cell\row "
    )
    [rows] = grids(extract(tmp_path, body))
    assert [row[:2] for row in rows[:2]] == [("A", "B"), (None, "C")]
    assert rows[2][1:] == ("D", "E")


def nested(cell: str) -> str:
    return (
        rf"\pard\intbl\itap2 {cell}\nestcell 2\nestcell{{\*\nesttableprops\trowd\cellx100\cellx200\nestrow}}"
        r"{\nonesttables\par}"
    )


def test_a_table_inside_a_cell_follows_its_table(tmp_path: Path) -> None:
    body = r"\trowd\cellx1000\cellx2000\cellx3000\pard\intbl A\cell B\cell C\par " + nested("1")
    content = extract(tmp_path, body + r"\pard\intbl\itap1\cell\row\pard Z\par ")
    assert grids(content) == [(("A", "B", "C"),), (("1", "2"),)]
    assert texts(content) == ["Z"]


def test_a_table_that_only_lays_out_is_unwrapped(tmp_path: Path) -> None:
    body = r"\trowd\cellx9000\pard\intbl " + gbk("标题") + r"\par " + nested("1") + r"\pard\intbl\itap1\cell\row "
    content = extract(tmp_path, body)
    assert grids(content) == [(("1", "2"),)]
    assert texts(content)[0] == "标题"


def test_a_text_box_stands_before_its_paragraph_and_only_once(tmp_path: Path) -> None:
    box = (
        r"{\shp{\*\shpinst\shpleft0{\sp{\sn a}{\sv 1}}{\shptxt\pard " + gbk("石桥乡年报") + r"\par}}"
        r"{\shprslt{\*\do\dptxbx{\dptxbxtext\pard " + gbk("石桥乡年报") + r"\par}}}}"
    )
    assert texts(extract(tmp_path, r"\pard " + box + gbk("正文") + r"\par ")) == ["石桥乡年报", "正文"]
    assert texts(extract(tmp_path, r"\pard " + box + r"\par ")) == ["石桥乡年报"]


def test_page_heads_stand_behind_the_body(tmp_path: Path) -> None:
    body = r"{\headerl\pard " + gbk("松溪镇年报") + r"\par}{\headerr\pard " + gbk("松溪镇年报") + r"\par}A\par "
    assert extract(tmp_path, body).blocks == (Paragraph("A"), Part("页眉"), Paragraph("松溪镇年报"))


def report(paper: papers.Paper) -> str:
    parts: list[str] = []
    for block in paper.blocks():
        if isinstance(block, str):
            parts.append(f"\\pard {gbk(block)}\\par ")
            continue
        for line in papers.grid(block, paper.cells):
            edges, cells = "", []
            for column, cell in enumerate(line):
                edges += ("" if cell is not None else "\\clmrg") + f"\\cellx{(column + 1) * 500}"
                cells.append(gbk(cell or "").replace("\n", "\\line "))
            parts.append(row(*cells, edges=edges))
    return "".join(parts)


def test_a_whole_report_is_read_without_a_doubt(tmp_path: Path) -> None:
    path = tmp_path / "年报.doc"
    path.write_text(HEAD + report(papers.paper(t3__granted__natural="7", t3__granted__total="7")) + "}", "ascii")
    recognised = read_report(path)
    assert (recognised.report.unit, recognised.report.year) == ("云岭县林草局", 2024)
    assert recognised.report.value(CellId("t3.granted.natural")) == 7
    assert not recognised.doubts


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (HEAD + r"\pard A\par ", "损坏"),
        (HEAD + "{" * 2000, "太大"),
        (HEAD + r"{\b}" * 200_001, "太大"),
        (HEAD + r"\trowd\cellx1\pard\intbl" + r"\cell" * 70_000 + r"\row}", "太大"),
        (HEAD + r"\pard\intbl\itap9000 A\nestcell}", "太大"),
        (HEAD + r"\pard\intbl\itap90000000 A\par}", "太大"),
        (HEAD + r"\trowd" + "".join(rf"\cellx{n * 99}" for n in range(400)) + r"\pard\intbl A\cell\row}", "太大"),
        (r"{\rtf1{\pict\bin999999999 }", "损坏"),
        ("}" + HEAD, "损坏"),
    ],
    ids=["cut", "groups", "words", "cells", "nested cells", "nested paragraphs", "columns", "binary", "closed"],
)
def test_what_is_cut_off_or_beyond_bounds_is_refused(tmp_path: Path, data: str, said: str) -> None:
    path = tmp_path / "坏.rtf"
    path.write_text(data, "ascii")
    with pytest.raises(UserError, match=said):
        rtf.read(path)


@pytest.mark.parametrize("seed", range(60))
def test_damaged_files_are_read_or_refused_in_a_sentence(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray((HEAD + report(papers.paper()) + nested("1") + "}").encode("ascii"))
    for _ in range(chance.choice((1, 10, 200))):
        at = chance.randrange(len(data))
        if chance.random() < 0.5:
            data[at] = chance.choice(b"{}\\'0 u*" + bytes(range(256)))
        else:
            data[at : at + chance.randrange(9)] = chance.choice(
                (b"{", b"}", b"\\row ", b"\\cell ", b"\\u-9 ", b"\\bin9")
            )
    path = tmp_path / "坏.rtf"
    path.write_bytes(data)
    with suppress(UserError):
        for block in rtf.read(path).blocks:
            assert not isinstance(block, Grid) or {len(line) for line in block.rows} == {len(block.rows[0])}
