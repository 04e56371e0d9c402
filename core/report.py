"""The report: an immutable value. Everything that changes it is a function in `core.edits`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from decimal import Decimal
from enum import Enum
from functools import cached_property
from typing import NamedTuple, TypeVar, cast

from core import prose, references
from core.cells import EMPTY, CellId, Entry, State, number
from core.form import F2021
from core.form.layout import Form
from core.references import Resolved

T = TypeVar("T")
_TITLE = "政府信息公开工作年度报告"


class OrgType(Enum):
    """Kinds of reporting unit (domain.md A.3)."""

    DEPARTMENT = "department"
    TOWNSHIP = "township"
    GOVERNMENT = "government"
    GOVERNMENT_OFFICE = "government_office"
    OTHER = "other"


class Source(NamedTuple):
    """The file that a report was read from, so that anybody can look it up later (domain.md E.6)."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Final:
    """That a report was declared final (定稿): by whom, on which day (ISO 8601), and the check number it then had."""

    person: str
    day: str
    number: str


@dataclass(frozen=True)
class Report:
    """One unit's report of one year.

    `typed` holds the entries of typed cells; a cell that is missing is empty. Totals are not stored: they follow from
    the typed cells (`entry`). `printed` holds the totals that an imported file prints, kept beside the computed ones
    until the clerk settles which is right. `texts` are paragraphs separated by line breaks, by the keys of
    `core.form.layout.TEXTS`, with references to cells as tokens (`core.references`): `text` reads them as the numbers
    that stand there; `carried` are the sentences of each that came from last year and were not confirmed: while
    one of them still stands word for word it is 待更新. `title` is the printed title where it is not the standard one.
    `reasons` are the clerk's answers to findings, by `Finding.occasion`; `notes` what the clerk wrote down at a cell
    (批注); `switched_off` the codes of the rules that this unit does not want; `sign_off` the names on the 审签单, by
    the keys of `core.form.layout.SIGNERS`. One that is `final` is not to be changed before that is withdrawn.
    `headings` are the words of the headings that an imported file prints, in its order, by section ("title" for its
    titles, one a line); a report of our own has none: it prints the standard ones.
    """

    form: Form = F2021
    unit: str = ""
    year: int | None = None
    org_type: OrgType | None = None
    title: str = ""
    typed: Mapping[CellId, Entry] = field(default_factory=dict)
    printed: Mapping[CellId, Entry] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    headings: Mapping[str, str] = field(default_factory=dict)
    carried: Mapping[str, frozenset[str]] = field(default_factory=dict)
    last_year: "Report | None" = None
    reasons: Mapping[str, str] = field(default_factory=dict)
    notes: Mapping[CellId, str] = field(default_factory=dict)
    switched_off: frozenset[str] = frozenset()
    sign_off: Mapping[str, str] = field(default_factory=dict)
    final: Final | None = None
    source: Source | None = None

    @cached_property
    def computed(self) -> Mapping[CellId, Entry]:
        """The computed cells. A total of which a term is no number is empty: a blank is never 0."""
        values = {cell: entry.value for cell, entry in self.typed.items() if entry.value is not None}
        totals: dict[CellId, Entry] = {}
        for total, terms in self.form.filling:
            known = [values[term] for term in terms if term in values]
            if len(known) == len(terms):
                values[total] = sum(known, Decimal())
                totals[total] = number(values[total])
            else:
                totals[total] = EMPTY
        return totals

    @cached_property
    def entries(self) -> Mapping[CellId, Entry]:
        """What stands in every cell of the form, typed or computed."""
        return {**dict.fromkeys(self.form.cells, EMPTY), **self.typed, **self.computed}

    @cached_property
    def entries_as_printed(self) -> Mapping[CellId, Entry]:
        """What stands in every cell, imported totals as their file prints them."""
        return {**self.entries, **self.printed}

    @cached_property
    def cells_by_state(self) -> Mapping[State, tuple[CellId, ...]]:
        """The cells by what stands in them as printed, each group in the order of the form."""
        groups: dict[State, list[CellId]] = {state: [] for state in State}
        for cell, entry in self.entries_as_printed.items():
            if entry.value is None:
                groups[entry.state].append(cell)
        groups[State.NUMBER] = [cell for cell, entry in self.entries_as_printed.items() if entry.value is not None]
        return {state: tuple(cells) for state, cells in groups.items()}

    @cached_property
    def written_numbers(self) -> tuple[tuple[CellId, Entry, Decimal], ...]:
        """The numbers that somebody wrote, typed or printed by an imported file, in the order of the form."""
        return tuple(
            (cell, entry, entry.value)
            for cell, entry in self.entries_as_printed.items()
            if entry.value is not None and (cell in self.typed or cell in self.printed)
        )

    @cached_property
    def stale(self) -> frozenset[str]:
        """The texts in which a sentence is still 待更新."""
        return frozenset(key for key in self.carried if self.stale_sentences(key))

    def stale_sentences(self, key: str) -> tuple[prose.Stretch, ...]:
        """Where in a text the sentences stand that came from last year and were neither touched nor confirmed."""
        known: dict[str, tuple[prose.Stretch, ...]] = self.__dict__.setdefault("_stale", {})
        if key not in known:  # asked for every finding in the text
            known[key] = self._stale_in(key)
        return known[key]

    def _stale_in(self, key: str) -> tuple[prose.Stretch, ...]:
        raw = self.texts.get(key, "")
        found = prose.standing(raw, self.carried.get(key, frozenset()))
        return tuple(self.resolved(key).shown_stretch(each) for each in found) if references.MARK in raw else found

    def forget(self) -> None:
        """Drop what was worked out of what stands here: it is worked out again when somebody asks."""
        for name in self.__dict__.keys() - {each.name for each in fields(self)}:
            del self.__dict__[name]

    def derived(self, function: Callable[["Report"], T]) -> T:
        """Return what a pure function says of this report, asked only once however many rules need it."""
        known: dict[Callable[[Report], object], object] = self.__dict__.setdefault("_derived", {})
        if function not in known:
            known[function] = function(self)
        return cast("T", known[function])

    def entry(self, cell: CellId) -> Entry:
        """What stands in a cell: typed, or computed from typed ones."""
        return self.entries[cell]

    def as_printed(self, cell: CellId) -> Entry:
        """What the source prints in a cell where it is an imported total, else what stands in it."""
        return self.entries_as_printed[cell]

    def value(self, cell: CellId) -> Decimal | None:
        """The number in a cell, or None where there is none."""
        return self.entry(cell).value

    def missing(self, total: CellId) -> tuple[CellId, ...]:
        """The typed cells for want of which a total cannot be computed."""
        terms = next(terms for filled, terms in self.form.filling if filled == total)
        return tuple(
            cell
            for term in terms
            for cell in (self.missing(term) if term in self.computed else (term,))
            if self.value(cell) is None
        )

    def partial_sum(self, total: CellId) -> Decimal | None:
        """The sum of those terms of a total that are numbers already; None where none is."""
        terms = next(terms for filled, terms in self.form.filling if filled == total)
        values = [self.partial_sum(term) if term in self.computed else self.value(term) for term in terms]
        known = [value for value in values if value is not None]
        return sum(known, Decimal()) if known else None

    @property
    def standard_title(self) -> str:
        """The title in the national wording (domain.md A.4), without the unit's name."""
        return f"{self.year}年{_TITLE}" if self.year else _TITLE

    @cached_property
    def words(self) -> Mapping[str, str]:
        """The texts as everybody reads them, references as the numbers that stand in their cells."""
        live = {key: self.resolved(key).text for key, raw in self.texts.items() if references.MARK in raw}
        return {**self.texts, **live} if live else self.texts

    def text(self, key: str) -> str:
        """The text as everybody reads it."""
        return self.words.get(key, "")

    def resolved(self, key: str) -> Resolved:
        """The text as it is stored and as it reads, with its references to cells."""
        known: dict[str, Resolved] = self.__dict__.setdefault("_resolved", {})
        if key not in known:
            known[key] = self.read(self.texts.get(key, ""))
        return known[key]

    def read(self, raw: str) -> Resolved:
        """Words with references as they read with the numbers of this report."""
        return references.resolve(raw, self.form, self.value)

    def is_blank(self, table: str) -> bool:
        """Whether nothing at all is written in a table."""
        return all(entry.state is State.EMPTY for cell, entry in self.typed.items() if cell.startswith(f"{table}."))
