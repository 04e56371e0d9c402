"""Which fonts this machine has: file, face, names, weight, and whether it may be embedded.

Only the few tables that say so are read (OpenType: name, OS/2), so that hundreds of files take some milliseconds.
"""

import os
import struct
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO

_SUFFIXES = (".ttf", ".ttc", ".otf", ".otc")
_MOST_FILES = 5000
_MOST_FACES = 32
_MOST_TABLES = 100
_MOST_NAME_BYTES = 200_000

_RESTRICTED, _NO_SUBSETTING, _BITMAP_ONLY = 0x0002, 0x0100, 0x0200  # OS/2 fsType
_SIMPLIFIED_CHINESE = 1 << 18  # OS/2 ulCodePageRange1
_FAMILY_NAMES = frozenset({1, 4, 16, 21})


@dataclass(frozen=True, slots=True)
class Face:
    """One face of a font file. `names` are its families and full names in every language of the file."""

    path: Path
    index: int
    names: tuple[str, ...]
    weight: int
    embeddable: bool
    simplified: bool

    @property
    def name(self) -> str:
        """The name to show: a Chinese one if the file has one."""
        chinese = (name for name in self.names if any(ord(char) > 0x2E80 for char in name))
        return next(chinese, self.names[0])


BUNDLED = Path(__file__).resolve().parents[2] / "resources" / "fonts"
"""The free fonts that come with the installed program; in the sources there are none."""


def folders() -> tuple[Path, ...]:
    """Return the folders where fonts are: of the user, of the system, then those that came with the program."""
    return (*_of_this_system(), BUNDLED)


def _of_this_system() -> tuple[Path, ...]:
    home, variables = Path.home(), os.environ
    if sys.platform == "win32":
        local = variables.get("LOCALAPPDATA") or str(home / "AppData" / "Local")
        windows = variables.get("WINDIR") or r"C:\Windows"
        return (Path(local) / "Microsoft" / "Windows" / "Fonts", Path(windows) / "Fonts")
    data = Path(variables.get("XDG_DATA_HOME") or home / ".local" / "share")
    return (data / "fonts", home / ".fonts", Path("/usr/local/share/fonts"), Path("/usr/share/fonts"))


def faces(places: tuple[Path, ...] | None = None) -> tuple[Face, ...]:
    """Return the faces that may be embedded, in the order of the folders; newly installed fonts are noticed."""
    stamped = tuple((place, place.stat().st_mtime_ns) for place in places or folders() if place.is_dir())
    return _scan(stamped)


@lru_cache(maxsize=4)
def _scan(stamped: tuple[tuple[Path, int], ...]) -> tuple[Face, ...]:
    return tuple(face for place, _ in stamped for face in _faces_below(place) if face.embeddable)


def _faces_below(place: Path) -> Iterator[Face]:
    walked = ((folder, name) for folder, _, names in os.walk(place) for name in names)
    files = sorted(Path(folder, name) for folder, name in walked if name.lower().endswith(_SUFFIXES))
    for file in files[:_MOST_FILES]:
        try:
            with file.open("rb") as stream:
                yield from _faces_of(file, stream)
        except (OSError, struct.error, ValueError):
            continue  # a damaged or unreadable font file is as good as none


def _faces_of(path: Path, stream: BinaryIO) -> Iterator[Face]:
    head = stream.read(12)
    if head[:4] != b"ttcf":
        offsets: tuple[int, ...] = (0,)
    else:
        count = min(struct.unpack(">I", head[8:])[0], _MOST_FACES)
        offsets = struct.unpack(f">{count}I", stream.read(4 * count))
    for index, offset in enumerate(offsets):
        face = _face(path, index, stream, offset)
        if face is not None:
            yield face


def _face(path: Path, index: int, stream: BinaryIO, offset: int) -> Face | None:
    """Return a face with outlines that can be embedded as they are; variable fonts would print their thinnest cut."""
    stream.seek(offset)
    count = min(struct.unpack(">4xH6x", stream.read(12))[0], _MOST_TABLES)
    directory = stream.read(16 * count)
    tables = {tag: (start, size) for tag, start, size in struct.iter_unpack(">4s4xII", directory)}
    if b"fvar" in tables or not {b"glyf", b"CFF "} & tables.keys() or b"name" not in tables:
        return None
    names = _names(_table(stream, *tables[b"name"]))
    if not names:
        return None
    weight, rights, pages = _os2(_table(stream, *tables.get(b"OS/2", (0, 0))))
    forbidden = rights & 0xF == _RESTRICTED or rights & (_NO_SUBSETTING | _BITMAP_ONLY)
    return Face(path, index, names, weight, not forbidden, bool(pages & _SIMPLIFIED_CHINESE))


def _table(stream: BinaryIO, start: int, size: int) -> bytes:
    stream.seek(start)
    return stream.read(min(size, _MOST_NAME_BYTES))


def _os2(table: bytes) -> tuple[int, int, int]:
    """Return usWeightClass, fsType and ulCodePageRange1; a font without the table forbids nothing."""
    if len(table) < 82:
        return 400, 0, 0
    weight, _, rights = struct.unpack(">HHH", table[4:10])
    return weight, rights, struct.unpack(">I", table[78:82])[0]


def _names(table: bytes) -> tuple[str, ...]:
    count, strings = struct.unpack(">2xHH", table[:6])
    found: dict[str, None] = {}
    for record in struct.iter_unpack(">6H", table[6 : 6 + 12 * count]):
        platform, _, _, name_id, size, start = record
        if name_id in _FAMILY_NAMES and platform in (0, 3):
            found.setdefault(table[strings + start :][:size].decode("utf-16-be", "ignore").strip("\0 "))
    return tuple(name for name in found if name)
