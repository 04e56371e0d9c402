"""Filling notes lead from every place to what is laid down for it, and from a word to the place that it concerns."""

import pytest

from core.cells import CellId
from core.form import F2021
from core.form.guidance.note import Kind
from core.form.layout import TEXTS
from core.form.notes import NOTES, name_of, notes_of, parts_of, search

ROWS = {f"{cell.table}.{cell.row.id}" for cell in F2021.cells.values()}
COLUMNS = {f"{cell.table}.*.{cell.column.id}" for cell in F2021.cells.values()}
WRITTEN = {"preamble", "s1", "s5", "s6", "signature"}
PLACES = ROWS | COLUMNS | {"t2", "t3", "t4", "unit", "year", "org_type", "title"} | WRITTEN


def test_every_place_of_the_form_has_notes_and_no_note_belongs_elsewhere() -> None:
    assert {note.place for note in NOTES} == PLACES


@pytest.mark.parametrize("place", sorted(PLACES))
def test_every_place_says_what_counts_gives_an_example_and_names_a_mistake(place: str) -> None:
    assert {note.kind for note in NOTES if note.place == place} == set(Kind)


def test_table_3_explains_its_25_rows_and_7_columns() -> None:
    explained = {note.place for note in NOTES if note.place.startswith("t3.")}
    assert len([place for place in explained if "*" not in place]) == 25
    assert len([place for place in explained if "*" in place]) == 7


@pytest.mark.parametrize("cell", F2021.cells)
def test_every_cell_is_explained_by_its_row_its_column_and_its_table_in_this_order(cell: CellId) -> None:
    table, row, column = cell.split(".")
    assert [part.place for part in parts_of(cell)] == [f"{table}.{row}", f"{table}.*.{column}", table]


@pytest.mark.parametrize("key", TEXTS)
def test_every_text_shows_some_note(key: str) -> None:
    assert notes_of(key)


def test_severance_is_said_to_count_once_and_cites_article_37() -> None:
    note = notes_of("t3.partial.natural")[0]
    assert "只在这里计一次" in note.text
    assert note.basis == "《政府信息公开条例》第三十七条"


def test_a_place_nobody_knows_has_no_notes() -> None:
    assert notes_of("finish") == ()


def test_notes_are_short_enough_to_stand_beside_a_field() -> None:
    assert max(len(note.text) for note in NOTES) <= 80


def test_no_note_stands_twice_in_one_place() -> None:
    assert len({(note.place, note.text) for note in NOTES}) == len(NOTES)


@pytest.mark.parametrize(
    ("place", "name"),
    [
        ("t3.denied_third_party", "三(三)4 保护第三方合法权益"),
        ("t3.partial", "三(二) 部分公开"),
        ("t3.*.business", "表三 商业企业"),
        ("t2.admin_fees", "行政事业性收费"),
        ("t4", "表四"),
        ("s6", "六、其他需要报告的事项"),
        ("preamble", "前言"),
        ("nowhere", ""),
    ],
)
def test_places_are_called_by_the_words_of_the_form(place: str, name: str) -> None:
    assert name_of(F2021, place) == name


def targets(words: str) -> list[str]:
    return [hit.target for hit in search(F2021, words)]


def test_a_word_of_a_rows_name_leads_to_its_first_cell_before_all_other_places() -> None:
    assert targets("重复申请")[0] == "t3.rejected_duplicate.natural"


def test_a_word_that_only_a_note_says_leads_there_too_and_shows_that_note() -> None:
    hit = next(hit for hit in search(F2021, "商业秘密") if hit.target == "t3.denied_third_party.natural")
    assert "商业秘密" in hit.note.text


def test_the_number_of_an_article_leads_to_what_rests_on_it() -> None:
    assert "t3.unable_needs_creation.natural" in targets("第三十八条")


def test_all_words_have_to_be_there() -> None:
    both = targets("补正 逾期")
    assert both[0] == "t3.other_no_correction.natural"
    assert "t3.unable_needs_creation.natural" not in both
    assert set(both) <= set(targets("补正"))


def test_a_column_leads_to_the_first_of_its_cells_and_a_text_to_itself() -> None:
    assert targets("科研机构")[0] == "t3.new_requests.research"
    assert "s6" in targets("信息处理费")


def test_full_width_and_capital_letters_make_no_difference() -> None:
    assert targets("ＣＴＲＬ") == targets("ctrl") != []


def test_nothing_is_found_for_blanks_and_for_words_that_nobody_wrote() -> None:
    assert search(F2021, "  ") == ()
    assert search(F2021, "海底隧道") == ()


def test_each_place_is_listed_once() -> None:
    found = targets("计")
    assert len(found) == len({(hit.target, hit.name) for hit in search(F2021, "计")})
