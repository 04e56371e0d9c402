"""A sheet that goes with the report (校核单, 审签单) as it is laid out: a title, and tables one below the other.

It is described once, for paper and for Word; every row says what it holds, the writers only draw it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.exporters.fonts import Role
from core.exporters.pages import paragraphs
from core.exporters.paper import HEIGHT, Paper
from core.exporters.ruled import SIZE, Cell, Row, Ruled, arrange
from core.exporters.titles import below_unit

TITLE, TITLE_PITCH = 18.0, 30.0  # 小2号
HEADING, HEADING_PITCH = 14.0, 24.0  # 4号
SPACE = 14.0
"""Points: type, lines, and the room between two tables."""

_SMALLER = (10.5, 9.0, 7.5)  # type of a sheet that must go on one page
_LEAST = 16.0  # points that each row to be signed gets beyond its words


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table, below its heading if it has one; its head stands again on every page.

    `shares` are the widths of the columns in any unit. One that `closes` stays on the page where what is above it ends;
    one that is filled in `by_hand` holds nothing to be proved; one that `fills` takes what the page has left.
    """

    shares: tuple[float, ...]
    rows: tuple[Row, ...]
    head: Row | None = None
    heading: str = ""
    closes: bool = False
    by_hand: bool = False
    fills: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: the unit stands on a line of its own where the title begins with it.

    `number` is the check number of the report, `size` the type size of the tables in points.
    """

    title: str
    unit: str
    number: str
    tables: tuple[Table, ...]
    size: float = SIZE

    @property
    def title_lines(self) -> tuple[str, ...]:
        """The lines of the title as a reader would break them."""
        return below_unit(self.title, self.unit)

    @property
    def words(self) -> str:
        """All characters that the sheet shows in its tables and titles."""
        rows = (row for table in self.tables for row in (*((table.head,) if table.head else ()), *table.rows))
        cells = (cell.text for row in rows for cell in row.cells)
        return "".join((self.title, *(table.heading for table in self.tables), *cells))

    @property
    def footer(self) -> str:
        """What stands before the page number on every page."""
        return f"校验号 {self.number}"


def cleaned(sheet: Sheet) -> Sheet:
    """Return the sheet without what no page can show: control characters, blank lines."""
    return replace(
        sheet, title=plain(sheet.title), unit=plain(sheet.unit), tables=tuple(_cleaned(table) for table in sheet.tables)
    )


def plain(text: str) -> str:
    """Return the words as they can be shown."""
    return "\n".join(paragraphs(text))


def _cleaned(table: Table) -> Table:
    rows = (replace(row, cells=tuple(replace(cell, text=plain(cell.text)) for cell in row.cells)) for row in table.rows)
    return replace(table, rows=tuple(rows))


def label(text: str) -> Cell:
    """Return the name of a column or of a row."""
    return Cell(text, middle=True, role=Role.HEADING)


def head(names: Sequence[str]) -> Row:
    """Return the row that names the columns."""
    return Row(tuple(label(name) for name in names))


def across(text: str, columns: int) -> Row:
    """Return a row of one cell over all columns."""
    return Row((Cell(text, columns),))


def strong(text: str, *marked: str) -> Cell:
    """Set what must be seen at a glance in 黑体."""
    return Cell(text, middle=True, role=Role.HEADING if text in marked else Role.TABLE)


def setting(sheet: Sheet, paper: Paper) -> list[Ruled]:
    """Set the words of every table."""
    return [arrange(table.shares, table.rows, paper, table.head, sheet.size) for table in sheet.tables]


def spread(sheet: Sheet, paper: Paper, spare: float = 6.0) -> Sheet:
    """Let the table that `fills` take what its page has left but for `spare` points, in smaller type if need be.

    A sheet without one, or that is longer than a page all the same, stays as it is.
    """
    sizes = (size for size in (sheet.size, *_SMALLER) if size <= sheet.size)
    for each in (replace(sheet, size=size) for size in sizes if any(table.fills for table in sheet.tables)):
        ruled = setting(each, paper)
        left = HEIGHT - _between(each) - spare - sum(table.height for table in ruled)
        if left >= sum(_LEAST * len(table.rows) for table in each.tables if table.fills):
            return replace(each, tables=tuple(_grown(*pair, left) for pair in zip(each.tables, ruled, strict=True)))
    return sheet


def _between(sheet: Sheet) -> float:
    """Return what the title takes, and the room between the tables."""
    headings = sum(HEADING_PITCH for table in sheet.tables if table.heading)
    return len(sheet.title_lines) * TITLE_PITCH + len(sheet.tables) * SPACE + headings


def _grown(table: Table, ruled: Ruled, left: float) -> Table:
    if not table.fills:
        return table
    more = left / len(table.rows)
    pairs = zip(table.rows, ruled.rows, strict=True)
    return replace(table, rows=tuple(replace(row, least=drawn.height + more) for row, drawn in pairs))
