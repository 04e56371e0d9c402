"""Texts as the checks read them."""

from hypothesis import given
from hypothesis import strategies as st

from core.sentences.reading import paragraphs, plain, read, sentences


def test_blanks_are_left_out_and_places_kept() -> None:
    reading = read("收到 １ ２ 件;")
    assert reading.words == "收到12件；"
    assert reading.span(2, 5) == (3, 8)


def test_a_comma_between_thousands_stays_and_others_become_chinese() -> None:
    assert plain("收到1,234件,答复3,5件") == "收到1,234件，答复3，5件"


def test_paragraphs_and_sentences_know_where_they_begin() -> None:
    assert list(paragraphs("甲\n\n乙。")) == [(0, "甲"), (3, "乙。")]
    assert list(sentences("甲。乙；丙")) == [(0, "甲。"), (2, "乙；"), (4, "丙")]


@given(st.text(max_size=60))
def test_what_is_read_stands_in_the_text(text: str) -> None:
    reading = read(text)
    assert len(reading.words) == len(reading.places)
    assert len(plain(text)) == len(text)
    assert [text[at] for at, word in zip(reading.places, reading.words, strict=True) if word.isalpha()] == [
        word for word in reading.words if word.isalpha()
    ]
