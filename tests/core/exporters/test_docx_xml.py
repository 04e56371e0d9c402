"""Elements and runs of a Word file."""

import pytest
from lxml import etree

from core.exporters.docx_xml import W, paragraph, part, run, twips, w, words


def names(element: etree._Element) -> list[str]:
    return [etree.QName(child).localname for child in element.iter()]


def test_an_element_and_its_attributes_are_of_one_vocabulary() -> None:
    made = w("font", w("pitch", val="fixed"), name="仿宋", sz=32)
    assert made.tag == f"{{{W}}}font"
    assert sorted(made.items()) == [(f"{{{W}}}name", "仿宋"), (f"{{{W}}}sz", "32")]
    assert names(made) == ["font", "pitch"]


def test_chinese_runs_have_chinese_marks_and_latin_ones_need_no_hint() -> None:
    assert names(run("“有效”")) == ["r", "rPr", "rFonts", "t"]
    assert names(run("12")) == ["r", "t"]


def test_the_style_of_a_run_stands_first() -> None:
    assert names(run("（一）", w("sz", val=18), style="Lead")) == ["r", "rPr", "rStyle", "rFonts", "sz", "t"]


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_line_ends_are_line_breaks(ends: str) -> None:
    made = run(f"商业{ends}企业")
    assert [etree.QName(child).localname for child in made][1:] == ["t", "br", "t"]


@pytest.mark.parametrize("text", ["a & b < c > d", "“𬭎”与'䶮'", "  前后有空格  ", '"]]>"'])
def test_words_come_out_of_the_file_as_they_went_in(text: str) -> None:
    read = etree.fromstring(part(w("p", w("r", words(text)))))
    assert read.findtext(f".//{{{W}}}t") == text


def test_a_paragraph_names_its_style_before_what_it_has_beyond() -> None:
    assert names(paragraph("Title", run("1"), properties=(w("keepNext"),))) == [
        *("p", "pPr", "pStyle", "keepNext"),
        *("r", "t"),
    ]


def test_twips_are_twentieths_of_a_point() -> None:
    assert twips(28.35) == 567
