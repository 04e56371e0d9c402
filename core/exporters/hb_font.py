"""A font for reportlab's canvas, measured and subset by HarfBuzz.

reportlab's own TrueType class reads the whole file in Python, refuses CFF outlines (Noto CJK) and writes a wrong
ToUnicode above U+FFFF. This one maps the file, looks up only the characters used, and embeds one CID font per face:
CIDFontType2 for TrueType, CIDFontType0 for CFF.
"""

import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple, TypeVar
from weakref import WeakKeyDictionary

import uharfbuzz as hb
from reportlab.pdfbase import pdfdoc

from core.exporters import cmaps
from core.exporters.marks import Steps
from core.exporters.outlines import outline

_DROPPED = ("GSUB", "GPOS", "GDEF", "BASE", "cmap", "post", "name", "DSIG", "VORG", "vhea", "vmtx", "OS/2", "STAT")
_BLANKS = frozenset(" \u00a0\u3000\u2002\u2003\u2009\u200a")
_SYMBOLIC = 4
_MOST_KEPT = 4  # a report, its 校核单, its 审签单, another report

K = TypeVar("K")
V = TypeVar("V")


@lru_cache(maxsize=24)
def _face(path: Path, index: int) -> hb.Face:
    return hb.Face(hb.Blob.from_file_path(str(path)), index)


class _Subset(NamedTuple):
    """Some glyphs of a face as a font program: compressed, its length before that, and the new numbers of glyphs."""

    packed: bytes
    length: int
    numbers: Mapping[int, int]


@dataclass(frozen=True, slots=True, eq=False)
class Made:
    """A face made ready for the characters of a document: their codes, also in hexadecimal, and what the file holds.

    Two are the same only if they are one object.
    """

    codes: Mapping[str, int]
    words: Mapping[str, str]
    subset: _Subset
    widths: str
    to_unicode: bytes
    glyph_map: bytes


class _Use(NamedTuple):
    """What one document takes from a face, and its name there."""

    name: str
    made: Made


class HbFont:
    """One face of one font file.

    Implements what reportlab asks of a dynamic font (`splitString`, `getSubsetInternalName`, `addObjects`); besides it
    answers for single characters which glyph they have (`glyph`) and how wide it is in em (`advance`).
    """

    _multiByte = 1  # noqa: N815 - its name
    _dynamicFont = 1  # noqa: N815 - its name
    shapable = False

    def __init__(self, name: str, path: Path, index: int = 0) -> None:
        self.fontName = self.name = name
        self.encoding = None
        self.substitutionFonts: list[object] = []
        self._hb_face = _face(path, index)
        self._font = hb.Font(self._hb_face)
        self._cff = "CFF " in self._hb_face.table_tags
        self._scale = 1000 / self._hb_face.upem
        self._glyphs: dict[str, int] = {}
        self._chars: dict[int, int] = {}  # by glyph: a character that the face itself maps to it
        self._advances: dict[str, float] = {}
        self._subsets: dict[frozenset[int], _Subset] = {}
        self._made: dict[tuple[str, ...], Made] = {}
        self._uses: WeakKeyDictionary[Any, _Use] = WeakKeyDictionary()  # by document
        extents = self._font.get_font_extents("ltr")
        self.ascent = extents.ascender * self._scale
        self.descent = extents.descender * self._scale
        self.face = self  # reportlab asks the face for ascent and descent

    def glyph(self, char: str) -> int:
        """Return the glyph of a character, 0 where the face has none or only an empty one."""
        found = self._glyphs.get(char)
        if found is None:
            found = self._glyphs[char] = self._look_up(char)
        return found

    def advance(self, char: str) -> float:
        """Return the width of a character in em."""
        width = self._advances.get(char)
        if width is None:
            width = self._advances[char] = self._font.get_glyph_h_advance(self.glyph(char)) * self._scale / 1000
        return width

    def stand_in(self, char: str, mark: str) -> None:
        """Draw the glyph of `mark` wherever `char`, which the face lacks, is set; it is still copied as `char`."""
        self._glyphs[char] = self.glyph(mark)

    def outline(self, char: str) -> Steps:
        """Return the outline of a character in em from its origin."""
        return outline(self._font, self.glyph(char))

    def _look_up(self, char: str) -> int:
        glyph = int(self._font.get_nominal_glyph(ord(char)) or 0)
        self._chars[glyph] = ord(char)
        if not glyph or char in _BLANKS:
            return glyph
        extents = self._font.get_glyph_extents(glyph)
        drawn = extents is not None and extents.width and extents.height
        return glyph if drawn else 0  # AR PL UKai maps 䶮 to an empty glyph

    def prepare(self, doc: Any, chars: Iterable[str]) -> tuple[str, Made]:
        """Subset the face to `chars` for a document; return its name there and the codes of the characters.

        Where the outlines are CFF a code is the number of the glyph in the subset, for not every reader follows another
        table there. Else it is the character's own, so that two characters that share a glyph (一 and the radical ⼀)
        are still copied as what they are.
        """
        wanted = tuple(sorted(set(chars)))  # so that the same characters have the same codes wherever they stand
        made = self._made.get(wanted)
        if made is None:
            made = _remembered(self._made, wanted, self._make(wanted))
        use = self._uses[doc] = _Use(f"F{len(doc.fontMapping) + 1}", made)
        doc.fontMapping[self.fontName] = f"/{use.name}"
        doc.delayedFonts.append(self)
        return f"/{use.name}", made

    def _make(self, wanted: Sequence[str]) -> Made:
        subset = self._subset(frozenset({0, *map(self.glyph, wanted)}))
        glyphs = {char: subset.numbers[self.glyph(char)] for char in wanted}
        codes = glyphs if self._cff else {char: code for code, char in enumerate(wanted, start=1)}
        words = {char: f"{code:04X}" for char, code in codes.items()}
        to_unicode = zlib.compress(cmaps.to_unicode(codes))
        return Made(codes, words, subset, self._widths(codes), to_unicode, zlib.compress(cmaps.glyph_map(glyphs)))

    # ------------------------------------------------------------------ what reportlab calls

    def stringWidth(self, text: str, size: float, encoding: str = "utf8") -> float:  # noqa: N802 - its name
        return sum(map(self.advance, text)) * size

    def splitString(self, text: str, doc: Any, encoding: str = "utf8") -> list[tuple[int, bytes]]:  # noqa: N802 - its name
        codes = self._uses[doc].made.codes
        return [(0, b"".join(codes[char].to_bytes(2, "big") for char in text))]

    def getSubsetInternalName(self, subset: int, doc: Any) -> str:  # noqa: N802 - its name
        return f"/{self._uses[doc].name}"

    def addObjects(self, doc: Any) -> None:  # noqa: N802 - its name
        """Add the subset, its widths and its ToUnicode to the document (PDF 32000-1, 9.7)."""
        use = self._uses.pop(doc)
        made = use.made
        name = f"{_prefix(made.codes)}+{self.fontName}"
        descendant = _dictionary(
            Type="/Font",
            Subtype="/CIDFontType0" if self._cff else "/CIDFontType2",
            BaseFont=f"/{name}",
            CIDSystemInfo=_dictionary(
                Registry=pdfdoc.PDFString("Adobe"), Ordering=pdfdoc.PDFString("Identity"), Supplement=0
            ),
            FontDescriptor=self._descriptor(doc, name, made.subset),
            DW=1000,
        )
        descendant["W"] = made.widths
        font = _dictionary(
            Type="/Font",
            Subtype="/Type0",
            BaseFont=f"/{name}",
            Encoding="/Identity-H",
            DescendantFonts=pdfdoc.PDFArray([doc.Reference(descendant)]),
            ToUnicode=_packed(doc, made.to_unicode, {}),
        )
        if not self._cff:
            descendant["CIDToGIDMap"] = _packed(doc, made.glyph_map, {})
        doc.idToObject["BasicFonts"].dict[use.name] = doc.Reference(font)

    # ------------------------------------------------------------------ the embedded font

    def _subset(self, glyphs: frozenset[int]) -> _Subset:
        """Return the program with `glyphs` (for CFF the new numbers are the CIDs); half the time of an export.

        The last ones are kept: an export after a corrected number mostly needs the same glyphs again.
        """
        return self._subsets.get(glyphs) or _remembered(self._subsets, glyphs, self._make_subset(glyphs))

    def _make_subset(self, glyphs: frozenset[int]) -> _Subset:
        """Ask for characters, not glyphs: to find glyphs HarfBuzz goes through all that the face maps, 10 ms of CJK."""
        wanted = hb.SubsetInput()
        wanted.unicode_set.update(self._chars[glyph] for glyph in glyphs if glyph)
        wanted.drop_table_tag_set.update(int.from_bytes(tag.encode("ascii"), "big") for tag in _DROPPED)
        wanted.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NOTDEF_OUTLINE
        if self._cff:
            wanted.flags |= hb.SubsetFlags.CFF_IDENTITY_CHARSET | hb.SubsetFlags.DESUBROUTINIZE  # half the time
        plan = hb.SubsetPlan(self._hb_face, wanted)
        face, mapping = plan.execute(), plan.old_to_new_glyph_mapping
        program = bytes((face.reference_table("CFF ") if self._cff else face.blob).data)
        return _Subset(zlib.compress(program), len(program), {old: mapping[old] for old in glyphs})

    def _widths(self, cids: Mapping[str, int]) -> str:
        """Return the array W (PDF 32000-1, 9.7.4.3), without those as wide as most are."""
        widths = {cid: round(self.advance(char) * 1000, 2) for char, cid in cids.items()}
        return f"[{' '.join(f'{cid} [{widths[cid]:g}]' for cid in sorted(widths) if widths[cid] != 1000)}]"

    def _descriptor(self, doc: Any, name: str, subset: _Subset) -> object:
        entries = {"Subtype": "/CIDFontType0C"} if self._cff else {"Length1": subset.length}
        descriptor = _dictionary(
            Type="/FontDescriptor",
            FontName=f"/{name}",
            Flags=_SYMBOLIC,
            FontBBox=pdfdoc.PDFArray([-200, round(self.descent), 2200, round(self.ascent)]),
            ItalicAngle=0,
            Ascent=round(self.ascent),
            Descent=round(self.descent),
            CapHeight=700,
            StemV=80,
        )
        descriptor["FontFile3" if self._cff else "FontFile2"] = _packed(doc, subset.packed, entries)
        return doc.Reference(descriptor)


def _remembered(kept: dict[K, V], key: K, value: V) -> V:
    """Keep the last few."""
    while len(kept) >= _MOST_KEPT:
        del kept[next(iter(kept))]
    kept[key] = value
    return value


def _packed(doc: Any, content: bytes, entries: Mapping[str, object]) -> object:
    return doc.Reference(pdfdoc.PDFStream(_dictionary(Filter="/FlateDecode", **entries), content, []))


def _dictionary(**entries: object) -> Any:
    """Return a PDF dictionary; words that begin with a slash are names."""
    return pdfdoc.PDFDictionary(
        {
            key: pdfdoc.PDFName(value[1:]) if isinstance(value, str) and value.startswith("/") else value
            for key, value in entries.items()
        }
    )


def _prefix(codes: Mapping[str, int]) -> str:
    """Return the six capital letters that mark a subset (PDF 32000-1, 9.6.4), the same for the same characters."""
    number = zlib.crc32("".join(codes).encode("utf-16-be"))
    return "".join(chr(65 + number // 26**place % 26) for place in range(6))
