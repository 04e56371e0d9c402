"""Ways to break a file: in its bytes, in the parts of its package, in its markup, in its numbers."""

import io
import random
import re
import zipfile
import zlib
from collections.abc import Callable, Sequence

from lxml import etree

Mutation = Callable[[bytes, random.Random, Sequence[bytes]], bytes]
"""Takes a file, the chance, and other files of the same format."""

MOST_BYTES = 800_000
_DIGITS = re.compile(rb"\d+")
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\n?endstream", re.DOTALL)
_NUMBERS = (b"0", b"-1", b"65536", b"2147483647", b"4294967295", b"99999999999999999999", b"1e400", b"0.0000001", b"")
_WORDS = (b"\0", b"\xff\xff", b"\xff\xff\xff\x7f", b"\x00\x00\x00\x80", b"\xff\xff\xff\xff", b"\0\0\0\0")
_NESTS = (
    (b"<table><tr><td>", b"</td></tr></table>"),
    (b"<div><b>", b"</b></div>"),
    (b"{\\b ", b"}"),
    (b"{\\trowd\\cellx900\\intbl ", b"\\cell\\row}"),
    (b"[", b"]"),
    (b"<<", b">>"),
    (b"(", b")"),
)


def flip_bits(data: bytes, chance: random.Random, _others: Sequence[bytes]) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.choice((1, 3, 20, 200))):
        if changed:
            changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def cut_off(data: bytes, chance: random.Random, _others: Sequence[bytes]) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def splice(data: bytes, chance: random.Random, others: Sequence[bytes]) -> bytes:
    """Put the end of another file onto the beginning of this one."""
    other = chance.choice(others)
    return data[: chance.randrange(len(data) + 1)] + other[chance.randrange(len(other) + 1) :]


def take_out(data: bytes, chance: random.Random, _others: Sequence[bytes]) -> bytes:
    start = chance.randrange(len(data) + 1)
    return data[:start] + data[start + chance.choice((1, 7, 64, 512, 5000)) :]


def repeat(data: bytes, chance: random.Random, _others: Sequence[bytes]) -> bytes:
    start = chance.randrange(len(data) + 1)
    piece = data[start : start + chance.choice((1, 20, 300, 5000))]
    times = chance.choice((1, 2, 50, 2000))
    return data[:start] + piece * min(times, 200_000 // max(len(piece), 1)) + data[start:]


def write_over(data: bytes, chance: random.Random, _others: Sequence[bytes]) -> bytes:
    """Put an extreme number where a length or an offset may stand."""
    changed = bytearray(data)
    for _ in range(chance.choice((1, 2, 8))):
        word, start = chance.choice(_WORDS), chance.randrange(len(changed) + 1)
        changed[start : start + len(word)] = word
    return bytes(changed)


def change_numbers(data: bytes, chance: random.Random, _others: Sequence[bytes]) -> bytes:
    places = list(_DIGITS.finditer(data))
    changed = data
    for place in sorted(chance.sample(places, min(len(places), chance.choice((1, 3, 30)))), key=lambda p: -p.start()):
        changed = changed[: place.start()] + chance.choice(_NUMBERS) + changed[place.end() :]
    return changed


def nest(data: bytes, chance: random.Random, _others: Sequence[bytes]) -> bytes:
    opening, closing = chance.choice(_NESTS)
    start, depth = chance.randrange(len(data) + 1), chance.choice((5, 50, 400, 5000))
    stop = start + chance.choice((0, 100, 10_000))
    return data[:start] + opening * depth + data[start:stop] + closing * depth + data[stop:]


def change_lines(data: bytes, chance: random.Random, _others: Sequence[bytes]) -> bytes:
    lines = data.splitlines(keepends=True)
    for _ in range(chance.choice((1, 5, 50))):
        at, other = chance.randrange(len(lines) + 1), chance.randrange(len(lines) + 1)
        lines[at : at + chance.randrange(3)] = lines[other : other + chance.choice((1, 1, 3, 40))]
    return b"".join(lines)


def change_markup(data: bytes, chance: random.Random, _others: Sequence[bytes]) -> bytes:
    """Duplicate, move, take out, wrap deeply, or number anew some elements of an XML text."""
    root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, huge_tree=True))
    elements = [element for element in root.iter() if isinstance(element.tag, str)]
    for _ in range(chance.choice((1, 3, 12))):
        _change_element(chance.choice(elements), chance.choice(elements), chance)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)


def _change_element(element: etree._Element, other: etree._Element, chance: random.Random) -> None:
    deed, parent = chance.randrange(6), element.getparent()
    if deed == 0 and element.attrib:
        element.set(chance.choice(list(map(str, element.attrib))), chance.choice(_NUMBERS).decode())
    elif deed == 1:
        element.text = chance.choice(_NUMBERS).decode() * chance.choice((1, 1, 5000))
    elif parent is None:
        return
    elif deed == 2:
        parent.remove(element)
    elif deed == 3:
        size = len(etree.tostring(element))
        for _ in range(min(chance.choice((1, 3, 300)), 1 + 200_000 // size)):
            parent.append(_copy(element))
    elif deed == 4:
        inner = _copy(element)
        for _ in range(chance.choice((2, 60, 240))):
            outer = etree.Element(element.tag)
            outer.append(inner)
            inner = outer
        parent.append(inner)
    elif other is not element and element not in other.iterancestors():
        other.append(_copy(element))


def _copy(element: etree._Element) -> etree._Element:
    return etree.fromstring(etree.tostring(element, with_tail=False))


def change_part(data: bytes, chance: random.Random, others: Sequence[bytes]) -> bytes:
    """Break one part of a zip package and pack it again; or take it out, or have it twice."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = [(info.filename, package.read(info)) for info in package.infolist()]
    at = chance.choice([i for i, (name, _) in enumerate(parts) if name.endswith((".xml", ".rels"))])
    name, content = parts[at]
    deed = chance.randrange(10)
    if deed == 0:
        del parts[at]
    elif deed == 1:
        parts[at] = (name, chance.choice(parts)[1])
    else:
        parts[at] = (name, _broken(content, chance, TEXTUAL if deed < 5 else MARKUP, [c for _, c in parts]))
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        for name, content in parts:
            package.writestr(name, content)
    return target.getvalue()


def change_stream(data: bytes, chance: random.Random, others: Sequence[bytes]) -> bytes:
    """Break one packed stream of a PDF file and pack it again; its told length is wrong then."""
    places = list(_STREAM.finditer(data))
    place = chance.choice(places)
    content = zlib.decompressobj().decompress(place[1], MOST_BYTES)
    packed = zlib.compress(_broken(content, chance, TEXTUAL, [content]), 1)
    return data[: place.start(1)] + packed + data[place.end(1) :]


BYTES: tuple[Mutation, ...] = (flip_bits, cut_off, splice, take_out, repeat, write_over)
TEXTUAL: tuple[Mutation, ...] = (change_numbers, nest, change_lines, repeat, take_out, flip_bits)
MARKUP: tuple[Mutation, ...] = (change_markup,)
FOR: dict[str, tuple[Mutation, ...]] = {
    "docx": (change_part,) * 8 + BYTES,
    "xlsx": (change_part,) * 8 + BYTES,
    "pdf": (change_stream,) * 6 + (change_numbers,) * 4 + (nest, change_lines) + BYTES,
    "doc": BYTES + (write_over,) * 6,
    "xls": BYTES + (write_over,) * 6,
}
"""How files of each format are broken; all others are text."""


def broken(kind: str, data: bytes, chance: random.Random, others: Sequence[bytes]) -> bytes:
    """Return a file of a format broken once to three times."""
    for _ in range(chance.choice((1, 1, 2, 3))):
        data = _broken(data, chance, FOR.get(kind, TEXTUAL * 2 + BYTES), others)
    return data


def _broken(data: bytes, chance: random.Random, ways: Sequence[Mutation], others: Sequence[bytes]) -> bytes:
    """Break a file in one of the ways; what is broken too badly for it is left to the bytes."""
    way = chance.choice(ways)
    try:
        changed = way(data, chance, others)
    except (ValueError, IndexError, KeyError, zipfile.BadZipFile, zlib.error, etree.LxmlError, NotImplementedError,
            EOFError, OSError, RuntimeError):  # fmt: skip
        changed = flip_bits(data, chance, others)
    return changed[:MOST_BYTES]
