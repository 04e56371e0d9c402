"""Rows of table 3 that have lost their labels."""

from core.cells import CellId
from core.form import F2019, F2021
from core.form.layout import Form
from core.importers import read_text
from core.importers.extract import Extract, Grid
from core.importers.recogniser.by_position import REASON, Place, by_position
from core.importers.recogniser.recognise import recognise
from tests.core.importers import papers
from tests.core.importers.papers import Paper, old_paper, paper

ORDER = tuple(column.id for column in F2021.table("t3").columns)


def places(form: Form, *nameless: int) -> list[Place]:
    rows = [row.id for row in form.table("t3").rows]
    return [Place("" if at in nameless else row, tuple("1000001"), at) for at, row in enumerate(rows)]


def test_rows_without_labels_are_named_by_their_order_and_doubted() -> None:
    for form in (F2021, F2019):
        named = by_position(places(form, 4, 5), ORDER, form)
        assert [(reading.row, reading.at) for reading in named] == [
            ("denied_state_secret", 4),
            ("denied_law_forbidden", 5),
        ]
        assert {reading.reason for reading in named} == {REASON}


def test_one_row_too_few_or_out_of_its_place_names_none() -> None:
    assert by_position(places(F2021, 4)[:-1], ORDER, F2021) == []
    swapped = places(F2021, 4)
    swapped[6], swapped[7] = swapped[7], swapped[6]
    assert by_position(swapped, ORDER, F2021) == []


def test_the_first_and_the_last_row_must_have_their_labels() -> None:
    assert by_position(places(F2021, 0), ORDER, F2021) == []
    assert by_position(places(F2021, 24), ORDER, F2021) == []


def without_sub_rows(written: Paper) -> str:
    """One cell a line, the labels of the rows under （三）不予公开 lost."""
    lost = {row.label for row in written.form.table("t3").rows if row.group == "（三）不予公开"}
    return "\n".join(line for line in papers.one_a_line(written, 0).split("\n") if line not in lost)


def test_flat_text_that_lost_its_sub_rows_is_read_in_order_with_doubts() -> None:
    for written in (paper(t3__denied_third_party__natural="4", t3__denied_third_party__total="4"), old_paper()):
        recognised = read_text(without_sub_rows(written))
        report = recognised.report
        doubted = {doubt.where for doubt in recognised.doubts if REASON in doubt.reason}
        assert doubted == {f"t3.{row.id}" for row in written.form.table("t3").rows if row.id.startswith("denied_")}
        assert all(report.as_printed(cell).raw == raw for cell, raw in written.cells.items() if cell.startswith("t3."))


def test_a_grid_that_lost_its_sub_rows_is_read_in_order_with_doubts() -> None:
    written = paper(t3__denied_admin_query__natural="4", t3__denied_admin_query__total="4")
    rows = papers.grid(F2021.table("t3"), written.cells)
    lost = [
        [*row[:2], "", *row[3:]] if row[3:] and (row[2] or "")[:1].isdigit() and 7 <= at < 15 else row
        for at, row in enumerate(rows)
    ]
    recognised = recognise(Extract((Grid(tuple(map(tuple, lost)), "第 1 个表格"),)))
    assert [doubt.where for doubt in recognised.doubts if REASON in doubt.reason] == [
        f"t3.{row.id}" for row in F2021.table("t3").rows if row.id.startswith("denied_")
    ]
    assert recognised.report.as_printed(CellId("t3.denied_admin_query.natural")).raw == "4"
