"""What was ordered in the printer's dialog."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QSizeF
from PySide6.QtGui import QPageLayout, QPageRanges, QPageSize
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from core.exporters.paper import MM, PAGE_HEIGHT, PAGE_WIDTH
from ui.printout.orders import is_smaller_than_a4, pages_to_print, placing, set_up, told


@pytest.fixture
def printer(qtbot: QtBot, tmp_path: Path) -> Iterator[QPrinter]:
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(tmp_path / "out.pdf"))
    set_up(made, "年报")
    yield made
    del made


def test_it_begins_with_a4_upright_and_the_whole_paper(printer: QPrinter) -> None:
    assert printer.pageLayout().pageSize().id() is QPageSize.PageSizeId.A4
    assert printer.pageLayout().orientation() is QPageLayout.Orientation.Portrait
    assert printer.fullPage()
    assert printer.docName() == "年报"


def test_all_pages_come_out_in_order(printer: QPrinter) -> None:
    assert pages_to_print(printer, 4) == [0, 1, 2, 3]
    assert told(printer, 4) == "共 4 页"


def test_a_range_of_pages_is_kept_to(printer: QPrinter) -> None:
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    assert pages_to_print(printer, 4) == [1, 2]
    printer.setPageRanges(QPageRanges.fromString("1,3-4,9"))
    assert pages_to_print(printer, 4) == [0, 2, 3]


def test_where_the_queue_picks_the_pages_it_gets_all_of_them(
    printer: QPrinter, monkeypatch: pytest.MonkeyPatch
) -> None:
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setPageRanges(QPageRanges.fromString("1,3-4"))

    class Engine:
        """As of a CUPS queue after several ranges were typed in its dialog."""

        @staticmethod
        def property(_key: object) -> list[str]:
            return ["job-priority", "50", "page-ranges", "1,3-4"]

    monkeypatch.setattr(QPrinter, "printEngine", lambda _: Engine)
    assert pages_to_print(printer, 4) == [0, 1, 2, 3]
    assert told(printer, 4) == "共 3 页"


def test_the_page_in_view_can_be_printed_alone(printer: QPrinter) -> None:
    printer.setPrintRange(QPrinter.PrintRange.CurrentPage)
    assert pages_to_print(printer, 4, 2) == [2]
    assert pages_to_print(printer, 4, -1) == [0]


def test_copies_are_made_here_where_the_printer_makes_none(printer: QPrinter) -> None:
    printer.setCopyCount(2)
    printer.setCollateCopies(True)
    assert pages_to_print(printer, 2) == [0, 1, 0, 1]
    printer.setCollateCopies(False)
    assert pages_to_print(printer, 2) == [0, 0, 1, 1]
    assert told(printer, 2) == "共 2 页，2 份"


def test_a_printer_that_lays_sheets_face_up_gets_the_last_page_first(printer: QPrinter) -> None:
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert pages_to_print(printer, 3) == [2, 1, 0]


def corners(printer: QPrinter) -> tuple[float, float, float, float]:
    """Left, upper, right and lower edge of a page on the paper, in millimetres."""
    way, dots = placing(printer), printer.resolution() / 25.4
    one, other = way.map(QPointF(0, PAGE_HEIGHT)), way.map(QPointF(PAGE_WIDTH, 0))
    return one.x() / dots, one.y() / dots, other.x() / dots, other.y() / dots


def test_on_a4_a_page_lies_edge_to_edge(printer: QPrinter) -> None:
    assert corners(printer) == pytest.approx((0, 0, 210, 297), abs=0.1)
    assert not is_smaller_than_a4(printer)


def test_on_larger_paper_a_page_keeps_its_size_in_the_middle(printer: QPrinter) -> None:
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A3))
    assert corners(printer) == pytest.approx((43.5, 61.5, 253.5, 358.5), abs=0.2)


def test_on_smaller_paper_a_page_is_made_smaller(printer: QPrinter) -> None:
    printer.setPageSize(QPageSize(QSizeF(105, 297), QPageSize.Unit.Millimeter))
    assert is_smaller_than_a4(printer)
    left, upper, right, lower = corners(printer)
    assert (right - left) / (lower - upper) == pytest.approx(210 / 297)
    assert left > -0.3 * MM
    assert right < 105 + 0.3 * MM
