"""The exports on the last page."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from tests.ui.looking import child, children, click, words
from ui.wizard.export_choices import ExportChoices, Order


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


@pytest.mark.parametrize("order", list(Order))
def test_each_order_has_its_button(qtbot: QtBot, choices: ExportChoices, order: Order) -> None:
    with qtbot.waitSignal(choices.asked) as asked:
        click(qtbot, choices, order.value)
    assert asked.args == [order]


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


def test_a_draft_is_called_one_and_a_final_report_offers_its_files_once_more(choices: ExportChoices) -> None:
    final, warning = child(choices, QAbstractButton, "finalise"), child(choices, QLabel, "exportWarning")
    choices.tell_final(is_final=False)
    assert (final.text(), warning.isVisible()) == ("定稿(&D)…", True)
    assert "（草稿）" in warning.text()
    choices.tell_final(is_final=True)
    assert (final.text(), warning.isVisible()) == ("写出定稿的文件(&D)…", False)


def test_the_groups_stand_in_the_order_of_the_work(qtbot: QtBot, choices: ExportChoices) -> None:
    names = ("showPreview", "finalise", "exportPdf", "exportSheet")
    buttons = [child(choices, QAbstractButton, name) for name in names]
    qtbot.waitUntil(lambda: all(each.height() for each in buttons))
    assert [each.y() for each in buttons] == sorted({each.y() for each in buttons})
