"""What nobody caught."""

import logging
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.errors import UserError
from ui.faults import Faults, as_user_error


def test_a_fault_of_ours_becomes_one_sentence_with_the_place_of_the_log() -> None:
    told = as_user_error(ZeroDivisionError("x"), Path("家") / "nianbao.log")
    assert "没有丢" in told.message
    assert "nianbao.log" in told.hint
    assert "Zero" not in str(told)


def test_what_nobody_caught_is_logged_and_told(qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    faults = Faults(None)
    with qtbot.waitSignal(faults.caught) as caught, caplog.at_level(logging.CRITICAL):
        faults.take(KeyError, KeyError("甲"), None)
    assert "没有丢" in caught.args[0].message
    assert [record.levelname for record in caplog.records] == ["CRITICAL"]


def test_an_error_with_words_of_its_own_keeps_them(qtbot: QtBot) -> None:
    faults = Faults(None)
    with qtbot.waitSignal(faults.caught) as caught:
        faults.take(UserError, UserError("文件太大。", "换一份。"), None)
    assert str(caught.args[0]) == "文件太大。换一份。"
