"""The same pages through a real queue of the system: CUPS with its PDF printer, where this machine has one."""

import shutil
import subprocess
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from core.exporters.pdf import compose, printed
from tests.examples import TEXTS, filled
from tests.ui.printout.test_job import alike, pictures
from tests.ui.printout.test_painting import astray
from ui.printout.job import send
from ui.printout.orders import set_up

PATIENCE = 60
OUT = Path.home() / "PDF"
"""Where cups-pdf puts what was printed, unless somebody told it otherwise."""


def queue() -> str:
    """Return the name of a queue that prints into PDF files; nothing where there is none."""
    if shutil.which("lpstat") is None:
        return ""
    told = subprocess.run(["lpstat", "-v"], capture_output=True, text=True, check=False).stdout
    named = [line.split(":")[0].split()[-1] for line in told.splitlines() if "cups-pdf:/" in line]
    return named[0] if named else ""


def arrived(before: set[Path]) -> Path:
    """Return the file that the queue wrote, once it is whole."""
    until, size = time.monotonic() + PATIENCE, -1
    while time.monotonic() < until:
        fresh = set(OUT.glob("*.pdf")) - before
        now = sum(file.stat().st_size for file in fresh)
        if fresh and now == size > 0:
            return fresh.pop()
        size = now
        time.sleep(0.5)
    raise AssertionError("the queue wrote no file")


@pytest.mark.skipif(not queue(), reason="no CUPS queue that prints into PDF files")
def test_what_a_real_queue_prints_is_the_exported_pdf_within_a_fifth_of_a_millimetre(qtbot: QtBot) -> None:
    composed = compose(replace(filled({"t3.granted.natural": 1234567}), texts=dict(TEXTS)))
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPrinterName(queue())
    set_up(printer, "nianbao-test")
    before = set(OUT.glob("*.pdf"))
    assert send(composed, range(len(composed.pages)), printer, lambda *_: None, threading.Event())
    file = arrived(before)
    try:
        sheets, exported = pictures(file.read_bytes()), pictures(printed(composed))
        assert len(sheets) == len(exported)
        for ours, sheet in zip(exported, sheets, strict=True):
            theirs = alike(ours, sheet)
            assert astray(ours, theirs) == astray(theirs, ours) == 0
    finally:
        file.unlink()
