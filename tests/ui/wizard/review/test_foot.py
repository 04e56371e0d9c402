"""The buttons below a reading."""

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.looking import child, click
from ui.filing import Intent
from ui.wizard.review.foot import ReviewFoot


def shown(qtbot: QtBot, intent: Intent, year: int | None = 2025) -> ReviewFoot:
    foot = ReviewFoot()
    qtbot.addWidget(foot)
    foot.show_intent(intent)
    foot.name(year)
    foot.show()
    return foot


@pytest.mark.parametrize(
    ("intent", "year", "words"),
    [
        (Intent.DRAFT, 2025, "生成 2026 年草稿(&G)"),
        (Intent.DRAFT, None, "生成本年草稿(&G)"),
        (Intent.ADOPT, 2025, "作为本年报告打开(&G)"),
        (Intent.ATTACH, 2025, "附上(&G)"),
    ],
)
def test_the_default_button_says_what_becomes_of_it(qtbot: QtBot, intent: Intent, year: int | None, words: str) -> None:
    foot = shown(qtbot, intent, year)
    assert child(foot, QPushButton, "reviewAccept").text() == words
    with qtbot.waitSignal(foot.accepted) as accepted:
        click(qtbot, foot, "reviewAccept")
    assert accepted.args == [intent]


@pytest.mark.parametrize(("intent", "other"), [(Intent.DRAFT, Intent.ADOPT), (Intent.ADOPT, Intent.DRAFT)])
def test_it_may_turn_out_to_be_the_other(qtbot: QtBot, intent: Intent, other: Intent) -> None:
    foot = shown(qtbot, intent)
    with qtbot.waitSignal(foot.accepted) as accepted:
        click(qtbot, foot, "reviewOther")
    assert accepted.args == [other]


def test_what_is_attached_can_be_nothing_else(qtbot: QtBot) -> None:
    assert not child(shown(qtbot, Intent.ATTACH), QPushButton, "reviewOther").isVisible()


def test_calling_off_what_was_answered_takes_two(qtbot: QtBot) -> None:
    foot = shown(qtbot, Intent.DRAFT)
    with qtbot.assertNotEmitted(foot.called_off):
        foot.call_off(is_touched=True)
    assert "再按一次 Esc" in child(foot, QLabel, "reviewNote").text()
    with qtbot.waitSignal(foot.called_off):
        foot.call_off(is_touched=True)
    foot.show_intent(Intent.DRAFT)
    with qtbot.waitSignal(foot.called_off):
        foot.call_off(is_touched=False)
