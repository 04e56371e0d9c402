"""How the files get on."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from core.exporters import Exported
from core.exporters.proof import Proof
from core.handing_over import PRODUCTS, Handed
from tests.ui.looking import child, click, words
from ui.final.writing import BUSY, CALLED_OFF, NOT_WRITTEN, WAITING, Writing

PDF, WORD, EXCEL = PRODUCTS[:3]
DONE = Handed(PDF, Path("年报.pdf"), Exported(Path("年报.pdf"), ("字体已代替。",), Proof(200, 200, 9, 9)))
BAD = Handed(WORD, Path("年报.docx"), problem="磁盘已满。请清理磁盘。")


@pytest.fixture
def writing(qtbot: QtBot) -> Writing:
    made = Writing()
    qtbot.addWidget(made)
    made.show()
    made.begin("✓ 已定稿。", "3F7K-9Q2M", Path("下"), (PDF, WORD, EXCEL))
    return made


def test_what_is_under_way_is_told_by_name_and_number(writing: Writing) -> None:
    assert words(writing).count(WAITING) == 3
    writing.tell_begun(PDF)
    assert BUSY in words(writing)
    assert child(writing, QLabel, "writingSentence").text() == "正在写 PDF，第 1 份，共 3 份。"
    assert "校验号 3F7K-9Q2M" in child(writing, QLabel, "writingNumber").text()


def test_each_file_is_told_with_its_proof_or_its_problem(writing: Writing) -> None:
    for handed in (DONE, BAD):
        writing.tell_begun(handed.product)
        writing.tell_done(handed)
    assert "✓ 年报.pdf，写好后已读回核对 200/200，文字 9/9 段" in words(writing)
    assert "▲ 磁盘已满。请清理磁盘。" in words(writing)
    assert child(writing, QProgressBar, "writingBar").value() == 2


def test_at_the_end_the_sentence_names_what_is_missing_and_offers_it_again_or_all_elsewhere(
    qtbot: QtBot, writing: Writing
) -> None:
    for handed in (DONE, BAD):
        writing.tell_done(handed)
    writing.finish((DONE, BAD), (PDF, WORD, EXCEL), (WORD, EXCEL))
    assert child(writing, QLabel, "writingSentence").text() == "已写出 1 份文件，没有写成：Word，已取消，1 份没有写。"
    assert child(writing, QLabel, "writingNotes").text() == "注意：字体已代替。"
    assert "▲ 磁盘已满。请清理磁盘。" in words(writing)
    assert CALLED_OFF in words(writing)
    assert child(writing, QPushButton, "writingFolder").isVisible()
    assert child(writing, QPushButton, "writingAgain").hasFocus()
    with qtbot.waitSignal(writing.again_asked):
        click(qtbot, writing, "writingAgain")
    with qtbot.waitSignal(writing.elsewhere_asked):
        click(qtbot, writing, "writingElsewhere")


def test_where_all_is_written_only_the_folder_is_offered(writing: Writing) -> None:
    writing.finish((DONE,), (PDF,), (), "“旧”里还有先前写成的 1 份。")
    assert child(writing, QPushButton, "writingFolder").hasFocus()
    assert not child(writing, QPushButton, "writingAgain").isVisible()
    assert not child(writing, QPushButton, "writingElsewhere").isVisible()
    assert child(writing, QLabel, "writingNotes").text() == "注意：字体已代替。\n“旧”里还有先前写成的 1 份。"


def test_what_was_written_before_stays_in_the_list(qtbot: QtBot, writing: Writing) -> None:
    writing.begin("✓ 已定稿。", "3F7K-9Q2M", Path("下"), (PDF, WORD), (DONE,))
    qtbot.waitUntil(lambda: "✓ 年报.pdf，写好后已读回核对 200/200，文字 9/9 段" in words(writing))
    assert words(writing).count(WAITING) == 1
    assert child(writing, QProgressBar, "writingBar").maximum() == 1
    assert child(writing, QLabel, "writingPlace").text() == "放在：下"


def test_the_number_is_said_to_be_on_the_sheets_only_where_there_are_some(writing: Writing) -> None:
    assert child(writing, QLabel, "writingNumber").text() == "校验号 3F7K-9Q2M。"
    writing.begin("✓ 已定稿。", "3F7K-9Q2M", Path("下"), PRODUCTS)
    assert child(writing, QLabel, "writingNumber").text() == "校验号 3F7K-9Q2M，校核单上印着同一个号。"


def test_cancelling_says_that_the_file_at_hand_is_finished_first(qtbot: QtBot, writing: Writing) -> None:
    with qtbot.waitSignal(writing.cancelled):
        click(qtbot, writing, "writingCancel")
    assert child(writing, QLabel, "writingSentence").text() == "手上这一份写完就停。"
    assert not child(writing, QPushButton, "writingCancel").isEnabled()


def test_where_nothing_was_written_no_folder_is_offered(writing: Writing) -> None:
    writing.finish((BAD,), (WORD,), (WORD,))
    assert not child(writing, QPushButton, "writingFolder").isVisible()
    assert child(writing, QPushButton, "writingAgain").isVisible()


def test_where_there_is_no_folder_nothing_is_said_to_have_been_called_off(writing: Writing) -> None:
    writing.give_up((), (PDF, WORD, EXCEL))
    assert words(writing).splitlines().count(NOT_WRITTEN) == 3
    assert child(writing, QLabel, "writingSentence").text() == "没有写出文件。"
    assert child(writing, QPushButton, "writingAgain").isVisible()
    assert child(writing, QPushButton, "writingElsewhere").isVisible()


def test_where_the_folder_is_gone_at_the_second_try_the_first_is_still_told(writing: Writing) -> None:
    writing.give_up((DONE, BAD), (PDF, WORD))
    assert "✓ 年报.pdf，写好后已读回核对 200/200，文字 9/9 段" in words(writing)
    assert "▲ 磁盘已满。请清理磁盘。" in words(writing)
    assert child(writing, QLabel, "writingSentence").text() == "这次没有写出文件。"
