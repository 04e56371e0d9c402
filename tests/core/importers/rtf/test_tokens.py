"""The tokens of RTF."""

from core.importers.rtf.tokens import Mark, Token, Tokens


def tokens(data: bytes, most: int = 100) -> list[Token]:
    source, found = Tokens(data, most), []
    while (token := source.next())[0] is not Mark.END:
        found.append(token)
    return found


def test_words_take_their_number_and_one_blank() -> None:
    assert tokens(rb"\b0 x\li-20\par  y") == [
        (Mark.WORD, b"b", 0),
        (Mark.TEXT, b"x", None),
        (Mark.WORD, b"li", -20),
        (Mark.WORD, b"par", None),
        (Mark.TEXT, b" y", None),
    ]


def test_bytes_that_follow_each_other_are_one_token() -> None:
    assert tokens(rb"\'cf\'aa{\~}") == [
        (Mark.BYTES, b"\xcf\xaa", None),
        (Mark.BRACE, b"{", None),
        (Mark.SIGN, b"~", None),
        (Mark.BRACE, b"}", None),
    ]


def test_raw_bytes_of_pictures_are_no_tokens() -> None:
    assert tokens(b"\\bin3 }{}\\x") == [(Mark.WORD, b"bin", 3), (Mark.WORD, b"x", None)]


def test_a_skipped_group_ends_at_its_own_brace() -> None:
    source = Tokens(b"{\\pict a{b\\}}\\bin2 }}c}d", 100)
    assert source.next()[1] == b"{"
    source.skip_group()
    assert [source.next()[1], source.next()[1]] == [b"}", b"d"]


def test_no_more_tokens_are_given_than_allowed() -> None:
    assert len(tokens(b"{}" * 50, most=7)) == 7
