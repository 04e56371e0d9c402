"""The fonts that help out where Windows lacks 仿宋, 楷体, 黑体 or 小标宋, with their licences.

Only free ones (OFL), cut to what a report in simplified Chinese can hold: GB 2312, the table of standard characters
of 2013 (通用规范汉字表) and the usual signs; of 宋体, which every Windows has, only the most used ones: another font
lends the rest; of a Latin one as wide as Times, which sets the digits, only letters. They are made when the bundle is,
and never committed. A cut font may not keep a name that its makers reserved, so the one of LXGW becomes 年报楷体, and
Liberation Serif 年报西文.
"""

import bz2
import io
import re
import shutil
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

import uharfbuzz as hb

from installer.windows import fetch
from installer.windows.places import FONTS

_STANDARD = re.compile(rb"(?m)^U\+([0-9A-F]+)\tkTGH\t")
_SIGNS = (
    *((0x20, 0x7E), (0xA0, 0xFF), (0x2010, 0x2027), (0x2030, 0x2033), (0x203B, 0x203B), (0x20AC, 0x20AC)),
    *((0x2103, 0x2103), (0x2116, 0x2116), (0x2150, 0x218F), (0x2190, 0x2193), (0x2200, 0x22FF), (0x2460, 0x24FF)),
    *((0x2500, 0x2573), (0x25A0, 0x25FF), (0x2605, 0x2606), (0x2713, 0x2713), (0x3000, 0x303F), (0x3200, 0x33FF)),
    *((0xFE30, 0xFE4F), (0xFF00, 0xFFEF)),
)
LAST_OF_LETTERS = 0x2150
_DROPPED = (b"GSUB", b"GPOS", b"GDEF", b"BASE", b"VORG", b"vhea", b"vmtx", b"DSIG", b"meta")
_NAME_IDS = {"copyright": 0, "family": 1, "style": 2, "unique": 3, "full": 4, "version": 5, "postscript": 6}
_SIMPLIFIED = 0x0804


@dataclass(frozen=True, slots=True)
class Source:
    """A font of a Debian package: its file there, the face inside; the name it gets if it may not keep its own.

    `scope` is 0 for the most used characters, 1 for all of GB 2312, 2 for the rare ones of names too, 3 for letters,
    digits and their signs alone.
    """

    package: str
    file: str
    index: int
    out: str
    name: str = ""
    chinese_name: str = ""
    scope: int = 2


SOURCES = (
    Source("fonts-noto-cjk", "opentype/noto/NotoSerifCJK-Regular.ttc", 2, "NotoSerifSC-Regular.otf", scope=0),
    Source("fonts-noto-cjk", "opentype/noto/NotoSerifCJK-Bold.ttc", 2, "NotoSerifSC-Bold.otf"),
    Source("fonts-noto-cjk", "opentype/noto/NotoSansCJK-Regular.ttc", 2, "NotoSansSC-Regular.otf", scope=1),
    Source(
        "fonts-lxgw-wenkai", "truetype/lxgw-wenkai/LXGWWenKai-Light.ttf", 0, "NianbaoKai.ttf", "Nianbao Kai", "年报楷体"
    ),
    Source(
        "fonts-liberation2",
        "truetype/liberation2/LiberationSerif-Regular.ttf",
        0,
        "NianbaoLatin.ttf",
        "Nianbao Latin",
        "年报西文",
        scope=3,
    ),
)


def make() -> None:
    """Write the cut fonts and their licences, unless they are there already, made as it says here."""
    note, wanted = FONTS.with_suffix(".txt"), sha256(Path(__file__).read_bytes()).hexdigest()
    if note.is_file() and note.read_text("ascii") == wanted:
        return
    shutil.rmtree(FONTS, ignore_errors=True)
    FONTS.mkdir(parents=True)
    for package in dict.fromkeys(source.package for source in SOURCES):
        licence = fetch.member(fetch.deb(package), f"usr/share/doc/{package}/copyright")
        (FONTS / f"{package}-licence.txt").write_bytes(licence)
    scopes = (common(), common() | _gb2312(0xA1, 0xF7), characters(), letters())
    for source in SOURCES:
        whole = fetch.member(fetch.deb(source.package), f"usr/share/fonts/{source.file}")
        (FONTS / source.out).write_bytes(renamed(cut(whole, source.index, scopes[source.scope]), source))
    note.write_text(wanted, "ascii")


@lru_cache
def characters() -> frozenset[int]:
    """Return the code points that the cut fonts keep, as far as they have them."""
    listed = bz2.decompress(fetch.member(fetch.deb("unicode-data"), "usr/share/unicode/Unihan_OtherMappings.txt.bz2"))
    standard = {int(code, 16) for code in _STANDARD.findall(listed)}
    return frozenset(standard | _gb2312(0xA1, 0xF7)) | common()


def common() -> frozenset[int]:
    """Return the code points of the 3755 most used characters (first level of GB 2312) and of the usual signs."""
    return (
        _gb2312(0xA1, 0xA3) | _gb2312(0xB0, 0xD7) | {code for first, last in _SIGNS for code in range(first, last + 1)}
    )


def letters() -> frozenset[int]:
    """Return the code points of Latin letters and digits, and of the signs that stand between them."""
    return frozenset(code for first, last in _SIGNS if last < LAST_OF_LETTERS for code in range(first, last + 1))


def _gb2312(first: int, last: int) -> frozenset[int]:
    """Return the code points of some rows of GB 2312."""
    pairs = (bytes([row, cell]) for row in range(first, last + 1) for cell in range(0xA1, 0xFF))
    return frozenset(ord(char) for pair in pairs for char in pair.decode("gb2312", "ignore"))


def cut(font: bytes, index: int, wanted: frozenset[int]) -> bytes:
    """Return a face with these characters only, without hints and without the tables of typesetting."""
    ask = hb.SubsetInput()
    ask.unicode_set.update(wanted)
    ask.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.DESUBROUTINIZE
    ask.drop_table_tag_set.update({int.from_bytes(tag, "big") for tag in _DROPPED})
    face = hb.subset(hb.Face(font, index), ask)
    return bytes(face.blob.data)


def renamed(font: bytes, source: Source) -> bytes:
    """Return a font that carries a name of ours where it may not keep its own; otherwise the font as it is."""
    if not source.name:
        return font
    from fontTools.ttLib import TTFont  # of the building environment

    with TTFont(io.BytesIO(font), lazy=True) as opened:
        names = opened["name"]
        origin = f"Cut from {names.getDebugName(4)} ({names.getDebugName(5)}). {names.getDebugName(0)}"
        plain = source.name.replace(" ", "")
        said = {
            "copyright": origin,
            "family": source.name,
            "style": "Regular",
            "unique": f"{plain}-Regular",
            "full": source.name,
            "version": "Version 1.000",
            "postscript": f"{plain}-Regular",
        }
        names.names = [record for record in names.names if record.nameID in (13, 14)]  # its licence and where it stands
        for key, words in said.items():
            names.setName(words, _NAME_IDS[key], 3, 1, 0x0409)
        for key in ("family", "full"):
            names.setName(source.chinese_name, _NAME_IDS[key], 3, 1, _SIMPLIFIED)
        out = io.BytesIO()
        opened.save(out)
    return out.getvalue()
