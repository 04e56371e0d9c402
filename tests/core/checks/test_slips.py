"""How hands err: slips that are likely, and what a cell may hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.checks.slips import slip, weight


@pytest.mark.parametrize(
    ("right", "written", "name"),
    [
        (3050, 3005, "数字颠倒"),
        (36, 63, "数字颠倒"),
        (3, 33, "多打一个相同的数字"),
        (120, 1120, "多打一个相同的数字"),
        (12, 120, "多写一个 0"),
        (120, 12, "少写一个 0"),
        (5, -5, "多了负号"),
        (123, 153, "按错一个数字"),
        (123, 13, "少打一个数字"),
        (13, 153, "多打一个数字"),
        (3, 5, ""),
        (3050, 17, ""),
        (5, -7, ""),
        (0, 9, ""),
    ],
)
def test_a_slip_is_known_by_what_the_hand_did(right: int, written: int, name: str) -> None:
    assert slip(right, written).name == name


def test_transposed_digits_are_likelier_than_another_number() -> None:
    assert slip(63, 36).likelihood > 10 * slip(63, 41).likelihood


def test_a_neighbouring_key_is_likelier_than_a_distant_one() -> None:
    assert slip(144, 147).likelihood > slip(144, 149).likelihood


@given(st.integers(0, 10**15), st.integers(-(10**15), 10**15))
def test_every_slip_has_a_likelihood_between_0_and_1(right: int, written: int) -> None:
    assert 0 < slip(right, written).likelihood < 1


@given(st.integers(-9, 10**15), st.one_of(st.none(), st.integers(-9, 10**15)))
def test_every_number_is_possible(value: int, before: int | None) -> None:
    assert weight(value, before) > 0


def test_a_cell_holds_rather_what_is_near_last_years_number() -> None:
    assert weight(48, 50) > weight(84, 50) > weight(4800, 50)


def test_a_cell_that_was_0_rather_stays_0() -> None:
    assert weight(0, 0) > weight(5, 0)
    assert weight(0, 50) < weight(40, 50)


def test_a_negative_number_is_hardly_ever_meant() -> None:
    assert weight(-5, None) < weight(5000, None)
