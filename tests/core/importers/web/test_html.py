"""Saved pages, from the bytes on the disk to the report."""

import contextlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import UserError
from core.importers import Recognised, read_report, recognise
from core.importers.extract import Extract, Paragraph
from core.importers.limits import MOST_PART_BYTES
from core.importers.web import html
from tests.core.importers import papers, web_papers

PAPER = papers.paper(
    t3__granted__natural="17", t3__granted__total="17", t4__review__upheld="3", t2__admin_fees__amount_wan="2.05"
)


def saved(tmp_path: Path, markup: str, encoding: str = "utf-8", name: str = "年报.html") -> Path:
    path = tmp_path / name
    path.write_bytes(markup.encode(encoding))
    return path


def says(recognised: Recognised, paper: papers.Paper = PAPER) -> None:
    """The whole report was read, and nothing was asked."""
    assert recognised.doubts == ()
    read = {**recognised.report.typed, **recognised.report.printed}
    assert {cell: entry.raw for cell, entry in read.items()} == {cell: paper.cells[cell] for cell in read}
    assert recognised.found == {"t2", "t3", "t4"}
    assert (recognised.report.unit, recognised.report.year) == ("云岭县林草局", 2024)
    assert recognised.report.text("preamble") == papers.PREAMBLE
    assert recognised.report.text("s1") == "\n".join(papers.S1)
    assert recognised.report.text("s6") == "\n".join(papers.S6)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("claimed", ["utf-8", "gb2312", "iso-8859-1"])
def test_the_bytes_tell_the_encoding_and_not_the_page(tmp_path: Path, encoding: str, claimed: str) -> None:
    says(read_report(saved(tmp_path, web_papers.site(web_papers.body(PAPER), charset=claimed), encoding)))


def test_a_word_file_that_is_a_page_inside_is_read_as_one(tmp_path: Path) -> None:
    markup = f"<html xmlns:o='urn:schemas-microsoft-com:office:office'>{web_papers.body(PAPER, web_papers.mso)}</html>"
    says(read_report(saved(tmp_path, markup, "gb18030", "年报.doc")))


def test_a_page_in_nested_layout_tables_is_read(tmp_path: Path) -> None:
    inner = f"<table><tr><td class=title>{papers.TITLE}</td></tr><tr><td>{web_papers.body(PAPER)}</td></tr></table>"
    outer = (
        f"<table width=1000><tr><td><table><tr><td>当前位置：首页</td></tr></table></td><td>{inner}</td></tr></table>"
    )
    says(read_report(saved(tmp_path, web_papers.site(outer))))


def test_old_markup_without_closing_tags_is_read(tmp_path: Path) -> None:
    markup = web_papers.site(web_papers.body(PAPER, lambda words, c, r: f"<TD COLSPAN={c} ROWSPAN={r}>{words}\n"))
    for tag in ("</p>", "</tr>", "</td>"):
        markup = markup.replace(tag, "")
    says(read_report(saved(tmp_path, markup.replace("<p>", "<P>").replace("<tr>", "<TR>"), "gb18030")))


def test_a_page_with_line_breaks_instead_of_paragraphs_is_read(tmp_path: Path) -> None:
    content = web_papers.body(PAPER).replace("<p>", "").replace("</p>", "<br>\n<br>\n")
    says(read_report(saved(tmp_path, web_papers.site(content))))


@pytest.mark.parametrize("line", ["<p>{}</p>", "<div>{}</div>", "<p><span>{}</span></p>\n", "{}<br>"])
def test_one_cell_a_line_is_read_with_its_blank_cells(tmp_path: Path, line: str) -> None:
    blank = dict.fromkeys(("t3.granted.research", "t3.granted.public_welfare", "t4.review.other"), "")
    paper = papers.Paper({**PAPER.cells, **{cell: blank.get(cell, raw) for cell, raw in PAPER.cells.items()}})
    lines = papers.one_a_line(paper, between=0).rstrip("\n").split("\n")
    content = "".join(line.format(words or "&nbsp;") for words in lines)
    says(read_report(saved(tmp_path, web_papers.site(content))), paper)


def test_the_name_of_the_page_tells_unit_and_year_where_the_body_does_not(tmp_path: Path) -> None:
    markup = web_papers.site(web_papers.body(papers.Paper(PAPER.cells, title=())))
    says(read_report(saved(tmp_path, markup)))


def test_the_name_of_the_page_does_not_overrule_the_title(tmp_path: Path) -> None:
    markup = web_papers.site(web_papers.body(PAPER), title="山前市旅游局2019年政府信息公开工作年度报告")
    says(read_report(saved(tmp_path, markup)))


def test_a_word_processor_is_not_believed_about_the_name_of_the_page(tmp_path: Path) -> None:
    markup = web_papers.site(web_papers.body(papers.Paper(PAPER.cells, title=(), preamble=())))
    recognised = read_report(saved(tmp_path, markup.replace("<head>", '<head><meta name=Generator content="Word 15">')))
    assert "unit" in {doubt.where for doubt in recognised.doubts}


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "坏.html"
    path.write_bytes(b"<html>" + bytes(range(1, 256)) * 50)
    with pytest.raises(UserError, match="不是文字"):
        html.read(path)


def test_a_page_of_many_megabytes_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "大.html"
    path.write_bytes(b"<html>" + b" " * MOST_PART_BYTES)
    with pytest.raises(UserError, match="太大"):
        html.read(path)


def test_markup_without_words_has_no_blocks() -> None:
    assert html.read_text("") == Extract(())
    assert html.read_text("<script>总计 999</script>") == Extract(())
    assert html.read_text("文") == Extract((Paragraph("文"),))


PIECES = st.sampled_from([
    "<p>", "</p>", "<table>", "</table>", "<tr>", "<td colspan=3>", "<td rowspan=0>", "</td>", "<div hidden>", "</div>",
    "<br>", "&nbsp;", "规章", "5", "<ol>", "<li>", "<h1>", "<pre>", "\n", "<!--[if", "<![endif]>", "<", "&#x0;",
    "\ud800",
])  # fmt: skip


@given(st.lists(PIECES, max_size=60).map("".join))
def test_no_markup_breaks_the_reader(markup: str) -> None:
    extract = html.read_text(markup)
    with contextlib.suppress(UserError):
        assert recognise(extract).found
