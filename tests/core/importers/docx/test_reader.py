"""Word files: what a person sees is what is read."""

from pathlib import Path

import pytest

from core.errors import UserError
from core.importers import limits
from core.importers.docx import reader as docx
from core.importers.docx import tables as docx_tables
from core.importers.extract import Extract, Grid, Paragraph, Part
from tests.core.importers import papers
from tests.core.importers.papers import p, run, tbl, tc


def extract(tmp_path: Path, body: str, **parts: str) -> Extract:
    path = tmp_path / "报告 一.docx"
    path.write_bytes(papers.docx(body, **parts))
    return docx.read(path)


def texts(content: Extract) -> list[str]:
    return [block.text for block in content.blocks if isinstance(block, Paragraph)]


def grids(content: Extract) -> list[Grid]:
    return [block for block in content.blocks if isinstance(block, Grid)]


def test_split_runs_are_one_text(tmp_path: Path) -> None:
    assert texts(extract(tmp_path, f"<w:p>{run('溪口')}{run('镇20')}{run('24年')}</w:p>")) == ["溪口镇2024年"]


def test_line_breaks_make_lines_and_tabs_stay(tmp_path: Path) -> None:
    body = f"{p(chr(10).join(['前半', '后半']))}<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t></w:r></w:p>"
    assert texts(extract(tmp_path, body)) == ["前半", "后半", "甲\t乙"]


def test_tracked_changes_are_read_as_accepted(tmp_path: Path) -> None:
    body = (
        "<w:p>" + run("共收到") + "<w:del><w:r><w:delText>3</w:delText></w:r></w:del>"
        f"<w:ins>{run('5')}</w:ins>" + run("件") + "</w:p>"
        f"<w:p><w:moveFrom>{run('搬走的')}</w:moveFrom><w:moveTo>{run('搬来的')}</w:moveTo></w:p>"
        f"<w:ins>{p('新加的一段')}</w:ins>"
    )
    assert texts(extract(tmp_path, body)) == ["共收到5件", "搬来的", "新加的一段"]


def test_a_row_that_a_tracked_change_deletes_is_gone(tmp_path: Path) -> None:
    gone = f"<w:tr><w:trPr><w:del/></w:trPr>{tc('旧')}{tc('1')}</w:tr>"
    body = f"<w:tbl>{gone}<w:tr>{tc('新')}{tc('2')}</w:tr></w:tbl>"
    assert grids(extract(tmp_path, body))[0].rows == (("新", "2"),)


def test_a_text_box_stands_where_it_is_anchored_and_only_once(tmp_path: Path) -> None:
    box = f"<w:txbxContent>{p('石桥乡2024年年度报告')}</w:txbxContent>"
    body = (
        "<w:p><w:r><mc:AlternateContent>"
        f"<mc:Choice Requires='wps'><wps:txbx>{box}</wps:txbx></mc:Choice><mc:Fallback>{box}</mc:Fallback>"
        f"</mc:AlternateContent></w:r></w:p>{p('正文')}"
    )
    assert texts(extract(tmp_path, body)) == ["石桥乡2024年年度报告", "正文"]


@pytest.mark.parametrize(
    ("style", "name", "heading"), [("Heading1", "heading 1", True), ("1", "标题 1", True), ("a", "Normal", False)]
)
def test_a_heading_is_told_by_its_style(tmp_path: Path, style: str, name: str, *, heading: bool) -> None:
    styles = f'<w:style w:styleId="{style}"><w:name w:val="{name}"/></w:style>'
    content = extract(tmp_path, p("总体情况", properties=f'<w:pStyle w:val="{style}"/>'), styles=styles)
    assert content.blocks == (Paragraph("总体情况", heading=heading),)


def test_a_style_inherits_the_looks_of_a_heading(tmp_path: Path) -> None:
    styles = (
        '<w:style w:styleId="h"><w:name w:val="heading 1"/></w:style>'
        '<w:style w:styleId="mine"><w:name w:val="公文一级"/><w:basedOn w:val="h"/></w:style>'
        '<w:style w:styleId="loop"><w:name w:val="环"/><w:basedOn w:val="loop"/></w:style>'
    )
    body = p("总体情况", properties='<w:pStyle w:val="mine"/>') + p("正文", properties='<w:pStyle w:val="loop"/>')
    assert [b.heading for b in extract(tmp_path, body, styles=styles).blocks if isinstance(b, Paragraph)] == [
        True,
        False,
    ]


def test_bold_throughout_is_a_heading_and_partly_bold_is_none(tmp_path: Path) -> None:
    body = p("总体情况", bold=True) + f"<w:p>{run('注意：', bold=True)}{run('正文')}</w:p>"
    assert [block.heading for block in extract(tmp_path, body).blocks if isinstance(block, Paragraph)] == [True, False]


def test_automatic_numbers_are_restored(tmp_path: Path) -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>'
        '<w:lvlText w:val="%1、"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="chineseCounting"/>'
        '<w:lvlText w:val="（%2）"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num>'
    )

    def numbered(text: str, level: int) -> str:
        return p(text, properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="7"/></w:numPr>')

    body = (
        numbered("总体情况", 0)
        + numbered("主动公开", 1)
        + numbered("依申请", 1)
        + numbered("第二", 0)
        + numbered("甲", 1)
    )
    shown = ["一、总体情况", "（一）主动公开", "（二）依申请", "二、第二", "（一）甲"]
    assert texts(extract(tmp_path, body, numbering=numbering)) == shown


def test_a_style_can_number_its_paragraphs(tmp_path: Path) -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="japaneseCounting"/>'
        '<w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    styles = (
        '<w:style w:styleId="h"><w:name w:val="heading 1"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    body = p("总体情况", properties='<w:pStyle w:val="h"/>') * 2
    assert texts(extract(tmp_path, body, numbering=numbering, styles=styles)) == ["一、总体情况", "二、总体情况"]


def test_merged_cells_stand_in_their_first_place(tmp_path: Path) -> None:
    body = tbl(
        [
            [tc("表头", span=3)],
            [tc("组", merge="restart"), tc("甲"), tc("1")],
            [tc("", merge="continue"), tc("乙"), tc("2")],
        ]
    )
    assert grids(extract(tmp_path, body))[0].rows == (("表头", None, None), ("组", "甲", "1"), (None, "乙", "2"))


def test_without_vertical_merges_blank_cells_stay_blank(tmp_path: Path) -> None:
    body = tbl([[tc("组"), tc("甲"), tc("1")], [tc(""), tc("乙"), tc("")]])
    assert grids(extract(tmp_path, body))[0].rows == (("组", "甲", "1"), ("", "乙", ""))


def test_a_short_row_and_a_row_begun_late_keep_their_columns(tmp_path: Path) -> None:
    late = f'<w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr>{tc("3")}</w:tr>'
    body = f"<w:tbl><w:tr>{tc('甲')}{tc('乙')}{tc('丙')}</w:tr>{late}<w:tr>{tc('4')}</w:tr></w:tbl>"
    assert grids(extract(tmp_path, body))[0].rows == (("甲", "乙", "丙"), (None, None, "3"), ("4", None, None))


def test_a_frame_around_everything_is_unwrapped(tmp_path: Path) -> None:
    inner = tbl([[tc("规章"), tc("0"), tc("0"), tc("6")]])
    body = f"<w:tbl><w:tr><w:tc><w:tcPr/>{p('二、标题')}{inner}{p('三、标题')}</w:tc></w:tr></w:tbl>"
    content = extract(tmp_path, body)
    assert texts(content) == ["二、标题", "三、标题"]
    assert [grid.rows for grid in grids(content)] == [(("规章", "0", "0", "6"),)]


def test_a_table_inside_a_cell_of_a_table_is_not_lost(tmp_path: Path) -> None:
    nested = f"<w:tc><w:tcPr/>{tbl([[tc('内甲'), tc('9')]])}{p('')}</w:tc>"
    body = f"<w:tbl><w:tr>{tc('甲')}{tc('1')}{tc('2')}{nested}</w:tr></w:tbl>"
    assert [grid.rows for grid in grids(extract(tmp_path, body))] == [(("甲", "1", "2", ""),), (("内甲", "9"),)]


def test_content_controls_hide_nothing(tmp_path: Path) -> None:
    def control(content: str) -> str:
        return f"<w:sdt><w:sdtContent>{content}</w:sdtContent></w:sdt>"

    row = control(f"<w:tr>{tc('甲')}{control(tc('1'))}</w:tr>")
    body = f"{control(p('段落'))}<w:tbl>{row}</w:tbl>"
    content = extract(tmp_path, body)
    assert texts(content) == ["段落"]
    assert grids(content)[0].rows == (("甲", "1"),)


def test_two_paragraphs_of_a_cell_are_two_lines(tmp_path: Path) -> None:
    cell = f"<w:tc><w:tcPr/>{p('商业')}{p('企业')}</w:tc>"
    assert grids(extract(tmp_path, f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>"))[0].rows == (("商业\n企业",),)


def test_tables_within_tables_without_end_are_refused(tmp_path: Path) -> None:
    deep = p("底")
    for _ in range(limits.MOST_DEPTH + 3):
        deep = f"<w:tbl><w:tr><w:tc>{deep}</w:tc></w:tr></w:tbl>"
    with pytest.raises(UserError, match="太大"):
        extract(tmp_path, deep)


def test_more_cells_than_any_report_has_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docx_tables, "MOST_CELLS", 10)
    with pytest.raises(UserError, match="太大"):
        extract(tmp_path, tbl([[tc("1")] * 4] * 4))


def test_entities_are_not_expanded(tmp_path: Path) -> None:
    path = tmp_path / "bomb.docx"
    bomb = (
        '<!DOCTYPE w [<!ENTITY a "哈哈哈哈"><!ENTITY b "&a;&a;&a;&a;">]>'
        f'<w:document xmlns:w="{papers.W}"><w:body><w:p><w:r><w:t>前&b;后</w:t></w:r></w:p></w:body></w:document>'
    )
    path.write_bytes(papers.packed({"word/document.xml": bomb}))
    assert "哈" not in "".join(texts(docx.read(path)))


def test_a_file_without_a_body_says_so(tmp_path: Path) -> None:
    path = tmp_path / "空.docx"
    path.write_bytes(papers.packed({"word/document.xml": f'<w:document xmlns:w="{papers.W}"/>'}))
    with pytest.raises(UserError, match="没有正文"):
        docx.read(path)


def test_the_head_of_the_pages_follows_the_body_once(tmp_path: Path) -> None:
    head = f'<w:hdr xmlns:w="{papers.W}">{p("柳溪县统计局2024年年报")}</w:hdr>'
    content = extract(tmp_path, p("正文"), header1=head, header2=head)
    assert content.blocks == (Paragraph("正文"), Part("页眉"), Paragraph("柳溪县统计局2024年年报"))


def test_hidden_text_is_not_read(tmp_path: Path) -> None:
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>99</w:t></w:r>"
    shown = '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>8</w:t></w:r>'
    assert texts(extract(tmp_path, f"<w:p>{run('12')}{hidden}{shown}</w:p>")) == ["128"]
