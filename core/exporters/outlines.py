"""The outline of a glyph as a path of PDF, for words that are to be seen but not read by programs."""

import uharfbuzz as hb

from core.exporters.marks import Steps

Point = tuple[float, float]


class _Pen:
    """Takes an outline down, in em; a curve with one point between becomes one with two, for PDF has no others."""

    def __init__(self, upem: int) -> None:
        self.steps: list[tuple[str, tuple[float, ...]]] = []
        self._upem = upem
        self._at: Point = (0.0, 0.0)

    def moveTo(self, point: Point) -> None:  # noqa: N802 - HarfBuzz calls it so
        self._step("m", point)

    def lineTo(self, point: Point) -> None:  # noqa: N802 - HarfBuzz calls it so
        self._step("l", point)

    def curveTo(self, first: Point, second: Point, point: Point) -> None:  # noqa: N802 - HarfBuzz calls it so
        self._step("c", first, second, point)

    def qCurveTo(self, between: Point, point: Point) -> None:  # noqa: N802 - HarfBuzz calls it so
        self._step("c", _towards(self._at, between), _towards(point, between), point)

    def closePath(self) -> None:  # noqa: N802 - HarfBuzz calls it so
        self.steps.append(("h", ()))

    def _step(self, letter: str, *points: Point) -> None:
        self.steps.append((letter, tuple(number / self._upem for point in points for number in point)))
        self._at = points[-1]


def outline(font: hb.Font, glyph: int) -> Steps:
    """Return the outline of a glyph in em from its origin; empty where nothing is drawn."""
    pen = _Pen(font.face.upem)
    font.draw_glyph_with_pen(glyph, pen)
    return tuple(pen.steps)


def _towards(end: Point, between: Point) -> Point:
    return (end[0] + 2 * between[0]) / 3, (end[1] + 2 * between[1]) / 3
