"""A chart with its title and source."""

import pytest

from core.exporters.faces import Faces
from core.exporters.picture import blocks
from core.exporters.picture.contents import figures
from core.exporters.picture.figures import Chart
from core.exporters.picture.sheet import Sheet
from tests.core.exporters.invented import full_report, needs_chinese_font
from tests.examples import filled

pytestmark = needs_chinese_font


def courts() -> tuple[Chart, ...]:
    return figures(full_report()).groups[1].charts


def test_bars_beside_one_another_begin_at_one_height() -> None:
    measured = blocks.measured(courts(), 160.0, Sheet(Faces()))
    assert len({block.title_lines for block in measured}) == 1
    assert measured[0].title_lines == max(len(block.title) for block in measured)


def test_charts_to_be_compared_share_their_scale() -> None:
    measured = blocks.measured(courts(), 160.0, Sheet(Faces()))
    assert len({block.measure.scale for block in measured}) == 1
    documents, _, decisions = blocks.measured(figures(full_report()).groups[2].charts, 160.0, Sheet(Faces()))
    assert documents.measure.scale != decisions.measure.scale


def test_a_chart_is_as_high_as_it_said() -> None:
    sheet = Sheet(Faces())
    (first, *_) = blocks.measured(courts(), 160.0, sheet)
    blocks.draw(first, 50.0, 100.0, 30.0, sheet)
    assert first.height(30.0) - first.height(20.0) == pytest.approx(10.0 * len(first.chart.bars))
    rows = sheet.spots
    assert [row.target for row in rows] == [bar.now.cells[0] for bar in first.chart.bars]
    assert all(row.height == 30.0 for row in rows)


def test_a_sentence_stands_in_place_of_bars_that_would_show_nothing() -> None:
    report = filled({"t4.review.upheld": 1})
    review, direct, _ = blocks.measured(figures(report).groups[1].charts, 160.0, Sheet(Faces()))
    assert (review.rows, direct.rows) == (4, 0)
    assert direct.height(30.0) < review.height(30.0)


def test_those_who_cannot_see_a_chart_are_told_its_numbers() -> None:
    review = figures(filled({"t4.review.upheld": 3})).groups[1].charts[0]
    assert blocks.in_words(review.bars) == "结果维持3；结果纠正0；其他结果0；尚未审结0"
