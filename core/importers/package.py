"""Office files as what they are, a zip of XML parts, opened with bounds.

A file may be broken, locked, huge or made to do harm. Sizes are checked as declared and again while unpacking; the XML
parser loads no entities, no external files and no trees without bound.
"""

import zipfile
import zlib
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import Self

from lxml import etree

from core.errors import UserError
from core.importers.limits import MOST_PART_BYTES, MOST_UNPACKED_BYTES, UNREADABLE, damaged, too_big

_CHUNK = 1 << 20
_MOST_NAMES = 4096


class Package:
    """The parts of one office file; unpacks each at most once and never more than the bounds allow."""

    def __init__(self, path: Path) -> None:
        try:
            self._zip = zipfile.ZipFile(path)
        except UNREADABLE as problem:
            raise damaged(path) from problem
        self._path = path
        self._left = MOST_UNPACKED_BYTES
        self.names = frozenset(self._zip.namelist())
        if any(info.flag_bits & 1 for info in self._zip.infolist()):
            self.close()
            raise UserError(f"“{path.name}”加了密码，读不了。", "请取消密码后另存一份，再导入。")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self._zip.close()

    def part(self, name: str) -> bytes:
        """Return the bytes of a part; raise UserError if it is broken or larger than the bounds."""
        info = self._zip.getinfo(name)
        most = min(MOST_PART_BYTES, self._left)
        if info.file_size > most:
            raise too_big(self._path)
        pieces: list[bytes] = []
        size = 0
        try:
            with self._zip.open(info) as stream:
                while piece := stream.read(_CHUNK):
                    size += len(piece)
                    if size > most:
                        raise too_big(self._path)
                    pieces.append(piece)
        except (*UNREADABLE, zlib.error, RuntimeError, OSError) as problem:
            raise damaged(self._path) from problem
        self._left -= size
        return b"".join(pieces)

    def xml(self, name: str) -> etree._Element:
        """Return the root of an XML part."""
        try:
            return etree.fromstring(self.part(name), _parser())
        except etree.XMLSyntaxError as problem:
            raise damaged(self._path) from problem

    def elements(self, name: str, tag: str) -> Iterator[etree._Element]:
        """Yield the elements of one name of an XML part as they are parsed: who stops early spares the rest."""
        source = BytesIO(self.part(name))
        try:
            for _, element in etree.iterparse(
                source, tag=f"{{*}}{tag}", resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
            ):
                yield element
        except etree.XMLSyntaxError as problem:
            raise damaged(self._path) from problem


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )


class _Names(dict[object, str]):
    """Names without their namespace, by tag; a file that makes up tags without end fills no memory."""

    def __missing__(self, tag: object) -> str:
        name = tag.rpartition("}")[2] if isinstance(tag, str) else ""
        if len(self) < _MOST_NAMES:
            self[tag] = name
        return name


NAMES: Mapping[object, str] = _Names()
"""The name without its namespace of each tag: strict and transitional files differ only there. For innermost loops."""


def local(element: etree._Element) -> str:
    """Return an element's name without its namespace."""
    return NAMES[element.tag]


def namespace(element: etree._Element) -> str:
    """Return the namespace of an element as it stands before names ("{…}"), "" for none: to ask for exact names."""
    tag = element.tag
    return tag[: tag.rfind("}") + 1] if isinstance(tag, str) else ""


def attribute(element: etree._Element, name: str) -> str | None:
    """Return an attribute by its name without namespace."""
    for key, value in element.items():
        if NAMES[key] == name:
            return str(value)
    return None
