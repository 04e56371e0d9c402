"""Filling notes lead from every place to what is laid down for it, and claim nothing without a source."""

import pytest

from core.form import F2021
from core.form.layout import TEXTS
from core.form.notes import NOTES, notes_of

WITHOUT_SOURCE = {"t3.rejected_reconfirm", "t3.other_misc", "t4.review"}


def test_every_note_belongs_to_a_place_of_the_form() -> None:
    rows = {f"{cell.table}.{cell.row.id}" for cell in F2021.cells.values()}
    places = rows | {"t2", "t3", "t4", "unit", "year", "org_type", "title"} | set(TEXTS)
    assert {note.place for note in NOTES} <= places


def test_every_row_has_a_note_of_its_own_unless_no_source_was_found() -> None:
    rows = {f"{cell.table}.{cell.row.id}" for cell in F2021.cells.values()}
    assert rows - {note.place for note in NOTES} == WITHOUT_SOURCE


@pytest.mark.parametrize("cell", F2021.cells)
def test_every_cell_shows_some_note(cell: str) -> None:
    assert notes_of(cell)


@pytest.mark.parametrize("key", TEXTS)
def test_every_text_shows_some_note(key: str) -> None:
    assert notes_of(key)


def test_the_note_of_the_row_stands_before_that_of_the_table() -> None:
    places = [note.place for note in notes_of("t3.partial.natural")]
    assert places == ["t3.partial", "t3", "t3"]


def test_severance_is_said_to_count_once_and_cites_article_37() -> None:
    note = notes_of("t3.partial.natural")[0]
    assert "只在这里计一次" in note.text
    assert note.basis == "《政府信息公开条例》第三十七条"


def test_a_place_nobody_knows_has_no_notes() -> None:
    assert notes_of("finish") == ()


def test_notes_are_short_enough_to_stand_beside_a_field() -> None:
    assert max(len(note.text) for note in NOTES) <= 80
