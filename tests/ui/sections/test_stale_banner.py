"""The band above a text that came from last year."""

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from core import edits
from core.report import Report
from core.storage.project import Project
from tests.ui.looking import child, click
from ui.sections.stale_banner import StaleBanner
from ui.session import Session


def shown(qtbot: QtBot, confirmed: list[str]) -> tuple[Session, StaleBanner]:
    session = Session()
    session.start(Project(edits.carry_over(Report(year=2025, texts={"s6": "没有收费。"}))))
    band = StaleBanner(session, "s6", "六、其他", lambda: confirmed.append("s6"), mnemonic="A")
    qtbot.addWidget(band)
    band.refresh()
    return session, band


def test_it_shows_while_its_own_text_is_last_years(qtbot: QtBot) -> None:
    session, band = shown(qtbot, [])
    seen = [band.isVisible()]
    session.edit("改", edits.set_text, "s1", "别的部分。")
    seen.append(band.isVisible())
    session.edit("改", edits.set_text, "s6", "收费 2 次。")
    seen.append(band.isVisible())
    session.undo()
    assert [*seen, band.isVisible()] == [True, True, False, True]


def test_another_document_is_judged_afresh(qtbot: QtBot) -> None:
    session, band = shown(qtbot, [])
    session.start(Project())
    assert not band.isVisible()


def test_confirming_is_one_step_and_is_told(qtbot: QtBot) -> None:
    confirmed: list[str] = []
    session, band = shown(qtbot, confirmed)
    assert child(band, QPushButton, "btnConfirmText").text() == "确认沿用(&A)"
    click(qtbot, band, "btnConfirmText")
    assert session.document.undo_label == "确认沿用六、其他"
    assert confirmed == ["s6"]


def test_its_ground_follows_a_dark_desktop(qtbot: QtBot) -> None:
    _, band = shown(qtbot, [])
    dark = QPalette("#202020")
    dark.setColor(QPalette.ColorRole.Base, "#101010")
    dark.setColor(QPalette.ColorRole.Text, "#f0f0f0")
    band.setPalette(dark)
    assert band.palette().color(QPalette.ColorRole.Window).lightness() < 100
