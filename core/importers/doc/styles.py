"""The styles of a binary Word file ([MS-DOC] 2.9.271 STSH): which ones are headings, bold, or numbered."""

import struct
from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.importers.doc.properties import Look, layout, look, sprms, switched
from core.importers.doc.streams import Streams
from core.importers.limits import MOST_BASE_STYLES

_HEADINGS = frozenset({*range(1, 10), 62})  # the built-in styles heading 1 to 9 and Title
_NAMES = ("heading", "标题", "title")
_PARAGRAPH, _CHARACTER = 1, 2
_OUTLINE = 0x2640
_BODY_LEVEL = 9
_MOST_STYLES = 4_095


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says, with all that it inherits. `list` is 0 where it numbers nothing."""

    heading: bool = False
    bold: bool = False
    hidden: bool = False
    list: int = 0
    level: int = 0


@dataclass(frozen=True, slots=True)
class _Definition:
    kind: int
    built_in: int
    base: int
    name: str
    paragraph: bytes
    characters: bytes


class Styles:
    """The styles of a file by their number; unknown numbers are plain."""

    def __init__(self, streams: Streams) -> None:
        self._definitions = _definitions(streams.pointed(1))
        self._known: dict[int, Style] = {}

    def __getitem__(self, number: int) -> Style:
        if number not in self._known:
            self._known[number] = _summed(self._chain(number))
        return self._known[number]

    def _chain(self, number: int) -> list[_Definition]:
        """Return a style and those below it, the lowest first."""
        chain: list[_Definition] = []
        for _ in range(MOST_BASE_STYLES):
            definition = self._definitions[number] if number < len(self._definitions) else None
            if definition is None:
                break
            chain.insert(0, definition)
            number = definition.base
        return chain


def _summed(chain: Sequence[_Definition]) -> Style:
    style = Style()
    for definition in chain:
        own = layout(definition.paragraph, 0)
        looks = look(definition.characters) if definition.kind in {_PARAGRAPH, _CHARACTER} else Look()
        style = replace(
            style,
            heading=style.heading or _is_heading(definition),
            bold=switched(looks.bold, style.bold),
            hidden=switched(looks.hidden, style.hidden),
            list=style.list if own.list is None else own.list,
            level=style.level if own.level is None else own.level,
        )
    return style


def _is_heading(definition: _Definition) -> bool:
    if definition.kind != _PARAGRAPH:
        return False
    outline = dict(sprms(definition.paragraph)).get(_OUTLINE)
    return (
        definition.built_in in _HEADINGS
        or definition.name.lower().startswith(_NAMES)
        or (outline is not None and outline[0] < _BODY_LEVEL)
    )


def _definitions(part: bytes) -> list[_Definition | None]:
    """Return the definition of each style, None for places that are not in use."""
    if len(part) < 6:
        return []
    head, count, fixed = struct.unpack_from("<HHH", part)
    at = 2 + head
    found: list[_Definition | None] = []
    for _ in range(min(count, _MOST_STYLES)):
        if at + 2 > len(part):
            break
        (size,) = struct.unpack_from("<H", part, at)
        found.append(_definition(part[at + 2 : at + 2 + size], fixed) if size else None)
        at += 2 + size + size % 2
    return found


def _definition(std: bytes, fixed: int) -> _Definition | None:
    if len(std) < fixed + 2 or fixed < 10:
        return None
    first, second, third = struct.unpack_from("<HHH", std)
    (length,) = struct.unpack_from("<H", std, fixed)
    name = std[fixed + 2 : fixed + 2 + length * 2].decode("utf-16-le", "replace")
    parts = _parts(std, fixed + 4 + length * 2, third & 0xF)
    kind = second & 0xF
    paragraph = parts[0][2:] if kind == _PARAGRAPH and parts else b""
    place = {_PARAGRAPH: 1, _CHARACTER: 0}.get(kind, len(parts))
    characters = parts[place] if place < len(parts) else b""
    return _Definition(kind, first & 0xFFF, second >> 4, name, paragraph, characters)


def _parts(std: bytes, at: int, count: int) -> list[bytes]:
    parts: list[bytes] = []
    for _ in range(count):
        at += at % 2
        if at + 2 > len(std):
            break
        (size,) = struct.unpack_from("<H", std, at)
        parts.append(std[at + 2 : at + 2 + size])
        at += 2 + size
    return parts
