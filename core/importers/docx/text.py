"""The words of a Word paragraph or cell as a person sees them.

Tracked changes are read as accepted, hidden text and what stands in text boxes are left out.
"""

from collections.abc import Iterator

from lxml import etree

from core.importers.package import NAMES, attribute, local

SKIPPED = frozenset({"del", "moveFrom", "Fallback", "rPr", "pPr", "instrText", "delText", "footnotePr", "rt"})
"""Elements whose words nobody sees, or that hold none."""

_APART = SKIPPED | {"txbxContent", "tbl"}
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}
ON = (None, "1", "true", "on")
"""What a switch holds that is on."""


def boxes(element: etree._Element) -> Iterator[etree._Element]:
    """Yield the text boxes anchored in a paragraph; of an alternative only the first choice."""
    for child in element:
        name = local(child)
        if name == "txbxContent":
            yield child
        elif name not in SKIPPED and len(child):
            yield from boxes(child)


def text(element: etree._Element) -> str:
    """Return the words of a paragraph, its line breaks as "\\n"."""
    pieces: list[str] = []
    _collect(element, pieces)
    return "".join(pieces)


def _collect(element: etree._Element, pieces: list[str]) -> None:
    for child in element:
        name = NAMES[child.tag]
        if name == "t":
            pieces.append(child.text or "")
        elif name == "r":
            _run(child, pieces)
        elif name in _SIGNS:
            pieces.append(_SIGNS[name])
        elif name == "sym":
            pieces.append(_symbol(child))
        elif name not in _APART and len(child):
            _collect(child, pieces)


def _run(run: etree._Element, pieces: list[str]) -> None:
    """Collect the words of a run, unless it is hidden text, which nobody sees on the page."""
    properties = run[0] if len(run) else None
    if properties is not None and NAMES[properties.tag] == "rPr":
        for mark in properties:
            if NAMES[mark.tag] == "vanish" and attribute(mark, "val") in ON:
                return
    _collect(run, pieces)


def _symbol(element: etree._Element) -> str:
    code = attribute(element, "char") or ""
    try:
        return chr(int(code, 16))
    except ValueError:
        return ""
