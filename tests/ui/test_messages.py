"""What went wrong, said in the window."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from core.errors import UserError
from tests.ui.looking import child, click
from ui.messages import Notice


def shown_notice(qtbot: QtBot) -> Notice:
    notice = Notice()
    qtbot.addWidget(notice)
    return notice


def test_a_notice_tells_cause_and_next_step_until_it_is_read(qtbot: QtBot) -> None:
    notice = shown_notice(qtbot)
    assert notice.words() == ""
    notice.show_error(UserError("磁盘已满。", "请另存到别的磁盘。"))
    assert notice.words() == "▲ 磁盘已满。请另存到别的磁盘。"
    assert notice.accessibleName() == notice.words()
    click(qtbot, notice, "noticeClose")
    assert notice.words() == ""


def test_a_notice_can_offer_the_remedy(qtbot: QtBot) -> None:
    notice = shown_notice(qtbot)
    done: list[str] = []
    notice.show_error(UserError("写不进去。", "请换个地方。"), "另存为…", lambda: done.append("saved"))
    click(qtbot, notice, "noticeRemedy")
    assert done == ["saved"]
    assert not notice.isVisible()


def test_enter_presses_the_button_of_a_notice_that_has_the_focus(qtbot: QtBot) -> None:
    notice = shown_notice(qtbot)
    done: list[str] = []
    notice.show_error(UserError("写不进去。", "请换个地方。"), "另存为…", lambda: done.append("saved"))
    remedy = child(notice, QPushButton, "noticeRemedy")
    remedy.setFocus()
    qtbot.keyClick(remedy, Qt.Key.Key_Return)
    assert done == ["saved"]
