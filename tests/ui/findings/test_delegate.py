"""How a finding is drawn."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPixmap
from pytestqt.qtbot import QtBot

from core import edits
from core.cells import CellId
from core.checks.register import Verdict
from core.finding import Finding, Severity
from core.report import Report
from ui.findings.list_view import FindingsList
from ui.findings.rows import Row

CELL = CellId("t3.granted.natural")
ERROR = Finding("A03", Severity.ERROR, "不平衡。", (CELL,), suspect=CELL, remedy="10")


def drawn(qtbot: QtBot, report: Report) -> tuple[FindingsList, QImage]:
    view = FindingsList()
    qtbot.addWidget(view)
    view.resize(290, 200)
    view.show()
    view.take(report, Verdict((ERROR,), ()))
    qtbot.waitUntil(lambda: view.visualRect(view.lines.index(0)).height() > 0)
    return view, view.viewport().grab().toImage()


def colours(image: QImage, part: QRect) -> list[QColor]:
    return [image.pixelColor(x, y) for x in range(part.left(), part.right()) for y in range(part.top(), part.bottom())]


def test_an_error_is_drawn_in_red_and_an_answered_one_in_green(qtbot: QtBot) -> None:
    for report, red in ((Report(), True), (edits.answer(Report(), ERROR.occasion, "情况属实的"), False)):
        view, image = drawn(qtbot, report)
        margin = colours(image, QRect(0, 0, 28, view.visualRect(view.lines.index(0)).height()))
        assert any(one.red() - one.green() > 60 for one in margin) is red
        assert any(one.green() - one.red() > 20 for one in margin) is not red


def test_a_line_with_a_proposal_has_a_button_until_it_is_answered(qtbot: QtBot) -> None:
    view, _ = drawn(qtbot, Report())
    line = view.visualRect(view.lines.index(0))
    assert line.contains(view._delegate.mend_rect(line, view.lines.rows[0]))
    view, _ = drawn(qtbot, edits.answer(Report(), ERROR.occasion, "情况属实的"))
    assert view._delegate.mend_rect(line, view.lines.rows[0]).isEmpty()


def test_a_larger_font_makes_higher_lines(qtbot: QtBot) -> None:
    view, _ = drawn(qtbot, Report())
    before = view.visualRect(view.lines.index(0)).height()
    font = view.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    view.setFont(font)
    qtbot.waitUntil(lambda: view.visualRect(view.lines.index(0)).height() > before)


def test_a_line_in_which_only_a_number_changes_keeps_its_height(qtbot: QtBot) -> None:
    view, _ = drawn(qtbot, Report())
    row = view.lines.rows[0]
    one, other = (view._delegate.measure(row._replace(words=f"不平衡，差 {n} 件。" * 5)) for n in (111, 789))
    longer = view._delegate.measure(row._replace(words="不平衡，差 100000 件。" * 9))
    assert one == other
    assert longer.height() > one.height()


def test_a_line_is_drawn_once_and_anew_only_when_it_says_something_else(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    view, _ = drawn(qtbot, Report())
    made: list[str] = []
    draw = type(view._delegate)._drawn

    def note(delegate: Any, row: Row, *how: Any) -> QPixmap:
        made.append(row.words)
        return draw(delegate, row, *how)

    monkeypatch.setattr(type(view._delegate), "_drawn", note)
    view.viewport().grab()
    assert made == []
    view.take(Report(), Verdict((replace(ERROR, message="不平衡，差 9 件。"),), ()))
    view.viewport().grab()
    view.viewport().grab()
    assert made == ["不平衡，差 9 件。"]
