"""What a text says of notices to pay 信息处理费 (收费通知)."""

import re
from dataclasses import dataclass
from functools import lru_cache

from core.sentences.reading import paragraphs, read

_SENT = r"(?:发出|制发|出具|下达|送达|发送|开具|作出)"
_NOTICE = r"(?:收费|缴费)通知(?:书)?"
_NONE = re.compile(rf"(?:未|没有|无)(?:曾)?(?:{_SENT})?[^，。；：\d]{{0,12}}?{_NOTICE}")
_COUNTED = re.compile(
    rf"{_SENT}[^，。；：\d]{{0,12}}?{_NOTICE}[^，。；：\d]{{0,6}}(?P<after>\d{{1,9}})[份件次个张]"
    rf"|{_SENT}[^，。；：\d]{{0,8}}(?P<before>\d{{1,9}})[份件次个张][^，。；：\d]{{0,12}}?{_NOTICE}"
)


@dataclass(frozen=True, slots=True)
class Notices:
    """How many notices a text says were sent, 0 where it says none were; `start` and `end` enclose the words."""

    count: int
    start: int
    end: int


@lru_cache(maxsize=64)
def notices(text: str) -> tuple[Notices, ...]:
    """Return what a text says of notices to pay, in its order."""
    if "通知" not in text:
        return ()
    found = []
    for at, paragraph in paragraphs(text):
        reading = read(paragraph)
        for pattern in (_NONE, _COUNTED):
            for match in pattern.finditer(reading.words):
                count = match.groupdict().get("after") or match.groupdict().get("before") or "0"
                first, last = reading.span(*match.span())
                found.append(Notices(int(count), at + first, at + last))
    return tuple(sorted(found, key=lambda one: one.start))
