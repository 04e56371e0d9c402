"""复制为网页."""

from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from core.exporters import html, plain
from core.exporters.proof import prove
from core.importers import read_pasted
from core.proving import words_of
from tests.core.exporters.invented import full_report
from ui import web_copy


def test_both_forms_lie_on_the_clipboard_and_qt_adds_nothing(qtbot: QtBot) -> None:
    report = full_report()
    said = web_copy.copy(report)
    data = QGuiApplication.clipboard().mimeData()
    assert set(data.formats()) == {"text/html", "text/plain"}
    assert data.html() == '<meta charset="utf-8">\n' + html.fragment(report)
    assert data.text() == plain.text(report)
    assert said == "已复制为网页：20 段文字、3 张表，可以粘贴到网站后台。"


def test_what_is_pasted_holds_all_values_and_texts(qtbot: QtBot) -> None:
    report = full_report()
    data = web_copy.mime(report)
    for read in (read_pasted("", data.html()), read_pasted(data.text())):
        assert prove(report, read.report.entries_as_printed, words_of(read.extract)).differences == ()
