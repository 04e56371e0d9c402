"""The ordinals that a page shows before the items of its numbered lists, though its text does not hold them."""

import re
from dataclasses import dataclass, field

from lxml import etree

from core.importers.numbering import written
from core.importers.recogniser.words import ordinal

_CHINESE = re.compile(r"cjk-ideographic|(simp|trad)-chinese|cjk-decimal|hanzi|chinese", re.IGNORECASE)
_NO_MARK = re.compile(r"list-style(-type)?\s*:[^;]*\b(none|disc|circle|square)\b", re.IGNORECASE)
_WHOLE = re.compile(r"\s*(\d{1,5})\s*")


@dataclass
class _List:
    numbered: bool
    chinese: bool
    count: int


@dataclass
class Lists:
    """The lists that are open, with the counts reached so far."""

    _open: list[_List] = field(default_factory=list)
    _pending: int = 0

    def open(self, tag: str, element: etree._Element) -> None:
        """Take the beginning of a list or an item."""
        style = element.get("style", "")
        if tag != "li":
            numbered = tag == "ol" and not _NO_MARK.search(style)
            count = (_whole(element.get("start")) or 1) - 1
            self._open.append(_List(numbered, _CHINESE.search(style) is not None, count))
        elif self._open and self._open[-1].numbered:
            inner = self._open[-1]
            inner.count = _whole(element.get("value")) or inner.count + 1
            self._pending = inner.count

    def close(self) -> None:
        """Take the end of a list."""
        self._pending = 0
        if self._open:
            self._open.pop()

    def taken(self, text: str, *, heading: bool) -> str:
        """Return the ordinal before the first line of an item; none where the line counts itself.

        Headings count in Chinese: word processors save "一、" as a list of headings and lose how it counts.
        """
        count, self._pending = self._pending, 0
        if not count or not self._open or ordinal(text):
            return ""
        if heading and len(self._open) > 1:
            return ""  # of an inner list not even that much is known
        return f"{written(count, 'chineseCounting')}、" if heading or self._open[-1].chinese else f"{count}."


def _whole(attribute: str | None) -> int | None:
    match = _WHOLE.fullmatch(attribute or "")
    return int(match[1]) if match else None
