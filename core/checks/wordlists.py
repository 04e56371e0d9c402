"""Word lists that the user can edit: meetings and slogans with their years, slips of the pen, Latin words.

The lists stand in a text file in the user's folder (`FILE`); a list that is missing there, or a file that cannot be
read, means the built-in one. The rules stay silent about what no list holds. `core.checks.word_file` writes the file.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from core import home
from core.checks.built_in_words import LATIN, MEETINGS, SLIPS, SLOGANS

FILE = "词表.txt"
"""The name of the file in the folder of `core.home`."""

LARGEST = 256 * 1024
"""Bytes; more is no list of words."""

_HEAD = re.compile(r"\s*[\[【](?P<name>[^\]】]{1,20})[\]】]\s*")
_YEARS = re.compile(r"(?P<words>\S.*?)\s+(?P<first>20\d{2})\s*(?:[-—~至－]\s*(?P<last>20\d{2}))?")
_DIGITS = re.compile("[0-9]{1,6}")
_SLIP = re.compile(r"(?P<wrong>\S+)\s*(?:→|->|=>|＝|=)\s*(?P<right>\S+)")


@dataclass(frozen=True, slots=True)
class Current:
    """Words with the years of the reports in which they are current."""

    words: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class WordLists:
    """All lists. `slips` gives the right word for each wrong one; `most_words` of 总体情况, 0: no limit."""

    meetings: tuple[Current, ...] = ()
    slogans: tuple[Current, ...] = ()
    slips: Mapping[str, str] = field(default_factory=dict)
    latin: frozenset[str] = frozenset()
    most_words: int = 0


@lru_cache(maxsize=1)
def current() -> WordLists:
    """Return the lists of this user; who changes the file calls `renew`. Other lists are another object."""
    return read(file())


def renew() -> None:
    """Read the file again when the lists are next asked for."""
    current.cache_clear()


def file() -> Path:
    """Return where the lists of this user stand; nothing need be there."""
    return home.folder() / FILE


@lru_cache(maxsize=1)
def built_in() -> WordLists:
    """Return the lists that come with the program."""
    return WordLists(
        tuple(_currents(MEETINGS)), tuple(_currents(SLOGANS)), dict(_slips(SLIPS)), frozenset(LATIN.lower().split())
    )


def read(path: Path) -> WordLists:
    """Return the lists in a file, UTF-8 or as the Chinese editor of Windows writes; built-in ones for what it lacks."""
    own = built_in()
    parts = _parts(text_of(path) or "")
    return WordLists(
        tuple(_currents(parts["会议"])) if "会议" in parts else own.meetings,
        tuple(_currents(parts["口号"])) if "口号" in parts else own.slogans,
        dict(_slips(parts["错字"])) if "错字" in parts else own.slips,
        frozenset(parts["英文"].lower().split()) if "英文" in parts else own.latin,
        _number(parts.get("总体情况字数", "")),
    )


def text_of(path: Path) -> str | None:
    """Return what stands in a file of lists; None where there is none, or none that can be read."""
    try:
        with path.open("rb") as stream:
            data = stream.read(LARGEST + 1)
        return _decoded(data) if len(data) <= LARGEST else None
    except (OSError, ValueError):
        return None


def as_text() -> str:
    """Return the built-in lists as a file to edit."""
    return (
        "# 一行一条；# 开头的是说明。删掉整个部分，就用程序自带的词。\n\n"
        f"[会议]\n# 名称，适用的报告年度\n{MEETINGS.strip()}\n\n[口号]\n{SLOGANS.strip()}\n\n"
        f"[错字]\n# 错 → 对\n{SLIPS.strip()}\n\n[英文]\n# 文中可以出现的英文\n{LATIN.strip()}\n\n"
        "[总体情况字数]\n# 总体情况最多多少字，0 为不限\n0\n"
    )


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("gb18030")


def faults(text: str) -> tuple[tuple[int, str], ...]:
    """Return the lines that say nothing to the program: their number, counted from 1, and what to write instead."""
    return tuple(_faults(text))


def _faults(text: str) -> Iterator[tuple[int, str]]:
    name = ""
    for number, line in enumerate(text.splitlines(), start=1):
        words = line.strip()
        if head := _HEAD.fullmatch(line):
            name = head["name"].strip()
            if name not in _RIGHT:
                yield number, f"没有“{name}”这个部分，只能用 {'、'.join(_RIGHT)}。"
        elif words and not words.startswith("#"):
            if not name:
                yield number, "前面还没有部分的名称，如 [会议]。"
            elif name in _RIGHT and not _RIGHT[name][0](words):
                yield number, _RIGHT[name][1]


def _is_current(words: str) -> bool:
    return any(one.first <= one.last for one in _currents(words))


def _is_slip(words: str) -> bool:
    return any(wrong != right for wrong, right in _slips(words))


def _is_latin(words: str) -> bool:
    return words.isascii()


def _is_number(words: str) -> bool:
    return _DIGITS.fullmatch(words) is not None


_RIGHT: Mapping[str, tuple[Callable[[str], bool], str]] = {
    "会议": (_is_current, "应写名称和年份，如：党的二十大 2022-2027。"),
    "口号": (_is_current, "应写口号和年份，如：党纪学习教育 2024-2024。"),
    "错字": (_is_slip, "应写错的和对的词，如：布署 → 部署。"),
    "英文": (_is_latin, "只写英文单词，用空格隔开。"),
    "总体情况字数": (_is_number, "应写一个数，如：1000；0 为不限。"),
}
"""The parts of a file: what makes a line of each right, and how to write it."""


def _parts(text: str) -> dict[str, str]:
    parts: dict[str, str] = {}
    name = ""
    for line in text.splitlines():
        if head := _HEAD.fullmatch(line):
            name = head["name"].strip()
            parts[name] = ""
        elif name and not line.lstrip().startswith("#"):
            parts[name] += line + "\n"
    return parts


def _currents(lines: str) -> Iterator[Current]:
    for line in lines.splitlines():
        if match := _YEARS.fullmatch(line.strip()):
            first = int(match["first"])
            yield Current(match["words"], first, int(match["last"] or first))


def _slips(lines: str) -> Iterator[tuple[str, str]]:
    for line in lines.splitlines():
        if match := _SLIP.fullmatch(line.strip()):
            yield match["wrong"], match["right"]


def _number(words: str) -> int:
    digits = words.strip()
    return int(digits) if _DIGITS.fullmatch(digits) else 0
