"""Words that are struck through are read past."""

from core.importers.pdf.characters import Letter
from core.importers.pdf.strikes import with_struck_blank


def letters(text: str) -> list[Letter]:
    return [Letter(10.0 * place, 100, 10.0 * place + 10, 110, sign, False, 1) for place, sign in enumerate(text)]


def test_digits_that_a_line_strikes_are_blank_places() -> None:
    kept, lines = with_struck_blank(letters("65" + "2"), [(105.5, 0, 20)])
    assert [letter.sign for letter in kept] == ["", "", "2"]
    assert lines == []


def test_a_ruling_line_through_words_strikes_nothing() -> None:
    kept, lines = with_struck_blank(letters("652"), [(105.5, -50, 400)])
    assert "".join(letter.sign for letter in kept) == "652"
    assert lines == [(105.5, -50, 400)]


def test_an_underlined_word_stays() -> None:
    kept, lines = with_struck_blank(letters("652"), [(110, 0, 30)])
    assert "".join(letter.sign for letter in kept) == "652"
    assert len(lines) == 1
