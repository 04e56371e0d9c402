"""Numbers of the tables inside a text: stored as tokens, `{t3.new_requests.total}`, read as what stands in the cell.

A text as stored is called raw; resolved it is what everybody reads: the rules, the count of words, screen and paper.
Characters are counted as Python does. A token that names no number of the form stays as typed.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from core.cells import CellId
from core.form.layout import Form
from core.form.reference_names import Quantity, called, quantities
from core.prose import Stretch

MARK = "{"
"""A text without it holds no reference."""

BLANK = "＿＿"
"""What stands for a cell without a number: never 0, and never to be overlooked in print."""

_TOKEN = re.compile(r"\{([a-z0-9_]+\.[a-z0-9_]+\.[a-z0-9_]+)\}")
_NAMED = r"[{｛]\s*([^{}｛｝\n.。，；]{2,30}?)\s*[}｝]"  # compiled with the first brace that is typed

_START, _RAW_START = attrgetter("start"), attrgetter("raw_start")

Value = Callable[[CellId], Decimal | None]


class Reference(NamedTuple):
    """One reference: `start` and `length` count in the resolved text, `raw_start` in the stored one."""

    quantity: Quantity
    start: int
    length: int
    raw_start: int
    is_blank: bool = False

    @property
    def end(self) -> int:
        return self.start + self.length

    @property
    def raw_end(self) -> int:
        return self.raw_start + len(self.quantity.id) + 2  # the braces of its token


class Resolved(NamedTuple):
    """A text as stored, as read, and where the references stand, in order."""

    raw: str
    text: str
    references: tuple[Reference, ...] = ()

    def raw_place(self, place: int) -> int:
        """Return where a place of the resolved text stands in the stored one; one inside a number is its end."""
        count = bisect_left(self.references, place, key=_START)
        if not count:
            return place
        last = self.references[count - 1]
        return last.raw_end if place < last.end else place + last.raw_end - last.end

    def shown_place(self, raw_place: int) -> int:
        """Return where a place of the stored text stands in the resolved one; one inside a token is its end."""
        count = bisect_left(self.references, raw_place, key=_RAW_START)
        if not count:
            return raw_place
        last = self.references[count - 1]
        return last.end if raw_place < last.raw_end else raw_place + last.end - last.raw_end

    def shown_stretch(self, stretch: Stretch) -> Stretch:
        """Return where a part of the stored text stands in the resolved one."""
        start = self.shown_place(stretch.start)
        return Stretch(start, self.shown_place(stretch.start + stretch.length) - start)

    def touched(self, start: int, end: int) -> tuple[Reference, ...]:
        """Return the references that a change of the characters `start` to `end` would break."""
        return tuple(each for each in self.references if each.start < end and start < each.end)


def token(quantity: Quantity) -> str:
    """Return how a reference is stored."""
    return f"{{{quantity.id}}}"


def resolve(raw: str, form: Form, value: Value) -> Resolved:
    """Return a stored text as it reads with the values of the cells."""
    if MARK not in raw or not (places := _places(raw, form)):
        return Resolved(raw, raw)
    words: list[str] = []
    found: list[Reference] = []
    shown = done = 0
    for raw_start, quantity in places:
        known = number(quantity, value)
        said = BLANK if known is None else f"{known:f}"
        words += (raw[done:raw_start], said)
        shown += raw_start - done
        found.append(Reference(quantity, shown, len(said), raw_start, known is None))
        shown += len(said)
        done = raw_start + len(token(quantity))
    return Resolved(raw, "".join((*words, raw[done:])), tuple(found))


def rewritten(resolved: Resolved, start: int, end: int, words: str) -> str:
    """Return what to store when the characters `start` to `end` of the resolved text give way to `words`.

    References that the change touches become plain text, the others stay what they are.
    """
    return "".join((_stored_before(resolved, start), words, _stored_after(resolved, end)))


def reworded(resolved: Resolved, start: int, end: int, words: str) -> str:
    """Return what to store when a stretch is put in other words: references in what stays the same stay alive."""
    if not resolved.touched(start, end):
        return rewritten(resolved, start, end, words)
    from difflib import SequenceMatcher  # hardly ever needed, and nobody who only writes a file waits for it

    kept = SequenceMatcher(None, resolved.text[start:end], words, autojunk=False).get_matching_blocks()
    told, said = [_stored_before(resolved, start)], 0
    for same in kept:
        told.append(words[said : same.b])
        told.append(part(resolved, start + same.a, start + same.a + same.size))
        said = same.b + same.size
    return "".join((*told, _stored_after(resolved, end)))


def part(resolved: Resolved, start: int, end: int) -> str:
    """Return how the characters `start` to `end` of the resolved text are stored; a number cut in two is plain."""
    head = rewritten(resolved, end, len(resolved.text), "")
    return rewritten(Resolved(head, resolved.text[:end], _before(resolved, end)), 0, start, "")


def frozen(resolved: Resolved, references: Iterable[Reference]) -> str:
    """Return what to store when these references become the plain text that they read as."""
    words: list[str] = []
    done = 0
    for each in references:
        words += (resolved.raw[done : each.raw_start], resolved.text[each.start : each.end])
        done = each.raw_end
    return "".join((*words, resolved.raw[done:]))


def stored(text: str, form: Form) -> str:
    """Return a text with the short names in braces as the tokens they stand for; other braces stay as typed."""
    if MARK not in text and "｛" not in text:
        return text
    return re.sub(_NAMED, lambda match: token(meant) if (meant := called(form, match[1])) else match.group(), text)


def shown(quantity: Quantity, value: Value) -> str:
    """Return what a reference to a number reads as now."""
    known = number(quantity, value)
    return BLANK if known is None else f"{known:f}"


def number(quantity: Quantity, value: Value) -> Decimal | None:
    """Return the number itself; None while one of its cells holds none."""
    values = [value(cell) for cell in quantity.cells]
    known = [each for each in values if each is not None]
    return sum(known[1:], known[0]) if len(known) == len(values) else None


@lru_cache(maxsize=64)
def _places(raw: str, form: Form) -> tuple[tuple[int, Quantity], ...]:
    return tuple(_found(raw, form))


def _found(raw: str, form: Form) -> Iterator[tuple[int, Quantity]]:
    known = quantities(form)
    for match in _TOKEN.finditer(raw):
        if match[1] in known:
            yield match.start(), known[match[1]]


def _before(resolved: Resolved, end: int) -> tuple[Reference, ...]:
    return tuple(each for each in resolved.references if each.end <= end)


def _stored_before(resolved: Resolved, place: int) -> str:
    broken = next((each for each in resolved.references if each.start < place < each.end), None)
    if broken is None:
        return resolved.raw[: resolved.raw_place(place)]
    return resolved.raw[: broken.raw_start] + resolved.text[broken.start : place]


def _stored_after(resolved: Resolved, place: int) -> str:
    broken = next((each for each in resolved.references if each.start < place < each.end), None)
    if broken is None:
        return resolved.raw[resolved.raw_place(place) :]
    return resolved.text[place : broken.end] + resolved.raw[broken.raw_end :]
