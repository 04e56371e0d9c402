"""How much of a page an edit changes, as far up and down as its ink may reach."""

import pytest

from core.exporters.changed_ink import changed
from core.exporters.compose import Piece
from core.exporters.marks import Bookmark, Frame, Mark, Shape, Stamp, Text

HEAD, FOOT = Bookmark("一、总体情况", 800.0), Stamp((("re", (0.0, 0.0, 9.0, 9.0)),), 0.8)


def text(words: str, y: float, size: float = 10.0) -> Text:
    return Text((Piece(0.0, words, "Some", 0.0),), 70.0, y, size, 0.0, bold=False)


def page(*marks: Mark) -> tuple[Mark, ...]:
    return (HEAD, text("题", 700.0), *marks, text("末", 100.0), FOOT)


def test_one_changed_line_reaches_a_little_beyond_itself() -> None:
    assert changed(page(text("十", 400.0)), page(text("千", 400.0))) == ((390.0, 420.0),)


def test_what_changed_apart_is_told_apart_and_what_meets_as_one() -> None:
    before = page(text("十", 400.0), Frame(70.0, 300.0, 50.0, 20.0), text("二", 290.0), text("百", 270.0))
    after = page(text("千", 400.0), Frame(70.0, 300.0, 50.0, 20.0), text("三", 290.0), text("万", 270.0))
    assert changed(before, after) == ((260.0, 310.0), (390.0, 420.0))


def test_where_a_line_came_all_between_the_changes_counts() -> None:
    before = page(text("十", 400.0), text("一", 350.0), text("二", 290.0))
    after = page(text("千", 400.0), text("一", 350.0), text("三", 290.0), text("四", 270.0))
    assert changed(before, after) == ((260.0, 310.0), (340.0, 370.0), (390.0, 420.0))


def test_a_line_more_counts_where_it_came_and_a_border_where_it_was() -> None:
    assert changed(page(), page(text("又", 200.0))) == ((190.0, 220.0),)
    assert changed(page(Frame(70.0, 300.0, 50.0, 20.0)), page()) == ((299.0, 321.0),)


@pytest.mark.parametrize("other", [Shape((("m", (0.0, 0.0)),)), FOOT])
def test_of_other_shapes_it_is_not_told(other: Mark) -> None:
    assert changed(page(other, text("十", 400.0)), page(text("千", 400.0))) is None


def test_of_the_same_ink_there_is_nothing_to_tell() -> None:
    assert changed(page(), page()) is None
    assert changed(page(), (HEAD._replace(y=790.0), *page()[1:])) is None
