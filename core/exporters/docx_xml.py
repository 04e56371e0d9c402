"""The XML that a Word file is made of: elements of WordprocessingML, runs of words, and measures.

Children stand in the order that the standard asks for (ISO/IEC 29500-1, annex A); Word refuses a file that has them in
another.
"""

import re

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_NAMES = {"w": W, "r": R}
_LINE_END = re.compile(r"\r\n|[\r\n]")

Element = etree._Element  # noqa: SLF001 - the only name of the type


def w(name: str, /, *children: Element, **attributes: str | int) -> Element:
    """Return an element; its attributes are of the same vocabulary."""
    made = etree.Element(f"{{{W}}}{name}", nsmap=_NAMES)
    for key, value in attributes.items():
        made.set(f"{{{W}}}{key}", str(value))
    made.extend(children)
    return made


def run(text: str, *properties: Element, style: str = "") -> Element:
    """Return a run of words; line ends in it are line breaks.

    The hint makes quotation marks, dashes and dots Chinese ones: they are shared with Latin, and would else be set
    narrow in its face.
    """
    named = (w("rStyle", val=style),) if style else ()
    face = () if text.isascii() else (w("rFonts", hint="eastAsia"),)
    made = w("r")
    if named or face or properties:
        made.append(w("rPr", *named, *face, *properties))
    for at, line in enumerate(_LINE_END.split(text)):
        if at:
            made.append(w("br"))
        if line:
            made.append(words(line))
    return made


def words(text: str, name: str = "t") -> Element:
    """Return words that keep their blanks."""
    made = w(name)
    made.set(_SPACE, "preserve")
    made.text = text
    return made


def paragraph(style: str, *runs: Element, properties: tuple[Element, ...] = ()) -> Element:
    """Return a paragraph of a style, with what it has beyond that."""
    return w("p", w("pPr", w("pStyle", val=style), *properties), *runs)


def twips(points: float) -> int:
    """Return a length in the unit of Word, a twentieth of a point."""
    return round(points * 20)


def part(root: Element) -> bytes:
    """Return a part of the package."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
