"""Every function of the core that takes a report works for a report in the old form as well."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import answers, cover, doubts, edits, steps, summary, tally
from core.balance import balance
from core.cells import CellId, parse
from core.checks import catalogue
from core.form import F2019, FORMS
from core.form.lattice import lattice
from core.form.layout import TEXTS
from core.importers.recogniser.answer import as_json
from core.report import OrgType, Report
from core.storage import project as storage
from core.succession import as_f2021, leftovers

WORDS = st.sampled_from(["", "0", "3", "12", "增10", "-2", "/", "251000元", "字", "1.5", "４"])


@st.composite
def old_reports(draw: st.DrawFn) -> Report:
    """Reports in the old form with anything in any cell, alone or beside one of the year before."""
    raws = {cell: draw(WORDS) for cell in draw(st.sets(st.sampled_from(tuple(F2019.cells)), max_size=40))}
    entries = {cell: parse(raw, F2019.cells[cell].kind) for cell, raw in raws.items()}
    typed = {cell: entry for cell, entry in entries.items() if not F2019.cells[cell].computed}
    printed = {cell: entry for cell, entry in entries.items() if F2019.cells[cell].computed}
    texts = {key: draw(st.sampled_from(["", "公开三十条。"])) for key in TEXTS}
    report = Report(
        F2019, "云岭县林草局", draw(st.sampled_from([None, 2020])), OrgType.DEPARTMENT, "", typed, printed, texts
    )
    return replace(report, last_year=draw(st.sampled_from([None, Report(F2019, year=2019), Report(year=2019)])))


@given(old_reports(), WORDS)
def test_every_question_about_an_old_report_has_an_answer(report: Report, raw: str) -> None:
    verdict = catalogue.run(report)
    assert set(as_json(report)["tables"]) == {"l2", "t3", "t4"}  # type: ignore[call-overload]  # a dict of plain values
    assert summary.summary(report, verdict).sentence
    assert len(steps.states(report, verdict, frozenset())) == len(steps.steps(F2019))
    assert doubts.found_words(report)
    assert cover.likely_org_type(report.unit)
    assert all(finding.code.startswith("A") for finding in doubts.own_errors(report))
    assert doubts.reminder(report, 1, is_draft=True)
    for cell in F2019.cells:
        assert doubts.place_name(report, cell)
        assert tally.in_force(report, cell) is None
        tally.forerunner(cell)
    for equation in F2019.equations:
        balance(report, equation, printed=True)
    answered = doubts.answered(report, {"l2.admin_fees.items_delta": raw, "t3.other_all.total": raw})
    assert answered.form is F2019
    for finding in verdict.findings:
        assert answers.mend(report, finding).form is F2019


@given(old_reports())
def test_every_edit_keeps_the_old_form_or_leaves_it_for_the_new_one(report: Report) -> None:
    for table in F2019.tables:
        filled = edits.fill_rest(report, table.id)
        assert edits.empty_cells(filled, table.id) == ()
        assert edits.clear(filled, [cell.id for cell in table.cells]).is_blank(table.id)
        assert lattice(table).height == len({slot.span.row for slot in table.slots})
    assert edits.carry_over(report).form.id == "F2021"
    assert edits.attach_last_year(Report(), report).last_year is not None
    moved, left = as_f2021(report)
    assert catalogue.run(moved) is not None
    assert left == leftovers(report)


@given(old_reports())
def test_an_old_report_is_kept_in_a_project_file(report: Report) -> None:
    kept = storage.from_bytes(storage.to_bytes(storage.Project(report)), "x.nianbao").report
    assert replace(kept, last_year=None) == replace(report, last_year=None)


@pytest.mark.parametrize("form", FORMS.values())
def test_a_report_of_noughts_has_no_findings_but_hints(form: object) -> None:
    report = Report(next(f for f in FORMS.values() if f is form), unit="云岭县林草局", year=2020)
    for table in report.form.tables:
        report = edits.fill_rest(report, table.id)
    verdict = catalogue.run(report)
    assert (verdict.findings, verdict.undecided) == ((), ())


@pytest.mark.parametrize("suffix", [".xlsx", ".pdf"])
def test_an_old_report_can_be_written(tmp_path: Path, suffix: str) -> None:
    from core import exporters

    report = Report(F2019, unit="云岭县林草局", year=2020, texts={"s1": "公开三十条。"})
    for table in F2019.tables:
        report = edits.fill_rest(report, table.id)
    out = tmp_path / f"old{suffix}"
    exporters.export(edits.set_cell(report, CellId("l2.licensing.items_delta"), "+3"), out)
    assert out.stat().st_size > 1000
