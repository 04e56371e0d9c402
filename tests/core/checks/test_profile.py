"""What last year's numbers tell, and what they do not."""

import pytest

from core.checks import catalogue
from core.report import Report
from tests.core.checks.example import after
from tests.examples import as_imported, filled

CODES = {"Y04", "Y11", "Y12", "Y13", "Y14"}
NEW = "t3.new_requests.natural"


def said(last: Report, report: Report) -> list[str]:
    return [finding.code for finding in catalogue.run(after(last, report)).findings if finding.code in CODES]


def two(one: str, a: int, other: str, b: int) -> Report:
    """A report with two numbers of table 3 and as many requests."""
    return filled({one: a, other: b, NEW: a + b})


def appeals(review: int, direct: int, later: int) -> Report:
    return filled(
        {"t4.review.upheld": review, "t4.lawsuit_direct.upheld": direct, "t4.lawsuit_after_review.upheld": later}
    )


PETITION, MISC = "t3.rejected_petition.natural", "t3.rejected_duplicate.natural"


def test_rows_of_one_group_that_changed_places_are_told() -> None:
    assert said(two(PETITION, 40, MISC, 9), two(PETITION, 8, MISC, 45)) == ["Y11"]


def test_rows_are_told_as_an_import_prints_them_too() -> None:
    last = two(PETITION, 40, MISC, 9)
    assert said(as_imported(last), as_imported(two(PETITION, 8, MISC, 45))) == ["Y11"]


@pytest.mark.parametrize(("a", "b"), [(40, 9), (30, 14), (22, 11), (60, 3), (25, 20)])
def test_rows_that_went_up_or_down_are_lawful(a: int, b: int) -> None:
    assert said(two(PETITION, 40, MISC, 9), two(PETITION, a, MISC, b)) == []


def test_small_numbers_that_changed_places_are_lawful() -> None:
    assert said(two(PETITION, 5, MISC, 0), two(PETITION, 0, MISC, 5)) == []


def test_rows_far_apart_are_not_compared() -> None:
    granted, duplicate = "t3.granted.natural", "t3.rejected_duplicate.natural"
    assert "Y11" not in said(two(granted, 40, duplicate, 9), two(granted, 8, duplicate, 45))


def test_columns_that_changed_places_are_told() -> None:
    last = filled({"t3.new_requests.business": 60, "t3.granted.business": 60})
    this = filled({"t3.new_requests.research": 55, "t3.granted.research": 55})
    assert said(last, this) == ["Y11"]


def test_blocks_of_table_4_that_changed_places_are_told() -> None:
    assert said(appeals(200, 24, 80), appeals(190, 70, 21)) == ["Y12"]


def test_blocks_of_table_4_that_went_up_or_down_are_lawful() -> None:
    assert said(appeals(200, 24, 80), appeals(120, 30, 41)) == []


def decided(count: int) -> Report:
    return filled({"t2.penalties.decisions": count})


@pytest.mark.parametrize(("before", "now", "codes"), [(812, 8200, ["Y13"]), (8120, 795, ["Y13"]), (812, 2400, [])])
def test_ten_times_is_told_and_three_times_is_not(before: int, now: int, codes: list[str]) -> None:
    assert said(decided(before), decided(now)) == codes


def test_ten_times_proposes_the_number_without_the_nought() -> None:
    (finding,) = [f for f in catalogue.run(after(decided(812), decided(7950))).findings if f.code == "Y13"]
    assert finding.remedy == "795"


def test_small_numbers_may_leap() -> None:
    assert said(decided(1), decided(9)) == []


def test_a_great_leap_is_told_once() -> None:
    assert said(decided(12), decided(400)) == ["Y04"]


def test_nothing_where_there_was_little_is_only_a_hint() -> None:
    last = filled({NEW: 3, "t3.granted.natural": 3})
    (finding,) = [f for f in catalogue.run(after(last, filled())).findings if f.code == "Y14"]
    assert finding.severity.value == "hint"


def test_nothing_again_is_lawful() -> None:
    assert said(filled(), filled()) == []


def test_a_table_that_is_still_empty_is_not_all_0() -> None:
    assert said(filled({NEW: 30, "t3.granted.natural": 30}), Report(unit="青禾县林业局", year=2024)) == []
