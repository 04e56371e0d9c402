from core import edits
from core.cells import CellId
from core.form import F2021
from core.report import Report
from ui.matrix.equations import equations_for
from ui.matrix.traces import Trace, traces_for

T3 = F2021.table("t3")
COLUMN = {"new_requests": "12", "carried_in": "3", "granted": "14", "carried_forward": "1"}


def filled(**changes: str) -> Report:
    raws = {CellId(f"t3.{row}.natural"): raw for row, raw in {**COLUMN, **changes}.items()}
    return edits.fill_rest(edits.set_cells(Report(), raws), "t3")


def traced(report: Report, name: str) -> tuple[Trace, ...]:
    cell = CellId(f"t3.{name}")
    return traces_for(report, equations_for(T3, cell), cell)


def test_a_typed_cell_of_a_column_that_balances_has_none() -> None:
    assert traced(filled(), "granted.natural") == ()


def test_a_sum_is_tied_to_its_terms() -> None:
    (trace,) = traced(filled(), "granted.total")
    assert trace.right == (CellId("t3.granted.total"),)
    assert len(trace.left) == 6
    assert not trace.is_off


def test_the_sides_of_a_column_that_does_not_balance_are_tied_from_any_of_its_cells() -> None:
    (trace,) = traced(filled(granted="9"), "denied_state_secret.natural")
    assert trace.is_off
    assert trace.left == (CellId("t3.new_requests.natural"), CellId("t3.carried_in.natural"))
    assert trace.right == (CellId("t3.total_handled.natural"), CellId("t3.carried_forward.natural"))


def test_a_column_with_blanks_is_not_called_off() -> None:
    report = edits.clear(filled(granted="9"), [CellId("t3.carried_in.natural")])
    assert traced(report, "granted.natural") == ()
