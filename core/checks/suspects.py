"""Which cell is most probably wrong (domain.md D.2: A05, A06, A07).

A cell is suspect when one other value in it would mend several equations and break none, when swapping two
of its digits would mend one, or when a whole row has slid by one column.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from core.cells import CellId
from core.checks.explaining import explained, suggestions
from core.checks.register import Judgement, check
from core.checks.written import Line, lines
from core.finding import Finding, Severity, Suggestion
from core.form.layout import Form, Row
from core.report import Report

MOST_SWAPS = 2
"""More candidates than these point at nothing."""

MENDABLE = frozenset({"A01", "A02", "A03", "A04", "A08"})


@check("A05", Severity.WARNING, "横向、纵向合计同时不平时，指出最可能填错的一格")
def one_cell_would_mend_several_sums(report: Report) -> Judgement:
    """Locality of residuals (domain.md D.2): the cell where a row and a column that are off by the same meet."""
    for cell, value in report.derived(mended_by_one_cell):
        old, name = report.as_printed(cell).value, report.form.cells[cell].name
        sums = "横向、纵向就都对上了" if _stands_in_a_row_sum(report, cell) else "有关的合计就都对上了"
        words = f"最可能出错的格子：“{name}”。如果把它从 {old:f} 改为 {value:f}，{sums}。"
        yield Finding("A05", Severity.WARNING, words, (cell,), suspect=cell, remedy=f"{value:f}")


@check("A06", Severity.HINT, "合计不平时，看是不是一个数的两位数字写颠倒了")
def swapped_digits_would_mend_a_sum(report: Report) -> Judgement:
    """Transposed digits (domain.md D.2): a residual divisible by 9 that swapping two neighbours in one number mends."""
    known = report.derived(lines)
    if all(line.residual == 0 for line in known):
        return
    explained = {cell for cell, _ in report.derived(mended_by_one_cell)}
    for line in known:
        if line.residual % 9 == 0 and line.residual and not explained & line.weights.keys():
            swaps = list(_swaps(report, line))
            for cell, value in swaps if len(swaps) <= MOST_SWAPS else ():
                old, name = report.as_printed(cell).value, report.form.cells[cell].name
                words = f"可能是数字颠倒：“{name}”{old:f} 是否应为 {value:f}？"
                yield Finding("A06", Severity.HINT, words, (cell,), suspect=cell, remedy=f"{value:f}")


@check("A07", Severity.WARNING, "合计不平时，看一行数字是不是整体错了一列")
def rows_stand_in_their_columns(report: Report) -> Judgement:
    """Slid rows (domain.md D.2): all columns of a row come right when its numbers move by one column."""
    # The row's own total has slid as well.
    known = tuple(line for line in report.derived(lines) if line.equation.code != "A01")
    if sum(line.residual != 0 for line in known) < 2:
        return
    columns = [line for line in known if line.equation.subject != "总计"]  # each holds one cell of a row
    wanted = {cell: -line.residual / weight for line in columns for cell, weight in line.weights.items()}
    for row, cells in _typed_rows(report.form):
        if any(_mends_all(known, change) for change in _slides(report, cells, wanted)):
            yield _slid(report, row, cells)


def point_out(report: Report, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Give each finding about a sum the changes that would mend it, and the cell of the first where it stands out."""
    for finding in findings:
        if finding.code == "A05" and finding.suspect is not None:
            yield replace(finding, suggestions=_through(report, finding.suspect))
        elif finding.code in MENDABLE and finding.suspect is None:
            yield _pointed(report, finding)
        else:
            yield finding


def _pointed(report: Report, finding: Finding) -> Finding:
    found, stands_out = suggestions(report, finding.cells)
    if not stands_out:
        return replace(finding, suggestions=found)
    cell, raw = found[0].changes[0]
    return replace(finding, suspect=cell, remedy=raw, suggestions=found)


def _through(report: Report, cell: CellId) -> tuple[Suggestion, ...]:
    """Return what is suggested for the sums that a cell stands in, as far as it changes this cell."""
    for line in report.derived(explained).failing:
        if cell in line.weights:
            return tuple(each for each in suggestions(report, line.equation.cells)[0] if each.changes[0][0] == cell)
    return ()


def mended_by_one_cell(report: Report) -> tuple[tuple[CellId, Decimal], ...]:
    """The cells that alone would mend at least two failing lines and break none, with the value that does."""
    return tuple(_mended_by_one_cell(report, report.derived(lines)))


def _mended_by_one_cell(report: Report, known: tuple[Line, ...]) -> Iterator[tuple[CellId, Decimal]]:
    failing = [line for line in known if line.residual]
    if len(failing) < 2:
        return
    holding = {cell for line in known if not line.residual for cell in line.weights}
    by_lines: dict[tuple[int, ...], list[tuple[CellId, Decimal]]] = {}
    often = Counter(cell for line in failing for cell in line.weights)
    for cell in (cell for cell, times in often.items() if times > 1):
        through = [(i, line) for i, line in enumerate(failing) if cell in line.weights]
        changes = {-line.residual / line.weights[cell] for _, line in through}
        old = report.as_printed(cell).value
        if len(changes) > 1 or cell in holding or old is None:
            continue
        value = old + changes.pop()
        if value >= 0:
            by_lines.setdefault(tuple(i for i, _ in through), []).append((cell, value))
    widest = sorted(by_lines, key=len, reverse=True)
    taken: set[int] = set()
    for mended in widest:
        if len(by_lines[mended]) == 1 and not taken & set(mended):
            taken |= set(mended)
            yield by_lines[mended][0]


def _swaps(report: Report, line: Line) -> Iterator[tuple[CellId, Decimal]]:
    for cell, weight in line.weights.items():
        value = report.as_printed(cell).value
        if value is None or value < 10 or value != value.to_integral_value():
            continue
        wanted = value - line.residual / weight
        digits = f"{value:f}"
        for i in range(len(digits) - 1):
            if digits[i] != digits[i + 1]:
                swapped = digits[:i] + digits[i + 1] + digits[i] + digits[i + 2 :]
                if Decimal(swapped) == wanted:
                    yield cell, wanted


def _slides(
    report: Report, cells: tuple[CellId, ...], wanted: Mapping[CellId, Decimal]
) -> Iterator[dict[CellId, Decimal]]:
    """The change of each cell if the row's numbers moved by one column, as far as it is what the columns want."""
    stands = report.entries_as_printed
    now = [value for cell in cells if (value := stands[cell].value) is not None]
    total = stands[CellId(f"{cells[0].rsplit('.', 1)[0]}.total")].value
    if total is None or len(now) < len(cells) or not any(now):
        return
    right = [value + wanted.get(cell, 0) for cell, value in zip(cells, now, strict=True)]
    first = total - sum(now[1:], Decimal()) if total else Decimal()
    for moved in ([*now[1:], total], [first, *now[:-1]], [*now[1:], Decimal()], [Decimal(), *now[:-1]]):
        if all(new in (old, asked) for new, old, asked in zip(moved, now, right, strict=True)):
            yield {cell: new - old for cell, new, old in zip(cells, moved, now, strict=True) if new != old}


@lru_cache
def _typed_rows(form: Form) -> tuple[tuple[Row, tuple[CellId, ...]], ...]:
    """Each row of table 3 that is typed, with its typed cells."""
    table = form.table("t3")
    rows = ((row, tuple(c.id for c in table.cells if c.row is row and not c.computed)) for row in table.rows)
    return tuple((row, cells) for row, cells in rows if cells)


def _mends_all(known: tuple[Line, ...], change: Mapping[CellId, Decimal]) -> bool:
    """Whether a change brings every column line that it touches to 0, at least two of which were off."""
    mended = 0
    for line in known:
        effect = sum((line.weights[cell] * delta for cell, delta in change.items() if cell in line.weights), Decimal())
        if effect and line.residual + effect:
            return False
        mended += effect != 0
    return mended > 1


def _slid(report: Report, row: Row, cells: tuple[CellId, ...]) -> Finding:
    words = f"“{row.label}”一行的数字可能整体错了一列，请对照原表核对。"
    return Finding("A07", Severity.WARNING, words, cells)


def _stands_in_a_row_sum(report: Report, cell: CellId) -> bool:
    """Whether a printed total of its row is judged too: else nothing is said of 横向."""
    return any(e.code == "A01" and e.fills in report.printed for e in report.form.equations_of[cell])
