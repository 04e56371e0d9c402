"""The page of a Word file: paper and margins of GB/T 9704-2012; page numbers and the mark of a draft stand outside."""

from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy

from core.exporters import draft
from core.exporters.docx_package import SIDES
from core.exporters.docx_styles import FOOTER, HEADER, LINE, PAGE_NUMBER
from core.exporters.docx_xml import Element, R, paragraph, run, twips, w, words
from core.exporters.paper import BODY, BOTTOM, CELL, LEFT, MM, PAGE_HEIGHT, PAGE_WIDTH, RIGHT, TOP

_NUMBER_DROP = 7 * MM  # from the lower edge of the text to the page number
_HEAD = 18 * MM  # from the upper edge of the paper to the mark of a draft
_OUTER = {"odd": "right", "even": "left"}
_FINE = 4096  # parts of a point, in which Word measures what a character gives up for the grid


def section(parts: Iterable[str]) -> Element:
    """Return the page: 22 lines of 28 characters between its margins; `parts` are its headers and footers."""
    margins = w(
        "pgMar",
        top=twips(TOP),
        right=twips(RIGHT),
        bottom=twips(BOTTOM),
        left=twips(LEFT),
        header=twips(_HEAD),
        footer=twips(BOTTOM - _NUMBER_DROP - PAGE_NUMBER),
        gutter=0,
    )
    return w(
        "sectPr",
        *map(_reference, parts),
        w("pgSz", w=twips(PAGE_WIDTH), h=twips(PAGE_HEIGHT)),
        margins,
        w("docGrid", type="linesAndChars", linePitch=LINE, charSpace=round((CELL - BODY) * _FINE)),
    )


def footers(before: str = "", *, of_all: bool = False) -> Mapping[str, Element]:
    """Return the footers by part: the number between dashes, words `before` it, `of_all` with the count of pages."""
    return {f"footer-{pages}": _footer(pages, before, of_all=of_all) for pages in SIDES}


def headers() -> Mapping[str, Element]:
    """Return the headers of a draft by part: the word 草稿 where the PDF has it."""
    words = run(draft.WORD)
    return {
        f"header-{pages}": w("hdr", paragraph(HEADER, deepcopy(words), properties=(w("jc", val=_OUTER[pages]),)))
        for pages in SIDES
    }


def _reference(part: str) -> Element:
    """Return how the document names a header or footer: that of even pages, or that of all others."""
    kind, _, pages = part.partition("-")
    made = w(f"{kind}Reference", type="even" if pages == "even" else "default")
    made.set(f"{{{R}}}id", part)
    return made


def _footer(pages: str, before: str, *, of_all: bool) -> Element:
    """Set the number one character from the outer edge: right on odd pages, left on even ones."""
    side = _OUTER[pages]
    indent = w("ind", **{f"{side}Chars": 100, side: twips(PAGE_NUMBER)})
    count = (run("/"), *_field("NUMPAGES")) if of_all else ()
    number = (run("— "), *_field("PAGE"), *count, run(" —"))
    line = paragraph(FOOTER, *([run(f"{before}　")] if before else []), *number, properties=(indent, w("jc", val=side)))
    return w("ftr", line)


def _field(name: str) -> Iterator[Element]:
    yield w("r", w("fldChar", fldCharType="begin"))
    yield w("r", words(f" {name} ", "instrText"))
    yield w("r", w("fldChar", fldCharType="separate"))
    yield run("1")
    yield w("r", w("fldChar", fldCharType="end"))
