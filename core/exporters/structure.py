"""The structure of a PDF for programs that read aloud: title, headings, paragraphs, tables with their heads.

PDF 32000-1, 14.7 and 14.8. The elements are written here as they stand in the file, for reportlab knows none of this.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from reportlab.pdfbase import pdfdoc

from core.exporters.marks import ARTIFACT, Tag

_ROLES = "<</Title /P>>"  # Title is not among the types of PDF 1.7


class Written(pdfdoc.PDFObject):  # type: ignore[misc]  # reportlab has no types
    """An object of the file whose bytes are known."""

    __RefOnly__ = 1

    def __init__(self, content: bytes = b"") -> None:
        self.content = content

    def format(self, document: object) -> bytes:
        """Return what stands in the file."""
        return self.content


def enter(document: Any, tags: Sequence[Tag], placed: Sequence[Sequence[int]]) -> None:
    """Enter the structure into a document whose pages are drawn.

    `placed` tells for each page the tag of each marked piece of its content, in the order of their numbers there.
    """
    root, whole, parents = Written(), Written(), Written()
    elements = [Written() for _ in tags]
    to_root, to_whole, to_parents = (_reference(document, each) for each in (root, whole, parents))
    references = [_reference(document, element) for element in elements]
    pages = [_reference(document, page) for page in document.Pages.pages]
    pieces = _pieces(len(tags), placed)
    children: list[list[str]] = [[] for _ in tags]
    top: list[str] = []
    for tag, reference in zip(tags, references, strict=True):
        (top if tag.parent == ARTIFACT else children[tag.parent]).append(reference)
    for at, tag in enumerate(tags):
        parent = to_whole if tag.parent == ARTIFACT else references[tag.parent]
        elements[at].content = _element(tag, parent, _kids(pieces[at], pages) + children[at])
    lists = (f"{page} [{' '.join(references[at] for at in each)}]" for page, each in enumerate(placed))
    parents.content = f"<</Nums [{' '.join(lists)}]>>".encode("ascii")
    whole.content = _element(Tag("Document"), to_root, top)
    root.content = (
        f"<</Type /StructTreeRoot /K [{to_whole}] /RoleMap {_ROLES} /ParentTree {to_parents} "
        f"/ParentTreeNextKey {len(placed)}>>"
    ).encode("ascii")
    document.Catalog.StructTreeRoot = root


def _reference(document: Any, thing: object) -> str:
    number, version = document.idToObjectNumberAndVersion[document.Reference(thing).name]
    return f"{number} {version} R"


def _pieces(count: int, placed: Sequence[Sequence[int]]) -> list[list[tuple[int, int]]]:
    """Return for each tag the pages and numbers of its pieces."""
    pieces: list[list[tuple[int, int]]] = [[] for _ in range(count)]
    for page, tags in enumerate(placed):
        for number, tag in enumerate(tags):
            pieces[tag].append((page, number))
    return pieces


def _kids(pieces: Iterable[tuple[int, int]], pages: Sequence[str]) -> list[str]:
    return [f"<</Type /MCR /Pg {pages[page]} /MCID {number}>>" for page, number in pieces]


def _element(tag: Tag, parent: str, kids: Sequence[str]) -> bytes:
    entries = [f"<</Type /StructElem /S /{tag.kind} /P {parent}"]
    entries += [f"/K [{' '.join(kids)}]"] if kids else []
    entries += [f"/Alt <FEFF{tag.alt.encode('utf-16-be').hex()}>"] if tag.alt else []
    attributes = [f"/Scope /{tag.scope}"] if tag.scope else []
    attributes += [f"/RowSpan {tag.rows}"] if tag.rows > 1 else []
    attributes += [f"/ColSpan {tag.columns}"] if tag.columns > 1 else []
    entries += [f"/A <</O /Table {' '.join(attributes)}>>"] if attributes else []
    return " ".join((*entries, ">>")).encode("ascii")
