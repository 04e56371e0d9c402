"""Where the words of a finding stand now, and its mend as a difference: the old words beside the new ones."""

from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from core.finding import Finding
from core.report import Report

BEFORE, AFTER = 8, 6
"""Characters shown around a difference."""

CUT = "…"


class Home(Enum):
    """What a mend of words is written into."""

    TEXT = "text"
    TITLE = "title"
    HEADING = "heading"  # as the imported file prints it


@dataclass(frozen=True, slots=True)
class Place:
    """The text that holds the excerpt of a finding, and the characters `start` to `end` at which it stands."""

    home: Home
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Difference:
    """Old and new words with a little of what stands around them, as a clerk reads it before agreeing."""

    before: str
    old: str
    new: str
    after: str

    @property
    def words(self) -> str:
        """The change in words, for a button's tip and the menu."""
        if not self.old:
            return f"补上“{self.new}”"
        return f"把“{self.old}”改为“{self.new}”" if self.new else f"删去“{self.old}”"


def start_of(text: str, finding: Finding) -> int | None:
    """Return where the excerpt stands in a text: at the finding's start, without one where it first occurs."""
    if not finding.excerpt:
        return None
    if finding.start is not None:
        return finding.start if text.startswith(finding.excerpt, finding.start) else None
    first = text.find(finding.excerpt)
    return first if first >= 0 else None


def place_of(report: Report, finding: Finding) -> Place | None:
    """Return what holds the words of a finding; None where they have changed since, or where no place is told."""
    if finding.section is None or finding.start is None or not finding.excerpt:
        return None
    for home, text in _homes(report, finding.section):
        start = start_of(text, finding)
        if start is not None:
            return Place(home, text, start, start + len(finding.excerpt))
    return None


def difference(report: Report, finding: Finding) -> Difference | None:
    """Return what the finding's replacement would change; None where it has none or its words are gone."""
    if finding.replacement is None or (place := place_of(report, finding)) is None:
        return None
    return _between(place.text, place.start, place.end, finding.replacement)


@lru_cache(maxsize=512)  # a keystroke in a cell asks again for all differences of the texts
def _between(text: str, start: int, end: int, new: str) -> Difference:
    head, tail = _shared(text[start:end], new)
    start, end = start + head, end - tail
    return Difference(_before(text, start), text[start:end], new[head : len(new) - tail], _after(text, end))


def _homes(report: Report, key: str) -> tuple[tuple[Home, str], ...]:
    title = ((Home.TITLE, report.title),) if key == "title" else ()
    return ((Home.TEXT, report.text(key)), *title, (Home.HEADING, report.headings.get(key, "")))


def _shared(old: str, new: str) -> tuple[int, int]:
    """How many characters two wordings share at the beginning and at the end; a number is never cut in two."""
    most = min(len(old), len(new))
    head = next((i for i in range(most) if old[i] != new[i]), most)
    while head and _is_digit(old[head - 1]):
        head -= 1
    most -= head
    tail = next((i for i in range(most) if old[-1 - i] != new[-1 - i]), most)
    while tail and _is_digit(old[-tail]):
        tail -= 1
    return head, tail


def _is_digit(letter: str) -> bool:
    return letter.isdigit() or letter in ".．%％〇零一二三四五六七八九十百千万两"


def _before(text: str, start: int) -> str:
    line = text[text.rfind("\n", 0, start) + 1 : start]
    return line if len(line) <= BEFORE else CUT + line[-BEFORE:]


def _after(text: str, end: int) -> str:
    line = text[end : end + AFTER + 1].partition("\n")[0]
    return line if len(line) <= AFTER else line[:AFTER] + CUT
