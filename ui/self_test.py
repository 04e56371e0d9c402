"""The self-test of the installed program: everything of `core.self_test`, then the window, the printer, the screen.

`nianbao --self-test 文件夹` leaves a verdict, pictures and files in the folder. The window is tried on this screen, and
once more by a second process that draws without one.
"""

import gc
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QElapsedTimer, qVersion
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from core import self_test as core_test
from core import steps
from core.isolation import desk
from core.isolation.process import command
from core.self_test import VERDICT, FailedError, Line, Trial
from core.storage.project import Project
from core.storage.recovery import RecoveryCopy
from ui import app
from ui.dialogs.files import Ask
from ui.main_window import MainWindow
from ui.memory import Memory
from ui.printing import PrinterAsk, Printing
from ui.program import Program
from ui.session import Session

SIZE = (1366, 768)
PATIENCE_MS = 30_000
CHILD_SECONDS = 120
WITHOUT_SCREEN = "offscreen"
_LEAST_COLOURS = 12
"""A window that was drawn has more; one that stayed empty has a few."""


def self_test(out: Path, *, only_window: bool = False) -> int:
    """Try everything, leave the verdict in `out`, and return 0 if all holds, else 1."""
    out.mkdir(parents=True, exist_ok=True)
    _mind_the_screen()
    lines: list[Line] = []
    if not only_window:
        _tell(lines, core_test.run(core_test.trials(out)))
        core_test.write(out, core_test.verdict(lines, finished=False))  # should the window take the process with it
    application = QApplication.instance()
    if application is None:
        app.listen_to_qt()
        application = app.build([])
    _tell(lines, core_test.run(trials(out, only_window=only_window)))
    desk.close()
    content = core_test.verdict(lines, **_surroundings())
    core_test.write(out, content)
    _say("全部通过。" if content["passed"] else "有没通过的，见上面的 ✗。")
    _say(f"结果在 {out / VERDICT}")
    return 0 if content["passed"] else 1


def trials(out: Path, *, only_window: bool) -> Iterator[Trial]:
    """Yield what needs a window, or what draws."""
    yield "窗口", partial(_window, out)
    yield "打印年报成 PDF", partial(_print, out / "打印.pdf", Printing.print_report)
    yield "打印校核单成 PDF", partial(_print, out / "打印 校核单.pdf", Printing.print_check_sheet)
    if not only_window and QApplication.platformName() != WITHOUT_SCREEN:
        yield "不用屏幕的窗口", partial(_without_screen, out / WITHOUT_SCREEN)


def _mind_the_screen() -> None:
    if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", WITHOUT_SCREEN)


def _surroundings() -> dict[str, Any]:
    screen = QApplication.primaryScreen()
    return {
        "qt": qVersion(),
        "platform": QApplication.platformName(),
        "screen": [screen.size().width(), screen.size().height()],
        "dots": round(screen.logicalDotsPerInch(), 1),
        "ratio": screen.devicePixelRatio(),
    }


# ---------------------------------------------------------------- the deeds


def _window(out: Path) -> str:
    """Open the sample in the real window, go through every step, and take two pictures."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        window = MainWindow()
        session = Session(RecoveryCopy(Path(home) / "recovery"))
        program = Program(window, session, Memory(Path(home) / "settings.json"), _nobody())
        try:
            window.resize(*SIZE)
            window.show()
            program.filing.open_path(core_test.shipped("*.nianbao"))
            _until(lambda: program.has_report and bool(program.session.report.unit), "示例没有打开")
            return _look(program, out)
        finally:
            window.close()
            _settle(100)


def _look(program: Program, out: Path) -> str:
    listed = steps.steps(program.session.report.form)
    for step in listed:
        program.bench.show_step(step.id)
        _settle(50)
    for name, step in (("window-table.png", listed[3]), ("window.png", listed[0])):
        program.bench.show_step(step.id)
        _settle(300)
        picture = program.window.grab()
        if not picture.save(str(out / name)):
            raise FailedError(f"截图没有存成 {name}")
        if (colours := _colours(picture.toImage())) < _LEAST_COLOURS:
            raise FailedError(f"窗口没有画出来，只有 {colours} 种颜色")
    return f"{len(listed)} 步都能打开，{program.window.width()}×{program.window.height()}"


def _print(file: Path, order: Callable[[Printing], None]) -> str:
    """Print as the window does, into a PDF; no printer of this machine is asked. Count the pages that came out."""
    file.unlink(missing_ok=True)
    gc.collect()  # what is left of a window before may not be taken down by the thread that prints
    announced, problems = list[int](), list[str]()

    def choose(_window: object, printer: QPrinter, pages: int, _has_current: bool) -> bool:  # noqa: FBT001 - as PrinterAsk
        announced.append(pages)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(file))
        return True

    window = MainWindow()
    session = Session(parent=window)
    try:
        session.start(Project(core_test.sample()))
        printing = Printing(session, window, lambda: -1, PrinterAsk(lambda: ["PDF"], choose))
        printing.failed.connect(lambda error: problems.append(str(error)))
        order(printing)
        _until(lambda: not printing.is_busy, "打印没有结束")
    finally:
        window.close()
    if problems or not file.is_file():
        raise FailedError("".join(problems) or "没有印出文件")
    if (printed := len(desk.page_sizes(file))) != announced[0]:
        raise FailedError(f"应有 {announced[0]} 页，印出 {printed} 页")
    return f"{printed} 页，{file.stat().st_size // 1024} KB"


def _without_screen(out: Path) -> str:
    """Have another process of this program try its window where there is no screen."""
    line = [*command()[:-1], "--self-test", str(out), "--only-window"]
    drawn = {**os.environ, "QT_QPA_PLATFORM": WITHOUT_SCREEN}
    done = subprocess.run(line, input=b"", capture_output=True, env=drawn, timeout=CHILD_SECONDS, check=False)  # noqa: S603  this program itself
    if not (out / VERDICT).is_file():
        last = done.stderr.decode("utf-8", "replace").strip().splitlines()[-1:]
        raise FailedError(f"没有结果，退出码 {done.returncode}。{''.join(last)}")
    told = json.loads((out / VERDICT).read_text("utf-8"))
    if told["platform"] != WITHOUT_SCREEN or not told["passed"]:
        failed = [line["name"] + "：" + line["said"] for line in told["lines"] if not line["passed"]]
        raise FailedError(f"{told['platform']}：{'；'.join(failed)}")
    return str(told["lines"][0]["said"])


# ---------------------------------------------------------------- hands, eyes and mouth


def _nobody() -> Ask:
    """Return one who answers no question: nothing is to be asked."""
    return Ask(lambda *_: None, lambda *_: None, lambda *_: False)


def _until(happened: Callable[[], bool], otherwise: str) -> None:
    passed = QElapsedTimer()
    passed.start()
    while not happened():
        if passed.elapsed() > PATIENCE_MS:
            raise FailedError(otherwise)
        _settle(10)


def _settle(milliseconds: int) -> None:
    passed = QElapsedTimer()
    passed.start()
    while passed.elapsed() < milliseconds:
        QApplication.processEvents()


def _colours(picture: QImage) -> int:
    """Return how many colours a coarse look at a picture finds."""
    across, down = max(picture.width() // 120, 1), max(picture.height() // 90, 1)
    return len(
        {picture.pixel(x, y) for x in range(0, picture.width(), across) for y in range(0, picture.height(), down)}
    )


def _tell(lines: list[Line], tried: Iterator[Line]) -> None:
    for line in tried:
        lines.append(line)
        _say(f"{'✓' if line.passed else '✗'} {line.name}　{line.said}")


def _say(words: str) -> None:
    if sys.stdout is not None:  # the program without a console has none
        print(words, flush=True)  # noqa: T201 - a command line speaks to its terminal
