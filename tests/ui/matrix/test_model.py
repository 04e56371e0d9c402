from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from core import edits
from core.cells import CellId
from tests.ui.matrix.conftest import Open
from ui.matrix.faces import Mark
from ui.matrix.model import FINDING_ROLE, LAST_YEAR_ROLE, TableModel
from ui.session import Session

Role = Qt.ItemDataRole


def read(model: TableModel, name: str, role: int = Role.DisplayRole) -> Any:
    return model.data(model.index_of(CellId(f"{model.table.id}.{name}")), role)


@pytest.mark.parametrize("table", ["t2", "t3", "t4"])
def test_the_model_keeps_qts_rules(qtmodeltester: ModelTester, qtbot: QtBot, table: str) -> None:
    qtmodeltester.check(TableModel(Session(), table))


@pytest.mark.parametrize(("table", "size"), [("t2", (14, 3)), ("t3", (25, 7)), ("t4", (1, 15))])
def test_the_model_is_the_printed_grid_without_its_heads(qtbot: QtBot, table: str, size: tuple[int, int]) -> None:
    model = TableModel(Session(), table)
    assert (model.rowCount(), model.columnCount()) == size


def test_only_typed_cells_can_be_edited_and_labels_cannot_be_reached(qtbot: QtBot) -> None:
    model = TableModel(Session(), "t2")
    assert model.flags(model.index(0, 0)) == Qt.ItemFlag.NoItemFlags
    assert model.flags(model.index_of(CellId("t2.licensing.decisions"))) & Qt.ItemFlag.ItemIsEditable
    three = TableModel(Session(), "t3")
    assert not three.flags(three.index_of(CellId("t3.granted.total"))) & Qt.ItemFlag.ItemIsEditable


def test_a_screen_reader_gets_the_labels_of_line_and_column(qtbot: QtBot) -> None:
    model = TableModel(Session(), "t3")
    assert model.headerData(2, Qt.Orientation.Vertical) == "（一）予以公开"
    assert model.headerData(6, Qt.Orientation.Horizontal) == "总计"
    assert TableModel(Session(), "t2").headerData(0, Qt.Orientation.Vertical) == ""


def test_a_sum_is_never_overwritten(qtbot: QtBot) -> None:
    session = Session()
    model = TableModel(session, "t3")
    assert not model.setData(model.index_of(CellId("t3.granted.total")), "5")
    assert session.document.undo_label is None


def test_one_edit_tells_only_of_the_cells_that_look_different(desk: Open) -> None:
    d = desk()
    model = d.editor.model
    told: list[str] = []

    def note(top: QModelIndex, _: QModelIndex) -> None:
        cell = model.cell(top)
        told.append("" if cell is None else cell.id)

    model.dataChanged.connect(note)
    d.session.edit("改", edits.set_cell, CellId("t3.granted.natural"), "9")
    totals = {"t3.granted.total", "t3.total_handled.natural", "t3.total_handled.total"}
    assert set(told) == {"t3.granted.natural", *totals}


def test_the_roles_tell_last_year_the_mark_and_the_whole_sentence(desk: Open) -> None:
    d = desk("t3", {"granted.natural": "9", "partial.natural": "/"}, last={"granted.natural": "8"})
    model = d.editor.model
    assert read(model, "granted.natural", LAST_YEAR_ROLE) == "8"
    assert read(model, "partial.natural", FINDING_ROLE) == "●"
    assert read(model, "granted.natural", Role.AccessibleTextRole).startswith("三(一)，予以公开，自然人，值 9，上年 8")
    assert "上年 8　比上年 +1" in read(model, "granted.natural", Role.ToolTipRole)


def test_another_document_shows_at_once(desk: Open) -> None:
    d = desk("t3", {"granted.natural": "9"})
    from core.report import Report
    from core.storage.project import Project

    d.session.start(Project(Report(), d.session.view))
    assert read(d.editor.model, "granted.natural") == ""


def test_a_mark_follows_the_reason_that_is_given_for_it(desk: Open) -> None:
    d = desk("t3", {"partial.natural": "/"})
    finding = d.session.verdict.of_cell(CellId("t3.partial.natural"))[0]
    d.session.edit("说明", edits.answer, finding.occasion, "属实")
    assert read(d.editor.model, "partial.natural", FINDING_ROLE) == "✓"


def test_last_year_shows_as_soon_as_it_is_attached(desk: Open) -> None:
    d = desk("t3", {"granted.natural": "9"})
    before = edits.set_cell(d.session.report, CellId("t3.granted.natural"), "8")
    d.session.edit("提取上年数", edits.attach_last_year, before)
    face = d.editor.model.face(d.editor.model.index_of(CellId("t3.granted.natural")))
    assert face is not None
    assert face.last == "8"


def test_cells_in_doubt_are_marked_whatever_the_rules_say(qtbot: QtBot) -> None:
    model = TableModel(Session(), "t3")
    cell = CellId("t3.granted.natural")
    model.set_doubted(frozenset({cell}))
    assert (face := model.face(model.index_of(cell))) is not None
    assert face.mark is Mark.WARNING
    model.set_doubted(frozenset())
    assert (face := model.face(model.index_of(cell))) is not None
    assert face.mark is not Mark.WARNING


def test_digits_pasted_by_mistake_make_no_table_wider(qtbot: QtBot) -> None:
    session = Session()
    model = TableModel(session, "t3")
    for words, digits in (("1234567", 7), ("9" * 300, 0)):
        session.edit("填写", edits.set_cell, CellId("t3.granted.natural"), words)
        assert model.digits() == digits
