"""Bytes and letters of RTF."""

import pytest

from core.importers.rtf.text import decoded, letter, of_charset, of_page, whole


@pytest.mark.parametrize(
    ("data", "font", "page", "text"),
    [
        ("溪口".encode("gbk"), "gb18030", "cp1252", "溪口"),
        ("溪口".encode("gbk"), "cp1252", "gb18030", "溪口"),
        ("溪口".encode("gbk"), None, "cp1252", "溪口"),
        (b"\x93A\x94", "cp1252", "gb18030", "“A”"),
        ("溪口".encode(), None, "utf-8", "溪口"),
        (b"\xb7", "gb18030", "cp1252", "·"),
        (b"\x97\x97", "cp1252", "gb18030", "——"),
        ("溪口".encode("gbk"), "cp1252", "cp1252", "溪口"),
        (b"\xff\xff", "gb18030", None, "\ufffd\ufffd"),
        (b"12", None, None, "12"),
    ],
)
def test_bytes_are_read_in_the_alphabet_of_their_font_or_file(data: bytes, font: str, page: str, text: str) -> None:
    assert decoded(data, font, page) == text


def test_alphabets_are_known_by_their_numbers() -> None:
    assert (of_charset(134), of_charset(1), of_page(936), of_page(1252)) == ("gb18030", None, "gb18030", "cp1252")
    assert of_page(93) is None


def test_letters_that_are_none_are_left_out() -> None:
    assert [letter(28330), letter(-28826), letter(0xF0B7), letter(5), letter(13)] == [
        "溪",
        chr(65536 - 28826),
        "",
        "",
        "\n",
    ]


def test_halves_of_a_character_are_joined() -> None:
    assert whole("甲\ud835\udf32") == "甲\U0001d732"
    assert whole("甲\ud835") == "甲\ufffd"
