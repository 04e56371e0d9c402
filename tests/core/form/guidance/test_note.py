"""A note says where it is laid down, or that this was not found."""

from core.form.guidance.note import NO_SOURCE, Kind, article, at, counts, custom, example, mistake


def test_the_notes_of_a_place_carry_its_name_and_keep_their_order() -> None:
    notes = at("t3.granted", counts("甲"), example("乙"), mistake("丙"))
    assert [(note.place, note.text) for note in notes] == [
        ("t3.granted", "甲"),
        ("t3.granted", "乙"),
        ("t3.granted", "丙"),
    ]
    assert [note.kind for note in notes] == [Kind.COUNTS, Kind.EXAMPLE, Kind.MISTAKE]


def test_what_an_article_says_shows_that_article() -> None:
    assert counts("甲", article("三十七条")).small_print == "《政府信息公开条例》第三十七条"


def test_what_is_only_custom_says_that_no_rule_was_found() -> None:
    assert custom("甲").small_print == NO_SOURCE
    assert not custom("甲").basis


def test_an_example_needs_no_small_print() -> None:
    assert example("甲").small_print == ""
