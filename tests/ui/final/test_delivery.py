"""The files of a final report where the folder does not take them all: what is left to the clerk, and what stays."""

import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from core import handing_over
from core.handing_over import Handed
from core.importers import read
from core.proving import words_of
from tests.core.exporters.invented import needs_chinese_font
from tests.ui.final.conftest import dialog, finalise, only
from tests.ui.looking import child, click, words
from ui.final.dialog import FinalDialog
from ui.program import Program

FOLDER = "云泽市统计局2026年政府信息公开工作年度报告（定稿）"
STEM = FOLDER.removesuffix("（定稿）")


def written(folder: Path) -> list[str]:
    """What stands in the folder of the files, by the ends of the names."""
    return sorted(path.name.removeprefix(STEM) for path in folder.iterdir())


def told(shown: FinalDialog) -> str:
    return child(shown, QLabel, "writingSentence").text()


def wait(qtbot: QtBot, shown: FinalDialog) -> None:
    qtbot.waitUntil(lambda: not shown.is_writing, timeout=30_000)


def stuck(qtbot: QtBot, program: Program, folder: Path, *keys: str) -> FinalDialog:
    """Go through the dialog while a folder has the name of the Word file: that one cannot be written."""
    (folder / f"{STEM}.docx").mkdir(parents=True)
    shown = finalise(qtbot, program, *keys)
    click(qtbot, shown.conflict, "conflictOver")
    wait(qtbot, shown)
    return shown


@pytest.fixture
def choose(ready: Program) -> Callable[[Path | None], None]:
    """What the clerk will answer to the question where else."""

    def answer(folder: Path | None) -> None:
        ready.finalising.ask_folder = lambda *_: folder

    return answer


def test_what_failed_is_told_with_its_cause_and_the_rest_is_whole(qtbot: QtBot, ready: Program, tmp_path: Path) -> None:
    shown = stuck(qtbot, ready, tmp_path / FOLDER, "docx", "html")
    assert told(shown) == "已写出 1 份文件，没有写成：Word。"
    texts = words(shown.writing).splitlines()
    assert any("▲" in text and "同一位置已有同名的文件夹" in text for text in texts)
    assert any(text.startswith(f"✓ {STEM}.html") and "核对 200/200" in text for text in texts)
    assert written(tmp_path / FOLDER) == [".docx", ".html"]
    assert ready.session.is_frozen


@needs_chinese_font
def test_the_rest_is_written_again_and_the_check_sheet_then_tells_of_all(
    qtbot: QtBot, ready: Program, tmp_path: Path
) -> None:
    shown = stuck(qtbot, ready, tmp_path / FOLDER, "docx", "html", "checkSheet")
    (tmp_path / FOLDER / f"{STEM}.docx").rmdir()
    before = (tmp_path / FOLDER / f"{STEM}.html").stat().st_mtime_ns
    click(qtbot, shown, "writingAgain")
    wait(qtbot, shown)
    assert told(shown) == "已写出 3 份文件。"
    assert written(tmp_path / FOLDER) == [".docx", ".html", "校核单.pdf"]
    assert (tmp_path / FOLDER / f"{STEM}.html").stat().st_mtime_ns == before, "what was written stays as it is"
    sheet = "".join(words_of(read(tmp_path / FOLDER / f"{STEM}校核单.pdf")))
    assert f"{STEM}.docx" in sheet
    assert f"{STEM}.html" in sheet
    assert not child(shown, QPushButton, "writingElsewhere").isVisible()


def test_all_is_written_elsewhere_and_nothing_there_is_covered(
    qtbot: QtBot, ready: Program, tmp_path: Path, choose: Callable[[Path | None], None]
) -> None:
    other = tmp_path / "文档"
    (other / FOLDER).mkdir(parents=True)
    (other / FOLDER / f"{STEM}.html").write_text("去年的", encoding="utf-8")
    choose(other)
    shown = stuck(qtbot, ready, tmp_path / FOLDER, "docx", "html")
    click(qtbot, shown, "writingElsewhere")
    wait(qtbot, shown)
    assert told(shown) == "已写出 2 份文件。"
    assert written(other / f"{FOLDER}(2)") == [".docx", ".html"]
    assert (other / FOLDER / f"{STEM}.html").read_text(encoding="utf-8") == "去年的"
    assert "先前写成的 1 份" in child(shown, QLabel, "writingNotes").text()
    assert child(shown, QLabel, "writingPlace").text().replace("\u200b", "") == f"放在：{other / f'{FOLDER}(2)'}"
    shown.reject()
    assert not ready.notice.words()


def test_who_calls_the_other_folder_off_or_names_an_impossible_one_is_where_they_were(
    qtbot: QtBot, ready: Program, tmp_path: Path, choose: Callable[[Path | None], None]
) -> None:
    (tmp_path / "文件").write_text("x", encoding="utf-8")
    choose(None)
    shown = stuck(qtbot, ready, tmp_path / FOLDER, "docx", "html")
    click(qtbot, shown, "writingElsewhere")
    assert not shown.is_writing
    ready.finalising.act.delivery._ask = lambda *_: tmp_path / "文件"  # type: ignore[union-attr]  # the dialog is open
    click(qtbot, shown, "writingElsewhere")
    assert child(shown, QLabel, "finalFault").text().startswith("▲ “文件”是一个文件，不是文件夹。")
    assert told(shown) == "已写出 1 份文件，没有写成：Word。"
    click(qtbot, shown, "writingAgain")
    wait(qtbot, shown)
    assert not child(shown, QLabel, "finalFault").isVisible(), "it spoke of what was tried before"


def test_a_full_disk_leaves_nothing_half_written_and_closing_says_what_is_missing(
    qtbot: QtBot, ready: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = dialog(ready)
    only(shown, "docx", "html")
    real = os.fsync

    def full(handle: int) -> None:
        if ready.session.is_saved and ready.session.is_frozen:
            raise OSError(errno.ENOSPC, "no room")
        real(handle)

    monkeypatch.setattr("core.atomic.os.fsync", full)
    finalise(qtbot, ready, "docx", "html")
    assert told(shown) == "没有写出文件，没有写成：Word、网页。"
    assert not (tmp_path / FOLDER).exists()
    shown.reject()
    assert ready.session.is_frozen
    assert ready.notice.words().startswith("● 已定稿，但文件没有写全：还缺 Word、网页。")


def test_a_stick_that_is_pulled_after_the_first_file_is_noticed(
    qtbot: QtBot, ready: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick, real = tmp_path / "U盘", handing_over._written

    def pulled(*args: Any) -> Handed:
        done = real(*args)
        shutil.rmtree(stick)
        return done

    monkeypatch.setattr(handing_over, "_written", pulled)
    shown = dialog(ready)
    shown.choice.put_folder(stick / FOLDER)
    finalise(qtbot, ready, "html")
    assert told(shown) == "没有写出文件，没有写成：网页。"
    assert "又不见了，可能是U盘已拔出" in words(shown.writing)
    assert child(shown, QPushButton, "writingElsewhere").isVisible()
    assert ready.session.is_frozen
