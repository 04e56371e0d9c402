"""Family Y: this year against last year's report."""

from dataclasses import replace

import pytest

from core import edits
from core.cells import CellId
from core.checks import catalogue
from core.checks.register import Verdict
from core.finding import Severity
from core.report import Report
from tests.examples import as_imported, column, filled


def judged(report: Report, last: Report, last_year: int | None = 2023) -> Verdict:
    return catalogue.run(edits.attach_last_year(report, replace(last, year=last_year)))


def said(verdict: Verdict) -> list[tuple[str, str]]:
    return [(finding.code, finding.cells[0]) for finding in verdict.findings if finding.code.startswith("Y")]


def undecided(verdict: Verdict) -> set[str]:
    return {one.code for one in verdict.undecided if one.code.startswith("Y")}


LAST = filled(column("natural", new=3, granted=1, forward=2))


def test_without_last_year_nothing_is_said_and_nothing_is_undecided() -> None:
    verdict = catalogue.run(filled())
    assert (said(verdict), undecided(verdict)) == ([], set())


def test_a_draft_made_from_last_year_agrees_with_it() -> None:
    draft = edits.fill_rest(edits.carry_over(LAST), "t3")
    assert said(catalogue.run(draft)) == []


def test_a_wrong_carry_in_is_said_in_total_and_in_its_column() -> None:
    verdict = judged(filled(column("natural", carried_in=1, granted=1)), LAST)
    assert said(verdict) == [("Y03", "t3.carried_in.natural"), ("Y01", "t3.carried_in.total")]


def test_the_column_proposes_what_last_year_carried_forward() -> None:
    verdict = judged(filled(column("natural", carried_in=1, granted=1)), LAST)
    (finding,) = [f for f in verdict.findings if f.code == "Y03"]
    assert (finding.suspect, finding.remedy) == ("t3.carried_in.natural", "2")
    assert finding.difference == -1


def test_the_right_total_in_the_wrong_columns_is_said_as_such() -> None:
    verdict = judged(filled(column("business", carried_in=2, granted=2)), LAST)
    assert [finding.message for finding in verdict.findings] == [
        "“自然人”：今年上年结转 0，去年结转下年度 2，差 2 件。总数相同但分类不同，请核对申请人类型。",
        "“商业企业”：今年上年结转 2，去年结转下年度 0，差 2 件。总数相同但分类不同，请核对申请人类型。",
    ]


def test_last_years_total_counts_as_it_was_published() -> None:
    printed = as_imported(LAST)
    printed = replace(printed, printed={**printed.printed, **filled(printed={"t3.carried_forward.total": 3}).printed})
    verdict = judged(filled(column("natural", carried_in=2, granted=2)), printed)
    assert said(verdict) == [("Y01", "t3.carried_in.total")]


def test_blanks_on_either_side_are_undecided() -> None:
    blank = {"t3.carried_in.natural": "", "t2.regulations.issued": ""}
    assert undecided(judged(filled(blank), filled())) == {"Y01", "Y02", "Y03"}
    blank = {"t3.carried_forward.natural": "", "t2.regulations.in_force": ""}
    assert undecided(judged(filled(), filled(blank))) == {"Y01", "Y02", "Y03"}


def test_a_blank_in_one_column_leaves_the_others_judged() -> None:
    this = filled({"t3.carried_in.natural": ""} | column("business", carried_in=1, granted=1))
    assert said(judged(this, LAST)) == [("Y03", "t3.carried_in.business")]


def test_a_report_of_another_year_is_no_ground_to_judge_on() -> None:
    verdict = judged(filled(column("natural", carried_in=1, granted=1)), LAST, last_year=2021)
    assert said(verdict) == []
    assert {one.reason for one in verdict.undecided} == {"附上的是 2021 年度的报告，不是 2023 年度的，无法对照。"}


@pytest.mark.parametrize("last_year", [None, 2023])
def test_a_report_whose_year_is_unknown_is_taken_for_last_years(last_year: int | None) -> None:
    assert said(judged(filled(column("natural", carried_in=1, granted=1)), LAST, last_year)) != []


def in_force(issued: int, repealed: int, now: int) -> Report:
    return filled(
        {
            "t2.normative_docs.issued": issued,
            "t2.normative_docs.repealed": repealed,
            "t2.normative_docs.in_force": now,
        }
    )


@pytest.mark.parametrize(
    ("before", "this"),
    [
        (597, in_force(50, 227, 420)),
        (420, in_force(61, 59, 422)),
        (0, in_force(0, 0, 0)),
    ],
)
def test_documents_in_force_that_follow_from_last_year_are_lawful(before: int, this: Report) -> None:
    assert said(judged(this, in_force(0, 0, before))) == []


def test_documents_in_force_that_do_not_follow_name_their_three_cells() -> None:
    verdict = judged(in_force(6, 4, 20), in_force(0, 0, 20))
    (finding,) = [f for f in verdict.findings if f.code == "Y02"]
    assert finding.suspect == CellId("t2.normative_docs.in_force")
    assert len(finding.cells) == 3
    assert finding.difference == -2


# ---------------------------------------------------------------- Y05, Y06, Y10


def test_cases_pending_last_year_and_counted_this_year_are_lawful() -> None:
    assert said(judged(filled({"t4.review.upheld": 3}), filled({"t4.review.pending": 3}))) == []


def test_the_same_small_figures_two_years_running_are_lawful() -> None:
    same = filled(column("natural", new=2, granted=1) | {"t3.partial.natural": 1})
    assert said(judged(same, same)) == []


def test_one_figure_that_differs_makes_the_tables_differ() -> None:
    last = filled(column("natural", new=8, granted=6) | {"t3.partial.natural": 2})
    this = filled(column("natural", new=9, granted=7) | {"t3.partial.natural": 2})
    assert said(judged(this, last)) == []


def test_a_unit_whose_name_is_written_with_blanks_is_the_same() -> None:
    assert said(judged(edits.set_unit(filled(), "青禾县 林业局"), filled())) == []


def test_nothing_is_compared_with_a_report_of_another_year() -> None:
    last = filled(column("natural", new=8, granted=6) | {"t3.partial.natural": 2})
    assert said(judged(last, last, last_year=2020)) == []


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        ("另有3件行政规范性文件有效期届满自动失效。", Severity.HINT),
        ("规范性文件失效两件、划出1件。", Severity.HINT),
        ("另有2件行政规范性文件失效。", Severity.WARNING),
        ("受理申请3件，文件到期的及时清理。", Severity.WARNING),
        ("", Severity.WARNING),
    ],
)
def test_documents_that_expired_are_asked_about_less_where_the_text_counts_them(text: str, weight: Severity) -> None:
    last, report = filled({"t2.normative_docs.in_force": 10}), filled({"t2.normative_docs.in_force": 7})
    verdict = judged(edits.set_text(report, "s1", text), last)
    assert [finding.severity for finding in verdict.findings if finding.code == "Y02"] == [weight]
