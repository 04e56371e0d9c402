"""Finished pages."""

from core.exporters.marks import Bookmark, Mark, frozen


def test_finished_pages_do_not_change_with_what_they_were_made_of() -> None:
    page: list[Mark] = [Bookmark("一、总体情况", 700.0)]
    pages = frozen([page])
    page.clear()
    assert pages == ((Bookmark("一、总体情况", 700.0),),)
