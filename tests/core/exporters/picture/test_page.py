"""The 图解 as a page: what stands on it, where, and that nothing lies over anything else."""

from dataclasses import replace
from io import BytesIO
from xml.etree import ElementTree as ET

import pdfplumber
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.cells import CellId
from core.exporters.ink import printed
from core.exporters.marks import Composed, Shape, Stamp, Text
from core.exporters.paper import PAGE_HEIGHT, PAGE_WIDTH
from core.exporters.picture import svg
from core.exporters.picture.charts import BEFORE, NOW, NUMBER
from core.exporters.picture.contents import figures
from core.exporters.picture.page import compose
from core.exporters.picture.sheet import MARGIN, rgb
from core.report import Final, Report
from tests.core.exporters.invented import RARE, full_report, needs_chinese_font
from tests.core.exporters.picture.looked_at import overlaps, said
from tests.examples import TYPED, column, filled
from tests.strategies import reports

pytestmark = needs_chinese_font

LONG = "云岭省青禾市棠溪县数据资源与社会事务综合服务管理局" * 2
HUGE = filled(dict.fromkeys(TYPED, "9999999"))
UNEVEN = filled({"t3.new_requests.natural": 1000000, "t3.new_requests.business": 1, "t2.licensing.decisions": 1})
BLANK = filled({"t3.new_requests.business": "", "t3.denied_third_party.natural": "/", "t4.review.upheld": "若干"})
REPORTS = {
    "full": full_report(),
    "two years": replace(full_report(), last_year=replace(HUGE, year=2030)),
    "huge": replace(HUGE, last_year=HUGE, unit=LONG + RARE),
    "uneven": replace(UNEVEN, last_year=HUGE),
    "blanks": replace(BLANK, last_year=BLANK),
    "noughts": filled(),
    "empty": Report(),
}


def words(composed: Composed) -> list[str]:
    return [each.words for each in said(composed)]


def bars(composed: Composed, colour: str) -> int:
    return sum(isinstance(mark, Shape) and mark.fill == pytest.approx(rgb(colour)) for mark in composed.pages[0])


@pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS)
def test_nothing_lies_over_anything_nor_leaves_the_page(report: Report) -> None:
    composed = compose(report)
    assert overlaps(composed) == []
    for each in said(composed):
        assert each.left >= MARGIN - 1
        assert each.right <= PAGE_WIDTH - MARGIN + 1
        assert 20 < each.lower < each.upper < PAGE_HEIGHT - 20


@pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS)
def test_every_number_is_written_as_it_stands_in_its_cell(report: Report) -> None:
    on_page = words(compose(report))
    for group in figures(report).groups:
        amounts = [each for chart in group.charts if not chart.instead for bar in chart.bars for each in bar.amounts]
        assert [each.words for each in amounts if each.words not in on_page] == []
    flow = figures(report).flow
    for bar in flow.bars if flow else ():
        assert (report.entry(bar.now.cells[0]).raw or "未填全") in on_page


@pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS)
def test_a_program_reads_the_same_numbers_from_the_file(report: Report) -> None:
    with pdfplumber.open(BytesIO(printed(compose(report)))) as pdf:
        assert len(pdf.pages) == 1
        read = "".join((pdf.pages[0].extract_text() or "").split())
    assert "图解" in read
    for bar in flow.bars if (flow := figures(report).flow) else ():
        assert bar.now.words in read


def test_every_chart_has_a_title_and_a_source() -> None:
    composed = compose(full_report())
    on_page = "".join(words(composed))
    charts = [chart for group in figures(full_report()).groups for chart in group.charts]
    assert all(chart.title in on_page and chart.source in on_page for chart in charts)
    assert sum(tag.kind == "Figure" for tag in composed.tags) == len(charts)


def test_only_what_is_more_than_0_has_a_bar() -> None:
    asked = compose(filled(column("natural", new=3, granted=3)))
    assert bars(asked, NOW) == len(["legend", "rule", "heading"] + ["heading"] * 2 + ["自然人", "予以公开"])
    assert bars(asked, BEFORE) == 0


def test_without_last_year_the_page_says_so() -> None:
    assert "没有上年的年报对照，只画本年的数。" in words(compose(full_report()))
    both = compose(replace(full_report(), last_year=replace(HUGE, year=2030)))
    assert "2030年" in words(both)
    assert "没有上年的年报对照，只画本年的数。" not in words(both)
    assert bars(both, BEFORE) > 20


def test_where_nothing_is_drawn_sentences_stand() -> None:
    composed = compose(filled())
    assert "本年没有收到政府信息公开申请，也没有上年结转的申请。" in words(composed)
    assert not any(tag.kind == "Figure" for tag in composed.tags)


def test_a_draft_is_marked_and_a_final_report_is_not() -> None:
    report = full_report()
    assert any(isinstance(mark, Stamp) for mark in compose(report).pages[0])
    final = replace(report, final=Final("林某", "2032-01-20", "3F7K-9Q2M"))
    assert not any(isinstance(mark, Stamp) for mark in compose(final).pages[0])
    assert compose(final).day == "2032-01-20"


def test_every_row_knows_the_cell_it_shows() -> None:
    composed = compose(full_report())
    targets = {spot.target for spot in composed.spots}
    assert CellId("t4.review.upheld") in targets
    assert CellId("t2.admin_fees.amount_wan") in targets
    assert targets <= set(full_report().form.cells)
    spot = next(each for each in composed.spots if each.target == "t2.licensing.decisions")
    inside = [
        each.words
        for each in said(composed)
        if spot.x - 1 <= each.left
        and each.right <= spot.x + spot.width + 1
        and spot.y <= each.lower < spot.y + spot.height
    ]
    assert sorted(inside) == ["98765432", "行政许可"]


def test_the_same_report_gives_the_same_file() -> None:
    assert printed(compose(full_report())) == printed(compose(full_report()))


@settings(max_examples=25)
@given(
    st.lists(
        st.sampled_from(["", "0", "1", "37", "999999", "99999999", "/", "12.5", f"{10**15 - 1}.{10**14}"]),
        min_size=30,
        max_size=60,
    ),
    st.data(),
)
def test_whatever_is_filled_in_stands_clear_and_whole(numbers: list[str], data: st.DataObject) -> None:
    def report() -> Report:
        order = data.draw(st.permutations(numbers))
        return filled({cell: order[at % len(order)] for at, cell in enumerate(TYPED)})

    composed = compose(replace(report(), last_year=data.draw(st.sampled_from([None, report()]))))
    assert overlaps(composed) == []
    assert all(each.left >= MARGIN - 1 and each.right <= PAGE_WIDTH - MARGIN + 1 for each in said(composed))
    assert all(20 < each.lower < each.upper < PAGE_HEIGHT - 20 for each in said(composed))


@settings(max_examples=25)
@given(reports())
def test_no_report_is_too_strange_for_a_picture(report: Report) -> None:
    composed = compose(report)
    assert printed(composed).startswith(b"%PDF")
    ET.fromstring(svg.written(composed))


@pytest.mark.parametrize("name", ["full", "two years", "huge", "uneven", "blanks"])
def test_in_the_file_each_row_says_its_label_and_its_numbers_and_nothing_else(name: str) -> None:
    report = REPORTS[name]
    composed = compose(report)
    bars = [
        bar for group in figures(report).groups for chart in group.charts if not chart.instead for bar in chart.bars
    ]
    rows = {spot.target: spot for spot in composed.spots if spot.height < 40}
    with pdfplumber.open(BytesIO(printed(composed))) as pdf:
        for bar in bars:
            spot = rows[bar.now.cells[0]]
            box = (spot.x - 1, PAGE_HEIGHT - spot.y - spot.height, spot.x + spot.width + 1, PAGE_HEIGHT - spot.y)
            words = pdf.pages[0].within_bbox(box).extract_words()
            assert sorted(word["text"] for word in words) == sorted([bar.label, *(each.words for each in bar.amounts)])


def test_no_number_of_seven_digits_is_set_smaller() -> None:
    sizes = {mark.size for mark in compose(REPORTS["huge"]).pages[0] if isinstance(mark, Text) and _is_number(mark)}
    assert min(sizes) == NUMBER


def _is_number(mark: Text) -> bool:
    return "".join(piece.text for piece in mark.pieces).isdigit()
