"""What a printed form consists of: sections, tables, cells, labels with their spans, and equations.

Grid rows and columns count from 0 in the printed grid of a table, labels included. Nothing here knows which year's form
it describes; the forms themselves stand beside this file.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import NamedTuple

from core.cells import CellId, CellKind


class Span(NamedTuple):
    """A rectangle of a table's printed grid."""

    row: int
    column: int
    rows: int = 1
    columns: int = 1


class Role(Enum):
    """What a printed label does, so that screen and paper can set it alike."""

    HEAD = "head"  # names columns
    ROW = "row"  # names one row
    GROUP = "group"  # names several rows
    CAPTION = "caption"  # a line across the table


class Label(NamedTuple):
    """Printed words of a table and where they stand; `upright` ones are set one character below the other."""

    span: Span
    text: str
    role: Role
    upright: bool = False


class Slot(NamedTuple):
    """Where the value of a cell is printed."""

    span: Span
    cell: CellId


class Row(NamedTuple):
    """A row (table 4: a group) of cells.

    `label` is printed character by character; `address` is the short way to name it ("三(三)2"); `group` is the label
    of the rows above it, if it has one; `aliases` are other wordings seen in published reports (domain.md E.5).
    """

    id: str
    label: str
    address: str
    group: str = ""
    aliases: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The label without its ordinal, for places where room is short."""
        return self.label.lstrip("（一二三四五六七）、123456789.") or self.label


class Column(NamedTuple):
    """A column of cells."""

    id: str
    label: str
    aliases: tuple[str, ...] = ()


class Cell(NamedTuple):
    """One value of the form: typed by the clerk, or computed from typed ones."""

    id: CellId
    table: str
    row: Row
    column: Column
    kind: CellKind = CellKind.COUNT
    computed: bool = False

    @property
    def name(self) -> str:
        """How messages name the cell: “{行}—{列}” without the quotation marks."""
        return f"{self.row.label}—{self.column.label}"


class Equation(NamedTuple):
    """The sum of `left` equals the sum of `right`, printed on the form or implied by the word 总计.

    `code` is the rule in domain.md D.2, `subject` the row, column or group that it is about. `fills` is the computed
    cell that the equation fills: then `right` is that cell alone. One equation fills a total, judges a printed total,
    and words the message.
    """

    code: str
    table: str
    subject: str
    left: tuple[CellId, ...]
    right: tuple[CellId, ...]
    fills: CellId | None = None

    @property
    def cells(self) -> tuple[CellId, ...]:
        return self.left + self.right


@dataclass(frozen=True)
class Table:
    """A table of the form: cells in reading order, the printed grid, equations in the order to compute them.

    `name` is how messages call it; `widths` are shares of the grid columns; the first `head_rows` grid rows name the
    columns and are repeated on each page.
    """

    id: str
    section: str
    name: str
    cells: tuple[Cell, ...]
    labels: tuple[Label, ...]
    slots: tuple[Slot, ...]
    widths: tuple[float, ...]
    head_rows: int
    equations: tuple[Equation, ...] = ()

    @cached_property
    def grid_rows(self) -> int:
        return 1 + max(slot.span.row + slot.span.rows - 1 for slot in self.slots)

    @cached_property
    def grid_columns(self) -> int:
        return len(self.widths)

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        return tuple(dict.fromkeys(cell.row for cell in self.cells))

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        return tuple(dict.fromkeys(cell.column for cell in self.cells))

    @cached_property
    def spans(self) -> Mapping[CellId, Span]:
        return {slot.cell: slot.span for slot in self.slots}


class SectionKind(Enum):
    """Whether a section is written or filled in."""

    PROSE = "prose"
    TABLE = "table"


class Section(NamedTuple):
    """One of the numbered sections.

    `heading` is exact, with its ordinal; `aliases` stand without one (domain.md E.4).
    """

    id: str
    heading: str
    kind: SectionKind
    table: str = ""
    aliases: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """The heading without its ordinal."""
        return self.heading.split("、", 1)[1]


@dataclass(frozen=True, eq=False)
class Form:
    """A national format of the report. `basis` is the notice that fixes it.

    There is one object for each format; two are the same only if they are that object, so a form can be a cache's key.
    """

    id: str
    basis: str
    sections: tuple[Section, ...]
    tables: tuple[Table, ...]

    @cached_property
    def cells(self) -> Mapping[CellId, Cell]:
        """All cells in reading order, by identifier."""
        return {cell.id: cell for table in self.tables for cell in table.cells}

    @cached_property
    def places(self) -> Mapping[CellId, int]:
        """Where each cell stands in reading order."""
        return {cell: place for place, cell in enumerate(self.cells)}

    @cached_property
    def amounts(self) -> tuple[Cell, ...]:
        """The cells that take an amount of money."""
        return tuple(cell for cell in self.cells.values() if cell.kind is CellKind.MONEY_WAN)

    @cached_property
    def equations(self) -> tuple[Equation, ...]:
        """All equations; the ones that fill a cell stand after those that fill their terms."""
        return tuple(equation for table in self.tables for equation in table.equations)

    @cached_property
    def filling(self) -> tuple[tuple[CellId, tuple[CellId, ...]], ...]:
        """Each computed cell with its terms, in the order to compute them."""
        return tuple((e.fills, e.left) for e in self.equations if e.fills is not None)

    @cached_property
    def equations_of(self) -> Mapping[CellId, tuple[Equation, ...]]:
        """The equations in which a cell stands."""
        return {cell: tuple(e for e in self.equations if cell in e.cells) for cell in self.cells}

    def table(self, table_id: str) -> Table:
        return next(table for table in self.tables if table.id == table_id)

    def section(self, section_id: str) -> Section:
        return next(section for section in self.sections if section.id == section_id)


HEADINGS = ("title", "s1", "s2", "s3", "s4", "s5", "s6")
"""Keys of the headings that a report prints."""

TEXTS = ("preamble", "s1", "s2", "s3", "s4", "s5", "s6", "signature")
"""Keys of a report's texts: preamble, prose of each section (in two, three and four beside the table), closing."""

SIGNERS = {"drafter": "拟稿人", "reviewer": "核稿人", "deputy": "分管领导", "leader": "主要领导"}
"""Who signs the 审签单, from the desk up, by key (domain.md F.4, P04)."""
