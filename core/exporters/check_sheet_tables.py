"""The 校核单 as it is laid out: what is signed comes first, with room for it; the sums, mostly even, stand behind."""

from collections.abc import Iterator

from core.exporters.check_sheet import (
    FINDINGS,
    NO_FINDINGS,
    NONE_UNJUDGED,
    PROVED,
    SIGNERS,
    SUMS,
    UNJUDGED,
    WEIGHTS,
    CheckSheet,
)
from core.exporters.check_sums import EXPLAINED, FAILS
from core.exporters.fonts import Role
from core.exporters.ruled import Cell, Row
from core.exporters.sheets import Sheet, Table, across, cleaned, head, label, strong
from core.exporters.state_words import DAY
from core.finding import Severity

_SIGNED, _DATED = 46.0, 26.0  # points for a signature and for its day

_FACT_SHARES = (20.0, 34.0, 16.0, 30.0)
_FINDING_SHARES = (7.0, 8.0, 9.5, 24.0, 38.0, 22.0)
_SUM_SHARES = (31.5, 29.5, 16.5, 11.0, 11.5)  # a difference may have eight digits
_UNJUDGED_SHARES = (8.0, 46.0, 38.0)
_PROVED_SHARES = (3.0, 2.0)
_SIGNER_SHARES = (5.0, 9.0) * len(SIGNERS)


def laid_out(content: CheckSheet) -> Sheet:
    """Return the sheet of what is said."""
    tables = [_facts(content), _findings(content), _unjudged(content)]
    if content.proofs:
        tables.append(_proofs(content))
    return cleaned(Sheet(content.title, content.unit, content.number, (*tables, _signatures(), _sums(content))))


def _facts(content: CheckSheet) -> Table:
    rows = (
        Row(tuple(cell for name, fact in line for cell in (label(name), Cell(fact, 1 if len(line) > 1 else 3))))
        for line in content.fact_lines
    )
    return Table(_FACT_SHARES, tuple(rows))


def _findings(content: CheckSheet) -> Table:
    rows = tuple(
        Row(
            (
                Cell(str(number), middle=True),
                Cell(each.code, middle=True),
                strong(each.weight, WEIGHTS[Severity.ERROR]),
                *(Cell(words) for words in (each.place, each.message, each.reason)),
            )
        )
        for number, each in enumerate(content.findings, start=1)
    )
    listed = rows or (across(NO_FINDINGS, len(FINDINGS)),)
    return Table(_FINDING_SHARES, listed, head(FINDINGS), f"一、发现的问题（{len(content.findings)} 项）")


def _unjudged(content: CheckSheet) -> Table:
    rows = tuple(Row((Cell(each.code, middle=True), Cell(each.place), Cell(each.reason))) for each in content.unjudged)
    listed = rows or (across(NONE_UNJUDGED, len(UNJUDGED)),)
    rules = across(content.rules, len(UNJUDGED))
    return Table(_UNJUDGED_SHARES, (rules, *listed), head(UNJUDGED), "二、停用的规则和没有审的项目")


def _proofs(content: CheckSheet) -> Table:
    last = len(content.proofs) - 1
    rows = tuple(
        Row((Cell(name), Cell(words, middle=True)), leads=at < last) for at, (name, words) in enumerate(content.proofs)
    )
    return Table(_PROVED_SHARES, rows, head(PROVED), "三、随年报写出的文件")


def _signatures() -> Table:
    signed = Row(tuple(cell for signer in SIGNERS for cell in (label(signer), Cell(""))), _SIGNED, leads=True)
    dated = Row((label("日期"), Cell(DAY, middle=True)) * len(SIGNERS), _DATED)
    return Table(_SIGNER_SHARES, (signed, dated), closes=True, by_hand=True)


def _sums(content: CheckSheet) -> Table:
    return Table(_SUM_SHARES, tuple(_sum_rows(content)), head(SUMS), "附：审过的勾稽关系")


def _sum_rows(content: CheckSheet) -> Iterator[Row]:
    for words, sums in content.sums:
        yield Row((Cell(words, len(SUMS), role=Role.HEADING),), leads=True)
        for each in sums:
            sides = (Cell(words, middle=True) for words in (each.left, each.right, each.apart))
            yield Row((Cell(each.subject), *sides, strong(each.outcome, FAILS, EXPLAINED)))
