"""What other programs lay on the clipboard, pasted by Ctrl+V: every number lands where it belongs, and nowhere else.

The files were taken from the programs themselves, those of WPS made after its known shapes; the content is invented.
"""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication

from core.cells import CellId, tidy
from tests.ui.matrix.conftest import Open

FILES = sorted((Path(__file__).parents[2] / "data" / "clipboard").glob("*.json"))


def test_there_are_twenty_of_real_programs_or_their_shapes() -> None:
    assert len([path for path in FILES if not path.stem.startswith("text_")]) >= 20


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_what_was_pasted_equals_the_truth(desk: Open, path: Path) -> None:
    held = json.loads(path.read_text("utf-8"))
    d = desk(held["table"])
    data = QMimeData()
    data.setText(held["text"])
    if held["html"]:
        data.setHtml(held["html"])
    QGuiApplication.clipboard().setMimeData(data)
    d.view.go(CellId(held["selected"]))
    d.press(Qt.Key.Key_V, held=Qt.KeyboardModifier.ControlModifier)
    if not d.editor.preview.isHidden():
        d.editor.preview._agree()
    report = d.session.report
    kinds = {cell.id: cell.kind for cell in report.form.table(held["table"]).cells}
    truth = {CellId(cell): tidy(raw, kinds[CellId(cell)]) for cell, raw in held["truth"].items() if raw}
    assert {cell: entry.raw for cell, entry in report.typed.items()} == truth
    for cell, raw in held["sums"].items():
        known = report.value(CellId(cell))
        assert known is None or f"{known:f}" == raw
    d.session.undo()
    assert not d.session.report.typed
