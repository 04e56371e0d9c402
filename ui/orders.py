"""What is done where something is asked for on the last page."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from ui.wizard.export_choices import Order

if TYPE_CHECKING:
    from ui.program import Program


def obey(program: "Program", order: Order) -> None:
    """Do what was asked for."""
    deeds: dict[Order, Callable[[], object]] = {
        Order.PREVIEW: program.previewing.toggle_whole,
        Order.PRINT: program.printing.print_report,
        Order.FINAL: program.finalising.open,
        Order.COPY: program.exporting.copy_page,
        Order.CHECK_SHEET: program.exporting.export_check_sheet,
        Order.SIGN_SHEET: program.exporting.export_sign_sheet,
        Order.PICTURE: program.exporting.export_picture,
    }
    deeds[order]()
