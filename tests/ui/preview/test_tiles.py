"""The pieces of pages that are kept as pictures."""

import pytest
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QImage

from ui.preview import tiles
from ui.preview.tiles import SIDE, Look, Tile, Tiles, tiles_in

SMALL, LARGE = Look(1, 600, 800), Look(1, 2 * SIDE + 100, 3000)


def picture(side: int = 10) -> QImage:
    return QImage(side, side, QImage.Format.Format_RGB32)


def test_a_page_of_the_size_of_the_window_is_one_tile() -> None:
    assert tiles_in(0, SMALL, QRectF(0, 0, 600, 800)) == [Tile(0, SMALL, 0, 0)]
    assert Tile(0, SMALL, 0, 0).rect == QRect(0, 0, 600, 800)


def test_of_a_large_page_only_the_tiles_in_view_are_needed() -> None:
    part = QRectF(SIDE + 10, 10, 50, 50)
    assert tiles_in(2, LARGE, part) == [Tile(2, LARGE, 1, 0)]
    assert len(tiles_in(2, LARGE, QRectF(0, 0, 9999, 9999))) == 9
    assert Tile(2, LARGE, 2, 0).rect == QRect(2 * SIDE, 0, 100, SIDE)


def test_a_view_beside_the_page_needs_no_tile() -> None:
    assert tiles_in(0, SMALL, QRectF(-100, 0, 100, 50)) == []


def test_an_older_look_stays_until_the_new_one_is_whole() -> None:
    kept = Tiles()
    old, new = Tile(0, SMALL, 0, 0), Tile(0, Look(2, 600, 800), 0, 0)
    kept.keep(old, picture())
    kept.was_whole(0, SMALL)
    kept.keep(new, picture())
    assert kept.older(0) == [old]
    kept.was_whole(0, new.look)
    assert old not in kept
    assert kept.picture(new) is not None


def test_what_was_not_looked_at_for_long_goes_first_and_what_is_needed_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tiles, "MOST_BYTES", 2 * 400)
    kept = Tiles()
    every = [Tile(page, SMALL, 0, 0) for page in range(4)]
    for tile in every:
        kept.keep(tile, picture())
    kept.picture(every[1])
    kept.spare({every[0]})
    assert [tile in kept for tile in every] == [True, True, False, False]
    assert kept.bytes == 800


def test_pages_that_are_no_more_are_forgotten() -> None:
    kept = Tiles()
    for page in range(3):
        kept.keep(Tile(page, SMALL, 0, 0), picture())
        kept.was_whole(page, SMALL)
    kept.forget(1)
    assert [Tile(page, SMALL, 0, 0) in kept for page in range(3)] == [True, False, False]
    assert kept.older(2) == []
