"""The 图解 as the last page of a report's PDF.

There its words are outlines: whoever reads the report from the file next year, this program among them, must not take
the picture for a part of the last section. Those who cannot see it hear its words all the same.
"""

from collections.abc import Sequence
from dataclasses import replace

from core.exporters import pdf
from core.exporters.marks import Bookmark, Composed, Mark, Shape, Tag, Text
from core.exporters.paper import PAGE_HEIGHT
from core.exporters.picture import page as picture_page
from core.report import Report

NAME = "图解"
_PAUSES = ("，", "。", "：", "；", "、")


def compose(report: Report) -> Composed:
    """Return a report on its pages with its picture as the last; may be called from any thread.

    Raises `UserError` where the machine has no Chinese font.
    """
    return appended(pdf.compose(report), picture_page.compose(report))


def appended(report: Composed, picture: Composed) -> Composed:
    """Return a document with the picture as one page more; may be called from any thread."""
    page, tag = len(report.pages), len(report.tags)
    marks = [_drawn(mark, tag) for mark in picture.pages[0]]
    return replace(
        report,
        pages=(*report.pages, (Bookmark(NAME, PAGE_HEIGHT), *marks)),
        spots=(*report.spots, *(spot._replace(page=page) for spot in picture.spots)),
        notes=tuple(dict.fromkeys((*report.notes, *picture.notes))),
        tags=(*report.tags, Tag("Figure", alt=_heard(picture.pages[0]))) if report.tags else (),
    )


def _heard(page: Sequence[Mark]) -> str:
    """Return the words of a page one after the other, with a pause between them where they have none of their own."""
    parts = ["".join(piece.text for piece in mark.pieces) for mark in page if isinstance(mark, Text)]
    return "".join(part if part.endswith(_PAUSES) else f"{part}，" for part in parts).removesuffix("，")


def _drawn(mark: Mark, tag: int) -> Mark:
    match mark:
        case Text():
            return mark._replace(tag=tag, outlined=True)
        case Shape():
            return mark._replace(tag=tag)
        case _:
            return mark
