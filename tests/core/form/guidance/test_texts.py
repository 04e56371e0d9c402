"""The cover and the written sections: dates, duties and fees as the sources have them."""

from core.form.guidance.texts import TEXTS


def said(place: str) -> str:
    return "".join(note.text for note in TEXTS if note.place == place)


def test_the_two_dates_of_article_49_are_told() -> None:
    assert "1月31日前" in said("year")
    assert "3月31日前" in said("year")


def test_the_five_aspects_of_the_overview_are_listed() -> None:
    for aspect in ("主动公开", "依申请公开", "政府信息管理", "政府信息公开平台建设", "监督保障"):
        assert aspect in said("s1")


def test_the_worked_example_of_the_fee_follows_the_scale() -> None:
    rates = [0 if k <= 10 else 100 if k <= 30 else 200 for k in range(1, 36)]
    assert "35件：20件×100元＋5件×200元＝3000元" in said("s6")
    assert sum(rates) == 3000


def test_no_note_on_texts_is_without_ground() -> None:
    assert all(note.confirmed for note in TEXTS)
