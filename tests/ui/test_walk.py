"""The walk without a display."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ui import walk as module


def test_it_leaves_a_picture_of_every_step_and_all_files(
    qtbot: QtBot, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert module.walk(tmp_path / "走 一遍") == 0
    pictures = {file.name for file in (tmp_path / "走 一遍").glob("*.png")}
    assert {
        "start.png",
        "review.png",
        "review-doubts.png",
        "preview.png",
        "preview-beside.png",
        *(f"step-{number}.png" for number in range(1, 9)),
    } <= pictures
    assert (tmp_path / "走 一遍" / "示例年报.xlsx").read_bytes().startswith(b"PK")
    assert (tmp_path / "走 一遍" / "示例年报.pdf").read_bytes().startswith(b"%PDF")
    assert (tmp_path / "走 一遍" / "示例年报.docx").read_bytes().startswith(b"PK")
    assert "查出：" in capsys.readouterr().out


def test_a_missing_sample_is_told_in_one_sentence(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(module, "SAMPLES", tmp_path)
    assert module.walk(tmp_path / "out") == 2
    assert "没有找到示例" in capsys.readouterr().err
