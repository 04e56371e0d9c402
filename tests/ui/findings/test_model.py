"""The findings as a list model."""

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from core.cells import CellId
from core.checks.register import Verdict
from core.finding import Finding, Severity
from core.report import Report
from ui.findings.model import ROW, FindingsModel


def verdict(*numbers: int, words: str = "不平衡") -> Verdict:
    rows = ("granted", "partial", "other_misc", "carried_in", "new_requests")
    return Verdict(
        tuple(Finding("A03", Severity.ERROR, f"{words} {n}", (CellId(f"t3.{rows[n]}.natural"),)) for n in numbers), ()
    )


def taken(model: FindingsModel) -> list[str]:
    return [model.index(n).data() for n in range(model.rowCount())]


def test_the_model_keeps_the_rules_of_models(qtbot: QtBot, qtmodeltester: ModelTester) -> None:
    model = FindingsModel()
    model.take(Report(), verdict(0, 1, 2))
    qtmodeltester.check(model)
    for numbers in ((1,), (0, 1, 2, 3, 4), (4, 3), (), (0, 2)):
        model.take(Report(), verdict(*numbers))
        assert taken(model) == [f"不平衡 {n}" for n in numbers]


def test_lines_that_stayed_are_not_told_again(qtbot: QtBot) -> None:
    model = FindingsModel()
    model.take(Report(), verdict(0, 1, 2))
    with (
        qtbot.assertNotEmitted(model.dataChanged),
        qtbot.assertNotEmitted(model.rowsInserted),
        qtbot.waitSignal(model.rowsRemoved) as removed,
    ):
        model.take(Report(), verdict(0, 2))
    assert removed.args is not None
    assert removed.args[1:] == [1, 1]


def test_nothing_is_told_where_nothing_changed(qtbot: QtBot) -> None:
    model = FindingsModel()
    model.take(Report(), verdict(0, 1))
    with qtbot.assertNotEmitted(model.dataChanged), qtbot.assertNotEmitted(model.rowsRemoved):
        model.take(Report(), verdict(0, 1))


def test_a_line_gives_words_its_row_and_what_is_spoken(qtbot: QtBot) -> None:
    model = FindingsModel()
    model.take(Report(), verdict(0))
    assert model.index(0).data() == "不平衡 0"
    assert model.index(0).data(ROW).finding.code == "A03"
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "必须改：不平衡 0"


def test_a_line_is_found_by_its_place_whatever_its_numbers_are(qtbot: QtBot) -> None:
    model = FindingsModel()
    model.take(Report(), verdict(0, 1))
    key = model.rows[1].key
    model.take(Report(), verdict(0, 2, 1, words="差 5 件"))
    assert model.row_of_key(key) == 2
    assert model.row_of_key("nowhere") == -1


def test_a_line_whose_words_only_moved_is_not_told_again_and_knows_where_they_stand(qtbot: QtBot) -> None:
    def about(start: int) -> Verdict:
        return Verdict((Finding("N01", Severity.ERROR, "不一致", section="s1", excerpt="3件", start=start),), ())

    model = FindingsModel()
    model.take(Report(), about(4))
    with qtbot.assertNotEmitted(model.dataChanged):
        model.take(Report(), about(9))
    assert model.rows[0].finding.start == 9
    with qtbot.waitSignal(model.rowsInserted):
        model.take(Report(), Verdict((*about(12).findings, *verdict(0).findings), ()))
    assert {row.finding.start for row in model.rows} == {12, None}
