"""What a section has to tell, above its words."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from core import edits
from core.report import OrgType, Report
from core.storage.project import Project
from tests.ui.looking import child
from ui.sections.outline_row import OutlineRow
from ui.sections.prose_field import ProseField
from ui.session import Session

ENTER = Qt.Key.Key_Return


def opened(
    qtbot: QtBot, text: str, kind: OrgType = OrgType.DEPARTMENT
) -> tuple[Session, ProseField, OutlineRow, QListWidget]:
    session = Session()
    session.start(Project(edits.set_text(Report(unit="云溪县水务局", org_type=kind), "s1", text)))
    field = ProseField(session, "s1", "一、总体情况")
    row = OutlineRow(session, field)
    for part in (field, row):
        qtbot.addWidget(part)
        part.resize(800, 100)
        part.show()
    return session, field, row, child(row, QListWidget, "outlineList")


def said_by(listed: QListWidget) -> list[str]:
    return [listed.item(number).text() for number in range(listed.count())]


def click(qtbot: QtBot, listed: QListWidget, number: int) -> None:
    place = listed.visualItemRect(listed.item(number)).center()
    qtbot.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_each_content_is_marked_as_written_or_still_to_be_written(qtbot: QtBot) -> None:
    _, _, _, listed = opened(qtbot, "（一）主动公开。发布12条。\n（二）监督保障\n")
    assert said_by(listed) == [
        "✓ 主动公开",
        "○ 依申请公开 还没有写",
        "○ 政府信息管理 还没有写",
        "○ 平台建设 还没有写",
        "○ 监督保障 还没有写",
    ]
    assert listed.item(4).data(Qt.ItemDataRole.AccessibleTextRole) == "监督保障，只有小标题"


def test_a_click_begins_what_is_missing_in_its_place_as_one_step(qtbot: QtBot) -> None:
    session, field, _, listed = opened(qtbot, "（一）主动公开\n发布12条。\n（二）监督保障\n举办培训。")
    click(qtbot, listed, 1)
    qtbot.keyClicks(field, "x")
    assert session.report.text("s1") == "（一）主动公开\n发布12条。\n（二）依申请公开\nx\n（三）监督保障\n举办培训。"
    assert said_by(listed)[1] == "✓ 依申请公开"
    session.undo()
    assert session.document.undo_label == "加上“依申请公开”"
    session.undo()
    assert session.report.text("s1") == "（一）主动公开\n发布12条。\n（二）监督保障\n举办培训。"


def test_a_click_goes_to_what_is_written(qtbot: QtBot) -> None:
    session, field, _, listed = opened(qtbot, "（一）主动公开\n发布12条。\n（二）监督保障\n举办培训。")
    click(qtbot, listed, 4)
    assert field.textCursor().block().text() == "举办培训。"
    assert session.document.undo_label is None


def test_by_keys_alone_a_content_is_chosen_and_begun(qtbot: QtBot) -> None:
    session, _, row, listed = opened(qtbot, "（一）主动公开。发布12条。")
    said: list[str] = []
    row.said.connect(said.append)
    listed.setFocus()
    qtbot.keyClick(listed, Qt.Key.Key_Right)
    qtbot.keyClick(listed, ENTER)
    assert session.report.text("s1").endswith("\n（二）依申请公开。")
    assert said == ["已加上“依申请公开”，请接着写。"]


def test_what_is_only_mentioned_gets_a_sub_heading_of_its_own(qtbot: QtBot) -> None:
    session, _, _, listed = opened(qtbot, "（一）主动公开。网站发布12条。\n（二）依申请公开。没有收到。")
    assert said_by(listed)[3] == "○ 平台建设 没有小标题"
    click(qtbot, listed, 3)
    assert session.report.text("s1").endswith("\n（三）政府信息公开平台建设。")


def test_a_government_is_asked_for_more_as_soon_as_it_is_known_to_be_one(qtbot: QtBot) -> None:
    session, _, _, listed = opened(qtbot, "")
    session.edit("改", edits.set_org_type, OrgType.GOVERNMENT)
    assert [words.split()[1] for words in said_by(listed)[5:]] == ["工作考核", "社会评议", "责任追究"]


def test_in_a_narrow_window_the_row_wraps_and_is_as_high_as_its_lines(qtbot: QtBot) -> None:
    _, _, row, listed = opened(qtbot, "")
    one_line = listed.height()
    row.resize(300, 200)
    qtbot.waitUntil(lambda: listed.height() > one_line)
    assert listed.visualItemRect(listed.item(4)).bottom() < listed.height()


def test_a_section_without_asked_contents_shows_no_row(qtbot: QtBot) -> None:
    session = Session()
    field = ProseField(session, "s3", "三、申请")
    qtbot.addWidget(field)
    row = OutlineRow(session, field)
    qtbot.addWidget(row)
    assert row.isHidden()


def test_contents_that_only_move_along_are_not_listed_anew_and_are_found_where_they_are(qtbot: QtBot) -> None:
    session, field, _, listed = opened(qtbot, "（一）主动公开。发布12条。\n（二）监督保障。检查3次。")
    first = listed.item(0)
    session.edit("改", edits.set_text, "s1", "（一）主动公开。今年发布12条。\n（二）监督保障。检查3次。")
    assert listed.item(0) is first
    click(qtbot, listed, 4)
    assert field.textCursor().block().text()[field.textCursor().positionInBlock() :] == "检查3次。"
