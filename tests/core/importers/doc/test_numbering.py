"""Lists of binary Word files."""

import struct

import pytest

from core.importers.doc.numbering import read_numbering
from core.importers.numbering import Numbering
from tests.core.importers import word97
from tests.core.importers.word97 import level, lists, p


def numbering(*levels: bytes, uses: tuple[bytes, ...] = (b"",)) -> Numbering:
    return read_numbering(word97.streams([p("甲")], parts=lists(*levels, uses=uses)))


@pytest.mark.parametrize(
    ("how", "text", "shown"),
    [
        (39, "\x00、", "一、"),
        (37, "（\x00）", "（一）"),
        (11, "第\x00条", "第一条"),
        (0, "\x00.", "1."),
        (18, "\x00", "①"),
        (23, "●", ""),
        (255, "", ""),
    ],
)
def test_ordinals_are_shown_as_word_prints_them(how: int, text: str, shown: str) -> None:
    assert numbering(level(text, how)).ordinal("1", 0) == shown


def test_a_deeper_level_may_name_the_one_above() -> None:
    found = numbering(level("\x00.", 0), level("\x00.\x01", 0))
    assert [found.ordinal("1", at) for at in (0, 1, 1, 0, 1)] == ["1.", "1.1", "1.2", "2.", "2.1"]


def test_uses_of_one_list_count_on_and_a_changed_use_begins_anew() -> None:
    anew = struct.pack("<iI", 5, 0x10)
    found = numbering(level("\x00.", 0), uses=(b"", b"", anew))
    assert [found.ordinal(number, 0) for number in ("1", "2", "3", "1")] == ["1.", "2.", "5.", "3."]


def test_a_use_may_have_a_level_of_its_own() -> None:
    own = struct.pack("<iI", 1, 0x20) + level("（\x00）", 39)
    assert numbering(level("\x00.", 0), uses=(own,)).ordinal("1", 0) == "（一）"


@pytest.mark.parametrize("cut", [0, 1, 10, 29])
def test_broken_lists_show_nothing(cut: int) -> None:
    parts = lists(level("\x00.", 0))
    broken = {73: parts[73], word97.LEVELS: parts[word97.LEVELS][:cut], 74: parts[74]}
    assert read_numbering(word97.streams([p("甲")], parts=broken)).ordinal("1", 0) == ""
    assert read_numbering(word97.streams([p("甲")], parts={74: parts[74][:cut]})).ordinal("1", 0) == ""
