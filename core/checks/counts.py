"""What the tables say of each quantity that the prose may speak of (domain.md D.5): the set of lawful values.

Words are ambiguous in real reports: 办理 may count what was received, what was there in all, or what was closed. A
statement is wrong only if it fits none of its lawful values.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

from core.cells import CellId
from core.report import Report
from core.sentences.quantities import Quantity
from core.sentences.statements import Statement


@dataclass(frozen=True, slots=True)
class Count:
    """One lawful value: how the tables name it, its number (None where a cell it needs is no number), its cells."""

    name: str
    value: Decimal | None
    cells: tuple[CellId, ...]


Counter = Callable[[Report], tuple[Count, ...]]


def lawful(report: Report, statement: Statement) -> tuple[Count, ...]:
    """Return the values that a statement may rightly have; none where the form of the report does not count it."""
    known = report.derived(_memory)
    key = counted_as(statement)
    if key not in known:
        known[key] = _lawful(report, statement)
    return known[key]


def counted_as(statement: Statement) -> object:
    """Return what is the same of statements that have the same lawful values."""
    return statement.quantities, statement.group, statement.together


def _memory(_: Report) -> dict[object, tuple[Count, ...]]:
    """The values asked for so far of one report: many statements of a text speak of the same."""
    return {}


def _lawful(report: Report, statement: Statement) -> tuple[Count, ...]:
    counts = tuple(
        count
        for quantity in statement.quantities
        for counter in _counters(quantity, statement.group)
        for count in counter(report)
    )
    if statement.together:
        counts = (_sum_of(tuple(_main(report, quantity, statement.group) for quantity in statement.quantities)),)
    return counts if all(cell in report.form.cells for count in counts for cell in count.cells) else ()


def _main(report: Report, quantity: Quantity, group: Quantity | None) -> Count:
    return _counters(quantity, group)[0](report)[0]


def _sum_of(counts: tuple[Count, ...]) -> Count:
    values = [count.value for count in counts if count.value is not None]
    value = sum(values, Decimal()) if len(values) == len(counts) else None
    name = "、".join(dict.fromkeys(count.name for count in counts)) + "合计"
    return Count(name, value, tuple(dict.fromkeys(cell for count in counts for cell in count.cells)))


def _counters(quantity: Quantity, group: Quantity | None) -> tuple[Counter, ...]:
    if quantity not in _OUTCOMES:
        return (_COUNTERS[quantity],)
    column, name = _OUTCOMES[quantity]
    return tuple(_outcome(name, column, groups) for groups in _GROUPS[group])


def _sum(name: str, *cells: str) -> Counter:
    def count(report: Report) -> tuple[Count, ...]:
        ids = tuple(CellId(cell) for cell in cells)
        return (Count(name, _added(report, ids), ids),)

    return count


def _any(*counters: Counter) -> Counter:
    return lambda report: tuple(count for counter in counters for count in counter(report))


def _added(report: Report, cells: tuple[CellId, ...]) -> Decimal | None:
    values = [report.as_printed(cell).value if cell in report.form.cells else None for cell in cells]
    known = [value for value in values if value is not None]
    return sum(known, Decimal()) if len(known) == len(values) else None


def _closed_this_years(report: Report) -> tuple[Count, ...]:
    """What was closed without what was carried in: some offices count so (V: 按时办结54件，办理上年结转2件)."""
    handled, carried = CellId("t3.total_handled.total"), CellId("t3.carried_in.total")
    one, other = _added(report, (handled,)), _added(report, (carried,))
    value = one - other if one is not None and other is not None and one >= other else None
    return (Count("（七）总计减上年结转", value, (handled, carried)),)


def _rows(prefix: str) -> Callable[[Report], tuple[str, ...]]:
    return lambda report: tuple(
        f"t3.{row.id}.total" for row in report.form.table("t3").rows if row.id.startswith(prefix)
    )


def _group(name: str, prefix: str) -> Counter:
    return lambda report: _sum(name, *_rows(prefix)(report))(report)


def _by(columns: tuple[str, ...], name: str) -> Counter:
    new = _sum(f"新收的{name}", *(f"t3.new_requests.{column}" for column in columns))
    everything = _sum(
        f"新收加上年结转的{name}",
        *(f"t3.{row}.{column}" for row in ("new_requests", "carried_in") for column in columns),
    )
    return _any(new, everything)


def _outcome(name: str, column: str, groups: tuple[str, ...]) -> Counter:
    return _sum(name, *(f"t4.{group}.{column}" for group in groups))


_NEW = _sum("本年新收", "t3.new_requests.total")
_IN = _sum("新收加上年结转", "t3.new_requests.total", "t3.carried_in.total")
_HANDLED = _sum("（七）总计", "t3.total_handled.total")
_LEGAL = ("business", "research", "public_welfare", "legal_service", "other_org")
_DIRECT = _sum("未经复议直接起诉", "t4.lawsuit_direct.total")
_AFTER = _sum("复议后起诉", "t4.lawsuit_after_review.total")

_REVIEW, _FIRST, _SECOND = "review", "lawsuit_direct", "lawsuit_after_review"
_LAWSUITS = ((_FIRST, _SECOND), (_FIRST,), (_SECOND,))
_GROUPS: Mapping[Quantity | None, tuple[tuple[str, ...], ...]] = MappingProxyType(
    {
        None: ((_REVIEW,), *_LAWSUITS, (_REVIEW, _FIRST, _SECOND)),
        Quantity.REVIEW: ((_REVIEW,),),
        Quantity.LAWSUIT: _LAWSUITS,
        Quantity.LAWSUIT_DIRECT: ((_FIRST,),),
        Quantity.LAWSUIT_AFTER_REVIEW: ((_SECOND,),),
    }
)
_OUTCOMES: Mapping[Quantity, tuple[str, str]] = MappingProxyType(
    {
        Quantity.UPHELD: ("upheld", "结果维持"),
        Quantity.CORRECTED: ("corrected", "结果纠正"),
        Quantity.OTHER_RESULT: ("other", "其他结果"),
        Quantity.PENDING: ("pending", "尚未审结"),
    }
)

_COUNTERS: Mapping[Quantity, Counter] = MappingProxyType(
    {
        Quantity.NEW: _NEW,
        Quantity.RECEIVED: _any(_NEW, _IN),
        Quantity.HANDLED: _any(_IN, _HANDLED, _NEW),
        Quantity.CLOSED: _any(_HANDLED, _closed_this_years),
        Quantity.CARRIED_IN: _sum("上年结转", "t3.carried_in.total"),
        Quantity.CARRIED_FORWARD: _sum("结转下年度继续办理", "t3.carried_forward.total"),
        Quantity.GRANTED: _sum("予以公开", "t3.granted.total"),
        Quantity.PARTIAL: _sum("部分公开", "t3.partial.total"),
        Quantity.DENIED: _group("不予公开", "denied_"),
        Quantity.UNABLE: _group("无法提供", "unable_"),
        Quantity.NOT_HELD: _sum("本机关不掌握相关政府信息", "t3.unable_not_held.total"),
        Quantity.REJECTED: _group("不予处理", "rejected_"),
        Quantity.OTHER: _group("其他处理", "other_"),
        Quantity.BY_PERSONS: _by(("natural",), "自然人"),
        Quantity.BY_LEGAL_PERSONS: _by(_LEGAL, "法人或其他组织"),
        Quantity.BY_BUSINESS: _any(_by(("business",), "商业企业"), _by(_LEGAL, "法人或其他组织")),
        Quantity.BY_RESEARCH: _by(("research",), "科研机构"),
        Quantity.BY_WELFARE: _by(("public_welfare",), "社会公益组织"),
        Quantity.BY_LEGAL_SERVICE: _by(("legal_service",), "法律服务机构"),
        Quantity.CLASSIFIED: _sum("属于国家秘密", "t3.denied_state_secret.total"),
        Quantity.THIRD_PARTY: _sum("保护第三方合法权益", "t3.denied_third_party.total"),
        Quantity.INTERNAL_AFFAIRS: _sum("属于三类内部事务信息", "t3.denied_internal_affairs.total"),
        Quantity.PROCESS_INFO: _sum("属于四类过程性信息", "t3.denied_process_info.total"),
        Quantity.ENFORCEMENT_FILE: _sum("属于行政执法案卷", "t3.denied_enforcement_file.total"),
        Quantity.ADMIN_QUERY: _sum("属于行政查询事项", "t3.denied_admin_query.total"),
        Quantity.PETITION: _sum("信访举报投诉类申请", "t3.rejected_petition.total"),
        Quantity.DUPLICATE: _sum("重复申请", "t3.rejected_duplicate.total"),
        Quantity.REVIEW: _sum("行政复议总计", "t4.review.total"),
        Quantity.LAWSUIT: _any(
            _sum("行政诉讼两项总计之和", "t4.lawsuit_direct.total", "t4.lawsuit_after_review.total")
        ),
        Quantity.LAWSUIT_DIRECT: _DIRECT,
        Quantity.LAWSUIT_AFTER_REVIEW: _AFTER,
        Quantity.DOCUMENTS_ISSUED: _sum("行政规范性文件本年制发件数", "t2.normative_docs.issued"),
        Quantity.DOCUMENTS_REPEALED: _sum("行政规范性文件本年废止件数", "t2.normative_docs.repealed"),
        Quantity.DOCUMENTS_IN_FORCE: _sum("行政规范性文件现行有效件数", "t2.normative_docs.in_force"),
        Quantity.RULES_ISSUED: _sum("规章本年制发件数", "t2.regulations.issued"),
        Quantity.RULES_REPEALED: _sum("规章本年废止件数", "t2.regulations.repealed"),
        Quantity.RULES_IN_FORCE: _sum("规章现行有效件数", "t2.regulations.in_force"),
        Quantity.LICENSING: _sum("行政许可本年处理决定数量", "t2.licensing.decisions"),
        Quantity.PENALTIES: _sum("行政处罚本年处理决定数量", "t2.penalties.decisions"),
        Quantity.COERCION: _sum("行政强制本年处理决定数量", "t2.coercion.decisions"),
    }
)
