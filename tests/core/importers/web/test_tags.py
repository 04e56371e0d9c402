"""What elements do to the words in them."""

import pytest
from lxml import etree

from core.importers.web.tags import is_block, is_bold, is_shown


@pytest.mark.parametrize(
    ("tag", "style", "block"),
    [("p", "", True), ("span", "", False), ("span", "display:block", True), ("span", "Display: table-cell", True)],
)
def test_blocks_begin_lines_by_their_name_or_style(tag: str, style: str, block: bool) -> None:
    assert is_block(tag, style) is block


@pytest.mark.parametrize(
    ("tag", "style", "around", "bold"),
    [
        ("b", "", False, True),
        ("span", "", True, True),
        ("span", "font-weight:normal", True, False),
        ("b", "FONT-WEIGHT: 400", False, False),
        ("span", "font-weight:bolder", False, True),
        ("span", "font-weight: 600", False, True),
    ],
)
def test_weight_comes_from_the_name_the_style_or_the_words_around(
    tag: str, style: str, around: bool, bold: bool
) -> None:
    assert is_bold(tag, style, bold=around) is bold


@pytest.mark.parametrize(
    ("element", "shown"),
    [
        (etree.Element("p"), True),
        (etree.Element("p", style="display:none"), False),
        (etree.Element("body", style="display:none"), True),
        (etree.Element("p", hidden="until-found"), False),
        (etree.Element("script"), False),
        (etree.Comment("x"), False),
    ],
)
def test_hidden_elements_and_scripts_are_not_shown(element: etree._Element, shown: bool) -> None:
    assert is_shown(element) is shown
