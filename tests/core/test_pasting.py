import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import edits
from core.cells import CellId
from core.clipboard import Block, read, write_text
from core.errors import UserError
from core.form import F2021
from core.form.lattice import lattice
from core.form.layout import Table
from core.pasting import Outcome, Paste, numbers_only, outcome, place
from core.report import Report

GRID = lattice(F2021.table("t3"))


def t3(name: str) -> CellId:
    return CellId(f"t3.{name}")


def test_one_value_goes_into_the_whole_selection() -> None:
    chosen = (t3("granted.natural"), t3("partial.business"), t3("granted.total"))
    landing = place(F2021, "t3", (("0",),), chosen)
    assert dict(landing.raws) == {t3("granted.natural"): "0", t3("partial.business"): "0"}
    assert dict(landing.locked) == {t3("granted.total"): "0"}


def test_a_block_is_repeated_only_where_it_fits_exactly() -> None:
    four = GRID.between(t3("new_requests.natural"), t3("unable_not_held.natural"))[:4]
    assert [*place(F2021, "t3", (("1",), ("2",)), four).raws.values()] == ["1", "2", "1", "2"]
    assert [*place(F2021, "t3", (("1",), ("2",), ("3",)), four).raws.values()] == ["1", "2", "3"]


def test_what_reaches_beyond_the_table_is_counted() -> None:
    landing = place(F2021, "t3", (("1", "2"), ("3", "")), (t3("carried_forward.other_org"),))
    assert (dict(landing.raws), dict(landing.locked)) == (
        {t3("carried_forward.other_org"): "1"},
        {t3("carried_forward.total"): "2"},
    )
    assert landing.clipped == 1


def test_sums_are_passed_over_and_the_lines_stay_aligned() -> None:
    block = tuple((str(i),) for i in range(4))
    landing = place(F2021, "t3", block, (t3("other_misc.natural"),))
    assert dict(landing.raws) == {t3("other_misc.natural"): "0", t3("carried_forward.natural"): "2"}
    assert dict(landing.locked) == {t3("total_handled.natural"): "1"}
    assert landing.clipped == 1


def test_a_value_printed_wide_takes_the_first_column_only() -> None:
    block: Block = (("1", "2", "3"), ("4", None, None), ("5", "", ""))
    landing = place(F2021, "t2", block, (CellId("t2.normative_docs.issued"),))
    assert landing.raws[CellId("t2.licensing.decisions")] == "4"
    assert landing.raws[CellId("t2.penalties.decisions")] == "5"
    assert landing.clipped == 0


def test_another_table_of_the_form_is_refused_with_the_place_where_it_belongs() -> None:
    block: Block = (("规章", "1", "2", "3"), ("行政许可", "4", "", ""), ("行政处罚", "5", "", ""))
    with pytest.raises(UserError, match=r"表二的内容.*主动公开政府信息情况") as raised:
        place(F2021, "t3", block, (t3("granted.natural"),))
    assert "没有粘贴" in raised.value.message


def test_the_outcome_counts_what_differs_was_tidied_or_is_no_number() -> None:
    block = (("１２", "3件", "1,234", "/", "无数", "0", "5"),)
    landing = place(F2021, "t3", block, (t3("granted.natural"),))
    after = edits.set_cells(Report(), landing.raws)
    assert outcome(after, landing) == Outcome(written=6, passed=1, differing=1, clipped=0, tidied=3, strange=2)


def test_a_total_that_agrees_is_passed_over_without_a_word() -> None:
    landing = place(F2021, "t3", (tuple("1000001"),), (t3("granted.natural"),))
    assert outcome(edits.set_cells(Report(), landing.raws), landing).differing == 0


def test_headings_decide_where_there_are_some() -> None:
    landing = place(F2021, "t3", (("（二）部分公开", *"1000001"),), (t3("granted.natural"),))
    assert landing.by_headings
    assert landing.raws[t3("partial.natural")] == "1"


def printed(table: Table, report: Report) -> str:
    """The printed table as a word processor would put it on the clipboard."""
    words = {label.span: label.text for label in table.labels}
    words |= {slot.span: report.entry(slot.cell).raw for slot in table.slots}
    lines = [
        "".join(
            f"<td rowspan={span.rows} colspan={span.columns}><p>{words[span]}</p></td>"
            for span in sorted(words, key=lambda span: span.column)
            if span.row == line
        )
        for line in range(table.grid_rows)
    ]
    return "<table>" + "".join(f"<tr>{line}</tr>" for line in lines) + "</table>"


@pytest.mark.parametrize("table_id", ["t2", "t3", "t4"])
@pytest.mark.parametrize("as_text", [False, True])
def test_the_whole_printed_table_lands_in_its_cells_wherever_it_is_pasted(table_id: str, as_text: bool) -> None:
    table = F2021.table(table_id)
    typed = [cell.id for cell in table.cells if not cell.computed]
    report = edits.set_cells(Report(), {cell: str(i) for i, cell in enumerate(typed)})
    block = read("", printed(table, report))
    if as_text:
        block = read(write_text(block))
    landing = place(F2021, table_id, block, (table.cells[-1].id,))
    assert edits.set_cells(Report(), landing.raws) == report
    assert (outcome(report, landing).differing, landing.clipped, landing.by_headings) == (0, 0, True)


@given(
    st.lists(st.lists(st.integers(0, 99).map(str), min_size=3, max_size=3), min_size=1, max_size=30),
    st.sampled_from(sorted(GRID.places)),
)
def test_every_value_is_written_passed_over_or_counted(rows: list[list[str]], cell: CellId) -> None:
    block = tuple(map(tuple, rows))
    landing: Paste = place(F2021, "t3", block, (cell,))
    assert len(landing.raws) + len(landing.locked) + landing.clipped == len(rows) * 3


def test_of_a_paste_only_the_numbers_can_be_kept() -> None:
    raws = {
        t3("granted.natural"): "4",
        t3("granted.business"): "/",
        t3("granted.research"): "",
        t3("partial.natural"): "3件",
    }
    kept = numbers_only(F2021, Paste(raws, {t3("granted.total"): "9"}, 2))
    assert kept == Paste({t3("granted.natural"): "4", t3("partial.natural"): "3件"}, {t3("granted.total"): "9"}, 2)
