"""What words in a cell mean (domain.md E.1)."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.cells import EMPTY, CellKind, Entry, State, added_up, number, parse, tidy

COUNT, MONEY = CellKind.COUNT, CellKind.MONEY_WAN
KINDS = st.sampled_from(CellKind)


@pytest.mark.parametrize("raw", ["", " ", "\n", "\t \r\n", "\u3000", "\u200b", "\ufeff \u00a0"])
def test_a_blank_is_empty_and_never_0(raw: str) -> None:
    entry = parse(raw)
    assert (entry.state, entry.value) == (State.EMPTY, None)


def test_a_visible_blank_leaves_no_words_behind() -> None:
    assert parse(" \n") == EMPTY


@pytest.mark.parametrize("raw", ["-", "－", "—", "——", "–", "/", "／", "无", "不涉及", "N/A", " 无 ", "不适用"])
def test_a_mark_for_not_applicable_is_no_number_and_is_kept(raw: str) -> None:
    assert parse(raw) == Entry(raw, State.NOT_APPLICABLE)


@pytest.mark.parametrize(("raw", "value"), [("0", 0), ("12", 12), ("3985758", 3985758), ("100000000", 100000000)])
def test_a_plain_number_is_read_as_it_stands(raw: str, value: int) -> None:
    assert parse(raw) == Entry(raw, State.NUMBER, Decimal(value))


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("１２", "12"),
        ("1,234", "1234"),
        ("1，234", "1234"),
        ("1,234,567", "1234567"),
        (" 12 ", "12"),
        ("12件", "12"),
        ("3宗", "3"),
        ("02", "2"),
        ("00", "0"),
        ("12.0", "12"),
        ("-0", "0"),
        ("−2", "-2"),
        ("1,234件", "1234"),
        ("-1,234", "-1234"),
    ],
)
def test_a_number_not_written_plainly_is_read_and_marked_as_tidied(raw: str, value: str) -> None:
    assert parse(raw) == Entry(raw, State.NUMBER, Decimal(value), tidied=True)


@pytest.mark.parametrize(
    "raw",
    [
        "4 4 -",
        "4 4",
        "1 2 3",
        "184719元",
        "3万元",
        "约12",
        "12、13",
        "1,2",
        "12,34",
        "1.2.3",
        "十二",
        "12/13",
        "abc",
        "NaN",
        "Infinity",
        "1e5",
        "+1",
        "1" * 16,
        "=1+1",
        "12件件",
    ],
)
def test_words_that_are_no_single_number_are_kept_as_typed(raw: str) -> None:
    assert parse(raw) == Entry(raw, State.TEXT)


def test_a_count_with_decimals_stays_a_number_for_rule_c04_to_judge() -> None:
    assert parse("3.5") == Entry("3.5", State.NUMBER, Decimal("3.5"))


def test_a_number_below_0_is_read_for_rule_c03_to_judge() -> None:
    assert parse("-2") == Entry("-2", State.NUMBER, Decimal(-2))


@pytest.mark.parametrize("raw", ["96171.6", "72701.2578", "2.02", "0", "2.10", "0.00"])
def test_money_keeps_the_digits_that_were_typed(raw: str) -> None:
    entry = parse(raw, MONEY)
    assert entry == Entry(raw, State.NUMBER, Decimal(raw))
    assert f"{entry.value:f}" == raw


@pytest.mark.parametrize(("raw", "value"), [("2.02万元", "2.02"), ("1,234.5", "1234.5"), ("３．５", "3.5")])
def test_money_may_name_its_unit(raw: str, value: str) -> None:
    assert parse(raw, MONEY) == Entry(raw, State.NUMBER, Decimal(value), tidied=True)


@pytest.mark.parametrize("raw", ["3940元", "3件", "0.3亿元"])
def test_money_in_another_unit_is_no_number(raw: str) -> None:
    assert parse(raw, MONEY).state is State.TEXT


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("１２", "12"),
        ("1,234", "1234"),
        (" 7 ", "7"),
        ("02", "2"),
        ("－3", "-3"),
        ("12件", "12件"),
        ("/", "/"),
        ("4 4", "4 4"),
        (" 若干 ", "若干"),
        ("", ""),
    ],
)
def test_what_a_hand_typed_is_tidied_but_words_stay(typed: str, kept: str) -> None:
    assert tidy(typed) == kept


def test_a_number_made_by_the_program_is_written_plainly() -> None:
    assert number(12) == Entry("12", State.NUMBER, Decimal(12))
    assert number(Decimal("1E+3")).raw == "1000"


@given(st.text(), KINDS)
def test_any_words_are_read_without_an_error(raw: str, kind: CellKind) -> None:
    entry = parse(raw, kind)
    assert (entry.value is None) == (entry.state is not State.NUMBER)
    assert entry.raw in (raw, "")


@given(st.text(alphabet="0123456789０１２,，. -－件万元无/\u200b", max_size=12), KINDS)
def test_words_made_of_digits_and_marks_are_read_without_an_error(raw: str, kind: CellKind) -> None:
    entry = parse(raw, kind)
    assert entry.state is not State.NUMBER or any(character.isdigit() for character in raw)


@given(st.integers(-(10**14), 10**14))
def test_a_whole_number_means_itself_when_read_again(value: int) -> None:
    assert parse(number(value).raw) == number(value)


@given(st.decimals(min_value=0, max_value=10**9, places=4))
def test_an_amount_means_itself_when_read_again(value: Decimal) -> None:
    entry = number(value)
    assert parse(entry.raw, MONEY) == entry


@given(st.text(), KINDS)
def test_tidying_twice_changes_no_more(raw: str, kind: CellKind) -> None:
    once = tidy(raw, kind)
    assert tidy(once, kind) == once


@given(st.text(), KINDS)
def test_tidying_never_changes_what_the_words_mean(raw: str, kind: CellKind) -> None:
    assert parse(tidy(raw, kind), kind).value == parse(raw, kind).value


@pytest.mark.parametrize(
    ("raw", "value", "tidied"),
    [
        *(("+1", 1, False), ("-2", -2, False), ("减4", -4, True), ("增10", 10, True), ("＋3", 3, True)),
        *(("减少 6", -6, True), ("增加2项", 2, True), ("下降1", -1, True), ("0", 0, False), ("−5", -5, True)),
    ],
)
def test_a_change_is_read_with_its_sign_or_the_word_for_it(raw: str, value: int, tidied: bool) -> None:
    entry = parse(raw, CellKind.CHANGE)
    assert (entry.value, entry.tidied) == (Decimal(value), tidied)


@pytest.mark.parametrize("raw", ["+1", "增10", "减4"])
def test_a_count_takes_no_sign_words(raw: str) -> None:
    assert parse(raw, COUNT).state is State.TEXT


@pytest.mark.parametrize("raw", ["增", "增减1", "+-1", "减-4", "1减"])
def test_words_that_are_no_change_stay_words(raw: str) -> None:
    assert parse(raw, CellKind.CHANGE).state is State.TEXT


def test_a_dash_alone_is_no_change_but_a_mark() -> None:
    assert parse("-", CellKind.CHANGE).state is State.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("raw", "value"), [("251000元", "251000"), ("1276.5534万元", "1276.5534"), ("52.15", "52.15"), ("3亿元", "3")]
)
def test_an_amount_keeps_the_unit_in_its_words(raw: str, value: str) -> None:
    entry = parse(raw, CellKind.MONEY)
    assert (entry.value, entry.raw) == (Decimal(value), raw)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("+12+5", "17"), ("=12+5", "17"), ("+5", "5"), ("=20-3", "17"), ("＋１２＋５", "17"), ("+1.25+0.5", "1.75")],
)
def test_figures_typed_after_plus_or_equals_are_added_up(typed: str, kept: str) -> None:
    assert added_up(typed) == kept


@pytest.mark.parametrize("typed", ["12+5", "12-5", "-5", "+", "=", "+1+", "++1", "=A1+2", "=SUM(1)", "+1 2", "5", ""])
def test_everything_else_stays_as_it_was_typed(typed: str) -> None:
    assert added_up(typed) == typed
