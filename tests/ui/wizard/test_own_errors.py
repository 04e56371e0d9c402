"""The sums that do not come out in a file."""

import pytest
from PySide6.QtWidgets import QListWidget, QToolButton
from pytestqt.qtbot import QtBot

from core.finding import Finding, Severity
from tests.ui.looking import child
from ui.wizard.own_errors import OwnErrors

WRONG = Finding("A03", Severity.ERROR, "“自然人”一列不平衡，差 1 件。")


@pytest.fixture
def errors(qtbot: QtBot) -> OwnErrors:
    errors = OwnErrors()
    qtbot.addWidget(errors)
    return errors


def test_they_are_counted_and_folded_away(errors: OwnErrors) -> None:
    errors.show_errors("上年", (WRONG, WRONG))
    assert errors.isVisible()
    fold, listed = child(errors, QToolButton, "btnOwnErrors"), child(errors, QListWidget, "ownErrors")
    assert "这份上年年报自己有 2 处勾稽不平" in fold.text()
    assert not listed.isVisible()
    fold.click()
    assert listed.isVisible()
    errors.fold()
    assert not listed.isVisible()


def test_a_list_that_is_told_again_holds_nothing_of_the_one_before(errors: OwnErrors) -> None:
    errors.show_errors("上年", (WRONG, WRONG))
    errors.show_errors("本年", (WRONG,))
    listed = child(errors, QListWidget, "ownErrors")
    assert [listed.item(row).text() for row in range(listed.count())] == [WRONG.message]
    assert child(errors, QToolButton, "btnOwnErrors").text().startswith("● 这份本年年报自己有 1 处")


def test_where_all_comes_out_nothing_shows(errors: OwnErrors) -> None:
    errors.show_errors("上年", (WRONG,))
    errors.show_errors("上年", ())
    assert not errors.isVisible()
