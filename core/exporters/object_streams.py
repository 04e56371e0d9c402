"""Pack the many small objects of a PDF into one stream (PDF 32000-1, 7.5.7 and 7.5.8).

The structure of a report is four hundred elements of a few dozen bytes each, which compress to a tenth once they lie
together. Everything else stays as it was written.
"""

import re
import struct
import zlib
from typing import NamedTuple

_PACKED = b"<</S /"  # how an element of the structure begins
_ENTRY = struct.Struct(">BIH")  # of the table of objects: kind, place or stream, generation or index
_FREE, _PLAIN, _IN_STREAM = 0, 1, 2
_LAST = 0xFFFF


class _Parts(NamedTuple):
    """A file as it was written: what stands before its objects, the objects by number, and the end of its trailer."""

    head: bytes
    objects: dict[int, bytes]
    trailer: bytes


def packed(data: bytes) -> bytes:
    """Return the same document with its small objects in one stream; the same bytes give the same bytes."""
    parts = _parted(data)
    small = {number: body for number, body in parts.objects.items() if body.startswith(_PACKED)}
    if not small:
        return data
    stream, table = max(parts.objects) + 1, max(parts.objects) + 2
    entries = {0: (_FREE, 0, _LAST)} | {number: (_IN_STREAM, stream, at) for at, number in enumerate(small)}
    out = bytearray(parts.head)
    plain = {number: body for number, body in parts.objects.items() if number not in small}
    for number, body in (*plain.items(), (stream, _stream(small))):
        entries[number] = (_PLAIN, len(out), 0)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    entries[table] = (_PLAIN, len(out), 0)
    rows = b"".join(_ENTRY.pack(*entries.get(number, (_FREE, 0, _LAST))) for number in range(table + 1))
    about = b"/Type /XRef /Size %d /W [1 4 2] %s" % (table + 1, parts.trailer)
    out += b"%d 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (table, _written(about, rows), entries[table][1])
    return bytes(out)


def _parted(data: bytes) -> _Parts:
    """Take a file apart that our writer has made: its table tells where each object begins."""
    start = int(data[data.rindex(b"startxref") + 9 :].split(None, 1)[0])
    table, trailer = data[start : data.rindex(b"startxref")].split(b"trailer", 1)
    lines = table.split(b"\n")[2:]
    places = sorted(int(line[:10]) for line in lines if line.rstrip().endswith(b"n"))
    objects = dict(_object(data[begin:end]) for begin, end in zip(places, (*places[1:], start), strict=True))
    kept = re.sub(rb"%[^\n]*\n|/Size \d+", b" ", trailer).strip()
    return _Parts(data[: places[0]], objects, kept.removeprefix(b"<<").removesuffix(b">>").strip())


def _object(written: bytes) -> tuple[int, bytes]:
    """Return the number of an object and what it holds."""
    number, _, rest = written.partition(b" 0 obj")
    return int(number), rest[: rest.rindex(b"endobj")].strip()


def _stream(objects: dict[int, bytes]) -> bytes:
    """Return the stream that holds these objects, with the list of their numbers and places in front."""
    places, at = [], 0
    for number, body in objects.items():
        places.append(b"%d %d" % (number, at))
        at += len(body) + 1
    first = b" ".join(places) + b"\n"
    about = b"/Type /ObjStm /N %d /First %d" % (len(objects), len(first))
    return _written(about, first + b"\n".join(objects.values()) + b"\n")


def _written(about: bytes, content: bytes) -> bytes:
    small = zlib.compress(content)
    return b"<<%s /Filter /FlateDecode /Length %d>>\nstream\n%s\nendstream" % (about, len(small), small)
