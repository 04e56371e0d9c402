"""Answering a finding."""

from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from core.cells import CellId
from core.finding import Finding, Severity, Suggestion
from ui.findings.answer_box import AnswerBox
from ui.findings.rows import Row

W = TypeVar("W", bound=QWidget)
CELL = CellId("t3.granted.natural")
ERROR = Finding("A03", Severity.ERROR, "不平衡。", (CELL,), suspect=CELL, remedy="10")
WARNING = Finding("Y01", Severity.WARNING, "两数应相等。", (CELL,))


def found(box: QWidget, kind: type[W], name: str) -> W:
    child: W | None = box.findChild(kind, name)
    assert child is not None
    return child


def row(finding: Finding, reason: str | None = None) -> Row:
    proposal = "最可能：9 → 10" if finding.remedy else ""
    return Row(finding.place, (finding,), finding.message, finding.severity, proposal, reason)


def shown(qtbot: QtBot, line: Row | None) -> tuple[AnswerBox, QLineEdit]:
    box = AnswerBox()
    qtbot.addWidget(box)
    box.show()
    box.take(line)
    return box, found(box, QLineEdit, "fieldReason")


def test_a_short_reason_for_an_error_is_refused_with_words(qtbot: QtBot) -> None:
    box, field = shown(qtbot, row(ERROR))
    qtbot.keyClicks(field, "ok")
    with qtbot.assertNotEmitted(box.answered):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    lack = found(box, QLabel, "reasonLack")
    assert lack.isVisible()
    assert lack.text() == "必须改的问题，原因至少写 5 个字。"
    qtbot.keyClicks(field, "x")
    assert not lack.isVisible()


def test_five_characters_are_enough(qtbot: QtBot) -> None:
    box, field = shown(qtbot, row(ERROR))
    qtbot.keyClicks(field, "moved")
    with qtbot.waitSignal(box.answered) as answered:
        qtbot.mouseClick(found(box, QPushButton, "btnAnswer"), Qt.MouseButton.LeftButton)
    assert answered.args == [ERROR, "moved"]


def test_a_warning_is_confirmed_without_words(qtbot: QtBot) -> None:
    box, field = shown(qtbot, row(WARNING))
    with qtbot.waitSignal(box.answered) as answered:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert answered.args == [WARNING, "情况属实"]


def test_the_button_says_what_it_will_put_in(qtbot: QtBot) -> None:
    box, _ = shown(qtbot, row(ERROR))
    mend = found(box, QPushButton, "btnMend")
    assert mend.text() == "改为 10(&G)"
    with qtbot.waitSignal(box.mend_asked) as asked:
        qtbot.mouseClick(mend, Qt.MouseButton.LeftButton)
    assert asked.args == [ERROR]
    box.take(row(WARNING))
    assert not mend.isVisible()


def test_an_answer_can_be_taken_back(qtbot: QtBot) -> None:
    box, field = shown(qtbot, row(ERROR, "职能已划转"))
    assert field.text() == "职能已划转"
    with qtbot.waitSignal(box.answered) as answered:
        qtbot.mouseClick(found(box, QPushButton, "btnTakeBack"), Qt.MouseButton.LeftButton)
    assert answered.args == [ERROR, ""]


def test_words_being_typed_stay_when_the_same_place_is_told_again(qtbot: QtBot) -> None:
    box, field = shown(qtbot, row(ERROR))
    qtbot.keyClicks(field, "mov")
    box.take(row(ERROR))
    assert field.text() == "mov"
    box.take(row(WARNING))
    assert field.text() == ""


def test_without_a_line_or_with_a_group_there_is_nothing_to_answer(qtbot: QtBot) -> None:
    box, _ = shown(qtbot, None)
    assert not box.isVisible()
    box.take(Row("C01:t2", (WARNING, ERROR), "还有 2 格没有填写。", Severity.HINT, is_group=True))
    assert not box.isVisible()


def test_usual_reasons_are_offered_and_can_be_altered(qtbot: QtBot) -> None:
    box, field = shown(qtbot, row(WARNING))
    common = found(box, QToolButton, "btnCommonReasons")
    assert common.isVisible()
    common.menu().actions()[0].trigger()
    assert field.text() == "机构改革、职能划转"
    box.take(row(ERROR))
    assert not common.isVisible()


# ---------------------------------------------------------------- suggestions

OTHER = CellId("t3.new_requests.natural")
FIRST = Suggestion(((CELL, "10"),), "把“甲”从 9 改成 10，即可平。")
SECOND = Suggestion(((OTHER, "9"), (CELL, "0")), "把“乙”从 0 改成 9，把“甲”从 9 改成 0，即可平。")


def offers(box: AnswerBox) -> list[str]:
    buttons = [found(box, QPushButton, f"btnOffer{place}") for place in range(3)]
    return [each.text() for each in buttons if each.isVisible()]


def test_further_suggestions_stand_below_the_first(qtbot: QtBot) -> None:
    line = row(replace(ERROR, suggestions=(FIRST, SECOND)))._replace(
        offers=(("甲　9 → 10",), ("乙　0 → 9", "甲　9 → 0"))
    )
    box, _ = shown(qtbot, line)
    assert offers(box) == ["乙　0 → 9\n甲　9 → 0"]
    with qtbot.waitSignal(box.offer_asked) as asked:
        qtbot.mouseClick(found(box, QPushButton, "btnOffer1"), Qt.MouseButton.LeftButton)
    assert asked.args == [SECOND]


def test_where_no_cell_stands_out_all_suggestions_are_offered(qtbot: QtBot) -> None:
    line = row(replace(ERROR, suspect=None, remedy=None, suggestions=(FIRST, SECOND)))
    box, _ = shown(qtbot, line._replace(offers=(("甲　9 → 10",), ("乙　0 → 9", "甲　9 → 0"))))
    assert len(offers(box)) == 2
    assert not found(box, QPushButton, "btnMend").isVisible()
    assert found(box, QLabel, "offersHead").isVisible()
    box.take(row(replace(ERROR, suggestions=(FIRST, SECOND)))._replace(offers=(("甲",), ("乙",))))
    assert not found(box, QLabel, "offersHead").isVisible()


def test_what_was_answered_is_offered_nothing(qtbot: QtBot) -> None:
    line = row(replace(ERROR, suggestions=(FIRST, SECOND)), "情况属实")._replace(offers=(("甲",), ("乙",)))
    assert offers(shown(qtbot, line)[0]) == []


def test_a_long_suggestion_keeps_its_numbers(qtbot: QtBot) -> None:
    long = "一 本年新收政府信息公开申请数量 · 社会公益组织　34 → 51"
    line = row(replace(ERROR, suspect=None, remedy=None, suggestions=(FIRST,)))._replace(offers=((long,),))
    box, _ = shown(qtbot, line)
    box.resize(290, box.height())
    [words] = offers(box)
    assert words.startswith("一 本年新收")
    assert words.endswith("34 → 51")
    made = found(box, QPushButton, "btnOffer0")
    assert made.fontMetrics().horizontalAdvance(words) < made.width()
    assert made.accessibleName() == long


# ---------------------------------------------------------------- reasons given before


def test_the_panel_does_not_grow_where_an_answer_can_be_taken_back(qtbot: QtBot) -> None:
    box, _ = shown(qtbot, row(WARNING))
    assert found(box, QToolButton, "btnCommonReasons").isVisible()
    before = box.minimumSizeHint().width()
    box.take(row(WARNING, "职能已划转"))
    assert box.minimumSizeHint().width() == before


def test_a_long_reason_is_read_from_its_beginning_and_whole_in_the_tip(qtbot: QtBot) -> None:
    reason = "原市普查中心的在办申请随职能划入，由本局继续办理并答复申请人。"
    _, field = shown(qtbot, row(WARNING, reason))
    assert field.cursorPosition() == 0
    assert field.toolTip() == reason


def test_a_reason_given_for_other_numbers_is_offered_again(qtbot: QtBot) -> None:
    box, field = shown(qtbot, row(WARNING)._replace(earlier=("上年数据有误",)))
    assert field.text() == ""
    assert field.placeholderText() == "数变了，请重新说明原因"
    found(box, QToolButton, "btnCommonReasons").menu().actions()[0].trigger()
    assert field.text() == "上年数据有误"
    box.take(row(ERROR))
    assert field.placeholderText() == "情况属实，原因…"


def test_a_very_long_reason_is_shortened_in_the_menu_only(qtbot: QtBot) -> None:
    reason = "原市普查中心的在办申请随职能划入，" * 9
    box, field = shown(qtbot, row(WARNING)._replace(earlier=(reason,)))
    action = found(box, QToolButton, "btnCommonReasons").menu().actions()[0]
    assert len(action.text()) == 30
    action.trigger()
    assert field.text() == reason
