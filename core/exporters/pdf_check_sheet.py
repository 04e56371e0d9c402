"""The 校核单 as PDF on A4, to be printed, signed and put with the report."""

from collections.abc import Iterator, Sequence

from core.exporters.check_sheet import (
    DAY,
    EXPLAINED,
    FAILS,
    FINDINGS,
    NO_FINDINGS,
    NONE_UNJUDGED,
    SIGNERS,
    SUMS,
    UNJUDGED,
    WEIGHTS,
    CheckSheet,
)
from core.exporters.compose import balanced
from core.exporters.compose import compose as lines_of
from core.exporters.faces import ONE_AT_A_TIME, Faces
from core.exporters.fonts import Role
from core.exporters.ink import printed
from core.exporters.marks import Composed, frozen
from core.exporters.paper import WIDTH, Paper
from core.exporters.ruled import Cell, Row, Ruled, arrange, draw
from core.exporters.titles import broken
from core.finding import Severity

_TITLE, _TITLE_PITCH = 18.0, 30.0  # 小2号
_HEADING, _HEADING_PITCH = 14.0, 24.0  # 4号
_SPACE = 14.0
_SIGNED, _DATED = 46.0, 26.0  # points for a signature and for its day

_ROLES = (Role.TITLE, Role.HEADING, Role.TABLE)
_FACT_SHARES = (1.0, 4.0)
_FINDING_SHARES = (7.0, 8.0, 9.5, 24.0, 38.0, 22.0)
_SUM_SHARES = (36.0, 26.0, 15.0, 7.0, 16.0)
_UNJUDGED_SHARES = (8.0, 46.0, 38.0)
_SIGNER_SHARES = (5.0, 9.0) * len(SIGNERS)


def write(content: CheckSheet) -> tuple[bytes, tuple[str, ...]]:
    """Return the file and what the clerk should know about it.

    Raises `UserError` where the machine has no Chinese font.
    """
    composed = compose(content)
    return printed(composed), composed.notes


def compose(content: CheckSheet) -> Composed:
    """Return the sheet on its pages, to be printed or shown; may be called from any thread.

    Raises `UserError` where the machine has no Chinese font.
    """
    with ONE_AT_A_TIME:
        paper = Paper(Faces())
        unit = content.facts[0][1] if content.title.startswith(content.facts[0][1]) else ""
        _draw(content, paper, unit)
        pages = frozen(paper.finish("— {page}/{pages} —"))
        return Composed(pages, (), paper.faces.notes(_ROLES), content.title, unit)


def _draw(content: CheckSheet, paper: Paper, unit: str) -> None:
    """What is signed comes first, with room to sign; the sums, most of which are even, are laid behind it."""
    signatures = _signatures(paper)
    _title(content.title, unit, paper)
    draw(_facts(content, paper), paper)
    findings, sums, unjudged = (make(content, paper) for make in (_findings, _sums, _unjudged))
    _headed(f"一、发现的问题（{len(content.findings)} 项）", findings, paper)
    _headed("二、停用的规则和没有审的项目", unjudged, paper, _SPACE + signatures.height)
    paper.y += _SPACE
    draw(signatures, paper)
    _headed("附：审过的勾稽关系", sums, paper)


def _title(text: str, unit: str, paper: Paper) -> None:
    """Set the title in the middle, the unit on a line of its own where it begins with that."""
    bold = paper.faces.chosen[Role.TITLE].embolden
    for words in (words for part in (unit, text.removeprefix(unit)) for words in broken(part)):
        for line in lines_of(paper.faces.sorts(words, Role.TITLE, _TITLE), WIDTH, justify=False):
            paper.write(line, _TITLE, _TITLE_PITCH, x=(WIDTH - line.width) / 2, bold=bold)
    paper.y += _SPACE


def _headed(text: str, table: Ruled, paper: Paper, tail: float = 0.0) -> None:
    """Draw a table below its heading, which never stands alone."""
    paper.feed(_SPACE + _HEADING_PITCH + table.opening)
    paper.y += _SPACE if paper.y else 0.0
    paper.bookmark(text)
    bold = paper.faces.chosen[Role.HEADING].embolden
    for line in balanced(tuple(paper.faces.sorts(text, Role.HEADING, _HEADING)), WIDTH):
        paper.write(line, _HEADING, _HEADING_PITCH, bold=bold)
    draw(table, paper, tail)


# ---------------------------------------------------------------- tables


def _facts(content: CheckSheet, paper: Paper) -> Ruled:
    return arrange(_FACT_SHARES, [Row((_label(name), Cell(fact))) for name, fact in content.facts], paper)


def _findings(content: CheckSheet, paper: Paper) -> Ruled:
    rows = [
        Row(
            (
                Cell(str(number), middle=True),
                Cell(each.code, middle=True),
                _strong(each.weight, WEIGHTS[Severity.ERROR]),
                *(Cell(words) for words in (each.place, each.message, each.reason)),
            )
        )
        for number, each in enumerate(content.findings, start=1)
    ]
    return arrange(_FINDING_SHARES, rows or [_across(NO_FINDINGS, FINDINGS)], paper, _head(FINDINGS))


def _sums(content: CheckSheet, paper: Paper) -> Ruled:
    return arrange(_SUM_SHARES, tuple(_sum_rows(content)), paper, _head(SUMS))


def _sum_rows(content: CheckSheet) -> Iterator[Row]:
    for words, sums in content.sums:
        yield Row((Cell(words, len(SUMS), role=Role.HEADING),), leads=True)
        for each in sums:
            sides = (Cell(words, middle=True) for words in (each.left, each.right, each.apart))
            yield Row((Cell(each.subject), *sides, _strong(each.outcome, FAILS, EXPLAINED)))


def _unjudged(content: CheckSheet, paper: Paper) -> Ruled:
    rows = [Row((Cell(each.code, middle=True), Cell(each.place), Cell(each.reason))) for each in content.unjudged]
    listed = rows or [_across(NONE_UNJUDGED, UNJUDGED)]
    return arrange(_UNJUDGED_SHARES, [_across(content.rules, UNJUDGED), *listed], paper, _head(UNJUDGED))


def _signatures(paper: Paper) -> Ruled:
    signed = Row(tuple(cell for signer in SIGNERS for cell in (_label(signer), Cell(""))), _SIGNED, leads=True)
    dated = Row((_label("日期"), Cell(DAY, middle=True)) * len(SIGNERS), _DATED)
    return arrange(_SIGNER_SHARES, (signed, dated), paper)


def _head(names: Sequence[str]) -> Row:
    return Row(tuple(_label(name) for name in names))


def _across(text: str, names: Sequence[str]) -> Row:
    return Row((Cell(text, len(names)),))


def _label(text: str) -> Cell:
    return Cell(text, middle=True, role=Role.HEADING)


def _strong(text: str, *marked: str) -> Cell:
    """Set what must be seen at a glance in 黑体."""
    return Cell(text, middle=True, role=Role.HEADING if text in marked else Role.TABLE)
