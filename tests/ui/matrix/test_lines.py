import pytest
from PySide6.QtCore import QRect

from ui.matrix.lines import cell_lines, frame, hairline, step_of


@pytest.mark.parametrize(("ratio", "step"), [(1.0, 1), (1.25, 4), (1.5, 2), (1.75, 4), (2.0, 1)])
def test_a_step_is_whole_pixels_on_the_screen(ratio: float, step: int) -> None:
    assert step_of(ratio) == step


def test_a_scale_that_never_falls_on_whole_pixels_is_not_waited_for() -> None:
    assert step_of(1.237) == 1


@pytest.mark.parametrize(("ratio", "pixels"), [(1.0, 1), (1.25, 1), (1.5, 1), (2.0, 2)])
def test_the_thinnest_line_is_whole_pixels_wide(ratio: float, pixels: int) -> None:
    assert hairline(ratio) * ratio == pytest.approx(pixels)


def test_the_lines_of_a_cell_lie_inside_it() -> None:
    right, below = cell_lines(QRect(10, 20, 60, 24), 1)
    assert (right.left(), right.right(), right.height()) == (69, 70, 24)
    assert (below.top(), below.bottom(), below.width()) == (43, 44, 60)


def test_the_bars_of_a_frame_do_not_overlap() -> None:
    bars = frame(QRect(0, 0, 40, 20), 2)
    assert sum(bar.width() * bar.height() for bar in bars) == 40 * 20 - 36 * 16
