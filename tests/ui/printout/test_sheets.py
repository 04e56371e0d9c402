"""The sheets that go with a report, on the way to the printer."""

from dataclasses import replace

from core.exporters.marks import Composed, Text
from tests.examples import TEXTS, filled
from ui.printout.sheets import composed_check_sheet, composed_sign_sheet

REPORT = replace(filled({"t3.new_requests.natural": 3}), texts=dict(TEXTS))


def words(composed: Composed) -> str:
    pieces = (piece for page in composed.pages for mark in page if isinstance(mark, Text) for piece in mark.pieces)
    return "".join(piece.text for piece in pieces)


def test_the_sheet_of_findings_names_them() -> None:
    told = words(composed_check_sheet(REPORT))
    assert "校核单" in told
    assert "自然人" in told
    assert "还有 1 处必须改" in told


def test_the_sheet_for_signing_names_who_signs() -> None:
    told = words(composed_sign_sheet(REPORT))
    assert "审签单" in told
    assert "分管领导" in told
