"""The visible characters of a page, with their places."""

from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from core.importers.pdf.characters import Fonts, Letters, letters_of
from core.importers.pdf.file import PDFIUM, opened, opened_page
from core.importers.pdf.turns import frame_of
from tests.core.importers.drawn_papers import FONT, pdf, write


def letters(path: Path) -> Letters:
    with PDFIUM, opened(path) as document, opened_page(document, 0) as page:
        return letters_of(page, Fonts(), frame_of(page))


def words(found: Letters) -> str:
    return "".join(letter.sign for letter in found.letters)


def test_each_character_stands_where_it_is_printed(tmp_path: Path) -> None:
    found = letters(pdf(tmp_path / "一.pdf", lambda canvas: write(canvas, 50, 100, "甲乙"), filler=""))
    first, second = found.letters
    assert (first.sign, round(first.left), round(first.top), round(first.bottom)) == ("甲", 50, 100, 110)
    assert (second.sign, round(second.left)) == ("乙", 60)


def test_invisible_text_is_counted_and_not_read(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        shown = canvas.beginText(50, 600)
        shown.setFont(FONT, 10)
        shown.setTextRenderMode(0)
        shown.textOut("明")
        canvas.drawText(shown)
        hidden = canvas.beginText(50, 700)
        hidden.setFont(FONT, 10)
        hidden.setTextRenderMode(3)
        hidden.textOut("暗字")
        canvas.drawText(hidden)

    found = letters(pdf(tmp_path / "一.pdf", page, filler=""))
    assert (words(found), found.hidden) == ("明", 2)


def test_white_text_is_kept_apart(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        canvas.setFillColorRGB(1, 1, 1)
        write(canvas, 50, 100, "白")
        canvas.setFillColorRGB(0, 0, 0)
        write(canvas, 50, 200, "黑")

    found = letters(pdf(tmp_path / "一.pdf", page, filler=""))
    assert words(found) == "黑"
    assert [letter.sign for letter in found.white] == ["白"]


def test_text_beyond_the_edge_of_the_page_is_not_there(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        write(canvas, 700, 100, "外")
        write(canvas, 100, 100, "内")

    assert words(letters(pdf(tmp_path / "一.pdf", page, filler=""))) == "内"


def test_text_drawn_with_an_outline_looks_bold(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        text = canvas.beginText(50, 700)
        text.setFont(FONT, 10)
        text.setTextRenderMode(2)
        text.textOut("粗")
        canvas.drawText(text)

    assert letters(pdf(tmp_path / "一.pdf", page, filler="")).letters[0].bold


def test_letters_that_do_not_stand_upright_tell_how_they_are_turned(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        canvas.translate(100, 100)
        canvas.rotate(90)
        canvas.drawString(0, 0, "横着写的字")

    assert letters(pdf(tmp_path / "一.pdf", page, filler="")).turned == 1


def test_a_page_of_endless_text_is_too_much(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        for line in range(250):
            write(canvas, 10, 3 * line, "字" * 100, size=2)

    assert letters(pdf(tmp_path / "一.pdf", page, filler="")).too_many


def test_a_rare_character_of_two_codes_is_one(tmp_path: Path) -> None:
    found = letters(pdf(tmp_path / "一.pdf", lambda canvas: write(canvas, 50, 100, "甲\U0002cb4e乙"), filler=""))
    assert words(found) == "甲\U0002cb4e乙"
