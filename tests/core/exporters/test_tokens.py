"""Characters and words of a line."""

from core.exporters.tokens import Sort, Token, joined, tokens_of

SIZE = 10.0


def tokens(text: str, width: float = 280.0) -> list[Token]:
    sorts = [Sort(char, "song", SIZE if ord(char) > 0x2000 else SIZE / 2) for char in text]
    return list(tokens_of(sorts, width, SIZE))


def words(found: list[Token]) -> list[str]:
    return ["".join(sort.char for sort in token.sorts) for token in found]


def test_characters_stand_alone_and_words_together() -> None:
    found = tokens("年v2.5报")
    assert words(found) == ["年", "v2.5", "报"]
    assert [token.width for token in found] == [10, 20, 10]
    assert (found[1].first, found[1].last) == ("v", "5")


def test_a_measure_word_is_bound_to_its_number_but_a_token_of_its_own() -> None:
    found = tokens("共12件办")
    assert words(found) == ["共", "12", "件", "办"]
    assert [token.bound for token in found] == [False, False, True, False]


def test_a_long_address_falls_into_parts_of_one_word() -> None:
    found = tokens("见https://www.example.cn/zwgk/2031.html")
    assert words(found) == ["见", "https://", "www.", "example.", "cn/", "zwgk/", "2031.", "html"]
    assert [token.joined for token in found] == [False, False, *[True] * 6]
    assert words(list(joined(found))) == ["见", "https://www.example.cn/zwgk/2031.html"]
    assert joined(found)[1].width == sum(token.width for token in found[1:])


def test_a_number_that_no_line_holds_falls_into_its_digits() -> None:
    found = tokens("1234567", width=20.0)
    assert words(found) == list("1234567")
    assert all(token.joined for token in found[1:])


def test_two_marks_share_their_blank_halves() -> None:
    assert [token.width for token in tokens("》（年")] == [5, 10, 10]
