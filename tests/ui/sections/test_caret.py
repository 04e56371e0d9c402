"""The caret of a text is remembered with its place."""

import pytest
from pytestqt.qtbot import QtBot

from core import edits
from core.report import Report
from core.steps import steps
from core.storage.project import Project
from tests.ui.looking import child
from ui.sections.caret import put_caret, with_caret, without_caret
from ui.sections.prose_field import ProseField
from ui.sections.text_page import TextPage
from ui.session import Session

WORDS = "全年公开信息12条。\n渠道畅通。"


@pytest.fixture
def page(qtbot: QtBot) -> TextPage:
    session = Session()
    session.start(Project(edits.set_text(Report(), "s1", WORDS)))
    made = TextPage(session, next(step for step in steps(session.report.form) if step.id == "s1"))
    qtbot.addWidget(made)
    return made


def field(page: TextPage) -> ProseField:
    return child(page, ProseField, "text_s1")


def test_it_goes_into_the_place_and_comes_back_out_of_it(page: TextPage) -> None:
    put_caret(page, "s1", 7)
    assert with_caret(page, "s1") == "s1@7"
    put_caret(page, "s1", 0)
    key, position = without_caret("s1@7")
    put_caret(page, key, position)
    assert field(page).textCursor().position() == 7


def test_a_text_that_became_shorter_has_its_caret_at_the_end(page: TextPage) -> None:
    put_caret(page, "s1", 999)
    assert field(page).textCursor().position() == len(WORDS)


def test_a_cell_and_a_place_of_another_page_stay_as_they_are(page: TextPage) -> None:
    assert with_caret(page, "t3.granted.natural") == "t3.granted.natural"
    assert with_caret(page, "s5") == "s5"


@pytest.mark.parametrize("place", ["s1", "s1@", "s1@x", "s1@-3", "s1@²"])
def test_what_tells_no_place_of_a_caret_means_the_beginning(place: str) -> None:
    assert without_caret(place) == ("s1", 0)
