"""Whether a file says what the report says: its values and texts, read back, beside those that were to be written.

Nothing here reads files: what was read is handed in. Blanks within texts do not count, for a line that ends on paper
brings one or takes one away; a cell left blank is equal to a blank one only.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from core.cells import CellId, Entry
from core.errors import UserError
from core.exporters.pages import Heading, Paragraph, Signature, Title, lay_out, shown
from core.report import Report

MOST_TOLD = 3
"""Differences that are named one by one."""

HINT = "原来的文件没有改动。请换一种格式导出，并把这句话告诉维护人员。"
"""What to do about a file that could not be proved right."""

_LONGEST = 24
"""Characters of a text that a message shows."""

_UNSEEN = (
    r"[\s\u00ad\u0300-\u036f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    r"\u302a-\u302f\ufe00-\ufe0f\ufeff\U000e0001-\U000e01ef]+"
)
"""Blanks, and what takes no room on paper: joiners, marks of direction or tone, variation selectors."""


class Proof(NamedTuple):
    """How many cells and texts of a file are as they should be, and in words what is not."""

    cells: int
    equal_cells: int
    texts: int
    equal_texts: int
    differences: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """How the window says it."""
        numbers = f" {self.equal_cells}/{self.cells}，" if self.cells else ""  # a picture may have none
        return f"核对{numbers}文字 {self.equal_texts}/{self.texts} 段"


def prove(
    report: Report, entries: Mapping[CellId, Entry], texts: Sequence[str], alike: Callable[[str], str] = str
) -> Proof:
    """Compare a report with what was read back: its cells, and all words of the file from top to bottom.

    `alike` makes one of characters that look the same, as the reader does (⾏ for 行).
    """
    cells = [
        f"“{report.form.cells[cell].name}”应为 {shown(report.entry(cell)) or '空白'}，读到 {_found(entries.get(cell))}"
        for cell in report.form.cells
        if not _is_equal(report.entry(cell), entries.get(cell), alike)
    ]
    wanted = texts_of(report)
    lost = [f"没有读到“{short(text)}”" for text in missing(wanted, texts, alike)]
    count = len(report.form.cells)
    return Proof(count, count - len(cells), len(wanted), len(wanted) - len(lost), (*cells, *lost))


def refuse(proof: Proof, name: str, of: str = "年报") -> None:
    """Raise `UserError` where a proof found differences from what the file is `of`: it must not be given away."""
    if not proof.differences:
        return
    told = "；".join(proof.differences[:MOST_TOLD])
    more = f"；等 {len(proof.differences)} 处" if len(proof.differences) > MOST_TOLD else ""
    raise UserError(
        f"没有导出“{name}”：写出后读回来核对，与{of}不一致：{told}{more}。",
        HINT,
    )


def texts_of(report: Report) -> tuple[str, ...]:
    """Return every text that a file of the report shows outside its tables, from top to bottom."""
    return tuple(_texts(report))


def _texts(report: Report) -> Iterator[str]:
    for block in lay_out(report):
        match block:
            case Title():
                yield from filter(None, (block.unit, block.text))
            case Heading() | Paragraph():
                yield block.text
            case Signature():
                yield from block.lines


def missing(wanted: Sequence[str], found: Sequence[str], alike: Callable[[str], str]) -> Iterator[str]:
    """Yield the texts that do not stand in what was found, each looked for behind the one before it."""
    whole, place = squeezed(alike("".join(found))), 0
    for text in wanted:
        plain = squeezed(alike(text))
        at = whole.find(plain, place)
        if at < 0:
            yield text
        else:
            place = at + len(plain)


def _is_equal(wanted: Entry, found: Entry | None, alike: Callable[[str], str]) -> bool:
    if squeezed(alike(shown(wanted))) == squeezed(alike(found.raw if found else "")):
        return True
    return found is not None and wanted.value is not None and wanted.value == found.value


def _found(entry: Entry | None) -> str:
    return short(entry.raw.strip()) or "空白" if entry else "空白"


def squeezed(text: str) -> str:
    """Return a text as it is compared: without blanks, and with one kind of hyphen."""
    return re.sub(_UNSEEN, "", unicodedata.normalize("NFC", text)).translate(_HYPHENS)


_HYPHENS = dict.fromkeys((0x2010, 0x2011), "-")


def short(text: str) -> str:
    """Return so much of a text as a message shows."""
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
