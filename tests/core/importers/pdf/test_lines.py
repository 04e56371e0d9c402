"""Printed lines become paragraphs with indents and headings."""

from core.importers.extract import Box
from core.importers.pdf.lines import Body, paragraph_of
from core.importers.pdf.words import PrintedLine

PLACE = Box(0, 0, 0, 0, 0)


def line(text: str, left: float = 70, *, size: float = 14, bold: bool = False) -> PrintedLine:
    return PrintedLine(text, left, 0, left + size * len(text), size, size, bold)


BODY = Body.of([line("正文里的一行字"), line("正文里的一行字"), line("开头的一行", 98), line("一、标题", bold=True)])


def test_an_indent_stands_before_the_words_in_full_width_blanks() -> None:
    assert paragraph_of(line("开头的一行", 98), BODY, PLACE).text == "　　开头的一行"
    assert paragraph_of(line("接着的一行"), BODY, PLACE).text == "接着的一行"


def test_a_bold_or_larger_line_is_a_heading() -> None:
    assert paragraph_of(line("一、标题", bold=True), BODY, PLACE).heading
    assert paragraph_of(line("标题", size=22), BODY, PLACE).heading
    assert not paragraph_of(line("正文"), BODY, PLACE).heading


def test_in_a_file_that_is_bold_throughout_bold_marks_nothing() -> None:
    body = Body.of([line("全是粗体的一行", bold=True)] * 3)
    assert not paragraph_of(line("全是粗体", bold=True), body, PLACE).heading


def test_a_long_line_is_no_heading() -> None:
    assert not paragraph_of(line("长" * 41, bold=True), BODY, PLACE).heading


def test_a_file_without_lines_has_a_body_all_the_same() -> None:
    assert Body.of([]) == Body()
