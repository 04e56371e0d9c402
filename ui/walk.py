"""The main job on the sample without a display: the real window, real keys and clicks, a picture of every step.

For machines without a screen, and for us to look at what changed. What it does it tells in Chinese.
"""

import logging
import os
import sys
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from core.cells import CellId
from core.errors import UserError
from core.finding import Severity
from core.steps import steps
from ui import app
from ui.dialogs.files import Ask
from ui.filing import SAMPLES
from ui.main_window import MainWindow
from ui.memory import Memory
from ui.program import Program
from ui.session import Session

SIZE = (1366, 768)
PATIENCE_MS = 60_000
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
TYPED = CellId("t3.new_requests.natural")
MENDED = CellId("t3.granted.natural")


@dataclass
class Answers:
    """What is answered when the program asks for a file."""

    file: Path = field(default_factory=Path)

    def ask(self) -> Ask:
        return Ask(lambda *_: self.file, lambda *_: self.file, lambda *_: False)


def walk(out: Path) -> int:
    """Walk through the main job and leave pictures and the exported files in `out`; return the exit status."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    out.mkdir(parents=True, exist_ok=True)
    application = QApplication.instance()
    if application is None:
        app.listen_to_qt()
        logging.getLogger("qt").addHandler(logging.NullHandler())
        application = app.build([])
    with tempfile.TemporaryDirectory() as home:
        answers, window, memory = Answers(), MainWindow(), Memory(Path(home) / "settings.json")
        memory.change(guide_seen=True)  # the pages are looked at as they are every day
        program = Program(window, Session(), memory, answers.ask())
        window.resize(*SIZE)
        window.show()
        window.activateWindow()
        QTest.qWaitForWindowActive(window)
        walker = Walker(program, answers, out, application)
        try:
            walker.walk()
        except UserError as error:
            print(error, file=sys.stderr)  # noqa: T201 - a command line speaks to its terminal
            return 2
        finally:
            window.close()
    return 0


@dataclass(frozen=True)
class Walker:
    """The hands and eyes of the walk."""

    program: Program
    answers: Answers
    out: Path
    application: QObject

    def walk(self) -> None:
        self._see("start.png")
        self._look_over_doubts(_sample("*.docx"))
        self._begin_with_last_year(_sample("*.docx"))
        self._unbalance()
        self._mend()
        self._open_finished(_sample("*.nianbao"))
        self._look_at_every_step()
        self._look_at_the_pages()
        for suffix in (".xlsx", ".pdf", ".docx", ".html"):
            self._export(suffix, f"export{suffix[1:].title()}")
        self._see("exported.png")

    def _look_over_doubts(self, docx: Path) -> None:
        """Read the same report as pasted words, with two values made unsure and a row left out, and call it off."""
        self.program.filing.read_text(_blurred(docx))
        self._wait(lambda: self.program.is_reviewing)
        self._see("review-doubts.png")
        self._tell("同一份报告有拿不准的地方时，逐处核对：review-doubts.png")
        self._key(Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
        self._wait(lambda: not self.program.is_reviewing)

    def _begin_with_last_year(self, docx: Path) -> None:
        self.answers.file = docx
        self._click("startFromLastYear")
        self._wait(lambda: self.program.is_reviewing)
        self._see("review.png")
        self._click("reviewAccept")
        self._wait(lambda: self.program.has_report)
        report = self.program.session.report
        self._tell(f"从上年报告“{docx.name}”生成了 {report.unit} {report.year} 年草稿。")

    def _unbalance(self) -> None:
        self._key(Qt.Key.Key_4, ALT)
        self._click("fillRest")
        self._type(TYPED, "12")
        self._type(MENDED, "9")
        said = [finding for finding in self.program.session.verdict.findings if finding.severity is Severity.ERROR]
        if not said:
            raise UserError("填了不平的一列，却没有查出来。", "请把这句话转给维护人员。")
        self._see("unbalanced.png")
        self._tell(f"在表三填了不平的一列，查出：{said[0].message}")

    def _mend(self) -> None:
        self._key(Qt.Key.Key_8, ALT)
        self.program.session.settle()  # on a busy machine the findings of the last edit may yet move the lines
        findings = self.program.bench.panel.list
        place = findings.visualRect(findings.model().index(0, 0)).center()
        QTest.mouseClick(findings.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
        self._wait(lambda: self.program.bench.step.id == "s3")
        report = self.program.session.report
        carried = report.value(CellId("t3.carried_in.natural")) or 0
        self._type(MENDED, f"{12 + carried:f}" if carried else "12")
        self._see("mended.png")
        left = sum(finding.severity is Severity.ERROR for finding in self.program.session.verdict.findings)
        self._tell(f"点问题转到那一列，改平了；还有 {left} 处必须改。")

    def _open_finished(self, project: Path) -> None:
        self.answers.file = project
        self._key(Qt.Key.Key_W, CTRL)
        self._click("startSample")
        self._wait(lambda: self.program.has_report and self.program.session.report.unit != "")
        self._tell(f"打开了填好的示例“{project.name}”。")

    def _look_at_every_step(self) -> None:
        listed = steps(self.program.session.report.form)
        for number, step in enumerate(listed, start=1):
            self._key(getattr(Qt.Key, f"Key_{number}"), ALT)
            self._see(f"step-{number}.png")
            self._tell(f"第 {number} 步 {step.title}：step-{number}.png")

    def _look_at_the_pages(self) -> None:
        """Look at the true PDF, first by itself, then beside table 3, where a number leads from paper to its cell."""
        previewing = self.program.previewing
        self._key(Qt.Key.Key_P, CTRL | Qt.KeyboardModifier.ShiftModifier)
        self._wait(lambda: previewing.pane.is_fresh)
        self._see("preview.png")
        self._click("previewBeside")
        self._key(Qt.Key.Key_4, ALT)
        self.program.bench.go_to(TYPED)
        self._wait(lambda: previewing.pane.is_fresh)
        view = previewing.pane.view
        place = view.rect_of(MENDED).center().toPoint()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
        self._wait(lambda: self.program.session.view.cell == MENDED)
        self._see("preview-beside.png")
        previewing.leave()
        self._key(Qt.Key.Key_8, ALT)
        self._tell("看了打印预览，在版面上点一个数就到了那一格：preview.png、preview-beside.png")

    def _export(self, suffix: str, button: str) -> None:
        target = self.out / f"示例年报{suffix}"
        self.answers.file = target
        target.unlink(missing_ok=True)
        self._click(button)
        self._wait(lambda: not self.program.exporting.is_busy)
        if not target.is_file():
            raise UserError(self.program.notice.words() or f"“{target.name}”没有导出成功。", "")
        self._tell(f"导出了 {target.name}（{target.stat().st_size // 1024} KB）。")

    # ------------------------------------------------------------ hands and eyes

    def _click(self, name: str) -> None:
        found: Iterable[QPushButton] = self.program.window.findChildren(QPushButton, name)
        button = next((each for each in found if each.isVisible()), None)
        if button is None:
            raise UserError(f"没有找到按钮 {name}。", "请把这句话转给维护人员。")
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def _key(self, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.program.window, key, modifier)

    def _type(self, cell: CellId, keys: str) -> None:
        self.program.bench.page.editor.show_cell(cell)
        for letter in keys:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, Qt.Key.Key_0, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(QApplication.focusWidget() or self.program.window, event)
        self._key(Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
        self._wait(lambda: self.program.session.report.entry(cell).raw == keys)

    def _see(self, name: str) -> None:
        self._settle(150)
        self.program.window.grab().save(str(self.out / name))
        self.program.window.activateWindow()  # without a window manager a passing hint can take the keyboard away
        QTest.qWaitForWindowActive(self.program.window)

    def _settle(self, milliseconds: int) -> None:
        passed = QElapsedTimer()
        passed.start()
        while passed.elapsed() < milliseconds:
            QApplication.processEvents()

    def _wait(self, happened: Callable[[], bool]) -> None:
        passed = QElapsedTimer()
        passed.start()
        while not happened():
            if self.program.notice.words():
                raise UserError(self.program.notice.words(), "")
            if passed.elapsed() > PATIENCE_MS:
                raise UserError("等了一分钟没有结果。", "请把这句话转给维护人员。")
            self._settle(10)

    def _tell(self, words: str) -> None:
        print(words, flush=True)  # noqa: T201 - a command line speaks to its terminal


def _blurred(docx: Path) -> str:
    """Return the words of a report as somebody may have pasted them: unsure here and there."""
    from core.importers import read  # brings the readers along
    from core.importers.extract import Grid, Paragraph

    lines: list[str] = []
    for block in read(docx).blocks:
        if isinstance(block, Paragraph):
            lines.append(block.text)
        elif isinstance(block, Grid):
            lines += ["\t".join(cell or "" for cell in row) for row in block.rows]
    kept = [line for line in lines if "2.重复申请" not in line]
    blurred = {"一、本年新收": "约", "（一）予以公开": "？"}
    return "\n".join(
        _with_first_number(line, next((mark for label, mark in blurred.items() if label in line), "")) for line in kept
    )


def _with_first_number(line: str, mark: str) -> str:
    """Put a mark before the first number of a row of a table."""
    cells = line.split("\t")
    at = next((number for number, cell in enumerate(cells) if mark and cell.isdigit()), None)
    return line if at is None else "\t".join((*cells[:at], mark + cells[at], *cells[at + 1 :]))


def _sample(pattern: str) -> Path:
    found = sorted(SAMPLES.glob(pattern))
    if not found:
        raise UserError("程序里没有找到示例。", "可能安装不完整，请重新取一份程序。")
    return found[0]
