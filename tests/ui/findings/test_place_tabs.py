"""Last year's figures and words, and how words are set beside the findings."""

from dataclasses import replace

from pytestqt.qtbot import QtBot

from core import edits
from core.cells import CellId
from core.report import Report
from ui import theme
from ui.findings.place_tabs import Line, Look, PlaceView, tell_last_year

CELL = CellId("t3.granted.natural")


def view(qtbot: QtBot) -> PlaceView:
    made = PlaceView("lastYearTab", "上年")
    qtbot.addWidget(made)
    return made


def two_years(then: str, now: str) -> Report:
    last = edits.set_text(edits.set_cell(Report(unit="云溪县水利局", year=2025), CELL, then), "s1", "上年的话。")
    return replace(edits.set_cell(Report(unit="云溪县水务局", year=2026), CELL, now), last_year=last)


def told(qtbot: QtBot, report: Report, place: str) -> list[str]:
    made = view(qtbot)
    tell_last_year(made, report, place)
    return made.toPlainText().split("\n")


def test_a_cell_shows_both_years_and_the_difference(qtbot: QtBot) -> None:
    assert told(qtbot, two_years("8", "9"), CELL) == [
        "三(一) 予以公开 · 自然人",
        "上年（2025）　8",
        "今年　9",
        "比上年多 1",
    ]


def test_fewer_and_equal_are_said_so(qtbot: QtBot) -> None:
    assert told(qtbot, two_years("8", "5"), CELL)[-1] == "比上年少 3"
    assert told(qtbot, two_years("8", "8"), CELL)[-1] == "与上年相同"


def test_a_blank_is_called_blank_and_not_compared(qtbot: QtBot) -> None:
    assert told(qtbot, two_years("8", ""), CELL)[1:] == ["上年（2025）　8", "今年　空"]


def test_what_is_carried_in_shows_what_was_carried_forward(qtbot: QtBot) -> None:
    last = edits.set_cell(Report(year=2025), CellId("t3.carried_forward.natural"), "3")
    report = edits.attach_last_year(edits.set_cell(Report(year=2026), CellId("t3.carried_in.natural"), "4"), last)
    assert told(qtbot, report, "t3.carried_in.natural")[-2:] == [
        "上年“结转下年度继续办理”　3",
        "与今年的上年结转应相等",
    ]


def test_a_text_shows_last_years_words(qtbot: QtBot) -> None:
    assert told(qtbot, two_years("8", "9"), "s1") == ["一、总体情况（2025年）", "上年的话。"]
    assert told(qtbot, two_years("8", "9"), "s5")[1:] == ["上年这一部分没有文字。"]


def test_the_unit_shows_last_years_name(qtbot: QtBot) -> None:
    assert told(qtbot, two_years("8", "9"), "unit") == ["单位名称（上年）", "云溪县水利局"]


def test_without_last_year_it_says_how_to_get_it(qtbot: QtBot) -> None:
    assert told(qtbot, Report(), CELL)[0].startswith("还没有上年报告。")


def test_paragraphs_without_words_are_left_out_and_runs_stand_side_by_side(qtbot: QtBot) -> None:
    made = view(qtbot)
    made.show_lines([Line((("", Look.TAG),)), Line((("举例　", Look.TAG), ("计1件。", Look.PLAIN)))])
    assert made.toPlainText() == "举例　计1件。"


def test_the_word_before_a_paragraph_is_smaller_and_in_the_accent(qtbot: QtBot) -> None:
    made = view(qtbot)
    made.show_lines([Line((("举例　", Look.TAG), ("计1件。", Look.PLAIN)))])
    cursor = made.textCursor()
    cursor.setPosition(1)
    tag = cursor.charFormat()
    cursor.setPosition(5)
    assert tag.foreground().color() == theme.colours(made.palette()).accent
    assert tag.font().pointSizeF() < cursor.charFormat().font().pointSizeF()


def test_a_note_at_the_cell_is_told_with_and_without_last_year(qtbot: QtBot) -> None:
    noted = edits.set_note(two_years("8", "9"), CELL, "与信访科核对过")
    assert told(qtbot, noted, CELL)[-2:] == ["批注：与信访科核对过", "Shift+F2 修改"]
    assert told(qtbot, replace(noted, last_year=None), CELL)[:2] == [
        "三(一) 予以公开 · 自然人",
        "批注：与信访科核对过",
    ]
