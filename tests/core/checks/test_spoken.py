"""Statements held against the tables. All sentences are invented."""

from dataclasses import replace

from core.checks.spoken import held, spoken
from core.sentences.quantities import Quantity
from tests.core.checks.example import written

TEN: dict[str, str | int] = {"t3.new_requests.natural": 10, "t3.granted.natural": 10}


def values(text: str) -> list[int]:
    return [int(one.value) for _, one in spoken(written(text, TEN))]


def test_a_statement_is_told_with_the_text_it_stands_in() -> None:
    report = written("新收政府信息公开申请10件。", TEN, "s6")
    assert [(key, one.quantities) for key, one in spoken(report)] == [("s6", (Quantity.NEW,))]


def test_numbers_of_another_year_or_organ_are_not_of_this_report() -> None:
    assert values("2024年新收政府信息公开申请10件。") == [10]
    assert values("2023年新收政府信息公开申请8件。") == []
    assert values("县民政局新收政府信息公开申请3件。") == []


def test_only_what_fits_no_lawful_value_is_a_misfit() -> None:
    assert held(written("新收政府信息公开申请10件。", TEN)).misfits == {}
    ((key, statement, counts),) = held(written("新收政府信息公开申请11件。", TEN)).misfits[Quantity.NEW]
    assert (key, int(statement.value)) == ("s1", 11)
    assert [count.value for count in counts] == [10]


def test_what_the_tables_leave_open_is_unknown() -> None:
    report = replace(written("新收政府信息公开申请11件。"), typed={})
    assert [key for key, _ in held(report).unknown] == ["s1"]


def test_misfits_are_told_in_the_order_of_the_texts_also_of_statements_that_mean_the_same() -> None:
    text = "新收政府信息公开申请11件。办结申请8件。新收政府信息公开申请12件。收到申请13件，办结申请7件。"
    found = held(written(text, TEN)).misfits
    assert [[int(one.value) for _, one, _ in misfits] for misfits in found.values()] == [[11, 12], [8, 7], [13]]
