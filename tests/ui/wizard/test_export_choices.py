"""The exports on the last page."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from tests.ui.looking import child, children, click, words
from ui.wizard.export_choices import ExportChoices


@pytest.fixture
def choices(qtbot: QtBot) -> ExportChoices:
    made = ExportChoices()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize("suffix", [".xlsx", ".pdf", ".docx", ".html"])
def test_each_format_has_its_button(qtbot: QtBot, choices: ExportChoices, suffix: str) -> None:
    with qtbot.waitSignal(choices.export_asked) as asked:
        click(qtbot, choices, f"export{suffix[1:].title()}")
    assert asked.args == [suffix]


def test_the_check_sheet_and_the_copy_have_theirs(qtbot: QtBot, choices: ExportChoices) -> None:
    for signal, name in ((choices.sheet_asked, "exportSheet"), (choices.copy_asked, "copyPage")):
        with qtbot.waitSignal(signal):
            click(qtbot, choices, name)


def test_no_second_order_is_taken_while_one_is_under_way(choices: ExportChoices) -> None:
    for busy in (True, False):
        choices.set_busy(busy=busy)
        assert all(each.isEnabled() is not busy for each in children(choices, QAbstractButton))


def test_a_result_is_told_with_its_proof_and_takes_the_place_of_the_last(
    qtbot: QtBot, choices: ExportChoices, tmp_path: Path
) -> None:
    choices.show_result(tmp_path / "甲.pdf", (), "核对 200/200，文字 9/9 段")
    assert child(choices, QLabel, "exportProof").text() == "✓ 写好后已读回核对 200/200，文字 9/9 段，与年报一致。"
    choices.show_result(tmp_path / "乙.pdf", ("还有没填的格。",))
    qtbot.waitUntil(lambda: "乙.pdf" in words(choices))
    assert "甲.pdf" not in words(choices)
    assert "注意：还有没填的格。" in words(choices)


def test_a_warning_that_says_nothing_takes_no_room(choices: ExportChoices) -> None:
    for said in ("导出的是草稿", ""):
        choices.warn(said)
        shown = [label.text() for label in children(choices, QLabel) if label.isVisible()]
        assert shown == [said] * bool(said)
