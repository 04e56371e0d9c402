"""The days that are left, on the pages of the open report."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget
from pytestqt.qtbot import QtBot

from core import edits
from core.report import OrgType, Report
from core.storage.project import Project
from tests.ui.looking import child
from ui import theme
from ui.due import DueLabel
from ui.sections.cover_page import CoverPage
from ui.session import Session
from ui.wizard.finish_page import FinishPage


def session(kind: OrgType | None = OrgType.DEPARTMENT) -> Session:
    made = Session()
    made.start(Project(Report(unit="云泽市统计局", year=2026, org_type=kind)))
    return made


PAGES: list[QWidget] = []


@pytest.fixture(autouse=True)
def kept() -> Iterator[None]:
    """Keep the pages of a test until it ends: a label alone does not hold its page."""
    yield
    PAGES.clear()


def shown(qtbot: QtBot, its: Session, today: date) -> DueLabel:
    page = QWidget()
    PAGES.append(page)
    label = DueLabel(its, today=lambda: today)
    QHBoxLayout(page).addWidget(label)
    qtbot.addWidget(page)
    page.show()
    return label


def test_it_counts_the_days(qtbot: QtBot) -> None:
    label = shown(qtbot, session(), date(2027, 1, 19))
    assert label.text() == "还有 12 天（1月31日前报送并公布）"
    assert label.isVisible()


def test_it_follows_the_kind_of_unit_and_the_year(qtbot: QtBot) -> None:
    its = session()
    label = shown(qtbot, its, date(2027, 1, 19))
    its.edit("修改单位类型", edits.set_org_type, OrgType.GOVERNMENT)
    assert label.text() == "还有 71 天（3月31日前公布）"
    its.edit("修改单位类型", edits.set_org_type, OrgType.TOWNSHIP)
    assert label.text().startswith("条例没有为这类单位写明日期")
    its.edit("修改单位类型", edits.set_org_type, None)
    assert not label.isVisible()


def test_without_a_kind_nothing_is_said(qtbot: QtBot) -> None:
    assert not shown(qtbot, session(None), date(2027, 1, 19)).isVisible()


def test_the_last_ten_days_are_amber(qtbot: QtBot) -> None:
    for today, amber in ((date(2027, 1, 10), False), (date(2027, 1, 25), True)):
        label = shown(qtbot, session(), today)
        is_amber = label.palette().windowText().color() == theme.colours(label.palette()).warning
        assert is_amber is amber


def test_cover_and_last_page_both_tell_it(qtbot: QtBot) -> None:
    its = session(OrgType.TOWNSHIP)
    for page in (CoverPage(its), FinishPage(its)):
        qtbot.addWidget(page)
        assert child(page, QLabel, "due").text().startswith("条例没有为这类单位写明日期")
