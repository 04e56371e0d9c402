"""Words on the clipboard that remember what they refer to."""

from pathlib import Path

from PySide6.QtCore import QMimeData

from ui.sections.live_clipboard import add_words, words_of
from ui.session import Session


def test_the_same_report_gets_its_words_back() -> None:
    session, data = Session(), QMimeData()
    add_words(data, session, "收到{t3.new_requests.total}件\n第二段")
    assert words_of(data, session) == "收到{t3.new_requests.total}件\n第二段"


def test_another_report_gets_none() -> None:
    session, data = Session(), QMimeData()
    add_words(data, session, "甲")
    assert words_of(data, Session()) == ""
    session.path = Path("其他.nianbao")
    assert words_of(data, session) == ""


def test_words_from_elsewhere_are_none() -> None:
    assert words_of(QMimeData(), Session()) == ""
