"""A chart with its title and source: measured before the page knows how high its rows can be, then set."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from core.exporters.compose import Line
from core.exporters.fonts import Role
from core.exporters.marks import Shape, Text
from core.exporters.paper import PAGE_HEIGHT
from core.exporters.picture import charts, flat
from core.exporters.picture.charts import INK, SOFT, Measure
from core.exporters.picture.figures import Bar, Chart
from core.exporters.picture.sheet import LEADING, Sheet

_TITLE, _SAID, _SOURCE = 10.0, 9.0, 7.5
_AIR = 3.0  # points above and below the bars, or the sentence in their place


@dataclass(frozen=True, slots=True)
class Block:
    """A chart that was measured, but for the height of its rows."""

    chart: Chart
    measure: Measure
    title: tuple[Line, ...]
    said: tuple[Line, ...]
    source: tuple[Line, ...]
    title_lines: int  # of the longest title beside it, so that bars begin at one height

    @property
    def rows(self) -> int:
        return 0 if self.said else len(self.chart.bars)

    @property
    def is_uneven(self) -> bool:
        """Whether one of its bars is drawn longer than it is."""
        return bool(self.rows) and charts.is_uneven(self.chart.bars, self.measure)

    def height(self, row: float) -> float:
        """Return how high it is with rows so many points high."""
        words = self.title_lines * _TITLE + len(self.said) * _SAID + len(self.source) * _SOURCE
        return words * LEADING + self.rows * row + 2 * _AIR


def measured(charts_beside: Sequence[Chart], width: float, sheet: Sheet) -> tuple[Block, ...]:
    """Measure charts that stand beside one another; those to be compared share their scale."""
    face = sheet.faces.name(Role.HEADING)
    titles = [sheet.lines(chart.title, _TITLE, width) for chart in charts_beside]
    longest = max(map(len, titles), default=0)
    return tuple(
        Block(
            chart,
            Measure(width, 0.0, charts.scale_of(_alike(chart, charts_beside), width, face), face),
            title,
            sheet.lines(chart.instead, _SAID, width),
            sheet.lines(chart.source, _SOURCE, width),
            longest,
        )
        for chart, title in zip(charts_beside, titles, strict=True)
    )


def _alike(chart: Chart, beside: Iterable[Chart]) -> list[tuple[Bar, ...]]:
    return [each.bars for each in beside if each.scale == chart.scale and not each.instead]


def draw(block: Block, x: float, y: float, row: float, sheet: Sheet) -> None:
    """Set a chart with its upper left corner at `x` and `y`."""
    sheet.write(block.title, x, y, _TITLE, tag=sheet.tag("H2"), colour=INK)
    y += block.title_lines * _TITLE * LEADING
    if block.said:
        y = sheet.write(block.said, x, y + _AIR, _SAID, tag=sheet.tag("P"), colour=SOFT) + _AIR
    else:
        y = _draw_bars(block, x, y + _AIR, row, sheet) + _AIR
    sheet.write(block.source, x, y, _SOURCE, tag=sheet.tag("P"), colour=SOFT)


def _draw_bars(block: Block, x: float, y: float, row: float, sheet: Sheet) -> float:
    bars, width = block.chart.bars, block.measure.width
    high = row * len(bars)
    figure = sheet.tag("Figure", f"{block.chart.title}。{in_words(bars)}。")
    lower = PAGE_HEIGHT - y - high
    plotted = _plotted(bars, replace(block.measure, row=row))
    sheet.marks.extend(flat.moved(mark, x, lower, figure) for mark in plotted)
    for at, bar in enumerate(bars):
        sheet.spot((x, y + at * row, width, row), bar.places)
    return y + high


@lru_cache(maxsize=64)
def _plotted(bars: tuple[Bar, ...], measure: Measure) -> tuple[Shape | Text, ...]:
    """Return the marks of a chart at the origin; kept, for an edit changes one or two charts of seven."""
    return tuple(flat.marks(charts.drawn(bars, measure)))


def in_words(bars: Sequence[Bar]) -> str:
    """Return the numbers of a chart for those who cannot see it."""
    return "；".join(bar.label + "，".join(amount.words for amount in bar.amounts) for bar in bars)
