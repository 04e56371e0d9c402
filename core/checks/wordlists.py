"""Word lists that the user can edit: meetings and slogans with their years, slips of the pen, Latin words.

The lists stand in a text file in the user's folder (`FILE`); a list that is missing there, or a file that cannot be
read, means the built-in one. The rules stay silent about what no list holds.
"""

import re
from collections.abc import Iterator, Mapping
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
    """Return the lists of this user; a change of the file counts from the next start."""
    return read(home.folder() / FILE)


@lru_cache(maxsize=1)
def built_in() -> WordLists:
    """Return the lists that come with the program."""
    return WordLists(
        tuple(_currents(MEETINGS)), tuple(_currents(SLOGANS)), dict(_slips(SLIPS)), frozenset(LATIN.lower().split())
    )


def read(file: Path) -> WordLists:
    """Return the lists in a file, UTF-8 or as the Chinese editor of Windows writes; built-in ones for what it lacks."""
    own = built_in()
    try:
        with file.open("rb") as stream:
            data = stream.read(LARGEST + 1)
        text = _decoded(data) if len(data) <= LARGEST else ""
    except (OSError, ValueError):
        return own
    parts = _parts(text)
    return WordLists(
        tuple(_currents(parts["会议"])) if "会议" in parts else own.meetings,
        tuple(_currents(parts["口号"])) if "口号" in parts else own.slogans,
        dict(_slips(parts["错字"])) if "错字" in parts else own.slips,
        frozenset(parts["英文"].lower().split()) if "英文" in parts else own.latin,
        _number(parts.get("总体情况字数", "")),
    )


def as_text() -> str:
    """Return the built-in lists as a file to edit."""
    return (
        "# 一行一条；# 开头的是说明。删掉整个部分，就用程序自带的词。改好后重新打开程序。\n\n"
        f"[会议]\n# 名称，适用的报告年度\n{MEETINGS.strip()}\n\n[口号]\n{SLOGANS.strip()}\n\n"
        f"[错字]\n# 错 → 对\n{SLIPS.strip()}\n\n[英文]\n# 文中可以出现的英文\n{LATIN.strip()}\n\n"
        "[总体情况字数]\n# 总体情况最多多少字，0 为不限\n0\n"
    )


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("gb18030")


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
    return int(digits) if re.fullmatch(r"[0-9]{1,6}", digits) else 0
