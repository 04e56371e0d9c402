"""Setting characters: helpers for rare ones, marks for those that nobody has."""

from pathlib import Path
from typing import cast

import pytest
from reportlab.pdfbase import pdfmetrics

from core.errors import UserError
from core.exporters import faces as module
from core.exporters.faces import Faces
from core.exporters.font_files import Face
from core.exporters.fonts import Role, latin
from core.exporters.hb_font import HbFont
from core.exporters.tokens import Sort
from tests.core.exporters.invented import needs_chinese_font

pytestmark = needs_chinese_font


def test_every_common_character_is_set_one_em_wide() -> None:
    sorts = Faces().sorts("年报", Role.BODY, 16.0)
    assert [(sort.char, sort.width) for sort in sorts] == [("年", 16.0), ("报", 16.0)]


def test_tracking_is_added_to_every_character() -> None:
    assert [sort.width for sort in Faces().sorts("年报", Role.BODY, 16.0, -0.5)] == [15.5, 15.5]


def test_a_character_that_no_font_has_is_reported_and_only_in_the_document_that_has_it() -> None:
    faces = Faces()
    assert faces.missing == {}
    faces.sorts("甲\U0010fff0乙", Role.BODY, 16.0)
    assert list(faces.missing) == ["\U0010fff0"]
    (note,) = [note for note in faces.notes() if "U+10FFF0" in note]
    assert "〓" in note
    assert Faces().missing == {}


def test_marks_that_take_no_room_are_left_out_without_a_word() -> None:
    faces = Faces()
    assert [sort.char for sort in faces.sorts("年\u200b报\ufe00\u2060", Role.BODY, 16.0)] == ["年", "报"]
    assert faces.missing == {}


def test_blanks_of_every_kind_are_set_as_blanks() -> None:
    faces = Faces()
    found = faces.sorts("\u2028\u1680\u2007\u205f", Role.TITLE, 16.0)
    assert all(0 < sort.width <= 16 for sort in found)
    assert faces.missing == {}


def test_a_font_that_cannot_be_opened_helps_nobody_but_is_named_where_it_is_needed(tmp_path: Path) -> None:
    bad = Face(tmp_path / "没有.ttf", 0, ("坏字体",), 400, embeddable=True, simplified=True)
    assert module._helper(bad) is None
    with pytest.raises(UserError, match="没有"):
        module._font(bad)


def test_digits_and_latin_of_the_text_are_set_in_one_face_those_of_tables_in_their_own() -> None:
    faces = Faces()
    if latin() is None:
        pytest.skip("no face like Times is installed")
    digit, letter, mark, year, comma = faces.sorts("1a%年，", Role.BODY, 16.0)
    assert digit.font == letter.font == mark.font != year.font == comma.font
    assert digit.width == pytest.approx(8.0)  # half an em, as all Times have it
    assert {sort.font for sort in faces.sorts("1年", Role.TABLE, 9.0)} == {faces.name(Role.TABLE)}


@pytest.mark.parametrize("role", Role)
def test_quotation_marks_of_chinese_text_are_a_character_wide_with_their_blank_half_outside(role: Role) -> None:
    faces = Faces()
    opening, _, closing = faces.sorts("“年”", role, 16.0)
    assert (opening.char, closing.char) == ("“", "”")
    assert opening.width == closing.width == 16.0
    starts, ends = (ink(sort) for sort in (opening, closing))
    assert min(starts) > 0.5 > max(ends)


def test_an_apostrophe_in_a_latin_word_stays_narrow() -> None:
    if latin() is None:
        pytest.skip("no face like Times is installed")
    letter, mark, _ = Faces().sorts("y’s", Role.BODY, 16.0)
    assert mark.font == letter.font
    assert mark.width < 8


def ink(sort: Sort) -> list[float]:
    """Return how far from its left edge the ink of a character lies, in em."""
    font = cast(HbFont, pdfmetrics.getFont(sort.font))
    return [number for _, numbers in font.outline(sort.char) for number in numbers[::2]]


def test_ink_reaches_higher_for_a_character_than_for_a_dash_and_nowhere_for_a_blank() -> None:
    faces = Faces()
    assert 0.7 < faces.top("国", Role.TABLE) < 1.0
    assert 0.1 < faces.top("—", Role.TABLE) < 0.6
    assert faces.top(" ", Role.TABLE) == 0.0


def test_what_was_set_is_kept_for_the_next_document_but_not_what_lacks_a_character() -> None:
    made: list[str] = []

    def setting(faces: Faces, text: str) -> int:
        def make() -> int:
            made.append(text)
            return len(faces.sorts(text, Role.BODY, 16.0))

        return faces.keep(("test", text), make)

    for _ in range(2):
        faces = Faces()
        assert setting(faces, "年报公开") == 4
        assert setting(faces, "\U0010fff1") == 1
        assert "\U0010fff1" in faces.missing
    assert made.count("年报公开") <= 1
    assert made.count("\U0010fff1") == 2
