"""Characters are put together to lines and cells."""

from core.importers.pdf.characters import Letter
from core.importers.pdf.words import PrintedLine, cell_text, lines_from


def letters(text: str, *, left: float = 0, top: float = 0, gap: float = 0) -> list[Letter]:
    return [
        Letter(left + place * (10 + gap), top, left + place * (10 + gap) + 10, top + 10, sign, False, 1)
        for place, sign in enumerate(text)
    ]


def texts(found: list[Letter]) -> list[str]:
    return [line.text for line in lines_from(found)]


def test_characters_in_odd_order_are_read_as_they_stand() -> None:
    assert texts(list(reversed(letters("政府信息"))) + letters("公开", top=20)) == ["政府信息", "公开"]


def test_a_bold_character_printed_twice_is_one() -> None:
    assert texts(letters("甲1") + letters("甲1", left=0.4)) == ["甲1"]


def test_the_same_digit_twice_is_two() -> None:
    assert texts(letters("11")) == ["11"]


def test_a_gap_is_a_blank_and_a_wide_one_two() -> None:
    assert texts(letters("甲") + letters("乙", left=14) + letters("丙", left=60)) == ["甲 乙  丙"]


def test_the_distance_around_a_number_is_no_blank_unless_one_was_typed() -> None:
    assert texts(letters("共") + letters("3", left=12)) == ["共3"]
    assert texts([*letters("共"), Letter(10, 0, 12, 10, " ", False, 1), *letters("3", left=12)]) == ["共 3"]


def line(text: str, wide: float) -> PrintedLine:
    return PrintedLine(text, 0, 0, wide, 10, 10, last=6)


def test_a_label_wrapped_in_its_cell_is_one_word() -> None:
    assert cell_text([line("公开出版", 40), line("物", 10)], 52) == "公开出版物"


def test_a_number_goes_on_below_only_where_no_digit_had_room() -> None:
    assert cell_text([line("1361", 24), line("2", 6)], 38) == "13612"
    assert cell_text([line("4", 6), line("4", 6)], 38) == "4\n4"


def test_sentences_in_a_cell_stay_lines() -> None:
    assert cell_text([line("第一句话。", 50), line("第二句话。", 50)], 60) == "第一句话。\n第二句话。"
