"""The cover."""

from typing import TypeVar

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QInputMethodEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from core import edits
from core.finding import Finding, Severity
from core.report import OrgType, Report
from core.storage.project import Project
from ui.sections.cover_page import CoverPage
from ui.session import Session

CONTROL = Qt.KeyboardModifier.ControlModifier

W = TypeVar("W", bound=QWidget)


def found(page: QWidget, kind: type[W], name: str) -> W:
    child: W | None = page.findChild(kind, name)
    assert child is not None
    return child


def shown(qtbot: QtBot, report: Report | None = None) -> tuple[Session, CoverPage]:
    session = Session()
    session.start(Project(report or Report()))
    page = CoverPage(session)
    qtbot.addWidget(page)
    page.resize(860, 600)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return session, page


def line(page: CoverPage, name: str) -> QLineEdit:
    return found(page, QLineEdit, name)


def pushed(qtbot: QtBot, page: QWidget, name: str) -> None:
    qtbot.mouseClick(found(page, QPushButton, name), Qt.MouseButton.LeftButton)


def test_the_name_of_the_unit_is_typed_in_one_step(qtbot: QtBot) -> None:
    session, page = shown(qtbot)
    qtbot.keyClicks(line(page, "fieldUnit"), "Yunxi")
    assert session.report.unit == "Yunxi"
    assert session.document.undo_label == "修改单位名称"
    qtbot.keyClick(line(page, "fieldUnit"), Qt.Key.Key_Z, CONTROL)
    assert session.report.unit == line(page, "fieldUnit").text() == ""


def test_a_year_in_full_width_digits_is_taken(qtbot: QtBot) -> None:
    session, page = shown(qtbot)
    composed = QInputMethodEvent()
    composed.setCommitString("２０２６")
    QApplication.sendEvent(line(page, "fieldYear"), composed)
    assert session.report.year == 2026
    assert line(page, "fieldTitle").text() == "2026年政府信息公开工作年度报告"


def test_what_is_no_year_stays_as_typed_and_is_said(qtbot: QtBot) -> None:
    session, page = shown(qtbot, edits.set_year(Report(), 2026))
    year = line(page, "fieldYear")
    qtbot.keyClick(year, Qt.Key.Key_Backspace)
    assert year.text() == "202"
    assert session.report.year is None
    assert page._year_note.isVisible()
    qtbot.keyClicks(year, "7")
    assert not page._year_note.isVisible()


def test_the_kind_of_unit_is_offered_but_not_set(qtbot: QtBot) -> None:
    session, page = shown(qtbot, edits.set_unit(Report(), "云溪县水务局"))
    kinds = [session.report.org_type]
    pushed(qtbot, page, "btnTakeKind")
    kinds.append(session.report.org_type)
    assert kinds == [None, OrgType.DEPARTMENT]
    kind = found(page, QComboBox, "fieldKind")
    assert kind.currentText() == "部门（局、委、办）"
    assert not page._take_kind.isVisible()


def test_the_kind_is_chosen_by_key_and_undone(qtbot: QtBot) -> None:
    session, page = shown(qtbot)
    kind = found(page, QComboBox, "fieldKind")
    kind.setFocus()
    qtbot.keyClick(kind, Qt.Key.Key_Down)
    qtbot.keyClick(kind, Qt.Key.Key_Down)
    assert session.report.org_type is OrgType.TOWNSHIP
    session.undo()
    assert kind.currentText() == "部门（局、委、办）"


def test_the_wheel_does_not_change_the_kind(qtbot: QtBot) -> None:
    session, page = shown(qtbot)
    kind = found(page, QComboBox, "fieldKind")
    wheel = QWheelEvent(
        QPointF(5, 5),
        kind.mapToGlobal(QPointF(5, 5)),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(kind, wheel)
    assert session.report.org_type is None
    assert kind.currentIndex() == 0


def test_a_title_of_ones_own_can_be_given_up_for_the_standard_one(qtbot: QtBot) -> None:
    session, page = shown(qtbot, edits.set_year(Report(), 2026))
    title = line(page, "fieldTitle")
    title.selectAll()
    qtbot.keyClicks(title, "own")
    assert session.report.title == "own"
    pushed(qtbot, page, "btnStandardTitle")
    assert session.report.title == ""
    assert title.text() == "2026年政府信息公开工作年度报告"


def test_typing_the_standard_title_is_no_title_of_ones_own(qtbot: QtBot) -> None:
    session, page = shown(qtbot, edits.set_year(Report(), 2026))
    title = line(page, "fieldTitle")
    title.setFocus()
    qtbot.keyClicks(title, "x")
    qtbot.keyClick(title, Qt.Key.Key_Backspace)
    assert session.report.title == ""


def test_an_emptied_title_is_not_filled_while_it_is_being_typed(qtbot: QtBot) -> None:
    _, page = shown(qtbot, edits.set_year(Report(), 2026))
    title = line(page, "fieldTitle")
    title.setFocus()
    title.selectAll()
    qtbot.keyClick(title, Qt.Key.Key_Delete)
    assert title.text() == ""
    qtbot.keyClick(title, Qt.Key.Key_Return)
    line(page, "fieldUnit").setFocus()
    assert title.text() == "2026年政府信息公开工作年度报告"


def test_preamble_and_closing_are_texts_of_the_report(qtbot: QtBot) -> None:
    session, page = shown(qtbot)
    qtbot.keyClicks(found(page, QTextEdit, "text_preamble"), "a")
    qtbot.keyClicks(found(page, QTextEdit, "text_signature"), "b")
    assert (session.report.text("preamble"), session.report.text("signature")) == ("a", "b")
    assert session.document.undo_label == "修改落款"


def test_a_finding_about_the_title_selects_the_wrong_year(qtbot: QtBot) -> None:
    _, page = shown(qtbot, edits.set_title(Report(year=2026), "2025年政府信息公开工作年度报告"))
    page.show_finding(Finding("S01", Severity.ERROR, "…", section="title", excerpt="2025"))
    assert line(page, "fieldTitle").selectedText() == "2025"


def test_a_finding_about_the_preamble_selects_its_words(qtbot: QtBot) -> None:
    _, page = shown(qtbot, edits.set_text(Report(), "preamble", "自2025年1月1日至2026年12月31日。"))
    page.show_finding(Finding("S06", Severity.ERROR, "…", section="preamble", excerpt="2025年1月1日"))
    assert page.preamble.field.textCursor().selectedText() == "2025年1月1日"


def test_the_first_empty_field_gets_the_focus(qtbot: QtBot) -> None:
    _, page = shown(qtbot, edits.set_unit(Report(), "云溪县水务局"))
    page.focus_first()
    assert line(page, "fieldYear").hasFocus()


def test_the_page_tells_which_field_the_clerk_is_in(qtbot: QtBot) -> None:
    _, page = shown(qtbot)
    with qtbot.waitSignal(page.place_entered) as told:
        line(page, "fieldTitle").setFocus()
    assert told.args == ["title"]


def test_closing_lines_from_last_year_are_marked_until_they_are_confirmed(qtbot: QtBot) -> None:
    last = Report(unit="云溪县水务局", year=2025, texts={"signature": "云溪县水务局\n2026年1月20日"})
    session, page = shown(qtbot, edits.carry_over(last))
    band = page._confirm
    assert band.isVisible()
    pushed(qtbot, band, "btnConfirmText")
    assert "signature" not in session.report.stale
    assert session.document.undo_label == "确认沿用落款"
    assert not band.isVisible()
    assert page.signature.hasFocus()


def test_typing_in_the_closing_lines_takes_their_mark_away(qtbot: QtBot) -> None:
    session, page = shown(qtbot, edits.carry_over(Report(year=2025, texts={"signature": "云溪县水务局"})))
    page.show_text("signature")
    qtbot.keyClicks(page.signature, "x")
    assert not page._confirm.isVisible()
    assert not session.report.stale
