"""Styles of binary Word files."""

import struct

import pytest

from core.importers.doc.styles import Style, Styles
from tests.core.importers import word97
from tests.core.importers.word97 import BOLD, HIDDEN, p

NONE = 0xFFF


def styles(*sheet: tuple[str, int, int, bytes, bytes]) -> Styles:
    return Styles(word97.streams([p("甲")], styles=word97.style_sheet(*sheet)))


@pytest.mark.parametrize(
    ("name", "built_in", "properties", "heading"),
    [
        ("heading 1", 1, b"", True),
        ("标题 2", 0xFFE, b"", True),
        ("Title", 62, b"", True),
        ("公文", 0xFFE, struct.pack("<HB", 0x2640, 0), True),
        ("正文", 0xFFE, struct.pack("<HB", 0x2640, 9), False),
        ("Normal", 0, b"", False),
    ],
)
def test_headings_are_told_by_number_name_or_outline(
    name: str, built_in: int, properties: bytes, *, heading: bool
) -> None:
    assert styles((name, built_in, NONE, properties, b""))[0].heading == heading


def test_a_style_inherits_and_may_turn_off() -> None:
    off = struct.pack("<HB", 0x0835, 0)
    known = styles(
        ("heading 1", 1, NONE, word97.listed(2, 1), BOLD + HIDDEN),
        ("公文一级", 0xFFE, 0, b"", b""),
        ("公文二级", 0xFFE, 1, word97.listed(0), off),
    )
    assert known[1] == Style(heading=True, bold=True, hidden=True, list=2, level=1)
    assert known[2] == Style(heading=True, bold=False, hidden=True, list=0, level=0)


def test_styles_upon_each_other_in_a_circle_end() -> None:
    assert styles(("甲", 0xFFE, 1, b"", b""), ("乙", 0xFFE, 0, b"", BOLD))[0].bold


@pytest.mark.parametrize("length", [0, 3, 6, 9, 20, 30])
def test_unknown_styles_and_broken_sheets_are_plain(length: int) -> None:
    sheet = word97.style_sheet(("甲", 0xFFE, NONE, b"", b""))[:length]
    assert Styles(word97.streams([p("甲")], styles=sheet))[7] == Style()
