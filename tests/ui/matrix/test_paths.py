from core.cells import CellId
from core.form import F2021
from core.form.lattice import lattice
from ui.matrix import paths

T2, T3, T4 = (lattice(F2021.table(name)) for name in ("t2", "t3", "t4"))


def t3(name: str) -> CellId:
    return CellId(f"t3.{name}")


def is_open(cell: CellId) -> bool:
    return not F2021.cells[cell].computed


def test_an_arrow_goes_to_the_neighbour_and_stops_at_the_edge() -> None:
    assert paths.beside(T3, t3("granted.natural"), 1, 0) == t3("partial.natural")
    assert paths.beside(T3, t3("granted.natural"), 0, -1) == t3("granted.natural")


def test_an_arrow_crosses_a_value_printed_wide_in_one_step() -> None:
    assert paths.beside(T2, CellId("t2.normative_docs.repealed"), 1, 0) == CellId("t2.licensing.decisions")
    assert paths.beside(T2, CellId("t2.licensing.decisions"), 0, 1) == CellId("t2.licensing.decisions")


def test_a_jump_stops_at_the_edge_of_the_group_and_then_enters_the_next() -> None:
    assert paths.jump(T3, t3("denied_law_forbidden.natural"), 1, 0) == t3("denied_admin_query.natural")
    assert paths.jump(T3, t3("denied_admin_query.natural"), 1, 0) == t3("unable_not_held.natural")
    assert paths.jump(T3, t3("granted.business"), 0, 1) == t3("granted.other_org")
    assert paths.jump(T3, t3("granted.natural"), 0, -1) == t3("granted.natural")


def test_enter_goes_down_over_the_locked_sum_and_on_to_the_next_column() -> None:
    order = paths.by_column(T3)
    assert paths.onward(order, is_open, t3("other_misc.natural"), 1) == t3("carried_forward.natural")
    assert paths.onward(order, is_open, t3("carried_forward.natural"), 1) == t3("new_requests.business")
    assert paths.onward(order, is_open, t3("new_requests.business"), -1) == t3("carried_forward.natural")


def test_tab_passes_over_the_total_to_the_next_line_and_stays_at_the_last_cell() -> None:
    order = paths.by_row(T3)
    assert paths.onward(order, is_open, t3("granted.other_org"), 1) == t3("partial.natural")
    assert paths.onward(order, is_open, t3("carried_forward.other_org"), 1) == t3("carried_forward.other_org")


def test_enter_in_the_single_line_of_table_4_goes_to_the_next_cell() -> None:
    assert paths.onward(paths.by_column(T4), is_open, CellId("t4.review.pending"), 1) == CellId(
        "t4.lawsuit_direct.upheld"
    )


def test_enter_reaches_each_value_of_table_2_once() -> None:
    assert sorted(paths.by_column(T2)) == sorted(cell.id for cell in F2021.table("t2").cells)


def test_enter_after_a_run_of_tab_returns_to_the_first_column_below() -> None:
    assert paths.returned(T3, is_open, t3("granted.research"), 0) == t3("partial.natural")
    assert paths.returned(T3, is_open, t3("other_misc.research"), 0) == t3("carried_forward.natural")


def test_pages_and_corners_stay_inside_the_table() -> None:
    assert paths.paged(T3, t3("new_requests.natural"), 40) == t3("carried_forward.natural")
    assert paths.paged(T3, t3("granted.natural"), -40) == t3("new_requests.natural")
    assert paths.row_end(T3, t3("granted.natural"), last=True) == t3("granted.total")
    assert paths.corner(T3, last=False) == t3("new_requests.natural")


def test_the_line_and_the_column_of_a_cell() -> None:
    assert len(paths.line_of(T3, t3("granted.natural"))) == 7
    assert len(paths.column_of(T3, t3("granted.natural"))) == 25
    assert CellId("t2.licensing.decisions") in paths.column_of(T2, CellId("t2.regulations.repealed"))


def test_a_page_across_ends_at_the_edge() -> None:
    assert paths.paged_across(T3, t3("granted.natural"), 3) == t3("granted.public_welfare")
    assert paths.paged_across(T3, t3("granted.business"), -9) == t3("granted.natural")


def test_the_block_of_a_cell_is_its_printed_group() -> None:
    assert len(paths.block_of(T3, t3("unable_unclear.total"))) == 21
    assert len(paths.block_of(T4, CellId("t4.lawsuit_direct.upheld"))) == 5


def test_terms_and_sums_follow_the_equations_that_fill_cells() -> None:
    table = F2021.table("t3")
    assert len(paths.terms_of(table, t3("total_handled.natural"))) == 21
    assert paths.terms_of(table, t3("granted.natural")) == ()
    assert paths.sums_over(table, t3("granted.natural")) == (t3("granted.total"), t3("total_handled.natural"))
