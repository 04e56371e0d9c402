"""A year without requests (本年未收到申请): table 3 in one step, what speaks against it, and the sentence that says so.

Most small units have such a year, and it is also how a forgotten table looks: hence the question before.
"""

from core import edits
from core.cells import CellId, State
from core.form.layout import Cell
from core.phrases import own_name
from core.report import Report
from core.sentences.quantities import Quantity
from core.sentences.statements import statements
from core.tally import forerunner

TABLE, SECTION = "t3", "s1"
_NEW = CellId("t3.new_requests.total")
_ABOUT = "依申请公开"
_LONGEST_HEADING = 30


def nil_return(report: Report) -> Report:
    """Fill table 3 for a year without requests.

    All becomes 0 but 上年结转: a number there stays, an empty cell takes last year's 结转下年度 and stays empty where
    last year's is blank: no blank is a 0. Without last year's report it becomes 0 as the rest. Totals that an imported
    file prints give way to the sums.
    """
    filled = edits.set_cells(report, {cell.id: _filling(report, cell) for cell in _typed(report)})
    return edits.use_computed(filled, (cell.id for cell in report.form.table(TABLE).cells if cell.computed))


def question(report: Report) -> str:
    """Return what to ask before: last year had requests, or what is typed would go; else nothing."""
    before = None if report.last_year is None else report.last_year.value(_NEW)
    gone = would_go(report)
    told = [f"上年收到 {before:f} 件"] if before else []
    told += [f"已填的 {len(gone)} 格会改为 0"] if gone else []
    return f"{'，'.join(told)}，今年确实没有收到吗？" if told else ""


def would_go(report: Report) -> tuple[CellId, ...]:
    """The cells in which something is written that would give way to 0."""
    written = (cell for cell in _typed(report) if report.entry(cell.id).state is not State.EMPTY)
    return tuple(cell.id for cell in written if report.entry(cell.id).raw != _filling(report, cell))


def unsettled(report: Report) -> CellId | None:
    """The cell in which the outcome of what was carried in begins to be told; None where nothing was carried in."""
    carried = (cell for cell in _typed(report) if cell.row.id == "carried_in" and report.value(cell.id))
    first = next(carried, None)
    return None if first is None else CellId(f"{TABLE}.granted.{first.column.id}")


def sentence(report: Report) -> str:
    """Return the sentence for 一、总体情况 (domain.md H); nothing where the text tells already what was received."""
    told = {Quantity.NEW, Quantity.RECEIVED}
    if any(told & set(one.quantities) for one in statements(report.text(SECTION))):
        return ""
    carried = report.value(CellId("t3.carried_in.total"))
    rest = f"，上年结转{carried:f}件" if carried else "" if carried is None else "，无上年结转申请"
    return f"{report.year or '本'}年，{own_name(report)}未收到政府信息公开申请{rest}。"


def with_sentence(report: Report, words: str) -> Report:
    """Put the sentence where the text speaks of 依申请公开: below that heading or behind its words; else at the end."""
    text = report.text(SECTION)
    about = text.find(_ABOUT)
    if about < 0:
        return edits.reword(report, SECTION, len(text), len(text), f"\n{words}" if text else words)
    start = text.rfind("\n", 0, about) + 1
    end = text.find("\n", about) if "\n" in text[about:] else len(text)
    line = text[start:end].rstrip()
    is_heading = len(line) <= _LONGEST_HEADING and not line.endswith(("。", "；", "：", "，"))
    return edits.reword(report, SECTION, end, end, f"\n{words}" if is_heading else words)


def _typed(report: Report) -> tuple[Cell, ...]:
    return tuple(cell for cell in report.form.table(TABLE).cells if not cell.computed)


def _filling(report: Report, cell: Cell) -> str:
    """What a cell holds in a year without requests."""
    before = forerunner(cell.id)
    if before is None:
        return "0"
    entry, last = report.entry(cell.id), report.last_year
    if entry.value is not None:
        return entry.raw
    if last is None or entry.state is not State.EMPTY:
        return "0"
    value = last.value(before)
    return "" if value is None else f"{value:f}"
