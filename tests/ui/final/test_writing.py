"""How the files get on."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from core.exporters import Exported
from core.exporters.proof import Proof
from core.handing_over import PRODUCTS, Handed
from tests.ui.looking import child, click, words
from ui.final.writing import BUSY, WAITING, Writing

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


def test_at_the_end_the_sentence_names_what_is_missing_and_offers_it_again(qtbot: QtBot, writing: Writing) -> None:
    for handed in (DONE, BAD):
        writing.tell_done(handed)
    writing.finish((DONE, BAD), (PDF, WORD, EXCEL))
    assert child(writing, QLabel, "writingSentence").text() == "已写出 1 份文件，没有写成：Word，已取消，1 份没有写。"
    assert child(writing, QLabel, "writingNotes").text() == "注意：字体已代替。"
    assert child(writing, QPushButton, "writingFolder").isVisible()
    with qtbot.waitSignal(writing.again_asked) as asked:
        click(qtbot, writing, "writingAgain")
    assert asked.args == [(WORD, EXCEL)]


def test_cancelling_says_that_the_file_at_hand_is_finished_first(qtbot: QtBot, writing: Writing) -> None:
    with qtbot.waitSignal(writing.cancelled):
        click(qtbot, writing, "writingCancel")
    assert child(writing, QLabel, "writingSentence").text() == "手上这一份写完就停。"
    assert not child(writing, QPushButton, "writingCancel").isEnabled()


def test_where_nothing_was_written_no_folder_is_offered(writing: Writing) -> None:
    writing.finish((BAD,), (WORD,))
    assert not child(writing, QPushButton, "writingFolder").isVisible()
    assert child(writing, QPushButton, "writingAgain").isVisible()


def test_where_there_is_no_folder_nothing_is_said_to_have_been_called_off(writing: Writing) -> None:
    writing.give_up((PDF, WORD, EXCEL))
    assert sum(label.text() == "没有写" for label in list[QLabel](writing.findChildren(QLabel))) == 3
    assert child(writing, QLabel, "writingSentence").text() == "没有写出文件。"
    assert child(writing, QPushButton, "writingAgain").isVisible()
