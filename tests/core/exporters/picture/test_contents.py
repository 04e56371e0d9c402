"""Which figures the 图解 has."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest

from core.cells import CellId
from core.exporters.picture.contents import figures
from core.exporters.picture.figures import Bar, Chart
from core.form import F2021
from core.report import Report
from tests.core.exporters.invented import full_report
from tests.examples import filled


def charts(report: Report) -> list[Chart]:
    return [chart for group in figures(report).groups for chart in group.charts]


def bars(report: Report) -> Iterator[Bar]:
    flow = figures(report).flow
    yield from flow.bars if flow else ()
    for group in figures(report).groups:
        yield from (each for chart in group.charts for each in chart.bars)
        yield from [group.remark.bar] if group.remark else []


def test_every_number_is_that_of_its_cells() -> None:
    report = replace(full_report(), last_year=filled({"t3.granted.natural": 12}))
    last = report.last_year
    assert last is not None
    for each in bars(report):
        assert each.now.value == sum((report.value(cell) or Decimal() for cell in each.now.cells), Decimal())
        assert each.before is not None
        assert each.before.value == sum((last.value(cell) or Decimal() for cell in each.now.cells), Decimal())
        assert Decimal(each.now.words) == each.now.value


def test_the_parts_make_up_their_total() -> None:
    applicants, results, *courts = charts(full_report())[:5]
    report = full_report()
    totals = ["t3.new_requests.total", "t3.total_handled.total"]
    totals += [f"t4.{row}.total" for row in ("review", "lawsuit_direct", "lawsuit_after_review")]
    for chart, total in zip((applicants, results, *courts), totals, strict=True):
        assert sum(each.now.value or 0 for each in chart.bars) == report.value(CellId(total))


def test_every_number_of_tables_2_and_4_is_shown() -> None:
    shown = {cell for each in bars(full_report()) for cell in each.now.cells}
    wanted = {cell.id for table in ("t2", "t4") for cell in F2021.table(table).cells if not cell.computed}
    assert wanted <= shown


def test_no_chart_is_without_its_source() -> None:
    assert all(chart.source.startswith("来源：本报告表") for chart in charts(full_report()))
    assert all(group.source.startswith("来源：本报告表") for group in figures(full_report()).groups)
    remarks = [group.remark for group in figures(full_report()).groups if group.remark]
    assert [remark.source for remark in remarks] == ["来源：本报告表二，本年收费金额"]


@pytest.mark.parametrize("report", [Report(), filled()])
def test_where_there_is_nothing_to_see_sentences_stand(report: Report) -> None:
    found = figures(report)
    assert charts(report) == []
    assert found.flow is None
    assert all(group.instead.endswith("。") for group in found.groups)


def test_the_years_are_named() -> None:
    report = replace(filled(), last_year=replace(filled(), year=2023))
    assert (figures(report).now, figures(report).before) == ("2024年", "2023年")
    assert figures(filled()).before == ""
    assert figures(Report()).now == "本年"
