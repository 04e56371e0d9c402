"""Pages put one after the other: without what every page repeats, and with tables over several pages made whole."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from core.importers.pdf.grids import RuledGrid
from core.importers.pdf.joins import goes_on, joined
from core.importers.pdf.words import PrintedLine
from core.importers.recogniser.lines import is_page_number
from core.importers.recogniser.words import plain

_MARGIN = 0.14  # of the height of a page, at its top and bottom, where heads and feet stand
_SAME_PLACE = 4.0  # points
_CONTINUED = re.compile(r"[(（]?(续(上?表|前页)?|接上?[页表])[)）]?")
_DIGITS = re.compile(r"\d+")

Printed = PrintedLine | RuledGrid


@dataclass(frozen=True, slots=True)
class Page:
    """What is printed on a page, top to bottom."""

    number: int
    height: float
    blocks: tuple[Printed, ...]

    def margins(self) -> Iterator[PrintedLine]:
        """Yield the lines at the very top and bottom."""
        for block in self.blocks:
            outer = block.bottom < _MARGIN * self.height or block.top > (1 - _MARGIN) * self.height
            if outer and isinstance(block, PrintedLine):
                yield block

    def ends(self) -> Iterator[PrintedLine]:
        """Yield the first and the last line, wherever they stand."""
        for block in (*self.blocks[:1], *self.blocks[1:][-1:]):
            if isinstance(block, PrintedLine):
                yield block


def without_furniture(pages: Sequence[Page]) -> tuple[list[Page], list[str]]:
    """Return the pages without page numbers and repeated heads and feet, and the words of those."""
    offsets = Counter(
        offset for page in pages for line in page.margins() if (offset := _offset(page, line)) is not None
    )
    numbered = {offset for offset, times in offsets.items() if times > 1}
    places = Counter(place for page in pages for place in {_place(line) for line in page.margins()})
    repeated = {place for place, times in places.items() if times > 1 and times * 4 >= len(pages)}
    said: dict[str, None] = {}
    kept: list[Page] = []
    for page in pages:
        dropped = {id(line) for line in page.ends() if is_page_number(line.text)}
        for line in page.margins():
            if is_page_number(line.text) or _offset(page, line) in numbered:
                dropped.add(id(line))
            elif _place(line) in repeated:
                dropped.add(id(line))
                said.setdefault(line.text)
        dropped |= {id(block) for block in page.blocks if _is_continued(block)}
        kept.append(replace(page, blocks=tuple(block for block in page.blocks if id(block) not in dropped)))
    return kept, list(said)


def _offset(page: Page, line: PrintedLine) -> int | None:
    """Return by how much a bare number differs from the number of its page."""
    bare = plain(line.text)
    return int(bare) - page.number if bare.isdecimal() and len(bare) <= 3 else None


def _place(line: PrintedLine) -> tuple[str, int, int]:
    """Return the words, the place and the size of a line: a unit in the title that also signs the last page differs."""
    return _DIGITS.sub("0", plain(line.text)), round(line.top / _SAME_PLACE), round(line.size)


def _is_continued(block: Printed) -> bool:
    return isinstance(block, PrintedLine) and _CONTINUED.fullmatch(plain(block.text)) is not None


def in_order(pages: Sequence[Page]) -> list[tuple[int, Printed]]:
    """Return what the pages print with the number of the page it begins on; a table over several pages once."""
    blocks: list[tuple[int, Printed]] = []
    last = -1  # the page on which the last block ends
    for page in pages:
        for place, block in enumerate(page.blocks):
            before = blocks[-1][1] if blocks else None
            if (
                place == 0
                and last == page.number - 1
                and isinstance(block, RuledGrid)
                and isinstance(before, RuledGrid)
                and goes_on(before, block)
            ):
                blocks[-1] = (blocks[-1][0], joined(before, block))
            else:
                blocks.append((page.number, block))
            last = page.number
    return blocks
