"""Finds the headings of the sections (domain.md E.4): by their words, helped by ordinal and looks."""

import re
from dataclasses import dataclass
from functools import lru_cache

from core.form import F2021
from core.importers.recogniser.lines import Line
from core.importers.recogniser.words import CHINESE, han, key, plain

_FEWEST_NUMBERED = 3  # headings that show how a report numbers its sections
_LONGEST = 40  # characters of a heading
_WIDEST = 160  # with blanks between them
_TOC_END = re.compile(r"[.…·\-—_\s]*\d*$")
_PAGE_BEHIND = re.compile(r"[\u3400-\u9fff][.…·\-—_]*\d{1,3}$")
_PAGE = re.compile(r"\d{1,3}")
_ORDINAL = re.compile(rf"(?:第?([{CHINESE}])(?:部分|、|[.,:]|(?=\s)))")
_KEYWORDS = {
    "s1": re.compile(r"总体情况$|^概述$|^工作(基本)?情况$|^基本情况$|^总体工作情况$"),
    "s2": re.compile(r"主动公开.*(情况|信息)$"),
    "s3": re.compile(r"(收到|受理)?.*(处理|办理).*申请.*情况$|^依申请公开.*情况$|收到.*申请.*情况$"),
    "s4": re.compile(r"复议.*诉讼"),
    "s5": re.compile(r"问题.*(改进|措施|打算|工作|情况)|存在.*问题$"),
    "s6": re.compile(r"其他.*事项"),
}
_PREAMBLE = frozenset({"前言", "引言", "编制说明"})
_OWN_TITLES = {key(words): section.id for section in F2021.sections for words in (section.title, *section.aliases)}


@dataclass(frozen=True, slots=True)
class Heading:
    """Where a section begins, and the words that follow its heading in the same line.

    `listed` tells that a page number stands beside it: an entry of a table of contents; `exact`, that it is worded as
    the form or a known variant of it; `words` are the heading as printed.
    """

    line: int
    section: str
    rest: str = ""
    listed: bool = False
    numbered: bool = False
    exact: bool = False
    words: str = ""


def find_headings(lines: tuple[Line, ...]) -> tuple[dict[int, Heading], frozenset[int]]:
    """Return the headings by the number of their line, and the lines of a table of contents, which are none."""
    named = [heading for line in lines if (heading := _heading(line)) is not None]
    found = _without_contents(named, lines)
    contents = frozenset(heading.line for heading in named) - {heading.line for heading in found}
    found = _in_order(_numbered_first(found), lines)
    found += _by_place(found, lines)
    return {heading.line: heading for heading in found}, contents


def _heading(line: Line) -> Heading | None:
    words = line.words
    if not words or (line.only is None and (line.grid is None or len(words) > 2)):
        return None
    first, *others = words
    listed = bool(others) and _PAGE.fullmatch(plain(others[0])) is not None
    if others and han(others[0]) < 4 and others[0] != "无" and not listed:
        return None  # a row of a table whose label resembles a heading
    title, rest = _split(first)
    told = _section(title, numbered=_ordinal(title) is not None, marked=line.heading) if len(title) <= _WIDEST else None
    if told is None:
        return None
    rest = "\n".join(filter(None, (rest, *others)))
    exact = _OWN_TITLES.get(_words(title)) is not None
    listed = listed or _PAGE_BEHIND.search(plain(title)) is not None
    return Heading(line.number, told, rest, listed, _ordinal(title) is not None, exact, title.strip())


def _split(text: str) -> tuple[str, str]:
    """Return the heading's own words and what runs on behind them."""
    first, _, below = text.partition("\n")
    for mark in ("。", "：", ":"):
        head, found, rest = first.partition(mark)
        if found and len(head) <= _WIDEST and rest.strip() and _OWN_TITLES.get(key(head)):
            return head, "\n".join(filter(None, (rest.strip(), below)))
    if below and _OWN_TITLES.get(key(text)):
        return text, ""  # a heading broken over two lines
    return first, below


@lru_cache(maxsize=1024)
def _ordinal(text: str) -> int | None:
    match = _ORDINAL.match(plain(text)) or _ORDINAL.match(text.strip())
    return CHINESE.index(match[1]) + 1 if match else None


@lru_cache(maxsize=1024)
def _section(title: str, *, numbered: bool, marked: bool) -> str | None:
    bare = _TOC_END.sub("", plain(title))
    if len(bare) > _LONGEST or "。" in bare.rstrip("。") or bare[:1] in "(〔[" or re.match(r"\d", bare):
        return None
    words = _words(title)
    if words in _PREAMBLE:
        return "preamble"
    exact = _OWN_TITLES.get(words)
    if exact or not (numbered or marked) or (bare.endswith("。") and "," in bare):
        return exact
    ordinal = _ordinal(title)
    fitting = [section for section, pattern in _KEYWORDS.items() if pattern.search(words)]
    for section in fitting:
        if ordinal is None or section == f"s{ordinal}":
            return section
    return None


def _words(title: str) -> str:
    return _TOC_END.sub("", key(_ORDINAL.sub("", title.strip(), count=1)))


def _without_contents(found: list[Heading], lines: tuple[Line, ...]) -> list[Heading]:
    """Leave out a table of contents: headings directly one after the other that all come again."""
    last = {heading.section: heading.line for heading in found}
    kept: list[Heading] = []
    run: list[Heading] = []
    for heading in [*found, None]:
        if heading is not None and (not run or _follows(run[-1], heading, lines)):
            run.append(heading)
            continue
        again = len(run) >= 3 and all(last[other.section] > run[-1].line for other in run)
        if not again and not any(other.listed for other in run):
            kept += run
        run = [heading] if heading is not None else []
    return kept


def _numbered_first(found: list[Heading]) -> list[Heading]:
    """Leave out sub-headings in bold ("主动公开情况") where the section's own heading has its ordinal."""
    for told in ("numbered", "exact"):
        best = {heading.section for heading in found if getattr(heading, told)}
        found = [heading for heading in found if getattr(heading, told) or heading.section not in best]
    return found


def _in_order(found: list[Heading], lines: tuple[Line, ...]) -> list[Heading]:
    """Leave out headings without ordinals that stand among numbered ones where their section cannot begin."""
    kept: list[Heading] = []
    numbered_in: dict[int, list[Heading]] = {}
    for heading in found:
        if heading.numbered:
            numbered_in.setdefault(lines[heading.line].part, []).append(heading)
    for heading in found:
        numbered = numbered_in.get(lines[heading.line].part, [])
        if (
            heading.numbered
            or len(numbered) < _FEWEST_NUMBERED
            or all((other.line < heading.line) == (other.section < heading.section) for other in numbered)
        ):
            kept.append(heading)
    return kept


def _follows(first: Heading, second: Heading, lines: tuple[Line, ...]) -> bool:
    return first.section < second.section and not any(line.words for line in lines[first.line + 1 : second.line])


def _by_place(found: list[Heading], lines: tuple[Line, ...]) -> list[Heading]:
    """Return headings of other words that stand with the right ordinal in the right place (domain.md E.4)."""
    extra: list[Heading] = []
    for number in (5, 6):
        section = f"s{number}"
        starts = {heading.section: heading.line for heading in (*found, *extra)}
        before, after = starts.get(f"s{number - 1}"), starts.get(f"s{number + 1}", len(lines))
        if section in starts or before is None:
            continue
        for line in lines[before + 1 : after]:
            text = line.only
            if text and _ordinal(text) == number and 4 <= han(text) <= 30 and not re.search("[。；，]", text):
                if "结转" not in text:
                    extra.append(Heading(line.number, section, words=text.strip()))
                break
    return extra
