"""From a value to its place and back."""

from core.importers.extract import Origin
from core.importers.recogniser.places import origin_of, place_at

ORIGINS = {
    "unit": Origin(0),
    "s1": Origin(2, 0, None, 3),
    "t3.granted": Origin(6, 4),
    "t3.granted.natural": Origin(6, 4, 3),
    "t3.granted.total": Origin(6, 4),
    "t2.penalties": Origin(5, 7),
}


def test_a_cell_has_its_own_place_or_that_of_its_row() -> None:
    assert origin_of(ORIGINS, "t3.granted.natural") == Origin(6, 4, 3)
    assert origin_of(ORIGINS, "t3.granted.business") == Origin(6, 4)


def test_a_table_has_the_place_of_its_first_row() -> None:
    assert origin_of(ORIGINS, "t3") == Origin(6, 4)


def test_what_was_not_read_has_no_place() -> None:
    assert origin_of(ORIGINS, "t4.review.upheld") is None
    assert origin_of(ORIGINS, "file") is None


def test_a_grid_cell_leads_to_its_value() -> None:
    assert place_at(ORIGINS, Origin(6, 4, 3)) == "t3.granted.natural"


def test_a_cell_whose_value_is_not_known_leads_to_its_row() -> None:
    assert place_at(ORIGINS, Origin(5, 7, 0)) == "t2.penalties"
    assert place_at(ORIGINS, Origin(6, 4, 9)) in {"t3.granted", "t3.granted.total"}


def test_any_paragraph_of_a_text_leads_to_it() -> None:
    assert place_at(ORIGINS, Origin(4)) == "s1"
    assert place_at(ORIGINS, Origin(0)) == "unit"


def test_other_places_lead_nowhere() -> None:
    assert place_at(ORIGINS, Origin(5)) is None
    assert place_at(ORIGINS, Origin(6, 5, 3)) is None
    assert place_at({}, Origin(0)) is None
