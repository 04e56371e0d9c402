"""Printing from the window: the dialog, what is sent, and what is said."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from core import edits
from core.errors import UserError
from core.exporters.marks import Composed
from core.exporters.pdf import compose
from core.storage.project import Project
from tests.examples import filled
from tests.ui.looking import click
from ui import printing as module
from ui.printing import PrinterAsk
from ui.program import Program


@dataclass
class System:
    """A system with one printer, which prints into a file."""

    file: Path
    names: list[str] = field(default_factory=lambda: ["办公室"])
    accepts: bool = True
    order: Callable[[QPrinter], object] = lambda _: None
    asked: list[tuple[int, bool]] = field(default_factory=list)
    looked: int = 0

    def ask(self) -> PrinterAsk:
        return PrinterAsk(self._names, self._choose)

    def _names(self) -> list[str]:
        self.looked += 1
        return self.names

    def _choose(self, _window: QWidget, printer: QPrinter, pages: int, has_current: bool) -> bool:
        self.asked.append((pages, has_current))
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.file))
        self.order(printer)
        return self.accepts


@pytest.fixture
def system(tmp_path: Path) -> System:
    return System(tmp_path / "printed.pdf")


@pytest.fixture
def program(program: Program, system: System) -> Program:
    program.session.start(Project(filled()))
    program.show_bench()
    program.printing._ask = system.ask()
    return program


def printed(qtbot: QtBot, program: Program) -> str:
    """Print, wait, and return what was said."""
    program.menus.actions["print"].trigger()
    qtbot.waitUntil(lambda: not program.printing.is_busy)
    return program.window.said.text()


def count(file: Path) -> int:
    with pypdfium2.PdfDocument(file) as document:
        return len(document)


def test_the_report_is_printed_as_the_dialog_says(qtbot: QtBot, program: Program, system: System) -> None:
    pages = len(compose(program.session.report).pages)
    assert printed(qtbot, program) == f"已送到打印机：共 {pages} 页"
    assert system.asked == [(pages, False)]
    assert count(system.file) == pages


def test_ctrl_p_prints(program: Program) -> None:
    assert [key.toString() for key in program.menus.actions["print"].shortcuts()] == ["Ctrl+P"]
    assert program.menus.actions["exportPdf"].shortcuts() == []


def test_no_printer_is_looked_for_before_somebody_prints(program: Program, system: System) -> None:
    program.menus.actions["preview"].trigger()
    assert system.looked == 0


def test_the_pages_that_were_chosen_are_printed(qtbot: QtBot, program: Program, system: System) -> None:
    def order(printer: QPrinter) -> None:
        printer.setPrintRange(QPrinter.PrintRange.PageRange)
        printer.setFromTo(1, 2)

    system.order = order
    assert printed(qtbot, program) == "已送到打印机：共 2 页"
    assert count(system.file) == 2


def test_from_the_preview_the_page_in_view_can_be_chosen(qtbot: QtBot, program: Program, system: System) -> None:
    program.menus.actions["preview"].trigger()
    qtbot.waitUntil(lambda: program.previewing.pane.is_fresh)
    system.order = lambda printer: printer.setPrintRange(QPrinter.PrintRange.CurrentPage)
    click(qtbot, program.previewing.pane, "previewPrint")
    qtbot.waitUntil(lambda: not program.printing.is_busy)
    assert system.asked[0][1]
    assert count(system.file) == 1


def test_who_calls_the_dialog_off_prints_nothing(qtbot: QtBot, program: Program, system: System) -> None:
    system.accepts = False
    printed(qtbot, program)
    assert not system.file.exists()
    assert program.window.said.text() == ""


@pytest.fixture
def nothing_to_print_on(program: Program, system: System, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A machine without a printer; the titles of the dialogs that ask for a file instead."""
    system.names = []
    asked: list[str] = []
    monkeypatch.setattr(program.exporting, "_write", lambda title, *_: asked.append(title))
    return asked


def test_without_a_printer_a_pdf_is_offered(
    qtbot: QtBot, program: Program, system: System, monkeypatch: pytest.MonkeyPatch
) -> None:
    system.names = []
    asked: list[str] = []
    monkeypatch.setattr(program.exporting, "export", asked.append)
    program.menus.actions["print"].trigger()
    assert program.notice.words() == "▲ 这台电脑上没有安装打印机。可以先导出 PDF，拿到能打印的电脑上打印。"
    click(qtbot, program.notice, "noticeRemedy")
    assert asked == [".pdf"]
    assert system.asked == []


@pytest.mark.parametrize(
    ("actions", "wanted"),
    [
        ("preview print", "导出 PDF，末页附图解"),
        ("picture print", "导出图解"),
        ("print", "导出"),
        ("printSheet", "导出校核单"),
        ("preview printSign", "导出审签单"),
    ],
)
def test_without_a_printer_a_file_of_what_was_to_be_printed_is_offered(
    qtbot: QtBot, program: Program, nothing_to_print_on: list[str], actions: str, wanted: str
) -> None:
    program.memory.change(picture_appended=True)
    for action in actions.split():
        program.menus.actions[action].trigger()
    click(qtbot, program.notice, "noticeRemedy")
    assert nothing_to_print_on == [wanted]


def test_a_second_order_waits(qtbot: QtBot, program: Program) -> None:
    program.menus.actions["print"].trigger()
    program.menus.actions["print"].trigger()
    assert program.window.said.text() == "上一份还在打印，请稍等。"
    qtbot.waitUntil(lambda: not program.printing.is_busy)


def test_a_printer_that_fails_is_told(qtbot: QtBot, program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> bool:
        raise UserError("打印机没有接受这次打印。", "请看打印机。")

    monkeypatch.setattr("ui.printout.job.send", fail)
    printed(qtbot, program)
    assert program.notice.words() == "▲ 打印机没有接受这次打印。请看打印机。"


def test_a_long_job_tells_how_far_it_is_and_can_be_called_off(
    qtbot: QtBot, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    let_go = threading.Event()

    def slow(
        _c: Composed, _p: object, _r: object, told: Callable[[int, int], None], called_off: threading.Event
    ) -> bool:
        told(2, 7)
        called_off.wait(10)
        let_go.set()
        return False

    monkeypatch.setattr("ui.printout.job.send", slow)
    program.menus.actions["print"].trigger()
    qtbot.waitUntil(program.telling.busy.isVisible)
    assert program.telling.busy._words.text() == "正在打印第 2 页，共 7 页…"
    click(qtbot, program.telling.busy, "busyCancel")
    assert let_go.wait(5)
    assert program.window.said.text() == "打印已取消；已经送出的页可能还会印出来。"
    assert not program.printing.is_busy


def test_paper_smaller_than_a4_is_told(qtbot: QtBot, program: Program, system: System) -> None:
    system.order = lambda printer: printer.setPageSize(QPageSize(QPageSize.PageSizeId.A5))
    assert printed(qtbot, program).endswith("选的纸比 A4 小，版面已按纸张缩小")


def test_anything_that_was_composed_goes_out_by_the_same_door(qtbot: QtBot, program: Program, system: System) -> None:
    program.printing.print(lambda: compose(filled({"t3.granted.natural": 5})))
    qtbot.waitUntil(lambda: not program.printing.is_busy)
    assert count(system.file) >= 3


def test_the_real_dialog_knows_pages_and_paper(qtbot: QtBot, program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[tuple[int, int, bool]] = []

    def accept(dialog: QPrintDialog) -> int:
        current = QPrintDialog.PrintDialogOption.PrintCurrentPage
        seen.append((dialog.minPage(), dialog.maxPage(), dialog.testOption(current)))
        return int(QPrintDialog.DialogCode.Rejected)

    monkeypatch.setattr(QPrintDialog, "exec", accept)
    assert not module._choose(program.window, QPrinter(), 5, True)
    assert seen == [(1, 5, True)]
    assert isinstance(module._names(), list)


def test_what_is_looked_at_is_printed_be_it_the_picture_of_the_year(
    qtbot: QtBot, program: Program, system: System
) -> None:
    program.menus.actions["picture"].trigger()
    qtbot.waitUntil(lambda: program.previewing.pane.is_fresh)
    assert printed(qtbot, program) == "已送到打印机：共 1 页"
    assert system.asked == [(1, True)]
    assert count(system.file) == 1
    program.previewing.leave()
    printed(qtbot, program)
    assert count(system.file) > 1


@pytest.mark.parametrize("action", ["printSheet", "printSign"])
def test_the_sheets_that_are_signed_are_printed_from_the_menu(
    qtbot: QtBot, program: Program, system: System, action: str
) -> None:
    program.menus.actions[action].trigger()
    qtbot.waitUntil(lambda: not program.printing.is_busy)
    assert count(system.file) >= 1
    assert program.window.said.text().startswith("已送到打印机")


def test_a_final_report_that_was_changed_elsewhere_is_not_printed(program: Program, system: System) -> None:
    program.session.start(Project(edits.finalise(filled(), "苏禾", "2025-01-20", "3F7K-9Q2M")))
    program.show_bench()
    program.menus.actions["print"].trigger()
    assert not program.printing.is_busy
    assert program.notice.words().startswith("▲ 没有打印：定稿以后内容在别处被改过：定稿时校验号 3F7K-9Q2M")
    assert system.looked == 0
