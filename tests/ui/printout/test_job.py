"""What the printer gets, compared with the exported PDF page by page."""

import threading
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from core.errors import UserError
from core.exporters.marks import Composed
from core.exporters.pdf import compose, printed
from core.report import Final
from tests.examples import TEXTS, filled
from tests.ui.printout.test_painting import astray
from ui.printout.job import send
from ui.printout.orders import set_up

REPORT = replace(filled({"t3.granted.natural": 1234567}), texts=dict(TEXTS))
DOTS = 127
"""Dots an inch: one is 0.2 mm."""


def to_pdf(composed: Composed, file: Path, pages: Sequence[int]) -> bool:
    """Print through Qt's own PDF printer."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    set_up(printer, composed.title)
    return send(composed, pages, printer, lambda *_: None, threading.Event())


def pictures(data: bytes) -> list[Image.Image]:
    with pypdfium2.PdfDocument(data) as document:
        return [page.render(scale=DOTS / 72).to_pil().convert("L") for page in document]


def alike(one: Image.Image, other: Image.Image) -> Image.Image:
    """Return the second picture as large as the first: Qt's A4 is 595 x 842 points, ours 595.28 x 841.89."""
    fitted = Image.new("L", one.size, 255)
    fitted.paste(other, (0, 0))
    return fitted


@pytest.mark.parametrize("is_final", [False, True])
def test_what_is_printed_is_the_exported_pdf_within_a_fifth_of_a_millimetre(
    qtbot: QtBot, tmp_path: Path, is_final: bool
) -> None:
    report = replace(REPORT, final=Final("林青", "2025-01-20", "") if is_final else None)
    composed = compose(report)
    assert to_pdf(composed, tmp_path / "printed.pdf", range(len(composed.pages)))
    exported, printed_out = pictures(printed(composed)), pictures((tmp_path / "printed.pdf").read_bytes())
    assert len(exported) == len(printed_out) >= 4
    for ours, theirs in zip(exported, printed_out, strict=True):
        theirs_fitted = alike(ours, theirs)
        assert astray(ours, theirs_fitted) == 0
        assert astray(theirs_fitted, ours) == 0


def test_the_paper_is_a4_and_its_words_are_outlines(qtbot: QtBot, tmp_path: Path) -> None:
    assert to_pdf(compose(REPORT), tmp_path / "printed.pdf", [0])
    with pypdfium2.PdfDocument(tmp_path / "printed.pdf") as document:
        assert document[0].get_size() == pytest.approx((595.28, 841.89), abs=0.3)
        assert document[0].get_textpage().get_text_bounded() == ""  # no font of the printer's can spoil it


def test_only_the_pages_that_were_ordered_come_out_in_their_order(qtbot: QtBot, tmp_path: Path) -> None:
    composed = compose(REPORT)
    assert to_pdf(composed, tmp_path / "printed.pdf", [2, 0])
    exported, printed_out = pictures(printed(composed)), pictures((tmp_path / "printed.pdf").read_bytes())
    assert len(printed_out) == 2
    assert astray(exported[2], alike(exported[2], printed_out[0])) == 0
    assert astray(exported[0], alike(exported[0], printed_out[1])) == 0


def test_each_page_is_told_before_it_is_printed(qtbot: QtBot, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    set_up(printer, "年报")
    assert send(compose(REPORT), [0, 1], printer, lambda *page: told.append(page), threading.Event())
    assert told == [(1, 2), (2, 2)]


def test_a_job_that_is_called_off_stops_at_the_next_page(qtbot: QtBot, tmp_path: Path) -> None:
    called_off, told = threading.Event(), list[int]()
    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    set_up(printer, "年报")

    def tell(page: int, _pages: int) -> None:
        told.append(page)
        called_off.set()

    assert not send(compose(REPORT), [0, 1, 2], printer, tell, called_off)
    assert told == [1]


@pytest.mark.qt_log_ignore("Returned false")
def test_a_printer_that_takes_nothing_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "no folder" / "printed.pdf"))
    set_up(printer, "年报")
    with pytest.raises(UserError, match="没有接受这次打印"):
        send(compose(REPORT), [0], printer, lambda *_: None, threading.Event())
