"""Embedding a face: the bytes that reportlab asks for."""

import zlib
from io import BytesIO

import pdfplumber
import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from core.exporters.font_files import faces
from core.exporters.hb_font import HbFont
from tests.core.exporters.invented import needs_chinese_font

WORDS = "年报一㙟䶮𬭎（二）123,abc—·"
RADICAL = "⼀"  # looks like 一 and shares its glyph


def _fonts() -> list[HbFont]:
    wanted = ("LXGW WenKai", "Noto Serif CJK SC", "FangSong", "SimSun")
    found = {name: face for face in faces() for name in face.names if name in wanted}
    return [HbFont(f"T{i}", face.path, face.index) for i, face in enumerate(found.values())]


@needs_chinese_font
def test_both_kinds_of_outlines_are_embedded_and_copied_as_what_they_are() -> None:
    fonts = _fonts()
    if not fonts:
        pytest.skip("none of the faces this test knows is installed")
    for font in fonts:
        own_codes = "CFF " not in font._hb_face.table_tags
        words = "".join(char for char in WORDS + RADICAL * own_codes if font.glyph(char))
        buffer = BytesIO()
        pdfmetrics._fonts[font.fontName] = font
        for _ in range(2):  # the second document begins anew
            buffer = BytesIO()
            canvas = Canvas(buffer, initialFontName=font.fontName, invariant=1)
            font.prepare(canvas._doc, words)
            canvas.setFont(font.fontName, 20)
            canvas.drawString(50, 500, words)
            canvas.save()
        with pdfplumber.open(buffer) as pdf:
            assert pdf.pages[0].extract_text() == words
        assert b"Helvetica" not in buffer.getvalue()


@needs_chinese_font
def test_a_missing_character_has_no_glyph_and_a_mark_can_stand_in() -> None:
    for font in _fonts():
        assert font.glyph("\ue777") == 0
        font.stand_in("\ue777", "年")
        assert font.glyph("\ue777") == font.glyph("年") != 0
        assert font.advance("\ue777") == font.advance("年") == 1.0


@needs_chinese_font
def test_a_subset_is_kept_for_the_next_document_and_made_anew_for_other_glyphs() -> None:
    for font in _fonts():
        once, again, other = (font._subset(frozenset(map(font.glyph, words))) for words in ("年报一", "一报年", "年"))
        assert once is again
        assert set(other.numbers) == {font.glyph("年")}
        assert len(zlib.decompress(other.packed)) == other.length < once.length


@needs_chinese_font
def test_codes_do_not_depend_on_where_the_characters_stand() -> None:
    for font in _fonts():
        first, second = (Canvas(BytesIO(), initialFontName="Helvetica")._doc for _ in range(2))
        one, other = font.prepare(first, "年报一")[1], font.prepare(second, "一报年年")[1]
        assert one is other
        assert {char: int(word, 16) for char, word in one.words.items()} == one.codes


class Blank:
    """Extents of a glyph that draws nothing."""

    width = height = 0


class Hollow:
    """A font whose map knows a character and whose glyph of it is empty, as that of 䶮 in AR PL UKai."""

    def get_nominal_glyph(self, code: int) -> int:
        return 7

    def get_glyph_extents(self, glyph: int) -> Blank:
        return Blank()


@needs_chinese_font
def test_a_character_with_an_empty_glyph_counts_as_lacking_but_a_blank_does_not() -> None:
    for font in _fonts():
        font._font = Hollow()
        assert font.glyph("䶮") == 0
        assert font.glyph("\u3000") == 7
