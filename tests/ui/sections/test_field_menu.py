"""The context menu of a text."""

from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from core import edits
from core.storage.project import Project
from tests.examples import filled
from ui.sections.prose_field import ProseField
from ui.session import Session


def entries(qtbot: QtBot, key: str, raw: str) -> list[str]:
    session = Session()
    session.start(Project(edits.set_text(filled(), key, raw)))
    field = ProseField(session, key, "文字")
    qtbot.addWidget(field)
    field.show()
    return [action.text() for action in field.menu_at(QPoint(300, 100)).actions() if action.text()]


def test_a_plain_text_offers_to_insert_a_number_and_nothing_to_freeze(qtbot: QtBot) -> None:
    told = entries(qtbot, "s1", "公开")
    assert told[-1] == "插入表格数字(&K)…"
    assert any(words.startswith("粘贴") for words in told)


def test_a_text_with_numbers_offers_to_freeze_them_all(qtbot: QtBot) -> None:
    assert entries(qtbot, "s1", "公开{新收总计}件，{新收总计}。" + "再" * 60)[-1] == "把 2 个数字都冻结为文字(&F)"


def test_the_closing_lines_take_no_numbers(qtbot: QtBot) -> None:
    assert not any("数字" in words for words in entries(qtbot, "signature", "林业局"))
