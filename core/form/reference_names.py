"""Numbers of the tables by the short names that a clerk types in a text: `{新收总计}`.

Each number has an identifier that is stored (`t3.new_requests.total`) and never changes. Most are one cell; some are
sums that the form does not print but every report writes about: all kinds of 不予公开, both kinds of lawsuits.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from core.cells import CellId
from core.form.layout import Cell, Form


class Quantity(NamedTuple):
    """A number that texts may refer to: the sum of `cells`, most often of one.

    `name` is what a clerk types between the braces, `place` where it stands, in the words of the form.
    """

    id: str
    name: str
    place: str
    cells: tuple[CellId, ...]


@lru_cache
def quantities(form: Form) -> Mapping[str, Quantity]:
    """Return every number that a text of this form may refer to, by identifier: those with short names first."""
    found = {each.id: each for each in _named(form)}
    return found | {cell.id: _of_cell(form, cell) for cell in form.cells.values() if cell.id not in found}


def called(form: Form, name: str) -> Quantity | None:
    """Return the number that a clerk calls by a name; blanks and the width of brackets do not matter."""
    return _by_name(form).get(name.translate(_PLAIN))


def matching(form: Form, wanted: str) -> tuple[Quantity, ...]:
    """Return the numbers whose name or place holds every word of what is looked for; for nothing, those with names."""
    words = wanted.translate(_BRACKETS).split()
    if not words:
        return named(form)
    return tuple(each for each in quantities(form).values() if all(word in _hay(each) for word in words))


def _hay(quantity: Quantity) -> str:
    return f"{quantity.name} {quantity.place}".translate(_BRACKETS)


_BRACKETS = str.maketrans("（）", "()")
_PLAIN = str.maketrans("（）", "()", " \u3000·")


@lru_cache
def _by_name(form: Form) -> Mapping[str, Quantity]:
    return {each.name.translate(_PLAIN): each for each in quantities(form).values()}


@lru_cache
def named(form: Form) -> tuple[Quantity, ...]:
    """Return the numbers with short names, those that texts speak of, in the order of the report."""
    return tuple(_named(form))


def _named(form: Form) -> Iterator[Quantity]:
    for identifier, name in _CELLS.items():
        if identifier in form.cells:
            yield Quantity(identifier, name, _place(form, form.cells[CellId(identifier)]), (CellId(identifier),))
    for identifier, (name, place, cells) in _SUMS.items():
        if all(cell in form.cells for cell in cells):
            yield Quantity(identifier, name, place, tuple(CellId(cell) for cell in cells))


def _of_cell(form: Form, cell: Cell) -> Quantity:
    return Quantity(cell.id, f"{cell.row.address}{cell.column.label}", _place(form, cell), (cell.id,))


def _place(form: Form, cell: Cell) -> str:
    row = cell.row.label.partition("（区分")[0]  # what stands behind it is how to count
    return f"{form.table(cell.table).name}·{row}·{cell.column.label}"


_DENIED = (
    "state_secret",
    "law_forbidden",
    "safety_stability",
    "third_party",
    "internal_affairs",
    "process_info",
    "enforcement_file",
    "admin_query",
)
_REJECTED = ("petition", "duplicate", "publication", "excessive", "reconfirm")
_LAWSUITS = ("lawsuit_direct", "lawsuit_after_review")
_ORGANISATIONS = ("business", "research", "public_welfare", "legal_service", "other_org")

_CELLS: Mapping[str, str] = {
    "t3.new_requests.total": "新收总计",
    "t3.new_requests.natural": "新收自然人",
    "t3.carried_in.total": "上年结转",
    "t3.total_handled.total": "办结总计",
    "t3.carried_forward.total": "结转下年",
    "t3.granted.total": "予以公开",
    "t3.partial.total": "部分公开",
    "t3.unable_not_held.total": "不掌握信息",
    "t4.review.total": "复议总计",
    "t4.review.upheld": "复议维持",
    "t4.review.corrected": "复议纠正",
    "t4.review.other": "复议其他",
    "t4.review.pending": "复议未审结",
    "t4.lawsuit_direct.total": "直接起诉总计",
    "t4.lawsuit_after_review.total": "复议后起诉总计",
    "t2.regulations.issued": "规章制发",
    "t2.regulations.repealed": "规章废止",
    "t2.regulations.in_force": "规章有效",
    "t2.normative_docs.issued": "规范性文件制发",
    "t2.normative_docs.repealed": "规范性文件废止",
    "t2.normative_docs.in_force": "规范性文件有效",
    "t2.licensing.decisions": "行政许可",
    "t2.penalties.decisions": "行政处罚",
    "t2.coercion.decisions": "行政强制",
    "t2.admin_fees.amount_wan": "行政事业性收费",
}


def _lawsuits(outcome: str) -> tuple[str, ...]:
    return tuple(f"t4.{group}.{outcome}" for group in _LAWSUITS)


_SUMS: Mapping[str, tuple[str, str, tuple[str, ...]]] = {
    "t3.intake.total": ("新收和结转", "表三·本年新收加上年结转·总计", ("t3.new_requests.total", "t3.carried_in.total")),
    "t3.new_requests.legal_persons": (
        "新收法人",
        "表三·一、本年新收政府信息公开申请数量·法人或其他组织",
        tuple(f"t3.new_requests.{column}" for column in _ORGANISATIONS),
    ),
    "t3.denied.total": ("不予公开", "表三·（三）不予公开各项·总计", tuple(f"t3.denied_{row}.total" for row in _DENIED)),
    "t3.unable.total": (
        "无法提供",
        "表三·（四）无法提供各项·总计",
        tuple(f"t3.unable_{row}.total" for row in ("not_held", "needs_creation", "unclear")),
    ),
    "t3.rejected.total": (
        "不予处理",
        "表三·（五）不予处理各项·总计",
        tuple(f"t3.rejected_{row}.total" for row in _REJECTED),
    ),
    "t3.other.total": (
        "其他处理",
        "表三·（六）其他处理各项·总计",
        tuple(f"t3.other_{row}.total" for row in ("no_correction", "unpaid_fee", "misc")),
    ),
    "t4.lawsuits.total": ("诉讼总计", "表四·行政诉讼两项·总计", _lawsuits("total")),
    "t4.lawsuits.upheld": ("诉讼维持", "表四·行政诉讼两项·结果维持", _lawsuits("upheld")),
    "t4.lawsuits.corrected": ("诉讼纠正", "表四·行政诉讼两项·结果纠正", _lawsuits("corrected")),
    "t4.lawsuits.other": ("诉讼其他", "表四·行政诉讼两项·其他结果", _lawsuits("other")),
    "t4.lawsuits.pending": ("诉讼未审结", "表四·行政诉讼两项·尚未审结", _lawsuits("pending")),
}
