"""What stands between a report and 定稿."""

from dataclasses import replace
from datetime import date

import pytest

from core import edits
from core.checks import catalogue
from core.finding import Finding
from core.readiness import closing_day, day_words, may_be_final, unsettled
from core.report import Report
from tests.examples import TEXTS, column, filled


def whole(**cells: int) -> Report:
    return replace(filled(column("natural", **cells)), texts=TEXTS)


def open_ones(report: Report) -> tuple[Finding, ...]:
    return unsettled(report, catalogue.run(report))


def is_ready(report: Report) -> bool:
    return may_be_final(report, catalogue.run(report))


def test_a_report_that_is_filled_and_holds_may_be_final() -> None:
    assert open_ones(whole(new=2, granted=2)) == ()
    assert is_ready(whole(new=2, granted=2))


def test_an_error_stands_in_the_way_until_it_is_explained() -> None:
    report = whole(new=3, granted=2)
    (finding,) = open_ones(report)
    assert finding.code == "A03"
    assert not is_ready(report)
    assert is_ready(edits.answer(report, finding.occasion, "登记口径不同，已核实"))


def test_a_blank_cell_stands_in_the_way_but_is_told_with_its_table() -> None:
    report = edits.clear(whole(), ["t2.licensing.decisions"])  # type: ignore[list-item]  # a CellId is a str
    assert open_ones(report) == ()
    assert not is_ready(report)


def test_a_warning_may_stand_but_not_the_one_that_asks_for_a_reason() -> None:
    last = replace(whole(new=3, granted=2, forward=1), year=2023)
    report = edits.attach_last_year(whole(new=2, granted=2), last)
    warned = [finding.code for finding in catalogue.run(report).findings if finding.severity.value == "warning"]
    assert {"Y01", "Y03"} <= set(warned)
    assert [finding.code for finding in open_ones(report)] == ["Y01"]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("青禾县水务局\n2027年1月20日", date(2027, 1, 20)),
        ("青禾县水务局\n二〇二七年一月二十日", date(2027, 1, 20)),
        ("2027年1月8日起草\n2027年1月20日", date(2027, 1, 20)),
        ("青禾县水务局", None),
        ("2027年2月31日", None),
    ],
)
def test_the_day_of_the_closing_lines_is_found(words: str, day: date | None) -> None:
    assert closing_day(Report(texts={"signature": words})) == day


def test_a_day_is_written_as_in_the_closing_lines() -> None:
    assert day_words(date(2027, 1, 5)) == "2027年1月5日"
