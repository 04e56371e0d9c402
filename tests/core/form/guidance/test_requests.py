"""Table 3 as a whole, its rows but the refusals, and its columns."""

from core.form.guidance.requests import REQUESTS


def said(place: str) -> str:
    return "".join(note.text for note in REQUESTS if note.place == place)


def test_the_table_gives_the_one_printed_formula() -> None:
    assert "一（本年新收）＋二（上年结转）＝三（七）总计＋四（结转下年度）" in said("t3")


def test_the_example_of_the_formula_balances() -> None:
    assert "12＋3＝14＋1" in said("t3")
    assert 12 + 3 == 14 + 1


def test_kinds_of_organisations_are_nowhere_defined_and_the_notes_claim_no_source_for_them() -> None:
    kinds = {"business", "research", "public_welfare", "legal_service", "other_org"}
    notes = [note for note in REQUESTS if note.place.removeprefix("t3.*.") in kinds]
    assert {note.place.removeprefix("t3.*.") for note in notes if not note.confirmed} == kinds
    assert not any(note.basis for note in notes)


def test_computed_places_say_that_nothing_is_to_be_typed() -> None:
    assert "不用填" in said("t3.total_handled")
    assert "不用填" in said("t3.*.total")
