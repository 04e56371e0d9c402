"""What a line is made of: characters with their widths, and those of them that stay together."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from core.exporters.line_ends import CLOSING, NEVER_LAST, PART, TOGETHER, WORD

FULL = 0.9
"""Em: a mark at least this wide has a blank half."""

_LONGEST = 12.0  # em of a word that is not broken; an address may be longer


class Sort(NamedTuple):
    """One character with the font that sets it and its width in points; `kern` was taken off that width already."""

    char: str
    font: str
    width: float
    kern: float = 0.0


class Token(NamedTuple):
    """Sorts that stay together: one character, or a word.

    One that is `bound` stays with the one before; one that is `joined` is of the same word, which had to be broken.
    """

    sorts: Sequence[Sort]
    width: float
    bound: bool = False
    joined: bool = False

    @property
    def first(self) -> str:
        return self.sorts[0].char

    @property
    def last(self) -> str:
        return self.sorts[-1].char


def tokens_of(sorts: Sequence[Sort], width: float, em: float) -> Iterator[Token]:
    """Split into characters and words; a long address falls into its parts, what no line holds into its characters."""
    text = "".join(sort.char for sort in sorts)
    sorts = _kerned(sorts, em)
    bound = {at for match in TOGETHER.finditer(text) for at in range(match.start() + 1, match.end())}
    widest = min(width, _LONGEST * em)
    for match in WORD.finditer(text):
        start, end = match.span()
        word = sorts[start:end]
        wide = sum([sort.width for sort in word]) if end - start > 1 else word[0].width
        if wide <= widest:
            yield Token(word, wide, start in bound)
            continue
        for part in PART.finditer(match.group()):
            piece = word[part.start() : part.end()]
            wide = sum(sort.width for sort in piece)
            pieces = (piece,) if wide <= width else [(sort,) for sort in piece]
            for at, each in enumerate(pieces, start=part.start()):
                yield Token(each, sum(sort.width for sort in each), joined=at > 0)


def joined(tokens: Sequence[Token]) -> Sequence[Token]:
    """Put what stands in one line of a broken word together again, so that it is not spread."""
    if not any(token.joined for token in tokens[1:]):
        return tokens
    whole: list[Token] = []
    for token in tokens:
        if whole and token.joined:
            before = whole.pop()
            whole.append(Token((*before.sorts, *token.sorts), before.width + token.width))
        else:
            whole.append(token)
    return whole


def _kerned(sorts: Sequence[Sort], em: float) -> list[Sort]:
    """Take the blank half out between two marks that stand side by side."""
    kerned = list(sorts)
    for i, (sort, following) in enumerate(pairwise(sorts)):
        closes = sort.char in CLOSING and (following.char in CLOSING or following.char in NEVER_LAST)
        opens = sort.char in NEVER_LAST and following.char in NEVER_LAST
        if (closes or opens) and min(sort.width, following.width) >= FULL * em:
            kerned[i] = sort._replace(width=sort.width / 2, kern=sort.width / 2)
    return kerned
