"""Words that are seen on a page of PDF and read by no program."""

import zlib
from io import BytesIO

import pdfplumber
import pypdfium2
import pytest
from PIL import ImageChops

from core.exporters import unread
from core.exporters.compose import Piece
from core.exporters.faces import Faces
from core.exporters.fonts import Role
from core.exporters.ink import printed
from core.exporters.marks import Composed, Mark, Text, frozen
from tests.core.exporters.invented import needs_chinese_font

pytestmark = needs_chinese_font


def words(text: str, x: float = 100.0, *, outlined: bool = True, bold: bool = False) -> Text:
    font = Faces().sorts("年", Role.HEADING, 20.0)[0].font
    piece = Piece(0.0, text, font, 1.0)
    return Text((piece,), x, 600.0, 20.0, 2.0, bold=bold, colour=(0.1, 0.2, 0.8), outlined=outlined)


def page(*marks: Mark) -> bytes:
    return printed(Composed(frozen([[words("甲", 20.0, outlined=False), *marks]]), (), (), "题", "单位"))


@pytest.mark.parametrize("bold", [False, True])
def test_they_look_as_words_that_are_read(*, bold: bool) -> None:
    pictures = []
    for outlined in (True, False):
        with pypdfium2.PdfDocument(page(words("青禾县 3件", outlined=outlined, bold=bold))) as document:
            pictures.append(document[0].render(scale=2.0).to_pil().convert("RGB"))
    apart = ImageChops.difference(*pictures).convert("L").histogram()
    assert sum(apart[128:]) < 40
    assert sum(apart[1:]), "they are drawn another way"


def test_no_program_reads_them_and_no_font_holds_them() -> None:
    with pdfplumber.open(BytesIO(page(words("青禾县3件")))) as read:
        assert read.pages[0].extract_text() == "甲"
    assert len(page(words("青"))) - len(page()) < 1000


def test_the_same_character_once_more_takes_next_to_no_room() -> None:
    once, often = words("繁"), [words("繁", 20.0 * at) for at in range(20)]
    drawn = ["\n".join(unread.drawn(marks)).encode() for marks in ([once], often)]
    one, twenty = (len(zlib.compress(each)) for each in drawn)
    assert twenty - one < 19 * 20


def test_characters_stand_side_by_side_in_the_order_of_their_font() -> None:
    first, second = sorted("青禾")
    lines = list(unread.drawn([words(f"{second}{first} ")]))
    assert [line.split()[9] for line in lines] == [f"{100 + 23:.2f}", "100.00"]
    assert unread.outline(words("x").pieces[0].font, first) in lines[0]


def test_a_page_with_no_other_words_can_be_printed_alone() -> None:
    alone = printed(Composed(frozen([[words("青")]]), (), (), "题", "单位"))
    with pypdfium2.PdfDocument(alone) as document:
        assert min(document[0].render().to_pil().convert("L").tobytes()) < 128


def test_a_blank_has_no_outline() -> None:
    assert unread.outline(words("x").pieces[0].font, " ") == ""
