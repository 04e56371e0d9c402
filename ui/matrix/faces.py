"""What a cell shows: its words, how they are set, and the mark in its corner. Reads the report, draws nothing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum

from core.cells import CellId, State
from core.checks.register import Verdict
from core.finding import Finding, Severity
from core.form.layout import Cell
from core.report import Report
from core.tally import against_last_year, change, in_force, tally
from ui.words import EXPLAINED, WEIGHTS

MOST_MARKED = 8


class Mark(IntEnum):
    """What a corner tells by its shape, heaviest first."""

    ERROR = 0
    WARNING = 1
    HINT = 2
    EXPLAINED = 3


SHAPES = {Mark.ERROR: "▲", Mark.WARNING: "●", Mark.HINT: "○", Mark.EXPLAINED: "✓"}
_MARKS = {Severity.ERROR: Mark.ERROR, Severity.WARNING: Mark.WARNING, Severity.HINT: Mark.HINT}


@dataclass(frozen=True, slots=True)
class Face:
    """What is drawn in one cell.

    `change` is what was added since last year, with its sign; nothing where both are equal. `partial` words are a sum
    that still lacks terms; `strange` ones are no number, or a number read out of words; `disputed` tells that the
    imported file prints another total; `locked` ones take no typing.
    """

    text: str = ""
    last: str = ""
    change: str = ""
    computed: bool = False
    locked: bool = False
    blank: bool = False
    partial: bool = False
    strange: bool = False
    disputed: bool = False
    mark: Mark | None = None


def face(report: Report, cell: Cell, mark: Mark | None) -> Face:
    """Return what a cell shows."""
    entry = report.entry(cell.id)
    text, partial = entry.raw.strip(), False
    if cell.computed and entry.state is State.EMPTY:
        known = report.partial_sum(cell.id)
        text, partial = ("" if known is None else f"{known:f}"), True
    elif entry.value is not None and not entry.tidied:
        text = f"{entry.value:f}"
    blank = entry.state is State.EMPTY and not cell.computed
    return Face(
        text=text,
        last=last_year(report, cell.id),
        change=_change(report, cell.id),
        computed=cell.computed,
        locked=cell.computed or report.final is not None,
        blank=blank,
        partial=partial,
        strange=entry.tidied or entry.state in {State.TEXT, State.NOT_APPLICABLE},
        disputed=_disputed(report, cell.id),
        mark=mark,
    )


def is_number(text: str) -> bool:
    """Whether words that stand in a cell are read as a number: those must not be cut."""
    return text.lstrip("-").replace(".", "").isdigit()


def marks(report: Report, verdict: Verdict) -> Mapping[CellId, Mark]:
    """The heaviest mark of each cell; the hatching of a blank cell says enough that it is blank."""
    found: dict[CellId, Mark] = {}
    for finding in verdict.findings:
        mark = Mark.EXPLAINED if finding.occasion in report.reasons else _MARKS[finding.severity]
        for cell in _pointed_at(report, finding):
            found[cell] = min(mark, found.get(cell, mark))
    return found


def _pointed_at(report: Report, finding: Finding) -> Iterable[CellId]:
    """The cells to mark: of a long sum only its result and the suspect, else every term would be marked."""
    long = len(finding.cells) > MOST_MARKED
    cells = finding.cells[-1:] if long else finding.cells
    suspect = () if finding.suspect is None else (finding.suspect,)
    return (c for c in (*cells, *suspect) if report.entry(c).state is not State.EMPTY or report.form.cells[c].computed)


def last_year(report: Report, cell: CellId) -> str:
    """What stood in a cell last year; nothing where last year is not at hand."""
    return "" if report.last_year is None else report.last_year.entry(cell).raw.strip()


def _change(report: Report, cell: CellId) -> str:
    difference = change(report, cell)
    return f"{difference:+f}".replace("-", "−") if difference else ""  # a hyphen would read as a range


def _disputed(report: Report, cell: CellId) -> bool:
    printed, summed = report.printed.get(cell), report.value(cell)
    return printed is not None and summed is not None and printed.value != summed


# ---------------------------------------------------------------- words


def short_name(cell: Cell) -> str:
    """How the status line names a cell: "三(一) 予以公开 · 自然人"."""
    address = cell.row.address if cell.row.address != cell.row.label else ""
    name = cell.row.name.split("（区分")[0]
    return f"{address} {name} · {cell.column.label}".strip()


def tooltip(report: Report, cell: Cell, findings: Iterable[Finding]) -> str:
    """All that there is to say about a cell, one thing a line; nothing where only its name could be said."""
    lines = [cell.name, *_state_words(report, cell)]
    if last := last_year(report, cell.id):
        lines.append(f"上年 {last}{_signed(change(report, cell.id))}")
    for finding in findings:
        reason = report.reasons.get(finding.occasion)
        shape = SHAPES[Mark.EXPLAINED if reason else _MARKS[finding.severity]]
        lines.append(f"{shape} {finding.message}" + (f"（已说明：{reason}）" if reason else ""))
    if note := report.notes.get(cell.id):
        lines.append(f"批注：{note}")
    return "\n".join(lines) if len(lines) > 1 else ""


def spoken(report: Report, cell: Cell, findings: Iterable[Finding]) -> str:
    """What a screen reader says of a cell: both its heads, what stands in it, what stood there, what is wrong."""
    shown = report.entry(cell.id).raw.strip() or "空"
    address = "" if cell.row.address == cell.row.label else cell.row.address
    heads = (address, bare(cell.row.group), cell.row.name.split("（区分")[0], cell.column.label)
    parts = [head for head in heads if head]
    parts.append(f"合计，自动计算 {shown}" if cell.computed else f"值 {shown}")
    if last := last_year(report, cell.id):
        parts.append(f"上年 {last}")
    for finding in findings:
        weight = EXPLAINED if finding.occasion in report.reasons else WEIGHTS[finding.severity]
        parts.append(f"{weight}：{finding.message}")
    noted = [f"批注：{report.notes[cell.id]}"] if cell.id in report.notes else []
    return "，".join([*parts, *noted])


def bare(label: str) -> str:
    """Return a label without the ordinal before it: “不予公开” of “（三）不予公开”."""
    return label.lstrip("（一二三四五六七）、") or label


def status(report: Report, cell: Cell) -> str:
    """The words of the status line for one cell: name, last year, change, and what an empty one ought to hold."""
    last = last_year(report, cell.id)
    words = short_name(cell) + (f"　上年 {last}{_signed(change(report, cell.id))}" if last else "")
    follows = in_force(report, cell.id)
    return f"{words}　{follows.words}，按 Ctrl+E 填入" if follows else words


def sums(report: Report, cells: tuple[CellId, ...]) -> str:
    """The words of the status line for several cells: sum, count and mean, and how far last year's are away."""
    told = tally(report, cells)
    words = f"合计 {told.total:f}　计数 {told.count}" + (f"　平均 {told.mean:f}" if told.mean is not None else "")
    compared = against_last_year(report, cells)
    if compared is None:
        return words
    partly = f"（可比 {compared.count} 格）" if compared.count < told.count else ""
    return f"{words}　上年 {compared.before:f}{_signed(compared.difference)}{partly}"


def _state_words(report: Report, cell: Cell) -> Iterable[str]:
    entry = report.entry(cell.id)
    if cell.computed:
        yield "合计，自动计算，不用填"
        if lacking := len(report.missing(cell.id)):
            known = report.partial_sum(cell.id)
            yield f"还有 {lacking} 格没有填数" + ("" if known is None else f"，暂计 {known:f}")
        if _disputed(report, cell.id) or (cell.id in report.printed and lacking):
            yield f"原表印的是 {report.printed[cell.id].raw.strip() or '空'}，各项相加是 {entry.raw or '（未填全）'}"
    elif entry.state is State.EMPTY:
        yield "还没有填。没有发生请填 0"
    elif entry.tidied:
        yield f"写的是“{entry.raw.strip()}”，按 {entry.value:f} 计"
    elif entry.value is None:
        yield f"写的是“{entry.raw.strip()}”，不是数字，不参加合计"


def _signed(difference: Decimal | None) -> str:
    if difference is None:
        return ""
    return "　与上年持平" if not difference else f"　比上年 {difference:+f}"
