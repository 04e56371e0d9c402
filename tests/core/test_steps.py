"""The guide: what belongs to a step and how far it is."""

from dataclasses import replace

from core import edits
from core.cells import CellId
from core.checks import catalogue
from core.finding import Finding, Severity
from core.form import F2021
from core.report import Report
from core.steps import Progress, Step, StepKind, StepState, state, step_of, step_of_place, steps
from tests.examples import TEXTS, carried, column, filled

STEPS = {step.id: step for step in steps(F2021)}


def how_far(report: Report, step: Step, *visited: str) -> StepState:
    return state(report, catalogue.run(report, typing=True), step, frozenset(visited))


def test_the_guide_goes_through_the_report_as_it_is_printed() -> None:
    assert [(step.id, step.title) for step in steps(F2021)] == [
        ("cover", "封面与前言"),
        ("s1", "总体情况"),
        ("s2", "主动公开"),
        ("s3", "申请办理"),
        ("s4", "复议诉讼"),
        ("s5", "问题与改进"),
        ("s6", "其他事项"),
        ("finish", "全审与导出"),
    ]


def test_each_step_knows_its_kind_and_table() -> None:
    assert [(step.kind, step.table) for step in STEPS.values()] == [
        (StepKind.COVER, ""),
        (StepKind.PROSE, ""),
        (StepKind.TABLE, "t2"),
        (StepKind.TABLE, "t3"),
        (StepKind.TABLE, "t4"),
        (StepKind.PROSE, ""),
        (StepKind.PROSE, ""),
        (StepKind.FINISH, ""),
    ]


def test_every_text_belongs_to_one_step() -> None:
    texts = [key for step in STEPS.values() for key in step.texts]
    assert sorted(texts) == sorted(("preamble", "signature", "s1", "s2", "s3", "s4", "s5", "s6"))


def test_a_finding_leads_to_the_step_of_its_cells_or_words() -> None:
    def found(cells: tuple[str, ...] = (), section: str | None = None) -> str:
        ids = tuple(CellId(cell) for cell in cells)
        return step_of(F2021, Finding("X00", Severity.HINT, "看一看", ids, section))

    assert found(("t3.granted.natural",)) == "s3"
    assert found(("t4.review.total",)) == "s4"
    assert found(section="title") == found(section="preamble") == found(section="signature") == "cover"
    assert found(section="s5") == "s5"
    assert found() == "finish"


def test_a_finding_about_a_sentence_and_a_table_leads_to_the_sentence() -> None:
    finding = Finding("N01", Severity.ERROR, "对不上", (CellId("t3.new_requests.total"),), "s1", "两件")
    assert step_of(F2021, finding) == "s1"


def test_a_step_begins_unseen_and_is_being_filled_once_looked_at() -> None:
    for name, step in STEPS.items():
        assert how_far(Report(), step).progress is Progress.UNSEEN
        assert how_far(Report(), step, name).progress is Progress.FILLING


def test_a_table_with_one_cell_is_being_filled() -> None:
    report = edits.set_cell(Report(), CellId("t3.granted.natural"), "0")
    assert how_far(report, STEPS["s3"]).progress is Progress.FILLING


def test_a_full_table_that_balances_is_done() -> None:
    for name in ("s2", "s3", "s4"):
        assert how_far(filled(), STEPS[name]) == StepState(Progress.DONE)


def test_an_unbalanced_column_is_a_problem_with_its_count() -> None:
    report = filled(column("natural", new=3, granted=2))
    assert how_far(report, STEPS["s3"]) == StepState(Progress.PROBLEMS, errors=1)
    assert how_far(report, STEPS["s2"]).progress is Progress.DONE


def test_a_mark_instead_of_a_number_is_counted_as_a_warning() -> None:
    assert how_far(filled({"t4.review.upheld": "/"}), STEPS["s4"]) == StepState(Progress.PROBLEMS, warnings=1)


def test_a_problem_with_a_reason_is_explained() -> None:
    report = filled(column("natural", new=3, granted=2))
    finding = catalogue.run(report).findings[0]
    report = edits.answer(report, finding.occasion, "系统外转来一件")
    assert how_far(report, STEPS["s3"]).progress is Progress.EXPLAINED


def test_a_reason_for_other_numbers_does_not_count() -> None:
    report = filled(column("natural", new=3, granted=2))
    report = edits.answer(report, catalogue.run(report).findings[0].occasion, "系统外转来一件")
    report = edits.set_cell(report, CellId("t3.new_requests.natural"), "4")
    assert how_far(report, STEPS["s3"]).progress is Progress.PROBLEMS


def test_prose_is_done_when_written_and_not_out_of_date() -> None:
    report = replace(filled(), texts=TEXTS)
    assert how_far(report, STEPS["s1"]).progress is Progress.DONE
    assert how_far(carried(report, "s1"), STEPS["s1"]).progress is Progress.UNSEEN


def test_a_text_of_last_years_is_begun_with_the_first_sentence_that_is_touched_or_confirmed() -> None:
    report = carried(replace(filled(), texts={**TEXTS, "s5": "公开不够及时。解读单一。"}), "s5")
    assert how_far(report, STEPS["s5"]) == StepState(Progress.UNSEEN, stale=2)
    confirmed = edits.confirm_sentence(report, "s5", "解读单一。")
    assert how_far(confirmed, STEPS["s5"]) == StepState(Progress.FILLING, stale=1)
    touched = edits.set_text(report, "s5", "公开不够及时。解读形式单一。")
    assert how_far(touched, STEPS["s5"]) == StepState(Progress.FILLING, stale=1)
    shortened = edits.set_text(report, "s5", "解读单一。")
    assert how_far(shortened, STEPS["s5"]) == StepState(Progress.UNSEEN, stale=1)
    assert how_far(edits.confirm_text(report, "s5"), STEPS["s5"]).progress is Progress.DONE


def test_the_cover_needs_unit_year_and_preamble_but_no_closing() -> None:
    report = replace(filled(), texts=TEXTS)
    assert how_far(report, STEPS["cover"]).progress is Progress.DONE
    for missing in (replace(report, unit=""), replace(report, year=None), replace(report, texts={})):
        assert how_far(missing, STEPS["cover"], "cover").progress is Progress.FILLING


def test_the_words_for_progress_are_the_clerks() -> None:
    assert [progress.value for progress in Progress] == ["未看", "填写中", "有问题", "有说明", "完成"]


def test_the_last_step_is_done_when_all_before_it_are_and_it_was_looked_at() -> None:
    whole = replace(filled(), texts=TEXTS)
    assert how_far(whole, STEPS["finish"]).progress is Progress.UNSEEN
    assert how_far(whole, STEPS["finish"], "finish").progress is Progress.DONE
    unbalanced = replace(filled(column("natural", new=3, granted=2)), texts=TEXTS)
    assert how_far(unbalanced, STEPS["finish"], "finish").progress is Progress.FILLING


def test_every_place_of_the_filling_notes_has_its_step() -> None:
    led = {place: step_of_place(F2021, place) for place in ("t2.licensing.decisions", "t3.granted.natural", "s6")}
    assert led == {"t2.licensing.decisions": "s2", "t3.granted.natural": "s3", "s6": "s6"}
    assert {step_of_place(F2021, place) for place in ("unit", "year", "org_type", "title", "preamble")} == {"cover"}
