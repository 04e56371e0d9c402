"""The opened faces of one PDF: which font sets each character of a role, and what could not be set."""

import re
import unicodedata
import zlib
from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from threading import Lock
from typing import TypeVar

import uharfbuzz as hb
from reportlab.pdfbase import pdfmetrics

from core.errors import UserError
from core.exporters import font_files
from core.exporters.font_files import Face
from core.exporters.fonts import Chosen, Role, choose, latin, spare
from core.exporters.hb_font import HbFont
from core.exporters.kept import Kept
from core.exporters.quotes import QUOTES, latin_quotes
from core.exporters.tokens import FULL, Sort

T = TypeVar("T")

ONE_AT_A_TIME = Lock()
"""Held by who makes a PDF: reportlab keeps its fonts for the whole process."""

_MISSING_MARK = "〓"  # the printers' sign for a character that is not in the case
_MARKS = (_MISSING_MARK, "□", "■", "?")
_MOST_NAMED = 20
_WITH_TIMES = frozenset({Role.BODY, Role.SUBHEADING})  # bold faces keep their own digits, tables those of 宋体
_LATIN = re.compile("[ -~\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]")


class Faces:
    """The faces chosen on this machine, for one document.

    `missing` collects the characters that no font of the machine has; they are set as 〓 and copied as themselves.
    """

    def __init__(self) -> None:
        case = _case()
        self.chosen: Mapping[Role, Chosen] = case.chosen
        self.missing: dict[str, None] = {}
        self._chains, self._kept = case.chains, case.kept

    def keep(self, key: Hashable, make: Callable[[], T]) -> T:
        """Return what `make` sets, from the last document where that had the same: an edit changes little of a report.

        What lacks a character is made anew, so that each document knows of it.
        """
        found: T | None = self._kept.get(key)
        if found is None:
            found = make()
            if not self.missing:
                self._kept.put(key, found)
        return found

    def name(self, role: Role) -> str:
        """Return the name under which the canvas knows the face of a role."""
        return self._chains[role].font.fontName

    def top(self, char: str, role: Role) -> float:
        """Return how far above the line the ink of a character reaches, in em."""
        return max((numbers[-1] for _, numbers in self._chains[role].font.outline(char) if numbers), default=0.0)

    def sorts(self, text: str, role: Role, size: float, track: float = 0.0) -> list[Sort]:
        """Return the characters of `text` with font and width in points; `track` is added to every width."""
        chain, narrow = self._chains[role], latin_quotes(text)
        found = []
        for at, char in enumerate(text):
            font, advance, missing = chain.narrow(char) if at in narrow else chain.look_up(char)
            if missing:
                self.missing[char] = None
            if font:
                found.append(Sort(char, font, advance * size + track))
        return found

    def notes(self, roles: Collection[Role] = tuple(Role)) -> tuple[str, ...]:
        """Return what the clerk should know: substitutes used in these roles, characters that could not be set."""
        substitutes = tuple(chosen.note for role, chosen in self.chosen.items() if role in roles and chosen.note)
        if not self.missing:
            return substitutes
        named = "、".join(f"“{char}”（U+{ord(char):04X}）" for char in list(self.missing)[:_MOST_NAMED])
        more = f"等 {len(self.missing)} 个字" if len(self.missing) > _MOST_NAMED else ""
        return (
            *substitutes,
            f"这台电脑的字体里没有{named}{more}，PDF 中以“〓”占位；请换用通用的字，或者安装含有该字的字体后重新导出。",
        )


@dataclass(frozen=True, slots=True)
class _Case:
    """The faces chosen out of those installed, with what was set in them."""

    installed: tuple[Face, ...]
    chosen: Mapping[Role, Chosen]
    chains: Mapping[Role, "_Chain"]
    kept: Kept = field(default_factory=Kept)


_last: list[_Case] = []


def _case() -> _Case:
    """Return the last case again unless fonts were installed or removed since."""
    installed = font_files.faces()
    if not _last or _last[0].installed is not installed:
        chosen = choose(installed)
        helpers = tuple(dict.fromkeys((*(each.face for each in chosen.values()), *spare(installed))))
        times = latin(installed)
        wide = chosen[Role.TABLE].face  # the quotation marks of 楷体 are nearer to those of 宋体 than of 黑体
        chains = {
            role: _chain(each.face, helpers, times if role in _WITH_TIMES else None, wide)
            for role, each in chosen.items()
        }
        _last[:] = [_Case(installed, chosen, chains)]
    return _last[0]


class _Chain:
    """A face, the one that sets digits and Latin letters in its place, and those that help out.

    Remembers what was looked up.
    """

    def __init__(self, face: Face, helpers: Sequence[Face], times: Face | None, wide: Face) -> None:
        self.font = _font(face)
        self._helpers = helpers
        self._times = _helper(times) if times else None
        self._for_quotes = (face, wide, *helpers)
        self._known: dict[str, tuple[str, float, bool]] = {}

    def look_up(self, char: str) -> tuple[str, float, bool]:
        """Return font name ("" for what takes no room), width in em, and whether no font has the character."""
        known = self._known.get(char)
        if known is None:
            known = self._known[char] = self._quote(char) or self._find(char)
        return known

    def narrow(self, char: str) -> tuple[str, float, bool]:
        """Return the same for a quotation mark among Latin words, which the face of Latin letters sets."""
        for font in (self._times, self.font):
            if font is not None and font.glyph(char):
                return font.fontName, font.advance(char), False
        return self.look_up(char)

    def _quote(self, char: str) -> tuple[str, float, bool] | None:
        """Take a quotation mark from the first font where it is an em wide: free 楷体 has only those of English."""
        for font in map(_helper, self._for_quotes if char in QUOTES else ()):
            if font is not None and font.glyph(char) and font.advance(char) >= FULL:
                return font.fontName, font.advance(char), False
        return None

    def _find(self, char: str) -> tuple[str, float, bool]:
        if self._times and _LATIN.fullmatch(char) and self._times.glyph(char):
            return self._times.fontName, self._times.advance(char), False
        if char.isspace() and not self.font.glyph(char):
            self.font.stand_in(char, " ")
            return self.font.fontName, self.font.advance(" "), False
        if _is_invisible(char):
            return "", 0.0, False
        if self.font.glyph(char):
            return self.font.fontName, self.font.advance(char), False
        for font in map(_helper, self._helpers):
            if font is not None and font.glyph(char):
                return font.fontName, font.advance(char), False
        self._mark(char)
        return self.font.fontName, self.font.advance(char), True

    def _mark(self, char: str) -> None:
        mark = next((mark for mark in _MARKS if self.font.glyph(mark)), " ")
        self.font.stand_in(char, mark)


def _is_invisible(char: str) -> bool:
    """Joiners, direction marks and variation selectors take no room and need no glyph."""
    return (
        unicodedata.category(char) in ("Cf", "Cc")
        or "\ufe00" <= char <= "\ufe0f"
        or "\U000e0100" <= char <= "\U000e01ef"
    )


@lru_cache(maxsize=32)
def _chain(face: Face, helpers: tuple[Face, ...], times: Face | None, wide: Face) -> _Chain:
    return _Chain(face, helpers, times, wide)


@lru_cache(maxsize=256)
def _font(face: Face) -> HbFont:
    try:
        font = HbFont(_ps_name(face), face.path, face.index)
    except (hb.HarfBuzzError, OSError) as error:
        raise UserError(
            f"没有导出 PDF：字体文件“{face.path.name}”打不开。", f"请在系统的字体设置里重新安装“{face.name}”，再导出。"
        ) from error
    pdfmetrics.registerFont(font)
    return font


def _helper(face: Face) -> HbFont | None:
    """Return a face that may help out; one that cannot be opened helps nobody, and harms nobody either."""
    try:
        return _font(face)
    except UserError:
        return None


def _ps_name(face: Face) -> str:
    """Return a name of the face in plain letters; two files never share one, for reportlab keeps the first."""
    plain = next((name for name in reversed(face.names) if name.isascii()), "Font")
    mark = zlib.crc32(f"{face.path}#{face.index}".encode())
    return f"{re.sub(r'[^A-Za-z0-9-]', '', plain)}-{mark:08x}"
