"""A whole table three typed with nothing but the number pad, NumLock on and off; in a real window in tests/ime."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from core import edits
from core.cells import CellId
from core.report import Report
from tests.ui.matrix.conftest import Desk, Open

Key = Qt.Key
PAD = Qt.KeyboardModifier.KeypadModifier
ENTER = Key.Key_Enter

NUMBERS = {
    "new_requests.natural": "12",
    "new_requests.business": "3",
    "carried_in.natural": "2",
    "granted.natural": "8",
    "granted.business": "3",
    "unable_not_held.natural": "5",
    "carried_forward.natural": "1",
}


def pad(d: Desk, *keys: Key | str) -> None:
    """Press keys of the number pad; a string is typed figure by figure."""
    d.press(*keys, held=PAD)


def test_table_three_is_filled_by_figures_and_enter_alone(desk: Open) -> None:
    d = desk()
    cells = [cell for cell in d.view.grid.places if d.view.is_open(cell)]
    by_column = sorted(cells, key=lambda cell: d.view.grid.places[cell][1])
    assert d.view.current == by_column[0]
    for cell in by_column:
        assert d.view.current == cell  # Enter has come to the next open one, past every sum
        pad(d, NUMBERS.get(cell.removeprefix("t3."), "0"), ENTER)
    report = d.session.report
    truth = edits.set_cells(Report(), {CellId(f"t3.{name}"): raw for name, raw in NUMBERS.items()})
    assert report.entries == edits.fill_rest(truth, "t3").entries
    assert report.value(CellId("t3.total_handled.total")) == 16
    assert edits.empty_cells(report, "t3") == ()


def test_without_num_lock_the_pad_goes_about(desk: Open) -> None:
    d = desk()
    pad(d, Key.Key_Down, Key.Key_Down, Key.Key_Right)
    assert d.at == "granted.business"
    pad(d, Key.Key_End)
    assert d.at == "granted.total"
    pad(d, Key.Key_Home, Key.Key_Up, Key.Key_Left)
    assert d.at == "carried_in.natural"
    pad(d, Key.Key_PageDown)
    assert d.view.grid.places[d.view.current][0] > 5
    d.press(Key.Key_Home, held=PAD | Qt.KeyboardModifier.ControlModifier)
    assert d.at == "new_requests.natural"


def test_arrows_of_the_pad_keep_what_is_being_typed(desk: Open) -> None:
    d = desk()
    pad(d, "7", Key.Key_Right, "8", Key.Key_Down)
    assert (d.raw("new_requests.natural"), d.raw("new_requests.business"), d.at) == ("7", "8", "carried_in.business")


def test_delete_of_the_pad_clears_and_its_middle_and_insert_do_nothing(desk: Open) -> None:
    d = desk(cells={"granted.natural": "5", "partial.natural": "6"})
    d.go("granted.natural")
    pad(d, Key.Key_Clear, Key.Key_Insert)
    assert d.raw("granted.natural") == "5"
    assert d.view.editor() is None
    pad(d, Key.Key_Delete)
    assert (d.raw("granted.natural"), d.raw("partial.natural")) == ("", "6")


@pytest.mark.parametrize(
    ("typed", "kept"), [("+12+5", "17"), ("+5", "5"), ("-3", "-3"), ("-", "-"), ("12+5", "12+5"), ("1.5", "1.5")]
)
def test_signs_of_the_pad_mean_what_they_mean_in_a_spreadsheet(desk: Open, typed: str, kept: str) -> None:
    d = desk()
    pad(d, typed, ENTER)
    assert d.raw("new_requests.natural") == kept


def test_a_sum_typed_with_ctrl_enter_goes_into_every_selected_cell(desk: Open) -> None:
    d = desk()
    d.press(Key.Key_Down, held=Qt.KeyboardModifier.ShiftModifier)
    pad(d, "+2+3")
    d.press(ENTER, held=PAD | Qt.KeyboardModifier.ControlModifier)
    assert (d.raw("new_requests.natural"), d.raw("carried_in.natural")) == ("5", "5")


def test_money_is_typed_with_the_point_of_the_pad(desk: Open) -> None:
    d = desk("t2")
    d.go("admin_fees.amount_wan")
    pad(d, "3.25", ENTER)
    assert d.raw("admin_fees.amount_wan") == "3.25"


def test_shift_and_enter_of_the_pad_go_up(desk: Open) -> None:
    d = desk()
    pad(d, "1", ENTER)
    QTest.keyClick(d.view, ENTER, PAD | Qt.KeyboardModifier.ShiftModifier)
    assert d.at == "new_requests.natural"
