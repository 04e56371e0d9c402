"""Family P: the dates that a report itself tells."""

from dataclasses import replace

import pytest

from core import edits
from core.checks import catalogue
from core.form.layout import SIGNERS
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


def test_nobody_is_asked_for_signers_who_never_began_with_them() -> None:
    assert said(lawful()) == []


def test_whoever_begins_to_name_the_signers_is_told_who_is_missing_until_all_are_there() -> None:
    report = lawful()
    for at, key in enumerate(SIGNERS):
        report = edits.set_signer(report, key, "方某")
        found = [each for each in catalogue.run(report).findings if each.code == "P04"]
        missing = "、".join(list(SIGNERS.values())[at + 1 :])
        assert [each.message for each in found] == ([f"审签单还缺：{missing}。"] if missing else [])
    assert said(edits.set_signer(report, "reviewer", " ")) == ["P04"]


def test_a_final_report_whose_names_are_all_left_to_the_pen_is_asked_for_none() -> None:
    final = edits.finalise(lawful(), "方某", "2025-01-10", "3F7K-9Q2M")
    assert said(final) == []
    assert said(replace(final, sign_off=dict.fromkeys(SIGNERS, " "))) == []
    assert said(replace(final, sign_off={"drafter": "方某"})) == ["P04"]
    assert said(replace(final, sign_off=dict.fromkeys(SIGNERS, "方某"))) == []
