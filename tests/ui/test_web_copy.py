"""复制为网页."""

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from core import edits
from core.errors import UserError
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


def test_a_final_report_that_was_changed_elsewhere_is_not_copied(qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("原来的")
    with pytest.raises(UserError, match="没有复制：定稿以后内容在别处被改过"):
        web_copy.copy(edits.finalise(full_report(), "苏禾", "2025-01-20", "3F7K-9Q2M"))
    assert QGuiApplication.clipboard().text() == "原来的"
