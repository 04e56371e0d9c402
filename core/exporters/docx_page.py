"""The page of a Word file: paper and margins of GB/T 9704-2012, page numbers at the outer edge."""

from collections.abc import Iterator, Mapping

from core.exporters.docx_package import FOOTERS, footer_id
from core.exporters.docx_styles import FOOTER, LINE, PAGE_NUMBER
from core.exporters.docx_xml import Element, R, paragraph, run, twips, w, words
from core.exporters.paper import BODY, BOTTOM, CELL, LEFT, MM, PAGE_HEIGHT, PAGE_WIDTH, RIGHT, TOP

_NUMBER_DROP = 7 * MM  # from the lower edge of the text to the page number
_FINE = 4096  # parts of a point, in which Word measures what a character gives up for the grid


def section() -> Element:
    """Return the page: 22 lines of 28 characters between its margins, another footer on even pages."""
    margins = w(
        "pgMar",
        top=twips(TOP),
        right=twips(RIGHT),
        bottom=twips(BOTTOM),
        left=twips(LEFT),
        header=twips(15 * MM),
        footer=twips(BOTTOM - _NUMBER_DROP - PAGE_NUMBER),
        gutter=0,
    )
    return w(
        "sectPr",
        *(_reference(kind, pages) for kind, pages in (("default", "odd"), ("even", "even"))),
        w("pgSz", w=twips(PAGE_WIDTH), h=twips(PAGE_HEIGHT)),
        margins,
        w("docGrid", type="linesAndChars", linePitch=LINE, charSpace=round((CELL - BODY) * _FINE)),
    )


def footers(before: str = "", *, of_all: bool = False) -> Mapping[str, Element]:
    """Return the footers by part: the number between dashes, words `before` it, `of_all` with the count of pages."""
    return {footer_id(pages): _footer(pages, before, of_all=of_all) for pages in FOOTERS}


def _reference(kind: str, pages: str) -> Element:
    made = w("footerReference", type=kind)
    made.set(f"{{{R}}}id", footer_id(pages))
    return made


def _footer(pages: str, before: str, *, of_all: bool) -> Element:
    """Set the number one character from the outer edge: right on odd pages, left on even ones."""
    side = "right" if pages == "odd" else "left"
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
