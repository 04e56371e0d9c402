"""Sizes of a view."""

import pytest

from ui.source.zooms import next_zoom

SIZES = (0.5, 1.0, 2.0)


@pytest.mark.parametrize(("now", "turn", "then"), [(1.0, 120, 2.0), (1.0, -120, 0.5), (2.0, 120, 2.0), (0.5, -1, 0.5)])
def test_each_turn_goes_one_size_further_and_stops_at_the_ends(now: float, turn: int, then: float) -> None:
    assert next_zoom(SIZES, now, turn) == then
