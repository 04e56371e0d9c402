"""What of its contents a written section has already: its sub-headings, what stands beneath them, what is missing.

Places count characters of the text as it is read. A sub-heading begins a line: （一）主动公开, run into its paragraph
or on a line of its own, with 情况 or 方面 behind it or not (domain.md E.4); without an ordinal it is all of its line
or ends with a mark.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache

from core import prose
from core.cover import likely_org_type
from core.form.outline import ACCOUNTS, TOPICS, Topic
from core.prose import Stretch
from core.report import OrgType, Report

NUMERALS = tuple("一二三四五六七八九十") + tuple(f"十{one}" for one in "一二三四五六七八九")
_NUMBERED = re.compile(r"[ \u3000]*[（(][ \u3000]*(?P<ordinal>[一二三四五六七八九十]{1,2})[ \u3000]*[）)][ \u3000]*")
_TITLE = re.compile(r"(?P<words>[^。：:；;，,\n]{2,24})(?P<mark>[。：:；;]?)")
_BARE_TITLE = (
    "[ \u3000]*(?:政府)?(?:信息公开|信息)?(?:工作)?(?:{})(?:建设|工作|办理)*(?:情况|方面|结果)?(?P<mark>[。：:]|$)"
)


class Status(Enum):
    """How far a content is, in the clerk's words.

    Where the others have sub-headings of their own, words in their midst that tell of one more only mention it.
    """

    WRITTEN = "已写"
    BARE = "只有小标题"
    MENTIONED = "没有小标题"
    MISSING = "还没有写"


@dataclass(frozen=True, slots=True)
class Heading:
    """A sub-heading: its line, counted from 0, its words with the ordinal, and the place where its contents begin."""

    line: int
    place: Stretch
    words: str
    ordinal: int
    is_apart: bool
    body: int


@dataclass(frozen=True, slots=True)
class Item:
    """A content and how far it is: `place` is its sub-heading or the words that tell of it, `body` where it goes on."""

    topic: Topic
    status: Status
    place: Stretch | None = None
    body: int | None = None


def topics(report: Report, key: str) -> tuple[Topic, ...]:
    """Return what a section of this unit has to tell."""
    kind = report.org_type or likely_org_type(report.unit)
    return TOPICS.get(key, ()) + (ACCOUNTS if key == "s1" and kind is OrgType.GOVERNMENT else ())


def outline(report: Report, key: str) -> tuple[Item, ...]:
    """Return the contents that a section has to tell, each with how far it is."""
    return _outline(report.text(key), topics(report, key))


def untold(text: str, wanted: Iterable[Topic]) -> tuple[Topic, ...]:
    """Return the contents of which no words of a text tell, sub-headings among them."""
    return tuple(topic for topic in wanted if not topic.told.search(text))


@lru_cache(maxsize=32)
def headings(text: str, wanted: tuple[Topic, ...]) -> tuple[Heading, ...]:
    """Return the sub-headings of a text: the numbered ones, and others that are the title of a wanted content."""
    return tuple(_headings(text, wanted))


@lru_cache(maxsize=32)
def _outline(text: str, wanted: tuple[Topic, ...]) -> tuple[Item, ...]:
    found = headings(text, wanted)
    ends = dict(zip(found, (*(heading.place.start for heading in found[1:]), len(text)), strict=False))
    return tuple(_item(text, topic, wanted, ends) for topic in wanted)


def _item(text: str, topic: Topic, wanted: tuple[Topic, ...], ends: dict[Heading, int]) -> Item:
    heading = _of(topic, ends)
    if heading is not None:
        end = ends[heading]
        status = Status.WRITTEN if text[heading.body : end].strip() else Status.BARE
        is_crowded = heading.body == end < len(text)  # the next sub-heading follows at once
        body = heading.place.start + heading.place.length if is_crowded else heading.body
        return Item(topic, status, heading.place, body)
    told = topic.told.search(text)
    if told is None:
        return Item(topic, Status.MISSING)
    is_headed = not topic.within and sum(_is_of(each, wanted) for each in ends) > 1
    status = Status.MENTIONED if is_headed else Status.WRITTEN
    return Item(topic, status, Stretch(told.start(), len(told.group())), told.start())


def _of(topic: Topic, found: Iterable[Heading]) -> Heading | None:
    return next((heading for heading in found if topic.titled.search(heading.words)), None)


def _headings(text: str, wanted: tuple[Topic, ...]) -> Iterator[Heading]:
    bare = re.compile(_BARE_TITLE.format("|".join(topic.titled.pattern for topic in wanted) or "(?!)"))
    start = 0
    for number, line in enumerate(text.split("\n")):
        ordinal = _NUMBERED.match(line)
        title = _TITLE.match(line, ordinal.end()) if ordinal else bare.match(line)
        if title is not None:
            is_apart = title.end() == len(line.rstrip()) and title["mark"] not in {"：", ":"}
            end = start + title.end()
            body = end + (1 if is_apart and end < len(text) else 0)
            words = line[ordinal.end() if ordinal else 0 : title.start("mark")].strip()
            count = NUMERALS.index(ordinal["ordinal"]) + 1 if ordinal and ordinal["ordinal"] in NUMERALS else 0
            yield Heading(number, Stretch(start, title.end()), words, count, is_apart, body)
        start += len(line) + 1


# ---------------------------------------------------------------- beginning what is missing


def begin(report: Report, key: str, topic: Topic) -> Report:
    """Put the sub-heading of a missing content where it belongs, and number those behind it anew.

    A sentence that only got another ordinal stays 待更新 if it was.
    """
    raw, wanted = report.texts.get(key, ""), topics(report, key)
    lines, found = raw.split("\n") if raw.strip() else [], headings(raw, wanted)
    if lines and not lines[-1].strip() and not (found and found[-1].line == len(lines) - 2):
        lines.pop()
    at, ordinal = _place_for(topic, wanted, found, len(lines))
    renamed = _renumbered(lines, [each for each in found if each.line >= at], ordinal)
    behind = [renamed.get(number, lines[number]) for number in range(at, len(lines))]
    text = "\n".join([*lines[:at], *_opening(topic, ordinal, wanted, found), *behind])
    carried = report.carried.get(key, frozenset())
    kept = carried | {_first(now) for number, now in renamed.items() if _first(lines[number]) in carried}
    marked = {**report.carried, key: kept} if kept else report.carried
    return replace(report, texts={**report.texts, key: text}, carried=marked)


def _place_for(topic: Topic, wanted: tuple[Topic, ...], found: tuple[Heading, ...], length: int) -> tuple[int, int]:
    """Return the line before which a content belongs, and its ordinal; 0 where it gets none."""
    if topic.within:
        home = _of(next(each for each in wanted if each.name == topic.within), found)
        behind = [each.line for each in found if home and each.line > home.line]
        return (behind[0] if behind else length), 0
    later = wanted[wanted.index(topic) + 1 :]
    following = next((each for each in found if any(other.titled.search(each.words) for other in later)), None)
    before = [each.ordinal for each in found if following is None or each.line < following.line]
    is_numbered = any(each.ordinal for each in found) or not (length or len(wanted) == 1)
    return (following.line if following else length), ((before[-1] if before else 0) + 1 if is_numbered else 0)


def _opening(topic: Topic, ordinal: int, wanted: tuple[Topic, ...], found: tuple[Heading, ...]) -> list[str]:
    """Return the lines that begin a content, as the other sub-headings are written."""
    if not ordinal:
        return [f"{topic.heading}："]
    words = f"（{NUMERALS[ordinal - 1]}）{topic.heading}"
    own = [each for each in found if _is_of(each, wanted)]
    return [f"{words}。"] if own and not any(each.is_apart for each in own) else [words, ""]


def _is_of(heading: Heading, wanted: tuple[Topic, ...]) -> bool:
    return any(topic.titled.search(heading.words) for topic in wanted)


def _renumbered(lines: list[str], behind: list[Heading], ordinal: int) -> dict[int, str]:
    """Return the lines, by number, whose ordinals move by one: the run of them from `ordinal` on."""
    changed: dict[int, str] = {}
    for heading, expected in zip(behind, range(ordinal, len(NUMERALS)), strict=False):
        if not ordinal or heading.ordinal != expected:
            break
        changed[heading.line] = lines[heading.line].replace(NUMERALS[expected - 1], NUMERALS[expected], 1)
    return changed


def _first(line: str) -> str:
    """Return the first sentence of a line."""
    first = prose.sentences(line)
    return line[first[0].start : first[0].start + first[0].length] if first else ""
