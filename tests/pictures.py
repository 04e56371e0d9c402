"""Pictures of what the walk does not show: `python -m tests.pictures DIR`, in the real window, without a display.

A wrong number in a sentence with its mend, a reason being given, the rules, 校核单 and 审签单, the 图解, a paste before
it is done, last year's values, 定稿 and a final report, and the dark and the high-contrast window. With
QT_SCALE_FACTOR=1.25 the window has the same screen.
"""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pypdfium2
from PySide6.QtCore import QElapsedTimer, QMimeData
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from core import depicting, edits
from core.cells import CellId
from core.checks import catalogue
from core.exporters import Exported, export_check_sheet, export_sign_sheet
from core.exporters.check_number import check_number
from core.exporters.picture import page
from core.report import Report
from core.storage import project as storage
from core.storage.project import Project
from tests.ui.looking import child
from ui import app
from ui.dialogs.files import Ask
from ui.filing import SAMPLES
from ui.main_window import MainWindow
from ui.memory import Memory
from ui.program import Program
from ui.session import Session

SCREEN = (1366, 768)
CARRIED_OVER = {CellId("t3.carried_in.natural"): "4", CellId("t3.granted.natural"): "16"}
"""Two more than last year left over, and dealt with: the sums of this year hold."""

PASTED = "9\t4\n5\t1\n4\t3\n1\t0"
DARK = ("#2d2d2d", "#1e1e1e", "#f0f0f0")
BLACK = ("#000000", "#000000", "#ffffff")


class Pictures:
    """Takes them in turn, each from the finished sample."""

    def __init__(self, program: Program, out: Path) -> None:
        self._program, self._out = program, out
        self._sample = storage.load(next(SAMPLES.glob("*.nianbao")))[0]

    def take(self) -> None:
        """Leave the pictures in the folder."""
        turns: dict[str, Callable[[], QWidget]] = {
            "mend.png": self._mend,
            "reason.png": self._reason,
            "rules.png": self._rules,
            "picture-live.png": self._picture,
            "paste-preview.png": self._paste,
            "last-year.png": self._last_year,
            "finalise.png": self._finalise,
            "final.png": self._final,
        }
        for name, turn in turns.items():
            self._begin()
            self._keep(name, turn())
        for name, colours in (("dark.png", DARK), ("contrast.png", BLACK)):
            with _painted(*colours):
                self._begin()
                self._keep(name, self._reason())
        self._sheet("check-sheet.png", export_check_sheet, edits.set_cells(self._sample.report, CARRIED_OVER))
        self._sheet("sign-sheet.png", export_sign_sheet, _signed(self._sample.report))
        self._picture_page("picture.png")

    # ------------------------------------------------------------ one picture each

    def _mend(self) -> QWidget:
        """A number in a sentence that the table contradicts."""
        text = self._program.session.report.texts["s1"]
        forward = "{t3.carried_forward.total}"
        self._program.session.edit("改", edits.set_text, "s1", text.replace(forward, "9", 1))
        self._program.bench.next_finding()
        return self._program.window

    def _reason(self) -> QWidget:
        """A sum that differs from last year's, and why it may."""
        self._program.session.edit("改", edits.set_cells, CARRIED_OVER)
        self._program.bench.next_finding()
        field = child(self._program.window, QLineEdit, "fieldReason")
        field.setFocus()
        field.setText("2件随机构改革划入")
        return self._program.window

    def _rules(self) -> QWidget:
        self._program.ruling.show_rules("N01")
        return next(window for window in QApplication.topLevelWidgets() if window.windowTitle().startswith("审核规则"))

    def _paste(self) -> QWidget:
        self._program.bench.show_step("s3")
        data = QMimeData()
        data.setText(PASTED)
        QGuiApplication.clipboard().setMimeData(data)
        editor = self._program.bench.page.editor
        editor.show_cell(CellId("t3.new_requests.business"))
        editor.paste()
        return self._program.window

    def _last_year(self) -> QWidget:
        self._program.bench.show_step("s3")
        self._program.bench.page.editor.set_last_year_shown(True)
        return self._program.window

    def _picture(self) -> QWidget:
        """The 图解 in the window."""
        self._program.previewing.toggle_picture()
        self._settle_until(lambda: self._program.previewing.pane.is_fresh)
        return self._program.window

    def _picture_page(self, name: str) -> None:
        """The 图解 as it is written, smaller."""
        rgb, width, height = depicting.dots(page.compose(self._sample.report), 94)
        QImage(rgb, width, height, 3 * width, QImage.Format.Format_RGB888).save(str(self._out / name))

    def _finalise(self) -> QWidget:
        """What is asked for at the final act."""
        self._open(self._sample.report)
        self._program.finalising.open()
        act = self._program.finalising.act
        assert act is not None
        folder = act.dialog.choice.folder
        assert folder is not None
        act.dialog.choice.put_folder(Path("文档") / folder.name)  # not a place of this machine
        child(act.dialog, QLineEdit, "finalPerson").setText("苏禾")
        return act.dialog

    def _final(self) -> QWidget:
        """A final report: locked, with the way back."""
        report = self._sample.report
        day = "2027-01-18"  # that of its closing lines
        self._open(edits.finalise(report, "苏禾", day, check_number(report)))
        self._program.bench.show_step("finish")
        return self._program.window

    def _open(self, report: Report) -> None:
        """Lay a report on the desk as one that has a file."""
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "年报.nianbao"
            storage.save(path, Project(report), None)
            self._program.session.open(path)
        self._program.window.said.clear()
        self._program.show_bench()

    def _sheet(self, name: str, export: Callable[..., Exported], report: Report) -> None:
        """The first page of the 校核单 or the 审签单 as it is printed."""
        with tempfile.TemporaryDirectory() as folder:
            sheet = Path(folder) / "sheet.pdf"
            export(report, catalogue.run(report), sheet)
            with pypdfium2.PdfDocument(sheet) as document:
                document[0].render(scale=1.3).to_pil().save(self._out / name)

    # ------------------------------------------------------------ hands and eyes

    def _begin(self) -> None:
        self._program.session.start(Project(self._sample.report))
        self._program.show_bench()
        self._settle()

    def _keep(self, name: str, shown: QWidget) -> None:
        self._settle()
        shown.grab().save(str(self._out / name))
        if shown is not self._program.window:
            shown.close()

    def _settle_until(self, is_done: Callable[[], bool]) -> None:
        passed = QElapsedTimer()
        passed.start()
        while not is_done() and passed.elapsed() < 20_000:
            QApplication.processEvents()

    def _settle(self) -> None:
        passed = QElapsedTimer()
        passed.start()
        while passed.elapsed() < 300:
            QApplication.processEvents()


@contextmanager
def _painted(window: str, base: str, ink: str) -> Iterator[None]:
    """Give the program other colours, as a system that is dark or of high contrast does."""
    before = QApplication.palette()
    palette = QPalette(QColor(window))
    for role in (QPalette.ColorRole.Base, QPalette.ColorRole.Window):
        palette.setColor(role, QColor(base if role is QPalette.ColorRole.Base else window))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        palette.setColor(role, QColor(ink))
    QApplication.setPalette(palette)
    try:
        yield
    finally:
        QApplication.setPalette(before)


def _signed(report: Report) -> Report:
    """Return the report with the names of those who sign it, of the last one not yet."""
    for key, name in (("drafter", "陆某"), ("reviewer", "沈某"), ("deputy", "顾某")):
        report = edits.set_signer(report, key, name)
    return report


def take(out: Path) -> None:
    """Take all pictures in a window of its own."""
    out.mkdir(parents=True, exist_ok=True)
    if QApplication.instance() is None:
        app.build([])
    with tempfile.TemporaryDirectory() as home:
        memory = Memory(Path(home) / "settings.json")
        memory.change(guide_seen=True)
        window = MainWindow()
        program = Program(window, Session(), memory, Ask(*[lambda *_: None] * 3))
        scale = float(os.environ.get("QT_SCALE_FACTOR", "1"))
        window.resize(*(round(side / scale) for side in SCREEN))
        window.show()
        window.activateWindow()
        QTest.qWaitForWindowActive(window)
        try:
            Pictures(program, out).take()
        finally:
            QGuiApplication.clipboard().clear()  # without a display Qt falls over what Python still holds at the end
            program.session.close()
            window.deleteLater()
            QApplication.processEvents()


if __name__ == "__main__":
    take(Path(sys.argv[1]))
