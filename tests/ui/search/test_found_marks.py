"""Found words in the texts."""

from typing import Any

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from core import edits
from core.searching import find
from core.storage.project import Project
from tests.examples import filled
from ui.search.found_marks import mark_found
from ui.sections.prose_field import ProseField
from ui.session import Session


def test_every_place_is_marked_and_the_present_one_differs(qtbot: QtBot) -> None:
    session, page = Session(), QWidget()
    qtbot.addWidget(page)
    session.start(Project(edits.set_text(filled(), "s1", "甲乙甲")))
    field = ProseField(session, "s1", "一", page)
    hits = find(session.report, "甲")
    before = len(field.extraSelections())  # what the findings speak of
    mark_found(page, hits, hits[1])
    marks: list[Any] = field.extraSelections()[before:]
    assert [mark.cursor.selectedText() for mark in marks] == ["甲", "甲"]
    assert marks[0].format.background() != marks[1].format.background()
    mark_found(page, (), None)
    assert len(field.extraSelections()) == before
