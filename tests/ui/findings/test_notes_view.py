"""The notes on a place, as they stand beside it."""

from pytestqt.qtbot import QtBot

from core.form.guidance.note import NO_SOURCE
from core.report import Report
from ui.findings.notes_view import tell_notes
from ui.findings.place_tabs import PlaceView


def told(qtbot: QtBot, place: str) -> list[str]:
    view = PlaceView("notesTab", "口径")
    qtbot.addWidget(view)
    tell_notes(view, Report(), place)
    return view.toPlainText().split("\n")


def test_a_cell_is_told_what_counts_the_article_an_example_and_a_mistake(qtbot: QtBot) -> None:
    lines = told(qtbot, "t3.partial.natural")
    assert lines[0] == "三(二) 部分公开 · 自然人"
    assert lines[2] == "《政府信息公开条例》第三十七条"
    assert lines[3] == "举例　一份名册隐去身份证号后给了申请人，只在这里计1件。"
    assert lines[4].startswith("易错　")


def test_after_the_row_come_the_column_and_the_table_under_their_names(qtbot: QtBot) -> None:
    lines = told(qtbot, "t3.partial.business")
    assert lines.index("表三 商业企业") < lines.index("表三")


def test_what_no_rule_says_is_marked_as_such(qtbot: QtBot) -> None:
    assert NO_SOURCE in told(qtbot, "t3.rejected_reconfirm.natural")
    assert NO_SOURCE not in told(qtbot, "t2.admin_fees.amount_wan")


def test_a_text_and_a_field_of_the_cover_have_theirs(qtbot: QtBot) -> None:
    assert told(qtbot, "s6")[0] == "六、其他需要报告的事项"
    assert told(qtbot, "year")[0] == "年度"


def test_a_place_without_notes_says_what_comes_here(qtbot: QtBot) -> None:
    assert told(qtbot, "") == ["点一个格子或一段文字，这里就显示它的填报口径。"]
