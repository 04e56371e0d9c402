"""Table 4: only disputes about disclosure, and each by the organ that acted first."""

from core.form.guidance.disputes import DISPUTES


def test_both_kinds_of_lawsuits_cite_the_rule_on_joint_defendants() -> None:
    citing = {note.place for note in DISPUTES if note.basis == "国办公开办函〔2016〕201号"}
    assert citing == {"t4.lawsuit_direct", "t4.lawsuit_after_review"}


def test_whether_a_pending_case_counts_again_is_said_to_be_open() -> None:
    open_questions = [note for note in DISPUTES if note.place == "t4.*.pending" and not note.confirmed]
    assert ["没有查到规定" in note.text for note in open_questions] == [True]


def test_disputes_about_other_matters_do_not_count() -> None:
    assert any("别的业务" in note.text for note in DISPUTES if note.place == "t4")
