"""One chart: bars from the left, this year's above last year's, drawn by reportlab's charts, with a number behind each.

Colours differ in lightness, not in hue alone, so that they stay apart for the colour-blind and in grey print. Only what
is greater than 0 has a bar; one that would be thinner than a line is drawn as thick as one, and the page says so.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from reportlab.graphics.charts.barcharts import HorizontalBarChart
from reportlab.graphics.shapes import Drawing, String
from reportlab.lib.colors import HexColor
from reportlab.pdfbase.pdfmetrics import stringWidth

from core.exporters.picture.figures import Bar

INK, SOFT, LINE = "#1a1a1a", "#595959", "#9aa5b1"
NOW, BEFORE, EDGE = "#1f4e8c", "#b9c9de", "#6f8bab"

LABEL, NUMBER = 9.0, 8.5
THINNEST = 1.2  # points: a bar of anything more than 0
LEAST_ROW = 2 * 1.08 * NUMBER + 1  # points: two numbers below one another
_GAP = 5.0  # between label and bar, bar and number
_BELOW = 0.4  # of its size: how far words stand on their line below the middle of a bar
_THICK, _THICK_ALONE = 10.5, 13.0  # bars of two years, of one
_MOST = 0.6  # of the room behind the labels is for numbers
_AIR = 3.0  # at least so much between a row and the next


@dataclass(frozen=True, slots=True)
class Scale:
    """What charts share that are to be compared: the number that fills the width, and the room for their words.

    `size` is that of the numbers, smaller than usual only where they would leave no room for bars.
    """

    highest: Decimal
    labels: float
    numbers: float
    size: float = NUMBER


@dataclass(frozen=True, slots=True)
class Measure:
    """How wide a chart and how high its rows are, in points; the face of its words."""

    width: float
    row: float
    scale: Scale
    face: str

    @property
    def room(self) -> float:
        """What is left of the width for the longest bar."""
        return self.width - self.scale.labels - self.scale.numbers - 2 * _GAP


def scale_of(charts: Iterable[Sequence[Bar]], width: float, face: str) -> Scale:
    """Return what the charts with these bars share, each of a width in points."""
    bars = [bar for chart in charts for bar in chart]
    amounts = [amount for bar in bars for amount in bar.amounts]
    labels = max((stringWidth(bar.label, face, LABEL) for bar in bars), default=0.0)
    numbers = max((stringWidth(amount.words, face, NUMBER) for amount in amounts), default=0.0)
    most = _MOST * (width - labels - 2 * _GAP)
    highest = max((amount.value or Decimal() for amount in amounts), default=Decimal())
    if numbers <= most:
        return Scale(highest, labels, numbers)
    return Scale(highest, labels, most, NUMBER * most / numbers)


def drawn(bars: Sequence[Bar], measure: Measure) -> Drawing:
    """Return the chart, its lower left corner at the origin."""
    years = (1, 0) if any(bar.before for bar in bars) else (0,)  # the chart sets them from below
    plot = HorizontalBarChart()
    plot.x, plot.y = measure.scale.labels + _GAP, 0
    plot.width, plot.height = measure.room, measure.row * len(bars)
    plot.data = [[_length(bar, year, measure) for bar in bars] for year in years]
    thick = min(_THICK if len(years) > 1 else _THICK_ALONE, (measure.row - _AIR) / len(years))
    plot.barWidth, plot.groupSpacing, plot.barSpacing = thick, measure.row - thick * len(years), 0
    _set_axes(plot, measure)
    _colour(plot, years)
    drawing = Drawing(measure.width, plot.height)
    drawing.add(plot)
    for at, bar in enumerate(reversed(bars)):  # those of the chart's own take half its time
        middle = (at + 0.5) * measure.row
        drawing.add(_label(bar.label, measure.scale.labels, middle, measure.face))
        for place, year in enumerate(years):
            drawing.add(_number(bar, year, middle + (place - (len(years) - 1) / 2) * thick, measure))
    return drawing


def is_uneven(bars: Sequence[Bar], measure: Measure) -> bool:
    """Whether one of the bars is drawn longer than it is, lest nobody see it."""
    least = float(measure.scale.highest) * THINNEST / measure.room
    return any(0 < (amount.value or 0) < least for bar in bars for amount in bar.amounts)


def _length(bar: Bar, year: int, measure: Measure) -> float:
    """Return how far a bar reaches, in the measure of its numbers; nothing where there is no number."""
    value = bar.amounts[year].value if year < len(bar.amounts) else None
    if value is None or value <= 0:
        return 0.0
    return max(float(value), float(measure.scale.highest) * THINNEST / measure.room)


def _label(words: str, right: float, middle: float, face: str) -> String:
    y = middle - _BELOW * LABEL
    return String(right, y, words, fontName=face, fontSize=LABEL, fillColor=HexColor(INK), textAnchor="end")


def _number(bar: Bar, year: int, middle: float, measure: Measure) -> String:
    """Return the words of a number behind its bar."""
    words = bar.amounts[year].words if year < len(bar.amounts) else ""
    end = measure.scale.labels + _GAP + measure.room * _length(bar, year, measure) / _longest(measure)
    size, colour = measure.scale.size, HexColor(SOFT if year else INK)
    return String(end + _GAP, middle - _BELOW * size, words, fontName=measure.face, fontSize=size, fillColor=colour)


def _longest(measure: Measure) -> float:
    return max(float(measure.scale.highest), 1e-9)


def _set_axes(plot: HorizontalBarChart, measure: Measure) -> None:
    names, values = plot.categoryAxis, plot.valueAxis
    names.reverseDirection, names.visibleTicks = 1, 0
    names.strokeColor, names.strokeWidth = HexColor(LINE), 0.6
    names.visibleLabels = 0
    values.visible, values.valueMin, values.valueMax = 0, 0, _longest(measure)


def _colour(plot: HorizontalBarChart, years: Sequence[int]) -> None:
    for at, year in enumerate(years):
        plot.bars[at].fillColor = HexColor(BEFORE if year else NOW)
        plot.bars[at].strokeColor = HexColor(EDGE if year else NOW)
        plot.bars[at].strokeWidth = 0.3
