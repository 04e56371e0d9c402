import pytest

from core import edits
from core.cells import CellId
from core.pasting import Paste
from core.previewing import Change, Conflict, Marks, number_in_words, preview, settled
from core.report import Report


def t3(name: str) -> CellId:
    return CellId(f"t3.{name}")


A, B, C = t3("granted.natural"), t3("granted.business"), t3("partial.natural")
TOTAL = t3("granted.total")


def test_changes_stand_by_line_with_what_was_there_and_what_will_be() -> None:
    report = edits.set_cells(Report(), {A: "3", C: "5"})
    seen = preview(report, Paste({A: "3", B: " １２ ", C: ""}))
    assert [(row.address, changes) for row, changes in seen.lines] == [
        ("三(一)", (Change(B, "", "12"),)),
        ("三(二)", (Change(C, "5", ""),)),
    ]
    assert (seen.changed, seen.same, seen.wants_a_look) == (2, 1, True)


def test_one_line_of_plain_numbers_needs_no_look() -> None:
    assert not preview(Report(), Paste({A: "1", B: "2"})).wants_a_look
    assert preview(Report(), Paste({A: "1", C: "2"})).wants_a_look


def test_sums_are_compared_with_what_they_will_be() -> None:
    row = {t3(f"granted.{column}"): "1" for column in ("natural", "business", "research", "public_welfare")}
    report = edits.set_cells(Report(), {t3("granted.legal_service"): "1", t3("granted.other_org"): "1"})
    assert preview(report, Paste(row, {TOTAL: "6"})).conflicts == ()
    assert preview(report, Paste(row, {TOTAL: "7"})).conflicts == (Conflict(TOTAL, "7", "6"),)
    assert preview(Report(), Paste({A: "1"}, {TOTAL: "1"})).conflicts == (Conflict(TOTAL, "1", ""),)


def test_marks_and_numerals_are_asked_about_and_answered() -> None:
    paste = Paste({A: "/", B: "一十二", C: "若干"})
    seen = preview(Report(), paste)
    assert (seen.marks, dict(seen.numerals), seen.wants_a_look) == ((A,), {B: "12"}, True)
    assert settled(paste, seen, Marks.AS_WRITTEN, numerals=False) == paste
    assert settled(paste, seen, Marks.ZERO, numerals=True).raws == {A: "0", B: "12", C: "若干"}
    assert settled(paste, seen, Marks.EMPTY, numerals=False).raws == {A: "", B: "一十二", C: "若干"}


@pytest.mark.parametrize(
    ("words", "figures"),
    [("一十二", "12"), ("十二件", "12"), (" 一百零三 ", "103"), ("两", "2"), ("若干", ""), ("十几", ""), ("", "")],
)
def test_numbers_in_words_are_read(words: str, figures: str) -> None:
    assert number_in_words(words) == figures
