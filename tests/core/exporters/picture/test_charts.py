"""Bars as reportlab's charts draw them, looked at as rectangles and words."""

from decimal import Decimal
from itertools import pairwise

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from core.cells import CellId
from core.exporters.faces import Faces
from core.exporters.fonts import Role
from core.exporters.marks import Shape, Text
from core.exporters.picture import charts, flat
from core.exporters.picture.charts import BEFORE, NOW, THINNEST, Measure
from core.exporters.picture.figures import Amount, Bar
from core.exporters.picture.sheet import rgb
from tests.core.exporters.invented import needs_chinese_font

pytestmark = needs_chinese_font

ROW = 30.0
Rectangle = tuple[float, float, float, float]


def amount(words: str) -> Amount:
    return Amount((CellId("t3.granted.total"),), Decimal(words) if words.isdigit() else None, words)


def bars(*numbers: str | tuple[str, str]) -> list[Bar]:
    pairs = (each if isinstance(each, tuple) else (each, "") for each in numbers)
    return [Bar(f"第{at}项", amount(now), amount(last) if last else None) for at, (now, last) in enumerate(pairs)]


def measure(shown: list[Bar], width: float = 240.0) -> Measure:
    face = Faces().name(Role.HEADING)
    return Measure(width, ROW, charts.scale_of([shown], width, face), face)


def drawn(shown: list[Bar], colour: str = NOW) -> list[Rectangle]:
    """Return the bars of one colour: left, lower, width, height."""
    marks = flat.marks(charts.drawn(shown, measure(shown)))
    found = [mark for mark in marks if isinstance(mark, Shape) and mark.fill == pytest.approx(rgb(colour))]
    return [mark.steps[0][1] for mark in found]  # type: ignore[misc]  # a rectangle has four numbers


def words(shown: list[Bar]) -> list[Text]:
    marks = flat.marks(charts.drawn(shown, measure(shown)))
    return [mark for mark in marks if isinstance(mark, Text)]


def said(text: Text) -> str:
    return "".join(piece.text for piece in text.pieces)


def test_bars_are_as_long_as_their_numbers() -> None:
    widths = [width for _, _, width, _ in drawn(bars("40", "20", "10"))]
    assert widths[0] / widths[1] == pytest.approx(2)
    assert widths[0] / widths[2] == pytest.approx(4)


def test_the_first_stands_uppermost_and_this_year_above_last() -> None:
    shown = bars(("4", "2"), ("3", "1"))
    now, before = drawn(shown), drawn(shown, BEFORE)
    assert now[0][1] > before[0][1] > now[1][1] > before[1][1]


def test_no_bar_stands_for_0_or_for_a_blank_and_both_are_told_apart() -> None:
    shown = bars("5", "0", "未填")
    assert len(drawn(shown)) == 1
    assert {"5", "0", "未填"} <= set(map(said, words(shown)))


def test_every_number_and_every_label_is_written_whole_within_the_width() -> None:
    shown = bars(("1000000", "1"), ("1", "9999999"))
    texts = words(shown)
    assert {"1000000", "1", "9999999", "第0项", "第1项"} == set(map(said, texts))
    face = Faces().name(Role.HEADING)
    for text in texts:
        wide = stringWidth(said(text), face, text.size)
        assert text.x >= -0.01
        assert text.x + wide <= 240.01


def test_a_number_stands_at_the_end_of_its_bar_and_no_two_touch() -> None:
    shown = bars(("40", "20"), ("3", "400"))
    numbers = [text for text in words(shown) if said(text).isdigit()]
    ends = [x + width for x, _, width, _ in (*drawn(shown), *drawn(shown, BEFORE))]
    assert sorted(round(text.x - charts._GAP, 1) for text in numbers) == sorted(round(end, 1) for end in ends)
    heights = sorted(text.y for text in numbers)
    assert min(upper - lower for lower, upper in pairwise(heights)) >= charts.NUMBER


def test_what_is_more_than_0_is_seen_beside_a_million() -> None:
    shown = bars("1000000", "1")
    assert min(width for _, _, width, _ in drawn(shown)) == pytest.approx(THINNEST)
    assert charts.is_uneven(shown, measure(shown))
    assert not charts.is_uneven(bars("3", "1"), measure(bars("3", "1")))


def test_numbers_beyond_all_measure_become_smaller_and_leave_room_for_bars() -> None:
    shown = bars("9" * 40, "1")
    (number,) = (text for text in words(shown) if len(said(text)) == 40)
    assert number.size < charts.NUMBER
    assert measure(shown).room > 50


def test_charts_of_one_scale_draw_one_number_alike() -> None:
    face = Faces().name(Role.HEADING)
    one, other = bars("30", "10"), [Bar("法律服务机构", amount("10"), None)]
    scale = charts.scale_of([one, other], 240.0, face)
    lengths = []
    for shown in (one, other):
        marks = flat.marks(charts.drawn(shown, Measure(240.0, ROW, scale, face)))
        lengths.append([mark.steps[0][1][2] for mark in marks if isinstance(mark, Shape) and mark.fill][-1])
    assert lengths[0] == pytest.approx(lengths[1])


def test_the_colours_stay_apart_in_grey() -> None:
    def light(colour: str) -> float:
        red, green, blue = (((part + 0.055) / 1.055) ** 2.4 for part in rgb(colour))
        return float(0.2126 * red + 0.7152 * green + 0.0722 * blue)

    assert (light(BEFORE) + 0.05) / (light(NOW) + 0.05) > 4.5
    assert 1.05 / (light(charts.SOFT) + 0.05) > 4.5
