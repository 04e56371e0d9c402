"""The structure of a PDF for programs that read aloud: title, headings, paragraphs, tables with their heads.

PDF 32000-1, 14.7 and 14.8. The elements are written here as they stand in the file, for reportlab knows none of this.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from reportlab.pdfbase import pdfdoc

from core.exporters.marks import ARTIFACT, Tag

_BESIDES = 3  # objects that are no elements of the document: the root, the document, the list of pieces
_ROLES = "<</Title /P>>"  # Title is not among the types of PDF 1.7


class Written(pdfdoc.PDFObject):  # type: ignore[misc]  # reportlab has no types
    """An object of the file whose bytes are known."""

    __RefOnly__ = 1

    def __init__(self, content: bytes = b"") -> None:
        self.content = content

    def format(self, document: object) -> bytes:
        """Return what stands in the file."""
        return self.content


def enter(document: Any, tags: tuple[Tag, ...], placed: tuple[tuple[int, ...], ...]) -> None:
    """Enter the structure into a document whose pages are drawn.

    `placed` tells for each page the tag of each marked piece of its content, in the order of their numbers there.
    """
    written = [Written() for _ in range(_BESIDES + len(tags))]
    numbers = [_number(document, each) for each in written]
    pages = tuple(_number(document, page) for page in document.Pages.pages)
    for each, content in zip(written, _contents(tags, placed, numbers[0], pages), strict=True):
        each.content = content
    document.Catalog.StructTreeRoot = written[0]


def _number(document: Any, thing: object) -> int:
    number: int = document.idToObjectNumberAndVersion[document.Reference(thing).name][0]
    return number


@lru_cache(maxsize=4)
def _contents(
    tags: tuple[Tag, ...], placed: tuple[tuple[int, ...], ...], first: int, pages: tuple[int, ...]
) -> tuple[bytes, ...]:
    """Return what the objects hold, whose numbers follow one another: root, document, list of pieces, elements.

    Kept, for an edit mostly leaves it as it was.
    """
    root, whole, parents = (_reference(first + at) for at in range(_BESIDES))
    references = [_reference(first + _BESIDES + at) for at in range(len(tags))]
    children: list[list[str]] = [[] for _ in tags]
    top: list[str] = []
    for tag, reference in zip(tags, references, strict=True):
        (top if tag.parent == ARTIFACT else children[tag.parent]).append(reference)
    pieces = _pieces(len(tags), placed)
    above = [whole if tag.parent == ARTIFACT else references[tag.parent] for tag in tags]
    own = [_kids(each, pages) for each in pieces]
    elements = (_element(tag, above[at], own[at][1] + children[at], own[at][0]) for at, tag in enumerate(tags))
    lists = (f"{page} [{' '.join(references[at] for at in each)}]" for page, each in enumerate(placed))
    return (
        f"<</Type /StructTreeRoot /K [{whole}] /RoleMap {_ROLES} /ParentTree {parents} "
        f"/ParentTreeNextKey {len(placed)}>>".encode("ascii"),
        _element(Tag("Document"), root, top),
        f"<</Nums [{' '.join(lists)}]>>".encode("ascii"),
        *elements,
    )


def _reference(number: int) -> str:
    return f"{number} 0 R"


def _pieces(count: int, placed: Sequence[Sequence[int]]) -> list[list[tuple[int, int]]]:
    """Return for each tag the pages and numbers of its pieces."""
    pieces: list[list[tuple[int, int]]] = [[] for _ in range(count)]
    for page, tags in enumerate(placed):
        for number, tag in enumerate(tags):
            pieces[tag].append((page, number))
    return pieces


def _kids(pieces: Sequence[tuple[int, int]], pages: Sequence[int]) -> tuple[str, list[str]]:
    """Return the page of an element and its pieces; where they stand on more than one, each names its own."""
    if len({page for page, _ in pieces}) == 1:
        return f" /Pg {_reference(pages[pieces[0][0]])}", [str(number) for _, number in pieces]
    return "", [f"<</Type /MCR /Pg {_reference(pages[page])} /MCID {number}>>" for page, number in pieces]


def _element(tag: Tag, parent: str, kids: Sequence[str], page: str = "") -> bytes:
    """Write an element without what may be left out (its Type): a report has four hundred of them."""
    entries = [f"<</S /{tag.kind} /P {parent}{page}"]
    entries += [f"/K [{' '.join(kids)}]" if len(kids) > 1 else f"/K {kids[0]}"] if kids else []
    entries += [f"/Alt <FEFF{tag.alt.encode('utf-16-be').hex()}>"] if tag.alt else []
    attributes = [f"/Scope /{tag.scope}"] if tag.scope else []
    attributes += [f"/RowSpan {tag.rows}"] if tag.rows > 1 else []
    attributes += [f"/ColSpan {tag.columns}"] if tag.columns > 1 else []
    entries += [f"/A <</O /Table {' '.join(attributes)}>>"] if attributes else []
    return " ".join((*entries, ">>")).encode("ascii")
