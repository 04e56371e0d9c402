"""The equations that a cell stands in, set in words: both sides, and by how much they are apart.

Sums come from `core.balance`. A sentence is a row of pieces, so that it can be measured and painted without any markup.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from core.balance import Balance, balance
from core.cells import CellId
from core.form.layout import Equation, Table
from core.report import Report

BLANK = "□"
GAP = " " * 4


class Ink(Enum):
    """What a piece of a sentence is drawn with."""

    PLAIN = "plain"
    TERM = "term"
    ERROR = "error"
    OK = "ok"
    MUTED = "muted"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a sentence; those of a term lead to its `cell`."""

    words: str
    ink: Ink = Ink.PLAIN
    heavy: bool = False
    cell: CellId | None = None


def equations_for(table: Table, cell: CellId) -> tuple[Equation, ...]:
    """The equations to show for a cell: the balance of its column first, then the sum it stands in or is."""
    column = next(described.column.label for described in table.cells if described.id == cell)
    balances = [e for e in table.equations if e.fills is None and len(e.right) > 1]
    balanced = next((e for e in balances if e.subject == column), None)
    sums = [e for e in table.equations if e.fills is not None and cell in e.cells]
    own = next((e for e in sums if e.fills == cell), None) or (sums[0] if sums else None)
    return tuple(e for e in (balanced, own) if e is not None)


def sentence(report: Report, equation: Equation, most: int) -> tuple[Piece, ...]:
    """Return an equation with its numbers; `most` terms are named on one side."""
    sums = balance(report, equation)
    left, right = (_side(report, equation, cells, most) for cells in (equation.left, equation.right))
    if len(equation.right) > 1:
        left, right = [*left, *_sum(sums.left)], [*right, *_sum(sums.right)]
    sign = Piece(" ≠ ", Ink.ERROR, heavy=True) if sums.difference else Piece(" ＝ ")
    subject = Piece(f"{_subject(report, equation)}：")
    return (subject, *left, sign, *right, Piece(GAP), _verdict(report, equation, sums))


def brief(report: Report, equation: Equation) -> tuple[Piece, ...]:
    """Return an equation by its sums alone, for a narrow page."""
    sums = balance(report, equation)
    sign = Piece(" ≠ ", Ink.ERROR, heavy=True) if sums.difference else Piece(" ＝ ")
    left, right = _sum(sums.left)[1:], _sum(sums.right)[1:]
    return (Piece(f"{_subject(report, equation)}："), *left, sign, *right, Piece(GAP), _verdict(report, equation, sums))


def plain(pieces: tuple[Piece, ...]) -> str:
    """Return the words of an equation."""
    return "".join(piece.words for piece in pieces)


def spoken(report: Report, equation: Equation) -> str:
    """Return how an equation stands, in plain words."""
    difference = balance(report, equation).difference
    if difference is None:
        return f"{equation.subject}：还有 {len(_blank_terms(report, equation))} 格没有填数"
    return f"{equation.subject}：" + (f"差 {abs(difference):f} 件" if difference else "平")


def _verdict(report: Report, equation: Equation, sums: Balance) -> Piece:
    printed = report.printed.get(equation.fills) if equation.fills else None
    if sums.difference is None:
        return Piece(f"○ 还有 {len(_blank_terms(report, equation))} 格没有填数", Ink.MUTED)
    if sums.difference:
        return Piece(f"▲ 差 {abs(sums.difference):f} 件", Ink.ERROR)
    if printed is not None and equation.fills and printed.value != report.value(equation.fills):
        return Piece(f"▲ 原表印 {printed.raw.strip() or '空'}", Ink.ERROR)
    return Piece("✓ 平" if len(equation.right) > 1 else "✓ 已合计", Ink.OK)


def _blank_terms(report: Report, equation: Equation) -> tuple[CellId, ...]:
    """The typed cells for want of which an equation cannot be weighed."""
    computed = report.computed
    cells = (c for cell in equation.cells for c in (report.missing(cell) if cell in computed else (cell,)))
    return tuple(dict.fromkeys(cell for cell in cells if report.value(cell) is None))


def _side(report: Report, equation: Equation, cells: tuple[CellId, ...], most: int) -> list[Piece]:
    """One side of an equation; of a long sum only the terms that are not 0."""
    told = cells if len(cells) <= most else tuple(cell for cell in cells if report.value(cell) != 0)
    shown, hidden = told[:most], len(cells) - len(told[:most])
    pieces: list[Piece] = []
    for cell in shown:
        pieces += (Piece(" ＋ "),) if pieces else ()
        pieces += _term(report, equation, cell)
    if hidden:
        joint = " ＋ " if pieces else ""
        pieces.append(Piece(f"{joint}其余 {hidden} 项" + ("都是 0" if len(told) <= most else "")))
    return pieces


def _term(report: Report, equation: Equation, cell: CellId) -> tuple[Piece, Piece]:
    value = report.value(cell)
    figure = BLANK if value is None else f"{value:f}"
    name = Piece(f"{_short(report, equation, cell)} ", Ink.TERM, cell=cell)
    return name, Piece(figure, Ink.TERM, heavy=True, cell=cell)


def _short(report: Report, equation: Equation, cell: CellId) -> str:
    """The shortest words that tell the terms of an equation apart: column where the row is one, else the row."""
    described = report.form.cells
    same_row = len({described[term].row.id for term in equation.cells}) == 1
    words = described[cell].column.label if same_row else described[cell].row.address
    return _SHORTER.get(words, words)


def _subject(report: Report, equation: Equation) -> str:
    """What an equation is about; a row by its short address."""
    rows = {report.form.cells[cell].row for cell in equation.cells}
    return next(iter(rows)).address if len(rows) == 1 else equation.subject


_SHORTER = {
    "商业企业": "商业",
    "科研机构": "科研",
    "社会公益组织": "公益",
    "法律服务机构": "法律",
    "结果维持": "维持",
    "结果纠正": "纠正",
    "其他结果": "其他",
    "尚未审结": "未审结",
}


def _sum(total: Decimal | None) -> tuple[Piece, Piece]:
    return Piece(" ＝ "), Piece(BLANK if total is None else f"{total:f}", heavy=True)
