"""What a check says about a report."""

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from core.cells import CellId


class Severity(Enum):
    """How much a finding weighs (domain.md D.0), heaviest first."""

    ERROR = "error"  # must be put right or explained before 定稿
    WARNING = "warning"  # should be looked at
    HINT = "hint"  # style, or merely possible


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A way to put a finding right: what to write into which cells, and this in words."""

    changes: tuple[tuple[CellId, str], ...]
    words: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong, or may be.

    `cells` are the cells concerned; `section` is one of title, preamble, s1 … s6, signature where words are concerned,
    and `excerpt` then holds the exact words, which begin at the character `start` of the text; `replacement` are the
    words to put in their place where there is exactly one sensible mend. `suspect` is the cell that is most probably
    wrong, `remedy` the words that would put it right; `suggestions` are up to three ways to do so, the likeliest first.
    """

    code: str
    severity: Severity
    message: str
    cells: tuple[CellId, ...] = ()
    section: str | None = None
    excerpt: str | None = None
    suspect: CellId | None = None
    remedy: str | None = None
    difference: Decimal | None = None
    start: int | None = None
    replacement: str | None = None
    suggestions: tuple[Suggestion, ...] = ()

    @property
    def place(self) -> str:
        """What stays the same while a rule speaks of the same place, whatever the numbers are."""
        return "|".join((self.code, *self.cells, self.section or "", self.excerpt or ""))

    @property
    def occasion(self) -> str:
        """What a reason is given for. It changes with the numbers, so that the reason is asked for again then."""
        return f"{self.place}|{self.message}"


@dataclass(frozen=True, slots=True)
class Undecided:
    """A rule that cannot be judged (无法判断): a cell it needs is empty or holds no number. Never a pass."""

    code: str
    cells: tuple[CellId, ...]
    reason: str
