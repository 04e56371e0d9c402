from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core.report import Report
from core.storage.project import Project
from ui.program import Program

Key = Qt.Key


def opened(program: Program, step: str = "s3") -> Program:
    program.session.start(Project(Report(unit="青禾县林业局", year=2024)))
    program.show_bench()
    program.bench.show_step(step)
    program.bench.page.focus_first()
    return program


def ask(program: Program, words: str) -> None:
    program.menus.actions["goTo"].trigger()
    assert QApplication.focusWidget() is program.going.board.field
    program.going.board.field.setText(words)


def test_a_number_leads_to_its_cell(program: Program) -> None:
    opened(program)
    ask(program, "三(三)3 商业")
    QTest.keyClick(program.going.board.field, Key.Key_Return)
    assert program.bench.page.editor.current_cell() == "t3.denied_safety_stability.business"
    assert program.going.board.isHidden()
    assert QApplication.focusWidget() is program.bench.page.editor.view


def test_the_arrows_choose_among_several_places_and_lead_to_other_steps(program: Program) -> None:
    opened(program)
    ask(program, "纠正")
    QTest.keyClick(program.going.board.field, Key.Key_Down)
    assert program.going.board.list.currentRow() == 1
    assert program.going.board.field.accessibleDescription() == "表四　未经复议直接起诉 · 结果纠正"
    QTest.keyClick(program.going.board.field, Key.Key_Return)
    assert program.bench.step.id == "s4"
    assert program.bench.page.editor.current_cell() == "t4.lawsuit_direct.corrected"


def test_escape_leaves_everything_as_it_was(program: Program) -> None:
    opened(program)
    before = QApplication.focusWidget()
    ask(program, "表四")
    QTest.keyClick(program.going.board.field, Key.Key_Escape)
    assert program.going.board.isHidden()
    assert QApplication.focusWidget() is before
    assert program.bench.step.id == "s3"


def test_from_a_text_page_a_table_is_reached(program: Program) -> None:
    opened(program, "s5")
    ask(program, "出版物")
    QTest.mouseClick(
        program.going.board.list.viewport(),
        Qt.MouseButton.LeftButton,
        pos=program.going.board.list.visualItemRect(program.going.board.list.item(0)).center(),
    )
    assert program.bench.page.editor.current_cell() == "t3.rejected_publication.natural"


def test_words_that_name_nothing_are_said_to(program: Program) -> None:
    opened(program)
    ask(program, "龙")
    QTest.keyClick(program.going.board.field, Key.Key_Return)
    assert not program.going.board.isHidden()
    assert program.going.board._hint.text() == "没有找到，换几个字试试"
    assert not program.going.board.list.isVisible()


def test_enter_goes_right_when_the_menu_says_so_and_after_the_next_start(program: Program) -> None:
    opened(program)
    program.menus.actions["enterGoesRight"].trigger()
    view = program.bench.page.editor.view
    QTest.keyClick(view, Key.Key_Return)
    assert program.bench.page.editor.current_cell() == "t3.new_requests.business"
    assert program.memory.settings.enter_goes_right
