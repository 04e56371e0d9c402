"""Which cell is pointed at: the crossing, the swapped digits, the slid row (domain.md D.2)."""

from dataclasses import replace

from core import edits
from core.cells import CellId
from core.checks import catalogue
from core.checks.written import lines
from core.finding import Finding
from core.report import Report
from tests.core.checks.golden import BALANCED
from tests.examples import as_imported, column, filled

GRANTED = CellId("t3.granted.natural")


def said(report: Report, code: str) -> list[Finding]:
    return [finding for finding in catalogue.run(report).findings if finding.code == code]


def misread(cell: str, raw: str, report: Report = BALANCED) -> Report:
    """An import in which one typed cell was read wrongly."""
    return edits.set_cell(as_imported(report), CellId(cell), raw)


def misprinted(total: str, raw: str) -> Report:
    right = as_imported(BALANCED)
    return replace(right, printed={**right.printed, **filled(printed={total: raw}).printed})


# ---------------------------------------------------------------- A05: the crossing


def test_the_cell_where_the_wrong_row_and_the_wrong_column_cross_is_pointed_at() -> None:
    report = misread(GRANTED, "1")
    (finding,) = said(report, "A05")
    assert (finding.suspect, finding.remedy) == (GRANTED, "10")


def test_every_sum_that_fails_for_it_points_at_the_crossing() -> None:
    findings = [f for f in catalogue.run(misread(GRANTED, "1")).findings if f.code in {"A01", "A02"}]
    assert [(finding.suspect, finding.remedy) for finding in findings] == [(GRANTED, "10")] * 2


def test_putting_the_remedy_in_mends_everything() -> None:
    report = misread(GRANTED, "1")
    (finding,) = said(report, "A05")
    assert finding.suspect is not None
    assert finding.remedy is not None
    assert catalogue.run(edits.set_cell(report, finding.suspect, finding.remedy)).findings == ()


def test_a_total_that_was_misprinted_is_pointed_at_itself() -> None:
    (finding,) = said(misprinted("t3.total_handled.natural", "12"), "A05")
    assert (finding.suspect, finding.remedy) == ("t3.total_handled.natural", "13")


def test_two_misread_cells_that_share_no_sum_are_both_pointed_at() -> None:
    report = edits.set_cell(misread(GRANTED, "1"), CellId("t3.carried_forward.business"), "2")
    assert [finding.suspect for finding in said(report, "A05")] == [GRANTED, "t3.carried_forward.business"]


def test_two_errors_in_one_row_point_at_nothing_certain() -> None:
    report = edits.set_cell(misread(GRANTED, "1"), CellId("t3.granted.business"), "5")
    assert said(report, "A05") == []


def test_a_cell_is_never_proposed_to_become_negative() -> None:
    report = filled(column("natural", new=2, granted=2), printed={"t3.granted.total": 0, "t3.total_handled.natural": 0})
    assert all(not (finding.remedy or "").startswith("-") for finding in said(report, "A05"))


def test_without_printed_row_totals_nothing_is_said_of_rows() -> None:
    report = filled(column("natural", new=5, granted=5), printed={"t3.total_handled.natural": 3})
    (finding,) = said(report, "A05")
    assert finding.message == "最可能出错的格子：“（七）总计—自然人”。如果把它从 3 改为 5，有关的合计就都对上了。"


def test_a_column_typed_here_that_does_not_balance_points_at_no_cell() -> None:
    (finding,) = catalogue.run(filled(column("natural", new=5, granted=3))).findings
    assert (finding.code, finding.suspect) == ("A03", None)


def test_a_column_off_by_what_last_year_carried_forward_points_at_the_carry_in() -> None:
    last = replace(filled(column("natural", new=1, forward=1)), year=2023)
    report = edits.attach_last_year(filled(column("natural", new=2, granted=3)), last)
    (finding,) = said(report, "A03")
    assert (finding.suspect, finding.remedy) == ("t3.carried_in.natural", "1")


# ---------------------------------------------------------------- A06: swapped digits


def test_swapped_digits_that_would_mend_a_column_are_pointed_at() -> None:
    report = filled(column("natural", new=63, granted=30, forward=6))
    (finding,) = said(report, "A06")
    assert (finding.suspect, finding.remedy) == ("t3.new_requests.natural", "36")
    assert [f.suspect for f in said(report, "A03")] == ["t3.new_requests.natural"]


def test_either_of_two_numbers_may_be_swapped() -> None:
    report = filled(column("natural", new=63, granted=36))
    assert [(f.suspect, f.remedy) for f in said(report, "A06")] == [
        ("t3.new_requests.natural", "36"),
        (GRANTED, "63"),
    ]


def test_a_difference_not_divisible_by_9_is_no_swap() -> None:
    assert said(filled(column("natural", new=63, granted=37)), "A06") == []


def test_a_difference_divisible_by_9_without_a_number_to_swap_is_no_swap() -> None:
    assert said(filled(column("natural", new=90, granted=9)), "A06") != []
    assert said(filled(column("natural", new=11, granted=2)), "A06") == []


def test_more_than_two_candidates_point_at_nothing() -> None:
    results = {f"t3.{row}.natural": 12 for row in ("granted", "partial", "denied_state_secret")}
    assert said(filled({**results, "t3.new_requests.natural": 45}), "A06") == []


def test_swapped_digits_are_not_told_where_the_crossing_tells_it() -> None:
    report = misread(GRANTED, "01", filled(column("natural", new=10, granted=10)))
    assert len(said(report, "A05")) == 1
    assert said(report, "A06") == []


# ---------------------------------------------------------------- A07: slid rows


def slid_to_the_right() -> Report:
    return filled(
        column("natural", new=3, granted=1)
        | column("business", new=2, granted=1)
        | {"t3.partial.business": 2, "t3.partial.research": 1}
    )


def test_a_row_slid_by_one_column_is_found() -> None:
    (finding,) = said(slid_to_the_right(), "A07")
    assert {cell.split(".")[1] for cell in finding.cells} == {"partial"}


def test_a_row_slid_to_the_left_is_found_as_well() -> None:
    report = filled(
        column("business", new=3, granted=1)
        | column("research", new=2, granted=1)
        | {"t3.partial.natural": 2, "t3.partial.business": 1}
    )
    (finding,) = said(report, "A07")
    assert {cell.split(".")[1] for cell in finding.cells} == {"partial"}


def test_a_row_whose_last_number_slid_into_the_total_is_found() -> None:
    typed = column("natural", new=3, granted=1) | column("other_org", new=4, granted=3)
    right = filled(typed | {"t3.partial.natural": 2, "t3.partial.other_org": 1})
    wrong = edits.set_cells(
        right,
        {CellId("t3.partial.natural"): "0", CellId("t3.partial.business"): "2", CellId("t3.partial.other_org"): "0"},
    )
    report = replace(wrong, printed=filled(printed={"t3.partial.total": 1}).printed)
    assert [{cell.split(".")[1] for cell in finding.cells} for finding in said(report, "A07")] == [{"partial"}]


def test_one_wrong_column_is_no_slide() -> None:
    assert said(filled(column("natural", new=3, granted=2)), "A07") == []


def test_a_balanced_report_has_no_slide() -> None:
    assert said(BALANCED, "A07") == []


# ---------------------------------------------------------------- lines


def test_on_a_typed_report_only_the_six_columns_can_fail() -> None:
    assert [line.equation.subject for line in lines(BALANCED)] == [
        "自然人",
        "商业企业",
        "科研机构",
        "社会公益组织",
        "法律服务机构",
        "其他",
    ]


def test_on_an_import_that_prints_all_totals_every_equation_can_fail() -> None:
    assert len(lines(as_imported(BALANCED))) == 42


def test_an_equation_with_a_blank_is_no_line() -> None:
    assert len(lines(edits.clear(BALANCED, [GRANTED]))) == 5


def test_a_line_holds_written_cells_only() -> None:
    report = BALANCED
    assert all(cell in report.typed for line in lines(report) for cell in line.weights)
    assert all(line.residual == 0 for line in lines(report))
