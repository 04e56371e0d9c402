"""A text as the checks read it: narrow digits, full-width marks, no blanks, and where each character really stands."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, chain

_PLAIN = dict(zip("０１２３４５６７８９．％;:()!?~〜", "0123456789.%；：（）！？～～", strict=True))
_ODD = re.compile(f"[{''.join(_PLAIN)}]")  # ten times as quick as str.translate where there are few of them
_COMMA = re.compile(r",(?!(?<=\d,)\d{3}(?!\d))")
_BLANKS = r" \t\u3000\u00a0\r\v\f\u2000-\u200b"
_BLANK, _SOLID = re.compile(f"[{_BLANKS}]"), re.compile(f"[^{_BLANKS}]+")
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
    return _COMMA.sub("，", _narrow(text))


def _narrow(text: str) -> str:
    return _ODD.sub(lambda sign: _PLAIN[sign.group()], text)


@lru_cache(maxsize=1024)
def read(paragraph: str) -> Reading:
    """Read one paragraph. Blanks mean nothing between Chinese characters and tear numbers apart in PDF texts."""
    if not _BLANK.search(paragraph):
        return Reading(plain(paragraph), range(len(paragraph)))
    places = tuple(chain.from_iterable(range(*stretch.span()) for stretch in _SOLID.finditer(paragraph)))
    return Reading(plain(_BLANK.sub("", paragraph)), places)


@lru_cache(maxsize=64)
def paragraphs(text: str) -> tuple[tuple[int, str], ...]:
    """Return the paragraphs of a text with the place where each begins."""
    lines = text.split("\n")
    starts = accumulate((len(line) + 1 for line in lines), initial=0)
    return tuple((start, line) for start, line in zip(starts, lines, strict=False) if line.strip())


@lru_cache(maxsize=1024)
def sentences(words: str) -> tuple[tuple[int, str], ...]:
    """Return the sentences of what was read, with the place where each begins; a semicolon ends one too.

    What stands between 《》 is a name and says nothing: it is masked, in its length.
    """
    found = ((match.start(), match.group()) for match in _SENTENCE.finditer(words))
    return tuple((start, _TITLE.sub(_masked, said) if "《" in said else said) for start, said in found)


def _masked(title: re.Match[str]) -> str:
    return "《" + "※" * (len(title.group()) - 2) + "》"
