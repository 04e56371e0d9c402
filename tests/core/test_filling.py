from core import edits
from core.cells import CellId
from core.filling import drawn_out, reach, spread, stretched
from core.form import F2021
from core.form.lattice import lattice
from core.report import Report

GRID = lattice(F2021.table("t3"))


def t3(name: str) -> CellId:
    return CellId(f"t3.{name}")


def names(cells: object) -> list[str]:
    return [cell.split(".", 1)[1] for cell in cells]  # type: ignore[attr-defined]  # any collection of cells


def test_filling_down_repeats_the_first_cell_of_each_column_but_in_sums() -> None:
    report = edits.set_cells(Report(), {t3("other_misc.natural"): "3", t3("other_misc.business"): "4"})
    chosen = GRID.between(t3("other_misc.natural"), t3("carried_forward.business"))
    assert spread(report, "t3", chosen, down=True) == {
        t3("carried_forward.natural"): "3",
        t3("carried_forward.business"): "4",
    }


def test_filling_right_of_a_single_cell_repeats_its_neighbour() -> None:
    report = edits.set_cell(Report(), t3("granted.natural"), "3")
    assert spread(report, "t3", (t3("granted.business"),), down=False) == {t3("granted.business"): "3"}
    assert spread(report, "t3", (t3("granted.natural"),), down=False) == {}


def test_a_corner_is_drawn_out_one_way_only_the_longer_one() -> None:
    source = (t3("granted.natural"),)
    assert names(stretched(GRID, source, t3("denied_state_secret.business"))) == [
        "partial.natural",
        "denied_state_secret.natural",
    ]
    assert names(stretched(GRID, source, t3("partial.legal_service")))[:2] == ["granted.business", "granted.research"]
    assert names(stretched(GRID, source, t3("carried_in.natural"))) == ["carried_in.natural"]
    assert stretched(GRID, source, t3("granted.natural")) == ()


def test_what_is_drawn_out_repeats_the_rectangle_and_passes_over_sums() -> None:
    report = edits.set_cells(Report(), {t3("other_unpaid_fee.natural"): "1", t3("other_misc.natural"): "2"})
    source = (t3("other_unpaid_fee.natural"), t3("other_misc.natural"))
    target = stretched(GRID, source, t3("carried_forward.natural"))
    assert drawn_out(report, "t3", source, target) == {t3("carried_forward.natural"): "2"}


def test_drawn_upwards_the_last_line_comes_first() -> None:
    report = edits.set_cells(Report(), {t3("granted.natural"): "1", t3("partial.natural"): "2"})
    source = (t3("granted.natural"), t3("partial.natural"))
    assert drawn_out(report, "t3", source, (t3("carried_in.natural"),)) == {t3("carried_in.natural"): "2"}


def test_a_double_click_reaches_as_far_as_the_column_beside_is_written() -> None:
    beside = {t3(f"{row}.natural"): "0" for row in ("partial", "denied_state_secret", "denied_law_forbidden")}
    report = edits.set_cells(Report(), {**beside, t3("granted.business"): "0"})
    assert names(reach(report, "t3", (t3("granted.business"),))) == [
        f"{row}.business" for row in ("partial", "denied_state_secret", "denied_law_forbidden")
    ]


def test_with_nothing_beside_it_reaches_to_the_end_of_the_printed_group() -> None:
    report = edits.set_cells(Report(), {t3("unable_not_held.natural"): "0"})
    assert names(reach(report, "t3", (t3("unable_not_held.natural"),))) == [
        "unable_needs_creation.natural",
        "unable_unclear.natural",
    ]


def test_a_double_click_overwrites_nothing_that_is_written() -> None:
    written = {t3("unable_not_held.natural"): "0", t3("unable_unclear.natural"): "4"}
    report = edits.set_cells(Report(), written)
    assert names(reach(report, "t3", (t3("unable_not_held.natural"),))) == ["unable_needs_creation.natural"]
    assert reach(report, "t3", (t3("unable_unclear.natural"),)) == ()
