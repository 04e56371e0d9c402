"""What stands where on paper, and how it is called."""

from core.exporters.marks import Spot
from core.form import F2021
from core.form.layout import TEXTS
from ui.preview.spots import spot_at, spots_of, words_of

TEXT = Spot(0, 50, 100, 400, 300, "s3")
CELL = Spot(0, 200, 200, 40, 20, "t3.granted.natural")
NEXT = Spot(1, 50, 700, 400, 60, "s3")


def test_of_two_that_overlap_the_smaller_is_meant() -> None:
    assert spot_at((TEXT, CELL, NEXT), 0, 210, 210) == CELL
    assert spot_at((TEXT, CELL, NEXT), 0, 60, 110) == TEXT
    assert spot_at((TEXT, CELL, NEXT), 1, 210, 210) is None


def test_a_text_may_stand_on_two_pages() -> None:
    assert spots_of((TEXT, CELL, NEXT), "s3") == [0, 2]
    assert spots_of((TEXT, CELL, NEXT), "s4") == []


def test_every_spot_is_called_as_the_clerk_knows_it() -> None:
    assert words_of(F2021, "t3.granted.natural") == "表三　三(一) 予以公开 · 自然人"
    assert words_of(F2021, "s5") == F2021.section("s5").heading
    assert words_of(F2021, "title") == "标题"
    assert all(words_of(F2021, place) for place in (*TEXTS, *F2021.cells))
