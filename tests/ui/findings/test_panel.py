"""The side panel as the clerk uses it."""

from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QTabWidget, QTextEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from core import edits
from core.cells import CellId, number
from core.checks.register import Verdict
from core.finding import Finding, Severity
from core.report import Report
from core.rewording import Difference
from core.storage.project import Project
from ui.findings.panel import FindingsPanel
from ui.session import Session

W = TypeVar("W", bound=QWidget)
NEW, GRANTED = CellId("t3.new_requests.natural"), CellId("t3.granted.natural")


def found(panel: QWidget, kind: type[W], name: str) -> W:
    child: W | None = panel.findChild(kind, name)
    assert child is not None
    return child


def zeros() -> Report:
    report = Report(unit="云溪县水务局", year=2026)
    for table in report.form.tables:
        report = edits.fill_rest(report, table.id)
    return report


def unbalanced() -> Report:
    return edits.set_cells(zeros(), {NEW: "12", GRANTED: "9"})


def shown(qtbot: QtBot, report: Report) -> tuple[Session, FindingsPanel]:
    session = Session()
    session.start(Project(report))
    panel = FindingsPanel(session)
    qtbot.addWidget(panel)
    panel.resize(290, 600)
    panel.show()
    return session, panel


def verdict(panel: FindingsPanel) -> str:
    return found(panel, QLabel, "verdict").text()


def codes(panel: FindingsPanel) -> list[str]:
    return [row.finding.code for row in panel.list.lines.rows]


def test_errors_are_counted_in_the_verdict_and_listed_first(qtbot: QtBot) -> None:
    session, panel = shown(qtbot, unbalanced())
    errors = [one for one in session.verdict.findings if one.severity.value == "error"]
    assert errors
    assert verdict(panel) == f"▲ 还有 {len(errors)} 处必须改"
    assert panel.list.lines.rows[0].finding == errors[0]


def test_what_is_mended_leaves_the_list_at_once(qtbot: QtBot) -> None:
    session, panel = shown(qtbot, unbalanced())
    session.edit("改", edits.set_cell, GRANTED, "12")
    assert codes(panel) == []
    assert verdict(panel) == "○ 还没有填完"
    session.undo()
    session.settle()
    assert "A03" in codes(panel)


def test_a_complete_report_without_findings_can_be_finalised(qtbot: QtBot) -> None:
    report = zeros()
    for key in edits.prose_keys(report):
        report = edits.set_text(report, key, "全年工作情况已经写明。")
    session, panel = shown(qtbot, report)
    session.verdict = Verdict((), ())
    panel.refresh()
    assert verdict(panel) == "✓ 可以定稿"


def test_a_finding_of_the_list_is_gone_to_by_a_click(qtbot: QtBot) -> None:
    _, panel = shown(qtbot, unbalanced())
    qtbot.waitUntil(lambda: panel.list.visualRect(panel.list.lines.index(0)).height() > 0)
    with qtbot.waitSignal(panel.activated) as activated:
        place = panel.list.visualRect(panel.list.lines.index(0)).center()
        qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert activated.args is not None
    assert isinstance(activated.args[0], Finding)


def test_next_goes_round_and_previous_goes_back(qtbot: QtBot) -> None:
    _, panel = shown(qtbot, unbalanced())
    gone: list[str] = []
    panel.activated.connect(lambda finding: gone.append(finding.place))
    count = len(panel.list.lines.rows)
    for _ in range(count + 1):
        panel.next_finding()
    assert gone[0] == gone[-1]
    assert len(set(gone)) == count
    panel.previous_finding()
    assert gone[-1] == gone[count - 1]


def test_next_passes_over_what_was_answered(qtbot: QtBot) -> None:
    session, panel = shown(qtbot, unbalanced())
    for finding in session.verdict.findings[1:]:
        session.edit("说明", edits.answer, finding.occasion, "情况属实的")
    gone: list[str] = []
    panel.activated.connect(lambda finding: gone.append(finding.place))
    panel.next_finding()
    panel.next_finding()
    assert set(gone) == {session.verdict.findings[0].place}


def test_next_with_nothing_to_go_to_goes_nowhere(qtbot: QtBot) -> None:
    session, panel = shown(qtbot, unbalanced())
    session.edit("改", edits.set_cell, GRANTED, "12")
    with qtbot.assertNotEmitted(panel.activated):
        panel.next_finding()
        panel.previous_finding()


def test_an_answer_moves_the_finding_to_the_answered_ones_in_one_step(qtbot: QtBot) -> None:
    session, panel = shown(qtbot, unbalanced())
    panel.next_finding()
    place = session.verdict.findings[0].place
    field = found(panel, QLineEdit, "fieldReason")
    qtbot.keyClicks(field, "moved away")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert panel.list.lines.rows[-1].key == place
    assert panel.list.lines.rows[-1].reason == "moved away"
    assert session.document.undo_label == "说明情况属实"
    session.undo()
    assert all(row.reason is None for row in panel.list.lines.rows)


def test_an_answer_is_asked_for_again_when_the_numbers_change(qtbot: QtBot) -> None:
    session, panel = shown(qtbot, unbalanced())
    session.edit("说明", edits.answer, session.verdict.findings[0].occasion, "情况属实的")
    session.edit("改", edits.set_cell, GRANTED, "8")
    assert all(row.reason is None for row in panel.list.lines.rows)


def test_the_proposal_is_applied_as_one_step(qtbot: QtBot) -> None:
    cell = CellId("t2.regulations.issued")
    session, panel = shown(qtbot, edits.set_cell(zeros(), cell, "/"))
    panel.next_finding()
    with qtbot.waitSignal(panel.said) as told:
        qtbot.mouseClick(found(panel, QPushButton, "btnMend"), Qt.MouseButton.LeftButton)
    assert told.args == ["改为 0，可以撤销。"]
    assert session.report.value(cell) == 0
    assert session.document.undo_label == "改为 0"
    session.undo()
    assert session.report.entry(cell).raw == "/"


def test_a_chip_filters_and_says_how_many(qtbot: QtBot) -> None:
    _, panel = shown(qtbot, edits.set_cell(unbalanced(), CellId("t2.regulations.issued"), "/"))
    chip = found(panel, QToolButton, "chip_WARNINGS")
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert {row.severity.value for row in panel.list.lines.rows} == {"warning"}
    assert chip.text() == f"● {len(panel.list.lines.rows)}"


def test_a_chip_without_findings_says_so(qtbot: QtBot) -> None:
    _, panel = shown(qtbot, zeros())
    qtbot.mouseClick(found(panel, QToolButton, "chip_ERRORS"), Qt.MouseButton.LeftButton)
    assert panel.list.empty_words == "没有必须改的地方。"


def test_a_group_opens_to_its_cells_and_closes_again(qtbot: QtBot) -> None:
    report = edits.clear(zeros(), [CellId(f"t4.review.{c}") for c in ("upheld", "corrected", "other", "pending")])
    _, panel = shown(qtbot, report)
    before = len(panel.list.lines.rows)
    group = next(row for row in panel.list.lines.rows if row.is_group)
    panel.list.setCurrentIndex(panel.list.lines.index(panel.list.lines.row_of_key(group.key)))
    qtbot.keyClick(panel.list, Qt.Key.Key_Right)
    assert len(panel.list.lines.rows) == before + 4
    qtbot.keyClick(panel.list, Qt.Key.Key_Left)
    assert len(panel.list.lines.rows) == before


def test_the_notes_follow_the_clerk(qtbot: QtBot) -> None:
    _, panel = shown(qtbot, zeros())
    tabs: QTabWidget | None = panel.findChild(QTabWidget)
    assert tabs is not None
    tabs.setCurrentIndex(2)
    notes = found(panel, QTextEdit, "notesTab")
    panel.show_place("t3.partial.natural")
    assert "第三十七条" in notes.toPlainText()
    panel.show_place("s6")
    assert "信息处理费" in notes.toPlainText()


def test_last_years_figure_follows_what_is_typed(qtbot: QtBot) -> None:
    session, panel = shown(qtbot, edits.attach_last_year(zeros(), edits.set_cell(Report(year=2025), GRANTED, "8")))
    tabs: QTabWidget | None = panel.findChild(QTabWidget)
    assert tabs is not None
    tabs.setCurrentIndex(1)
    panel.show_place(GRANTED)
    session.edit("改", edits.set_cell, GRANTED, "9")
    assert "比上年多 1" in found(panel, QTextEdit, "lastYearTab").toPlainText()


def test_another_document_starts_with_all_findings(qtbot: QtBot) -> None:
    session, panel = shown(qtbot, unbalanced())
    qtbot.mouseClick(found(panel, QToolButton, "chip_ANSWERED"), Qt.MouseButton.LeftButton)
    session.start(Project(unbalanced()))
    assert found(panel, QToolButton, "chip_ALL").isChecked()
    assert codes(panel)


def test_the_panel_hands_the_keyboard_to_what_is_in_view(qtbot: QtBot) -> None:
    _, panel = shown(qtbot, unbalanced())
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    panel.setFocus()
    assert panel.list.hasFocus()
    tabs: QTabWidget | None = panel.findChild(QTabWidget)
    assert tabs is not None
    tabs.setCurrentIndex(2)
    panel.setFocus()
    assert found(panel, QTextEdit, "notesTab").hasFocus()


def test_f8_right_after_an_edit_goes_to_what_the_edit_has_broken(qtbot: QtBot) -> None:
    session, panel = shown(qtbot, zeros())
    gone: list[Finding] = []
    panel.activated.connect(gone.append)
    session.edit_by_hand("修改", edits.set_cell, CellId("t3.new_requests.natural"), "5")
    panel.next_finding()
    assert [finding.code for finding in gone] == [session.verdict.findings[0].code]


def test_a_total_that_the_file_prints_wrongly_gives_way_to_the_sum_in_one_undo(qtbot: QtBot) -> None:
    total = CellId("t4.review.total")
    session, panel = shown(qtbot, replace(zeros(), printed={total: number(3)}))
    line = next(i for i, row in enumerate(panel.list.lines.rows) if row.finding.code == "A04")
    panel.list.go_to(line)
    qtbot.mouseClick(found(panel, QPushButton, "btnUseSum"), Qt.MouseButton.LeftButton)
    assert "A04" not in codes(panel)
    assert session.document.undo_label == "总计按明细改"
    session.undo()
    session.settle()
    assert "A04" in codes(panel)


def test_the_choices_count_the_lines_of_the_list(qtbot: QtBot) -> None:
    _, panel = shown(qtbot, edits.clear(unbalanced(), [cell.id for cell in Report().form.table("t4").cells][:9]))
    lines = len(panel.list.lines.rows)
    assert found(panel, QToolButton, "chip_ALL").text() == f"全部 {lines}"
    panel._fold(next(row.key for row in panel.list.lines.rows if row.is_group))
    assert len(panel.list.lines.rows) > lines
    assert found(panel, QToolButton, "chip_ALL").text() == f"全部 {lines}"
    for name in ("ERRORS", "WARNINGS", "HINTS"):
        chip = found(panel, QToolButton, f"chip_{name}")
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
        folded = [row for row in panel.list.lines.rows if not row.is_child]
        assert chip.text().endswith(f" {len(folded)}")


def test_what_waits_for_more_numbers_is_told_once_there_are_some(qtbot: QtBot) -> None:
    last = edits.set_year(edits.set_cell(zeros(), CellId("t3.carried_forward.natural"), "2"), 2025)
    session, panel = shown(qtbot, edits.carry_over(last))
    assert session.verdict.undecided
    assert not panel._rest.isVisible()
    session.edit("填", edits.set_cell, NEW, "3")
    waiting = len([one for one in session.verdict.undecided if one.cells])
    assert panel._rest.text() == f"另有 {waiting} 项勾稽要等填全后判断。"
    assert panel._rest.isVisible()


def test_the_number_in_force_that_follows_is_taken_with_one_click(qtbot: QtBot) -> None:
    cell = CellId("t2.normative_docs.in_force")
    last = edits.set_cell(replace(zeros(), year=2025), cell, "9")
    report = edits.attach_last_year(edits.clear(zeros(), [cell]), last)
    session, panel = shown(qtbot, report)
    panel.show_place(cell)
    found(panel, QTabWidget, "").setCurrentIndex(1)
    take = found(panel, QPushButton, "takeExpected")
    assert take.isVisible()
    assert take.text() == "填入 9"
    qtbot.mouseClick(take, Qt.MouseButton.LeftButton)
    assert session.report.value(cell) == 9
    assert session.document.undo_label == "填入推算的现行有效件数"
    assert not take.isVisible()


def test_a_suggestion_is_taken_with_one_button_and_undone_with_one_step(qtbot: QtBot) -> None:
    session, panel = shown(qtbot, edits.set_cell(zeros(), CellId("t3.new_requests.natural"), "36"))
    panel.list.go_to(next(i for i, row in enumerate(panel.list.lines.rows) if row.finding.code == "A08"))
    before = session.report
    button = next(found(panel, QPushButton, f"btnOffer{place}") for place in (1, 2))
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert "A08" not in codes(panel)
    session.undo()
    assert session.report == before


TWICE = "全年收到申请3件。全年受理申请3件。"
MISWRITTEN = Finding(
    "N01",
    Severity.ERROR,
    "文中写3件，表三为 5 件。",
    section="s1",
    excerpt="申请3件",
    start=TWICE.rindex("申请"),
    replacement="申请5件",
)


def with_words(qtbot: QtBot, text: str = TWICE) -> tuple[Session, FindingsPanel]:
    session, panel = shown(qtbot, edits.set_text(zeros(), "s1", text))
    session.verdict = Verdict((MISWRITTEN,), ())
    panel.refresh()
    panel.list.go_to(0)
    return session, panel


def test_words_are_mended_with_one_button_after_their_difference_was_shown(qtbot: QtBot) -> None:
    session, panel = with_words(qtbot)
    assert panel.list.lines.rows[0].change == Difference("…件。全年受理申请", "3", "5", "件。")
    button = found(panel, QPushButton, "btnMend")
    assert button.text() == "把“3”改为“5”(&G)"
    with qtbot.waitSignal(panel.activated) as activated:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert session.report.text("s1") == "全年收到申请3件。全年受理申请5件。"
    assert activated.args is not None
    assert activated.args[0].excerpt == "申请5件"
    assert session.document.undo_label == "把“3”改为“5”"
    session.undo()
    assert session.report.text("s1") == TWICE


def test_words_that_have_changed_since_are_offered_no_mend(qtbot: QtBot) -> None:
    _, panel = with_words(qtbot, TWICE[1:])
    assert not found(panel, QPushButton, "btnMend").isVisible()
    assert not panel.list.lines.rows[0].can_mend


def test_the_button_of_a_group_mends_all_its_cells_in_one_step(qtbot: QtBot) -> None:
    cells = [CellId(f"t3.granted.{column}") for column in ("natural", "business", "research")]
    session, panel = shown(qtbot, edits.set_cells(zeros(), dict.fromkeys(cells, "-")))
    number = next(number for number, row in enumerate(panel.list.lines.rows) if row.key == "C02:t3")
    qtbot.waitUntil(lambda: panel.list.visualRect(panel.list.lines.index(number)).height() > 0)
    drawn, line = panel.list._delegate, panel.list.visualRect(panel.list.lines.index(number))
    button = drawn.mend_rect(drawn.line_rect(line), panel.list.lines.rows[number])
    assert not button.intersects(drawn.fold_rect(drawn.line_rect(line), panel.list.lines.rows[number]))
    qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=button.center())
    assert [session.report.as_printed(cell).raw for cell in cells] == ["0", "0", "0"]
    assert "C02" not in codes(panel)
    session.undo()
    assert [session.report.as_printed(cell).raw for cell in cells] == ["-", "-", "-"]
