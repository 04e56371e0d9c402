"""Whether the file of a 图解 says what the report says: what stands in each place, read back, beside what was to stand.

Nothing here reads files: the characters that were read are handed in with their places. Every number must stand in the
row of its cell, all other words where they were set, and nothing else on the page.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, cast

from reportlab.pdfbase import pdfmetrics

from core.exporters.hb_font import HbFont
from core.exporters.marks import ARTIFACT, Composed, Spot, Text
from core.exporters.picture.contents import Figures
from core.exporters.picture.figures import Bar
from core.exporters.proof import Proof, missing, short, squeezed

_OFF_LINE, _OFF_PLACE = 0.7, 0.3  # points that a character may stand away from its line, and along it


class Seen(NamedTuple):
    """A character that was read; `x` and `y` are where it begins on its line, in points from the lower left corner."""

    sign: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class _Words:
    """Words on the page: what was set there, and what was read there."""

    mark: Text
    wanted: str
    found: str


@dataclass(frozen=True, slots=True)
class _Row:
    """A bar with its words from top to bottom: those of its label are text, all others numbers."""

    bar: Bar
    numbers: tuple[str, ...]
    words: tuple[_Words, ...]

    def is_right(self, alike: Callable[[str], str]) -> bool:
        """Whether its label and its numbers, this year's first, are what was read there."""
        found = [squeezed(alike(each.found)) for each in self.words]
        label = squeezed(alike(self.bar.label))
        if label not in found:
            return False
        found.remove(label)
        return found == [squeezed(alike(number)) for number in self.numbers]

    @property
    def told(self) -> str:
        """What is wrong with it."""
        found = " ".join(each.found for each in self.words if each.found not in ("", self.bar.label))
        return f"“{self.bar.label}”应为 {' '.join(self.numbers)}，读到 {short(found) or '空白'}"


def prove(shown: Figures, composed: Composed, seen: Sequence[Seen], alike: Callable[[str], str] = str) -> Proof:
    """Compare a page with what was read from its file: the numbers of each row, and the words outside of the rows.

    `alike` is as of `core.exporters.proof.prove`.
    """
    left = sorted((each for each in seen if squeezed(each.sign)), key=lambda each: each.x)
    words = [_read(mark, left) for mark in composed.pages[0] if isinstance(mark, Text)]
    rows = list(_rows(shown, composed.spots, words))
    in_rows = {id(each) for row in rows for each in row.words}
    lines = [each for each in words if id(each) not in in_rows]
    astray = [row for row in rows if not row.is_right(alike)]
    changed = [each for each in lines if squeezed(alike(each.wanted)) != squeezed(alike(each.found))]
    differences = (
        *(row.told for row in astray),
        *(f"“{short(each.wanted)}”读到的是“{short(each.found)}”" for each in changed),
        *(f"没有画出“{short(text)}”" for text in missing(tuple(_texts(shown)), [each.wanted for each in lines], str)),
        *((f"多出了“{short(''.join(each.sign for each in left))}”",) if left else ()),
    )
    numbers = sum(len(row.numbers) for row in rows)
    wrong = sum(len(row.numbers) for row in astray)
    return Proof(numbers, numbers - wrong, len(lines), len(lines) - len(changed), differences)


def _read(mark: Text, left: list[Seen]) -> _Words:
    """Return the words of a mark with what was read there, which is taken away from what is left."""
    end = mark.x + max(piece.x + _width(piece.font, piece.text, mark.size) for piece in mark.pieces)
    here = [
        each for each in left if abs(each.y - mark.y) < _OFF_LINE and mark.x - _OFF_PLACE <= each.x < end - _OFF_PLACE
    ]
    for each in here:
        left.remove(each)
    wanted = "".join(piece.text for piece in mark.pieces)
    return _Words(mark, wanted, "".join(each.sign for each in here))


def _width(font: str, text: str, size: float) -> float:
    return size * sum(map(cast(HbFont, pdfmetrics.getFont(font)).advance, text))


def _rows(shown: Figures, spots: Sequence[Spot], words: Sequence[_Words]) -> Iterator[_Row]:
    places = {spot.target: spot for spot in reversed(spots)}  # of several the first, which stands for its own cell
    for bar, before in _bars(shown):
        spot = places.get(bar.places[0])
        here = [each for each in words if spot and each.mark.tag != ARTIFACT and _is_inside(spot, each.mark)]
        here.sort(key=lambda each: (-round(each.mark.y), each.mark.x))
        last = (before + bar.before.words,) if bar.before else ()
        yield _Row(bar, (bar.now.words, *last), tuple(here))


def _bars(shown: Figures) -> Iterator[tuple[Bar, str]]:
    """Yield all bars, with the words that stand before last year's number."""
    if shown.flow:
        yield from ((bar, f"{shown.before} ") for bar in shown.flow.bars)
    charts = (chart for group in shown.groups for chart in group.charts if not chart.instead)
    yield from ((bar, "") for chart in charts for bar in chart.bars)


def _is_inside(spot: Spot, mark: Text) -> bool:
    return spot.x <= mark.x < spot.x + spot.width and spot.y <= mark.y < spot.y + spot.height


def _texts(shown: Figures) -> Iterator[str]:
    """Yield the words that the page must have besides its bars, from top to bottom."""
    yield from (shown.unit, shown.title)
    if any(group.charts for group in shown.groups):
        yield from filter(None, (shown.now, shown.before))
    if shown.flow:
        yield shown.flow.source
    for group in shown.groups:
        yield group.heading
        if group.instead:
            yield from (group.instead, group.source)
        for chart in group.charts:
            yield from filter(None, (chart.title, chart.instead, chart.source))
        if group.remark:
            yield from (group.remark.words, group.remark.source)
