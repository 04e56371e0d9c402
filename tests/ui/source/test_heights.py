"""Rows of which only some are measured."""

from hypothesis import given
from hypothesis import strategies as st

from ui.source.heights import Heights


def test_a_measured_row_moves_those_below_it() -> None:
    heights = Heights([10, 10, 10])
    heights.measure(1, 35)
    assert [heights.top(row) for row in range(4)] == [0, 10, 45, 55]
    assert heights.is_measured(1)
    assert not heights.is_measured(0)
    assert heights.of(1) == 35


def test_no_row_at_all_has_a_beginning() -> None:
    assert Heights([]).at(0) == (0, 0)
    assert Heights([]).top(0) == 0


def test_below_the_end_is_the_last_row() -> None:
    assert Heights([10, 20]).at(500) == (1, 490)


@given(st.lists(st.integers(1, 50), min_size=1), st.data())
def test_every_height_lies_in_the_row_it_is_told_to_lie_in(sizes: list[int], data: st.DataObject) -> None:
    heights = Heights([7] * len(sizes))
    for row, size in enumerate(sizes):
        heights.measure(row, size)
    y = data.draw(st.integers(0, sum(sizes) - 1))
    row, into = heights.at(y)
    assert heights.top(row) + into == y
    assert into < heights.of(row)
