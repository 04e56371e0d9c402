"""The refusals of table 3 rest on the articles of the Regulation; where none is known, the notes say so."""

from core.form import F2021
from core.form.guidance.note import Kind
from core.form.guidance.results import RESULTS

BASIS = {note.place: note.basis for note in RESULTS if note.kind is Kind.COUNTS}
UNCONFIRMED = {"t3.rejected_reconfirm", "t3.other_misc"}


def test_every_row_of_a_group_is_explained_in_the_order_of_the_form() -> None:
    grouped = [f"t3.{row.id}" for row in F2021.table("t3").rows if row.group]
    assert list(dict.fromkeys(note.place for note in RESULTS)) == grouped


def test_every_row_rests_on_an_article_but_the_two_for_which_none_was_found() -> None:
    assert {place for place, basis in BASIS.items() if not basis} == UNCONFIRMED
    assert {note.place for note in RESULTS if not note.confirmed} == UNCONFIRMED


def test_internal_affairs_and_process_information_stand_in_the_two_paragraphs_of_article_16() -> None:
    assert BASIS["t3.denied_internal_affairs"].endswith("第十六条第一款")
    assert BASIS["t3.denied_process_info"].endswith("第十六条第二款")


def test_whoever_did_not_complete_in_time_is_told_apart_from_whoever_stayed_unclear() -> None:
    said = [note.text for note in RESULTS if note.place == "t3.unable_unclear" and note.kind is Kind.MISTAKE]
    assert said == ["过了期限没有来补正的，不计这里，计“（六）1.逾期不补正”。"]
