"""No key of the desk means two things: one that does goes to and fro and does nothing."""

import re

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QMenu, QStackedWidget, QWidget

from core import edits
from core.report import Report
from core.steps import steps
from core.storage.project import Project, View
from tests.examples import TEXTS, filled
from tests.ui.looking import child, children
from ui.program import Program

_LETTER = re.compile(r"&([^&\s])")
STEPS = tuple(step.id for step in steps(Report().form))


def letters_of(root: QWidget, apart_from: list[QWidget]) -> list[tuple[str, str]]:
    """Return the letters of all buttons and captions, also of those that are shown only at times."""
    parts: list[QAbstractButton | QLabel] = [*children(root, QAbstractButton), *children(root, QLabel)]
    told = [part.text() for part in parts if not any(one.isAncestorOf(part) for one in apart_from)]
    return [(match[1].upper(), words) for words in told if (match := _LETTER.search(words))]


@pytest.mark.parametrize("step", STEPS)
def test_each_key_with_alt_belongs_to_one_thing_on_the_desk(program: Program, step: str) -> None:
    last = Report(unit="青禾县水务局", year=2025, texts={**TEXTS, "signature": "青禾县水务局"}, typed=filled().typed)
    program.session.start(Project(edits.carry_over(last), View(step)))
    program.show_bench()
    program.bench.show_step(step)
    area = child(program.window, QStackedWidget, "pageArea")
    others = [area.widget(number) for number in range(area.count()) if area.widget(number) is not program.bench.page]
    others += children(program.window, QMenu)
    found = letters_of(program.bench, others)
    menus = [menu.title() for menu in program.window.menus]
    found += [(match[1], words) for words in menus if (match := _LETTER.search(words))]
    by_letter = {letter: sorted({words for own, words in found if own == letter}) for letter, _ in found}
    assert {letter: words for letter, words in by_letter.items() if len(words) > 1} == {}
