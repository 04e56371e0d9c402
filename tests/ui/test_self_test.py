"""The self-test with its window, its printer and its second process."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from core import self_test as core_test
from core.errors import UserError
from core.exporters.marks import Composed
from core.isolation import desk
from core.self_test import FailedError
from ui import self_test
from ui.printing import Printing
from ui.printout import job


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("NIANBAO_HOME", str(tmp_path / "home"))
    yield
    desk.close()


@pytest.fixture
def verdict_of(qtbot: QtBot, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, dict[str, object], str]:
    """Exit status, verdict and what was said, of the window alone."""
    status = self_test.self_test(tmp_path / "自检 结果", only_window=True)
    return status, json.loads((tmp_path / "自检 结果" / core_test.VERDICT).read_text("utf-8")), capsys.readouterr().out


def test_the_window_is_drawn_every_step_opens_and_the_printer_prints(
    verdict_of: tuple[int, dict[str, object], str], tmp_path: Path
) -> None:
    status, verdict, said = verdict_of
    assert (status, verdict["passed"], verdict["platform"]) == (0, True, "offscreen")
    printed = ["✓ 打印年报成 PDF", "✓ 打印校核单成 PDF"]
    assert [line.partition("　")[0] for line in said.splitlines()[:3]] == ["✓ 窗口", *printed]
    assert QImage(str(tmp_path / "自检 结果" / "window.png")).width() >= self_test.SIZE[0]


def test_a_second_process_tries_its_window_without_a_screen(qtbot: QtBot, tmp_path: Path) -> None:
    name, deed = "不用屏幕的窗口", lambda: self_test._without_screen(tmp_path / "offscreen")
    (line,) = core_test.run([(name, deed)])
    assert line.passed, line.said
    assert (tmp_path / "offscreen" / "window-table.png").is_file()


def test_printing_goes_the_way_of_the_window_and_a_page_that_is_missing_is_found_out(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def forgets_the_last_page(composed: Composed, _pages: object, *rest: Any) -> bool:
        return send(composed, range(len(composed.pages) - 1), *rest)

    send = job.send
    monkeypatch.setattr(job, "send", forgets_the_last_page)
    with pytest.raises(FailedError, match=r"应有 (\d+) 页，印出 (?!\1)\d+ 页"):
        self_test._print(tmp_path / "打印.pdf", Printing.print_report)


def test_what_a_printer_says_against_it_is_told(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def refuse(*_: object) -> bool:
        raise UserError("打印机没有接受这次打印。", "请看。")

    monkeypatch.setattr(job, "send", refuse)
    with pytest.raises(FailedError, match="没有接受"):
        self_test._print(tmp_path / "打印.pdf", Printing.print_check_sheet)


def test_a_window_that_stayed_empty_is_found_out() -> None:
    empty = QImage(1366, 768, QImage.Format.Format_RGB32)
    empty.fill(QColor("white"))
    assert self_test._colours(empty) == 1


def test_what_never_happens_is_not_waited_for_without_end(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(self_test, "PATIENCE_MS", 20)
    with pytest.raises(FailedError, match="没有打开"):
        self_test._until(lambda: False, "没有打开")


def test_the_program_without_a_console_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout", None)
    self_test._say("没有人听")
