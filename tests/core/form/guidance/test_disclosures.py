"""Table 2: regulations are not house rules, decisions are not items published, and fees are in 万元."""

from decimal import Decimal

from core.form.guidance.disclosures import DISCLOSURES


def said(place: str) -> str:
    return "".join(note.text for note in DISCLOSURES if note.place == place)


def test_the_example_of_documents_in_force_adds_up() -> None:
    assert "上年有效20件，本年制发3件、废止2件，现行有效21件。" in said("t2.normative_docs")
    assert 20 + 3 - 2 == 21


def test_the_examples_of_fees_are_ten_thousandths_of_the_yuan() -> None:
    assert "39400元，填3.94" in said("t2.admin_fees")
    assert "500元填0.05" in said("t2.*.amount_wan")
    assert (Decimal(39400) / 10000, Decimal(500) / 10000) == (Decimal("3.94"), Decimal("0.05"))


def test_house_rules_are_no_regulations() -> None:
    assert "不是单位内部的规章制度" in said("t2.regulations")


def test_what_counts_as_a_decision_beyond_the_sources_is_marked_as_unsettled() -> None:
    unsettled = {note.place for note in DISCLOSURES if not note.confirmed}
    assert unsettled == {"t2.licensing", "t2.penalties"}
