"""Formulas, as they stand in the file; LibreOffice calculates them in test_xlsx."""

from core.cells import CellId
from core.exporters.xlsx_formulas import judgement, total
from core.form import F2021

TERMS = dict(F2021.filling)
T3, T4 = F2021.table("t3"), F2021.table("t4")


def test_a_row_total_adds_its_row_and_waits_for_every_term() -> None:
    cell = CellId("t3.granted.total")
    assert total(T3, TERMS[cell]) == 'IF(COUNT(D7:I7)=6,SUM(D7:I7),"")'


def test_a_column_total_adds_the_21_outcomes() -> None:
    cell = CellId("t3.total_handled.natural")
    assert total(T3, TERMS[cell]) == 'IF(COUNT(D7:D27)=21,SUM(D7:D27),"")'


def test_table_four_adds_each_group() -> None:
    cell = CellId("t4.lawsuit_after_review.total")
    assert total(T4, TERMS[cell]) == 'IF(COUNT(K5:N5)=4,SUM(K5:N5),"")'


def test_terms_apart_are_listed_one_by_one() -> None:
    apart = (CellId("t3.new_requests.natural"), CellId("t3.granted.business"))
    assert total(T3, apart) == 'IF(COUNT(D5,E7)=2,SUM(D5,E7),"")'


def test_the_balance_tells_even_from_uneven_and_unfinished() -> None:
    equation = next(each for each in T3.equations if each.code == "A03")
    assert judgement(T3, equation) == (
        'IF(COUNT(D5,D6,D28,D29)<4,"未填全",IF(ROUND(D5+D6-D28-D29,6)=0,"平",ROUND(D5+D6-D28-D29,6)))'
    )
