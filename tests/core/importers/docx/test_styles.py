"""Styles and lists of Word paragraphs."""

from lxml import etree

from core.importers.docx.styles import Style, Styles, is_bold
from core.importers.numbering import Level, Numbering
from tests.core.importers.papers import W, run


def element(name: str, content: str) -> etree._Element:
    return etree.fromstring(f'<w:{name} xmlns:w="{W}">{content}</w:{name}>')


def styles(content: str) -> Styles:
    numbering = Numbering({"1": {0: Level("chineseCounting", "%1、")}})
    return Styles(iter(element("styles", content)), lambda: numbering)


def test_a_style_is_found_with_what_it_inherits() -> None:
    found = styles(
        '<w:style w:styleId="a"><w:name w:val="标题 1"/><w:rPr><w:b/></w:rPr></w:style>'
        '<w:style w:styleId="b"><w:name w:val="一级"/><w:basedOn w:val="a"/></w:style>'
    )
    assert found.style(element("pPr", '<w:pStyle w:val="b"/>')) == Style(heading=True, bold=True)
    assert found.style(element("pPr", '<w:pStyle w:val="none"/>')) == found.style(None) == Style()


def test_a_number_follows_from_the_paragraph_or_its_style() -> None:
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    found = styles(f'<w:style w:styleId="a"><w:name w:val="A"/><w:pPr>{listed}</w:pPr></w:style>')
    by_style = element("pPr", '<w:pStyle w:val="a"/>')
    assert found.ordinal(by_style, found.style(by_style)) == "一、"
    assert found.ordinal(element("pPr", listed), Style()) == "二、"
    assert found.ordinal(None, Style()) == ""


def test_parts_that_no_paragraph_asks_for_are_not_read() -> None:
    def fail() -> Numbering:
        raise AssertionError

    assert Styles(iter(()), fail).ordinal(None, Style()) == ""


def test_weight_is_that_of_all_words() -> None:
    assert is_bold(element("p", run("甲", bold=True) + run(" ")), Style())
    assert not is_bold(element("p", run("甲", bold=True) + run("乙")), Style())
    assert is_bold(element("p", run("甲")), Style(bold=True))
