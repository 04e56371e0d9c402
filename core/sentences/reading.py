"""A text as the checks read it: narrow digits, full-width marks, no blanks, and where each character really stands."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

_DIGITS = str.maketrans("０１２３４５６７８９．％;:()!?~〜", "0123456789.%；：（）！？～～")
_COMMA = re.compile(r"(?<!\d)[,，]|[,，](?!\d{3}(?!\d))")
_BLANKS = frozenset(" \t\u3000\u00a0\r\v\f") | frozenset(map(chr, range(0x2000, 0x200C)))
_TITLE = re.compile(r"《[^《》]*》")
_LONGEST = 800  # characters; what is longer is no sentence, and is read in pieces so that the time stays in bounds
_SENTENCE = re.compile(rf"[^。！？；]{{1,{_LONGEST}}}[。！？；]?")


@dataclass(frozen=True, slots=True)
class Reading:
    """A paragraph without its blanks; `places` holds where each of its characters stands in the paragraph."""

    words: str
    places: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the place in the paragraph of the words from `start` to `end`, which are never empty."""
        return self.places[start], self.places[end - 1] + 1


def plain(text: str) -> str:
    """Return a text of the same length with narrow digits and full-width marks; a comma between thousands stays."""
    return _COMMA.sub("，", text.translate(_DIGITS))


@lru_cache(maxsize=1024)
def read(paragraph: str) -> Reading:
    """Read one paragraph. Blanks mean nothing between Chinese characters and tear numbers apart in PDF texts."""
    narrow = paragraph.translate(_DIGITS)
    if _BLANKS.isdisjoint(narrow):
        return Reading(plain(narrow), range(len(narrow)))
    places = tuple(at for at, sign in enumerate(narrow) if sign not in _BLANKS)
    return Reading(plain("".join(narrow[at] for at in places)), places)


def paragraphs(text: str) -> Iterator[tuple[int, str]]:
    """Yield the paragraphs of a text with the place where each begins."""
    start = 0
    for paragraph in text.split("\n"):
        if paragraph.strip():
            yield start, paragraph
        start += len(paragraph) + 1


def sentences(words: str) -> Iterator[tuple[int, str]]:
    """Yield the sentences of what was read, with the place where each begins; a semicolon ends one too.

    What stands between 《》 is a name and says nothing: it is masked, in its length.
    """
    for match in _SENTENCE.finditer(words):
        yield match.start(), _TITLE.sub(_masked, match.group())


def _masked(title: re.Match[str]) -> str:
    return "《" + "※" * (len(title.group()) - 2) + "》"
