"""What of the old format goes over into the new one (domain.md C.4)."""

from core.form import F2019, F2021
from core.form.successor import CARRIED, LEFT


def test_every_old_cell_is_either_carried_or_named_with_a_reason() -> None:
    assert {*CARRIED, *LEFT} == set(F2019.cells)
    assert not {*CARRIED} & {*LEFT}


def test_what_is_carried_means_the_same_in_both_forms() -> None:
    for old, new in CARRIED.items():
        assert F2019.cells[old].row.id == F2021.cells[new].row.id
        assert F2019.cells[old].column.id == F2021.cells[new].column.id


def test_of_table_2_only_the_decisions_are_carried() -> None:
    assert [old for old in CARRIED if old.startswith("l2.")] == [
        "l2.licensing.decisions",
        "l2.penalties.decisions",
        "l2.coercion.decisions",
    ]


def test_documents_published_in_all_are_not_documents_in_force() -> None:
    assert "t2.regulations.in_force" not in CARRIED.values()
    assert "现行有效件数" in LEFT[next(cell for cell in LEFT if cell.endswith("published_total"))]


def test_the_one_row_of_other_ways_goes_into_none_of_the_three() -> None:
    assert [new for new in CARRIED.values() if new.startswith("t3.other_")] == []
    assert sum(cell.startswith("t3.other_all.") for cell in LEFT) == 7


def test_a_number_of_fees_is_no_amount_of_money() -> None:
    assert all("项目数" in why for cell, why in LEFT.items() if cell.startswith("l2.admin_fees."))
