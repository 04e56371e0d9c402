"""Words as XML."""

from lxml import etree

from core.exporters.xlsx_xml import attributes, escaped, plain, words


def test_what_xml_cannot_hold_is_dropped_and_line_ends_are_one_sign() -> None:
    assert plain("甲\0\x1f\ud800\uffff乙\r\n丙\r丁\t戊") == "甲乙\n丙丁\t戊"


def test_signs_of_xml_come_back_as_they_were() -> None:
    text = "《甲》 & <乙> \"丙\" '丁'"
    assert etree.fromstring(f"<a{attributes(b=text, none=None)}/>").get("b") == text
    assert etree.fromstring(f"<a>{escaped(text)}</a>").text == text
    assert etree.fromstring(words(f"  {text} ")).text == f"  {text} "


def test_words_that_look_like_an_escape_of_excel_are_escaped_themselves() -> None:
    assert words("_x000D_") == '<t xml:space="preserve">_x005F_x000D_</t>'
    assert words("a_x_b_x00_") == '<t xml:space="preserve">a_x_b_x00_</t>'
