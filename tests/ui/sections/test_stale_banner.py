"""The band above a text in which sentences came from last year."""

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from core import edits
from core.report import Report
from core.storage.project import Project
from tests.ui.looking import child, click, words
from ui.sections.prose_field import ProseField
from ui.sections.stale_banner import StaleBanner
from ui.sections.stale_sentences import StaleSentences
from ui.session import Session


def shown(qtbot: QtBot, text: str = "没有收费。", keys: str = "JOQ") -> tuple[Session, StaleBanner, ProseField]:
    session = Session()
    session.start(Project(edits.carry_over(Report(year=2025, texts={"s6": text}))))
    field = ProseField(session, "s6", "六、其他")
    band = StaleBanner(StaleSentences(session, field, "六、其他"), keys=keys)
    qtbot.addWidget(field)
    qtbot.addWidget(band)
    field.show()
    band.refresh()
    return session, band, field


def test_it_shows_while_its_own_text_is_last_years(qtbot: QtBot) -> None:
    session, band, _ = shown(qtbot)
    seen = [band.isVisible()]
    session.edit("改", edits.set_text, "s1", "别的部分。")
    seen.append(band.isVisible())
    session.edit("改", edits.set_text, "s6", "收费 2 次。")
    seen.append(band.isVisible())
    session.undo()
    assert [*seen, band.isVisible()] == [True, True, False, True]


def test_it_counts_the_sentences_that_are_left_and_those_with_figures(qtbot: QtBot) -> None:
    session, band, _ = shown(qtbot, "收费2次。没有投诉。没有诉讼。")
    assert "还有 3 句来自上年，没有改过（1 句有数字）。" in words(band)
    session.edit("改", edits.set_text, "s6", "收费0次。没有投诉。没有诉讼。")
    assert "还有 2 句来自上年，没有改过。" in words(band)


def test_a_number_that_follows_the_table_is_no_figure_of_last_year(qtbot: QtBot) -> None:
    _, band, _ = shown(qtbot, "收到申请{新收总计}件。")
    assert "有数字" not in words(band)


def test_another_document_is_judged_afresh(qtbot: QtBot) -> None:
    session, band, _ = shown(qtbot)
    session.start(Project())
    assert not band.isVisible()


def test_its_buttons_confirm_one_sentence_or_all(qtbot: QtBot) -> None:
    session, band, _ = shown(qtbot, "没有收费。没有投诉。没有诉讼。")
    click(qtbot, band, "btnConfirmSentence")
    assert session.document.undo_label == "确认沿用一句"
    assert "还有 2 句" in words(band)
    click(qtbot, band, "btnConfirmText")
    assert session.document.undo_label == "确认沿用六、其他"
    assert not band.isVisible()


def test_two_bands_on_a_page_have_keys_of_their_own(qtbot: QtBot) -> None:
    _, band, _ = shown(qtbot, keys=" A ")
    told = [child(band, QPushButton, name).text() for name in ("btnNextStale", "btnConfirmSentence", "btnConfirmText")]
    assert told == ["下一句", "确认这一句(&A)", "全部确认沿用"]


def test_its_ground_follows_a_dark_desktop(qtbot: QtBot) -> None:
    _, band, _ = shown(qtbot)
    dark = QPalette("#202020")
    dark.setColor(QPalette.ColorRole.Base, "#101010")
    dark.setColor(QPalette.ColorRole.Text, "#f0f0f0")
    band.setPalette(dark)
    assert band.palette().color(QPalette.ColorRole.Window).lightness() < 100
