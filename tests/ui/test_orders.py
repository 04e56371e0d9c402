"""What is asked for on the last page is done by whoever does it."""

import pytest

from ui.orders import obey
from ui.program import Program
from ui.wizard.export_choices import Order


@pytest.mark.parametrize(
    ("order", "part", "deed"),
    [
        (Order.PREVIEW, "previewing", "toggle_whole"),
        (Order.PRINT, "printing", "print_report"),
        (Order.FINAL, "finalising", "open"),
        (Order.COPY, "exporting", "copy_page"),
        (Order.CHECK_SHEET, "exporting", "export_check_sheet"),
        (Order.SIGN_SHEET, "exporting", "export_sign_sheet"),
        (Order.PICTURE, "exporting", "export_picture"),
    ],
)
def test_each_order_is_obeyed(
    program: Program, monkeypatch: pytest.MonkeyPatch, order: Order, part: str, deed: str
) -> None:
    done: list[Order] = []
    monkeypatch.setattr(getattr(program, part), deed, lambda: done.append(order))
    obey(program, order)
    assert done == [order]


def test_there_is_a_deed_for_every_order(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    program.filing.sample()
    asked: list[Order] = []
    monkeypatch.setattr("ui.program.obey", lambda _, order: asked.append(order))
    for order in Order:
        program.bench.asked.emit(order)
    assert asked == list(Order)
