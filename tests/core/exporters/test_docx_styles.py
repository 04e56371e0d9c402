"""Styles, fonts and settings of the Word file."""

import pytest
from lxml import etree

from core.exporters.docx_styles import CLOSING, HEADINGS, LINE, PROSE, TITLE, fonts, settings, styles, table_style
from core.exporters.docx_xml import W

TABLES = (("t2", "表二", 10.5), ("t3", "表三", 8.5))


def style(name: str) -> etree._Element:
    (found,) = [each for each in styles(TABLES).iter(f"{{{W}}}style") if each.get(f"{{{W}}}styleId") == name]
    return found


def value(element: etree._Element, path: str, attribute: str = "val") -> str | None:
    found = element.find("/".join(f"{{{W}}}{step}" for step in path.split("/")))
    return None if found is None else found.get(f"{{{W}}}{attribute}")


@pytest.mark.parametrize(
    ("name", "face", "size"), [(TITLE, "方正小标宋简体", "44"), ("TableT2", "宋体", "21"), ("TableT3", "宋体", "17")]
)
def test_type_has_the_face_and_size_that_custom_asks_for(name: str, face: str, size: str) -> None:
    assert value(style(name), "rPr/rFonts", "eastAsia") == face
    assert value(style(name), "rPr/rFonts", "ascii") == "Times New Roman"
    assert value(style(name), "rPr/sz") == size


def test_headings_have_levels_and_stay_with_what_follows() -> None:
    for level, (name, face) in enumerate(zip(HEADINGS, ("黑体", "楷体_GB2312"), strict=True)):
        found = style(name)
        assert value(found, "name") == f"heading {level + 1}"
        assert value(found, "pPr/outlineLvl") == str(level)
        assert value(found, "rPr/rFonts", "eastAsia") == face
        assert found.find(f"{{{W}}}pPr/{{{W}}}keepNext") is not None
        assert value(found, "next") == PROSE


def test_the_body_is_fangsong_on_lines_of_the_page() -> None:
    every = styles(TABLES)
    assert value(every, "docDefaults/rPrDefault/rPr/rFonts", "eastAsia") == "仿宋_GB2312"
    assert value(every, "docDefaults/rPrDefault/rPr/lang", "eastAsia") == "zh-CN"
    normal = style("Normal")
    assert (value(normal, "pPr/spacing", "line"), value(normal, "pPr/spacing", "lineRule")) == (str(LINE), "exact")
    assert (LINE, value(normal, "rPr/sz")) == (579, "32")
    assert value(style(PROSE), "pPr/ind", "firstLineChars") == "200"


def test_twenty_eight_characters_go_on_a_line_of_156_millimetres() -> None:
    given_up = int(value(style("Normal"), "rPr/spacing") or 0)
    assert 28 * (320 + given_up) <= 156 / 25.4 * 1440 < 29 * (320 + given_up)
    assert value(style(table_style("t2")), "rPr/spacing") == "0"


def test_every_face_of_offices_has_another_that_stands_in() -> None:
    others = {font.get(f"{{{W}}}name"): value(font, "altName") for font in fonts()}
    assert (others["仿宋_GB2312"], others["楷体_GB2312"], others["方正小标宋简体"]) == ("仿宋", "楷体", "华文中宋")
    named = {face.get(f"{{{W}}}eastAsia") for face in styles(TABLES).iter(f"{{{W}}}rFonts")}
    assert named <= set(others)


def test_the_signature_stands_at_the_right() -> None:
    assert value(style(CLOSING), "pPr/jc") == "right"


def test_even_pages_have_a_footer_of_their_own() -> None:
    assert settings().find(f"{{{W}}}evenAndOddHeaders") is not None
    assert value(settings(), "compat/compatSetting") == "15"
