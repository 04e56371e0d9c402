"""Family P: the dates that a report itself tells."""

from dataclasses import replace

import pytest

from core.checks import catalogue
from core.report import Report
from tests.core.checks.golden_structure import lawful
from tests.examples import TEXTS


def said(report: Report) -> list[str]:
    return [finding.code for finding in catalogue.run(report).findings if finding.code.startswith("P")]


@pytest.mark.parametrize(
    ("unit", "day", "codes"),
    [
        ("青禾县林业局", "2025年1月31日", []),
        ("青禾县林业局", "2025年2月1日", ["P02"]),
        ("青禾县人民政府", "2025年3月31日", []),
        ("青禾县人民政府", "2025年4月1日", ["P02"]),
        ("青禾县林业局", "二〇二五年一月二十日", []),
        ("青禾县林业局", "二○二五年三月二十日", ["P02"]),
        ("青禾县林业局", "2024年12月31日", ["P05"]),
        ("青禾县林业局", "2025年13月45日", []),
        ("青禾县林业局", "2025年1月", []),
    ],
)
def test_a_signature_is_dated_between_the_end_of_the_year_and_the_deadline(
    unit: str, day: str, codes: list[str]
) -> None:
    assert said(replace(lawful(signature=f"{unit}\n{day}"), unit=unit)) == codes


def test_a_preamble_may_tell_when_the_report_was_published() -> None:
    assert said(lawful(preamble=f"{TEXTS['preamble']}本报告于2025年6月1日公布。")) == ["P02"]
    assert said(lawful(preamble=f"{TEXTS['preamble']}条例自2019年5月15日起施行。")) == []
