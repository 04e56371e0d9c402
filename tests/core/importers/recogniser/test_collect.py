"""One reading for each row, and doubts wherever a person must look."""

from collections.abc import Sequence

from core.cells import CellId
from core.form import F2021
from core.importers.extract import UNCOMPUTED
from core.importers.recogniser.collect import Doubt, Tables, collect
from core.importers.recogniser.readings import Reading

_HEADS = {table.id: {column.id for column in table.columns} for table in F2021.tables}


def row(name: str, *values: str, at: int = 0, reason: str = "") -> Reading:
    columns = [c.column.id for c in F2021.cells.values() if c.row.id == name]
    return Reading(dict(zip(columns, values, strict=False)), reason=reason).named("t3", name, at)


def judged(*readings: Reading, heads: dict[str, set[str]] | None = None) -> Tables:
    return collect(readings, _HEADS if heads is None else heads, set(), ())


def about(tables: Tables, where: str) -> Sequence[Doubt]:
    return [doubt for doubt in tables.doubts if doubt.where == where]


def test_typed_cells_and_printed_totals_are_kept_apart() -> None:
    tables = judged(row("granted", "2", "", "0", "0", "0", "0", "2"))
    assert tables.typed[CellId("t3.granted.natural")].value == 2
    assert tables.typed[CellId("t3.granted.business")].value is None
    assert tables.printed[CellId("t3.granted.total")].value == 2
    assert tables.found == {"t3"}
    assert tables.rows == {"t3.granted"}


def test_a_total_without_a_stored_result_is_left_to_be_computed() -> None:
    tables = judged(row("granted", *["1"] * 6, UNCOMPUTED))
    assert CellId("t3.granted.total") not in tables.printed
    assert about(tables, "t3.granted.total") == []


def test_a_typed_cell_that_is_a_formula_without_a_result_is_doubted() -> None:
    tables = judged(row("granted", UNCOMPUTED, *["1"] * 6))
    assert tables.typed[CellId("t3.granted.natural")].value is None
    assert [doubt.raw for doubt in about(tables, "t3.granted.natural")] == ["公式"]


def test_words_that_are_no_number_are_kept_and_doubted() -> None:
    tables = judged(row("granted", "4 4", *["0"] * 6))
    assert tables.typed[CellId("t3.granted.natural")].raw == "4 4"
    assert len(about(tables, "t3.granted.natural")) == 1


def test_marks_for_nothing_are_kept_without_a_doubt() -> None:
    tables = judged(row("granted", "/", "-", *["0"] * 5))
    assert tables.typed[CellId("t3.granted.natural")].raw == "/"
    assert about(tables, "t3.granted.natural") == []


def test_an_amount_counted_in_pieces_is_read_and_doubted() -> None:
    tables = judged(Reading({"amount_wan": "316件"}).named("t2", "admin_fees", 0))
    assert tables.typed[CellId("t2.admin_fees.amount_wan")].value == 316
    assert len(about(tables, "t2.admin_fees.amount_wan")) == 1


def test_the_fuller_of_two_tables_counts_and_a_lonely_row_is_a_decoy() -> None:
    decoy = row("new_requests", "9999", at=1, reason="对不上列")
    tables = judged(decoy, row("new_requests", *["1"] * 7, at=5), row("carried_in", *["0"] * 7, at=6))
    assert tables.typed[CellId("t3.new_requests.natural")].value == 1
    assert about(tables, "t3.new_requests") == []


def test_two_tables_that_differ_are_doubted_where_they_do() -> None:
    tables = judged(
        row("new_requests", *["1"] * 7, at=1),
        row("carried_in", *["0"] * 7, at=2),
        row("new_requests", *["2"] * 7, at=8),
        row("carried_in", *["0"] * 7, at=9),
    )
    assert len(about(tables, "t3.new_requests")) == 1
    assert about(tables, "t3.carried_in") == []


def test_a_table_in_two_parts_is_one() -> None:
    tables = judged(row("new_requests", *["1"] * 7, at=1), row("carried_forward", *["0"] * 7, at=40))
    assert tables.rows == {"t3.new_requests", "t3.carried_forward"}


def test_rows_and_tables_that_are_not_there_are_named() -> None:
    tables = judged(row("granted", *["0"] * 7))
    assert "（二）部分公开" in about(tables, "t3.partial")[0].reason
    assert "表二" in about(tables, "t2")[0].reason
    assert about(tables, "t4")


def test_columns_without_heads_are_doubted() -> None:
    tables = judged(row("granted", *["0"] * 7), heads={"t2": set(), "t3": set(), "t4": set()})
    assert "没有找到列名" in about(tables, "t3")[0].reason


def test_a_single_row_of_other_results_is_kept_but_fits_no_cell() -> None:
    tables = judged(row("granted", *["0"] * 7), Reading({"natural": "3", "total": "3"}).named("t3", "other_all", 1))
    assert tables.extra[CellId("t3.other_all.natural")].value == 3
    assert not any(cell.startswith("t3.other_misc") for cell in tables.typed)
    assert about(tables, "t3.other_all")
    assert about(tables, "t3.other_misc") == []


def test_rows_that_the_form_does_not_know_are_named_and_left() -> None:
    tables = collect([row("granted", *["0"] * 7)], _HEADS, set(), [("t2", ("其他主动公开文件", "3"), "第 1 个表格")])
    doubts = about(tables, "file")
    assert [doubt.raw for doubt in doubts] == ["其他主动公开文件 3"]
    assert "第 1 个表格" in doubts[0].reason
