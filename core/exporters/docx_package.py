"""The parts of a Word file in one package (ISO/IEC 29500-2), the same bytes for the same parts."""

import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO

from lxml import etree

from core.exporters.docx_xml import Element, R, part

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_CORE = f"{_PACKAGE}/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"
_EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_BEGINNING_OF_TIME = (1980, 1, 1, 0, 0, 0)  # of zip files; the real time would make every file another one
_PROGRAM = "年报编制"

SIDES = ("odd", "even")
"""Pages that have a header and a footer of their own."""

_KINDS = {
    "document": "document.main",
    "styles": "styles",
    "fontTable": "fontTable",
    "settings": "settings",
    **{f"footer-{pages}": "footer" for pages in SIDES},
    **{f"header-{pages}": "header" for pages in SIDES},
}
"""By part: the last word of its content type."""


def packed(parts: Mapping[str, Element], title: str, author: str) -> bytes:
    """Return the file; `parts` are the document and what stands beside it, by name."""
    names = [name for name in _KINDS if name in parts]
    files = {
        "[Content_Types].xml": _content_types(names),
        "_rels/.rels": _relations(
            ("document", f"{R}/officeDocument", "word/document.xml"),
            ("core", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            ("app", f"{R}/extended-properties", "docProps/app.xml"),
        ),
        "docProps/core.xml": _core(title, author),
        "docProps/app.xml": _app(),
        "word/_rels/document.xml.rels": _relations(
            *((name, f"{R}/{_relation(name)}", f"{name}.xml") for name in names if name != "document")
        ),
        **{f"word/{name}.xml": parts[name] for name in names},
    }
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, root in files.items():
            entry = zipfile.ZipInfo(name, _BEGINNING_OF_TIME)
            entry.create_system = 0  # the same on every system
            package.writestr(entry, part(root), zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def _root(name: str, space: str) -> Element:
    return etree.fromstring(f'<{name} xmlns="{space}"/>')


def _relation(name: str) -> str:
    return name.partition("-")[0]


def _content_types(names: Sequence[str]) -> Element:
    space = f"{_PACKAGE}/content-types"
    root = _root("Types", space)

    def add(kind: str, **attributes: str) -> None:
        etree.SubElement(root, f"{{{space}}}{kind}", attributes)

    add("Default", Extension="rels", ContentType="application/vnd.openxmlformats-package.relationships+xml")
    add("Default", Extension="xml", ContentType="application/xml")
    for name in names:
        add("Override", PartName=f"/word/{name}.xml", ContentType=f"{_WORD}.{_KINDS[name]}+xml")
    for name, kind in (
        ("core", "application/vnd.openxmlformats-package.core-properties+xml"),
        ("app", "application/vnd.openxmlformats-officedocument.extended-properties+xml"),
    ):
        add("Override", PartName=f"/docProps/{name}.xml", ContentType=kind)
    return root


def _relations(*targets: tuple[str, str, str]) -> Element:
    space = f"{_PACKAGE}/relationships"
    root = _root("Relationships", space)
    for ident, kind, target in targets:
        etree.SubElement(root, f"{{{space}}}Relationship", {"Id": ident, "Type": kind, "Target": target})
    return root


def _core(title: str, author: str) -> Element:
    root = etree.Element(f"{{{_CORE}}}coreProperties", nsmap={"cp": _CORE, "dc": _DC})
    for space, name, words in (
        (_DC, "title", title),
        (_DC, "creator", author or _PROGRAM),
        (_CORE, "lastModifiedBy", _PROGRAM),
        (_DC, "language", "zh-CN"),
    ):
        etree.SubElement(root, f"{{{space}}}{name}").text = words
    return root


def _app() -> Element:
    root = _root("Properties", _EXTENDED)
    etree.SubElement(root, f"{{{_EXTENDED}}}Application").text = _PROGRAM
    return root
