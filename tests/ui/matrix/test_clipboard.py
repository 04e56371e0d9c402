import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from core import edits
from core.cells import CellId
from core.form import F2021
from core.form.lattice import lattice
from core.pasting import Outcome
from core.report import Report
from core.storage.project import Project, View
from tests.ui.matrix.conftest import Open
from ui.matrix import clipboard
from ui.matrix.model import TableModel
from ui.session import Session

GRID = lattice(F2021.table("t3"))
OPEN = [cell for cell in GRID.places if not F2021.cells[cell].computed]
FIGURES = st.sampled_from(["", "0", "7", "12", "110", "/", "12件", "无"])


def lay(text: str = "", html: str = "") -> None:
    data = QMimeData()
    data.setText(text)
    if html:
        data.setHtml(html)
    QGuiApplication.clipboard().setMimeData(data)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(FIGURES, min_size=4, max_size=4), st.integers(0, 20), st.integers(0, 4))
def test_what_is_copied_and_pasted_elsewhere_is_the_same(qtbot: QtBot, raws: list[str], row: int, column: int) -> None:
    source = GRID.between(CellId("t3.new_requests.natural"), CellId("t3.carried_in.business"))
    report = edits.set_cells(Report(), dict(zip(source, raws, strict=True)))
    session = Session()
    session.start(Project(report, View()))
    model = TableModel(session, "t3")
    clipboard.put(clipboard.copied(report, GRID, source))
    found = clipboard.landing(model, (GRID.rows[row + 2][column],))
    model.edit("粘贴", edits.set_cells, found.raws)
    target = GRID.between(GRID.rows[row + 2][column], GRID.rows[row + 3][column + 1])
    for one, other in zip(source, target, strict=True):
        if not F2021.cells[other].computed:
            assert session.report.entry(other) == report.entry(one)


def test_a_copied_range_is_a_table_for_word_processors(desk: Open) -> None:
    d = desk("t3", {"new_requests.natural": "4"})
    d.editor.copy()
    assert "<table" in QGuiApplication.clipboard().mimeData().html()


def test_a_selection_with_gaps_is_copied_as_the_rectangle_around_it() -> None:
    report = edits.set_cells(Report(), {GRID.rows[0][0]: "1", GRID.rows[1][1]: "2"})
    assert clipboard.copied(report, GRID, (GRID.rows[0][0], GRID.rows[1][1])) == (("1", ""), ("", "2"))


def test_a_paste_is_one_step_and_says_what_it_left_out(desk: Open) -> None:
    d = desk()
    d.go("other_misc.natural")
    lay("1\r\n5\r\n2\r\n3\r\n")
    d.editor.paste()
    assert d.raw("other_misc.natural") == ""
    d.editor.preview._agree()
    assert [d.raw("other_misc.natural"), d.raw("carried_forward.natural")] == ["1", "2"]
    assert d.undo_label == "粘贴 2 格"
    assert d.said[-1] == "已粘贴 2 格，1 个合计与计算值不符，未覆盖，1 个数超出表格，没有贴入"
    d.session.undo()
    assert d.raw("other_misc.natural") == ""


def test_a_table_with_headings_is_aligned_by_them(desk: Open) -> None:
    d = desk()
    rows = "".join(f"<td>{n}</td>" for n in (5, 0, 0, 0, 0, 0, 5))
    lay(html=f"<table><tr><td colspan=3>（一）予以公开</td>{rows}</tr></table>")
    d.editor.paste()
    assert d.raw("granted.natural") == "5"
    assert d.said[-1].startswith("已按表头对齐粘贴 6 格")
    assert len(d.chosen) == 7


def test_a_single_value_fills_the_selection(desk: Open) -> None:
    d = desk()
    d.view.extend(d.cell("granted.natural"))
    lay("0")
    d.editor.paste()
    assert [d.raw(f"{row}.natural") for row in ("new_requests", "carried_in", "granted")] == ["0"] * 3


def test_the_table_of_another_step_is_refused_and_nothing_changes(desk: Open) -> None:
    d = desk()
    lay("规章\t1\t2\t3\n行政许可\t4\n行政处罚\t5")
    d.editor.paste()
    assert d.undo_label is None
    assert d.said[-1] == "剪贴板里是表二的内容，这里是表三，没有粘贴。请到“主动公开政府信息情况”一步再粘贴。"


def test_an_empty_clipboard_is_said(desk: Open) -> None:
    d = desk()
    d.editor.paste()
    assert d.said == ["剪贴板里没有可以粘贴的内容。请先复制要粘贴的数。"]


def test_blank_cells_that_were_copied_elsewhere_empty_the_cells(desk: Open) -> None:
    d = desk("t3", {"new_requests.natural": "4", "new_requests.business": "5"})
    lay("\t\r\n")
    d.editor.paste()
    assert [d.raw("new_requests.natural"), d.raw("new_requests.business")] == ["", ""]
    assert d.undo_label == "粘贴 2 格"


def test_a_paste_onto_sums_only_is_said(desk: Open) -> None:
    d = desk()
    d.go("granted.total")
    lay("5")
    d.editor.paste()
    assert (d.said, d.undo_label) == (["这里都是合计，自动计算，没有粘贴"], None)


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (Outcome(12, 0, 0, 0, 0, 0), "已粘贴 12 格"),
        (Outcome(12, 2, 2, 0, 0, 0), "已粘贴 12 格，2 个合计与计算值不符，未覆盖"),
        (Outcome(6, 1, 0, 0, 0, 0), "已粘贴 6 格，1 个合计格自动计算，已跳过"),
        (Outcome(6, 0, 0, 3, 2, 1), "已粘贴 6 格，3 个数超出表格，没有贴入，整理了 2 格的写法，1 格不是数字，请核对"),
    ],
)
def test_what_is_said_of_a_paste(told: Outcome, words: str) -> None:
    assert clipboard.message(told, by_headings=False) == words
