"""The 审签单: one page on which a report goes from hand to hand until it may be published (domain.md F.4).

It says what a leader must know to sign: the verdict, a few figures beside last year's, which files, and under which
check number. A signer nobody named is a blank line.
"""

from collections.abc import Iterable, Sequence
from datetime import MAXYEAR, MINYEAR
from decimal import Decimal
from pathlib import PurePath

from core.cells import CellId
from core.checks import rulebook
from core.checks.register import Verdict
from core.deadlines import deadline, today
from core.exporters.check_number import check_number
from core.exporters.proof import Proof
from core.exporters.ruled import Cell, Row
from core.exporters.sheets import Sheet, Table, cleaned, head, label
from core.exporters.state_words import DAY, day, standing, verdict_words
from core.form.layout import SIGNERS
from core.report import Report

FIGURES: dict[str, tuple[str, ...]] = {
    "新收申请": ("t3.new_requests.total",),
    "上年结转": ("t3.carried_in.total",),
    "办结": ("t3.total_handled.total",),
    "结转下年": ("t3.carried_forward.total",),
    "行政复议": ("t4.review.total",),
    "行政诉讼": ("t4.lawsuit_direct.total", "t4.lawsuit_after_review.total"),
}
"""What a leader wants to see, and the cells that add up to it."""

_LAW = "《政府信息公开条例》第四十九条、第五十条"
_BLANK, _UNKNOWN = "未填", "—"
_NO_LAST_YEAR = "没有附上上年年报"
_TO_TICK = "□ 年报送审稿　　□ 校核单　　□ 上年年报　　□ 其他："
_MOST_FILES = 4
_KINDS = {".pdf": "PDF", ".docx": "Word", ".xlsx": "Excel", ".html": "网页"}

_SIZE = 12.0  # 小4号
_FACT_SHARES = (24.0, 70.0, 22.0, 40.0)
_FIGURE_SHARES = (24.0, *(22.0,) * len(FIGURES))
_SIGN_SHARES = (24.0, 24.0, 46.0, 28.0, 34.0)
_SIGNING = ("环节", "姓名", "审核意见", "签名", "日期")
_SEAL = "（单位盖章）　　　　　　20　　年　　月　　日"
_SEALED = 45.0  # points; a seal is twice as high and may reach over the lines


def sign_sheet(report: Report, verdict: Verdict, proofs: Sequence[tuple[str, Proof]] = ()) -> Sheet:
    """Return the sheet of a report that was judged; `proofs` are the files that were written and what proved them."""
    number = check_number(report)
    title = f"{report.unit}{report.title or report.standard_title}审签单"
    tables = (_facts(report, verdict, number, proofs), _figures(report), _signing(report))
    return cleaned(Sheet(title, report.unit, number, tables, _SIZE))


def _facts(report: Report, verdict: Verdict, number: str, proofs: Sequence[tuple[str, Proof]]) -> Table:
    rows = (
        Row((label("填报单位"), Cell(report.unit or "没有填写", 3))),
        Row((label("报告年度"), Cell(_year(report), 3))),
        Row((label("稿件"), Cell(standing(report)), label("校验号"), Cell(number, middle=True))),
        Row((label("审核结论"), Cell(_conclusion(report, verdict), 3))),
        Row((label("编制依据"), Cell(f"{_LAW}；{report.form.basis}", 3))),
        Row((label("送签文件"), Cell(_files(proofs), 3))),
    )
    return Table(_FACT_SHARES, rows)


def _year(report: Report) -> str:
    """Return the year, and by when the report has to be published where the regulation names a day."""
    if report.year is None:
        return "没有填写"
    if not MINYEAR <= report.year < MAXYEAR:
        return f"{report.year}年"
    by = deadline(report.org_type, report.year, today())
    return f"{report.year}年" + (f"（应于{day(by.day.isoformat())}前{by.duty}）" if by else "")


def _conclusion(report: Report, verdict: Verdict) -> str:
    off = rulebook.switched_off_words(report)
    return f"{verdict_words(report, verdict)}{f'{off}。' if off else ''}"


def _files(proofs: Sequence[tuple[str, Proof]]) -> str:
    """Name the files that were written by what they have in common; where none are known, leave boxes to tick."""
    if not proofs:
        return _TO_TICK
    paths = [PurePath(name) for name, _ in proofs]
    common = min((path.stem for path in paths), key=len)
    if all(path.stem.startswith(common) for path in paths):
        named = f"{common}\n{'、'.join(dict.fromkeys(_kind(path, common) for path in paths))}"
    else:
        more = f"\n等 {len(paths)} 个文件" if len(paths) > _MOST_FILES else ""
        named = "\n".join(path.name for path in paths[:_MOST_FILES]) + more
    return f"{named}，写好后都已读回核对，内容一致。"


def _kind(path: PurePath, common: str) -> str:
    """Name a file by what its name has more than the others, or by its suffix, or both: PDF（附图解）."""
    rest = path.stem.removeprefix(common)
    more = not rest or rest.startswith("（")
    return f"{_KINDS.get(path.suffix.lower(), path.suffix)}{rest}" if more else rest


# ---------------------------------------------------------------- figures


def _figures(report: Report) -> Table:
    last = report.last_year
    now = [_sum(report, cells) for cells in FIGURES.values()]
    rows = [_row(f"{report.year}年" if report.year else "本年", map(_shown, now))]
    if last is None:
        rows.append(Row((label("上年"), Cell(_NO_LAST_YEAR, len(FIGURES), middle=True))))
    else:
        before = [_sum(last, cells) for cells in FIGURES.values()]
        rows.append(_row(f"{last.year}年" if last.year else "上年", map(_shown, before)))
        rows.append(_row("增减", map(_change, before, now)))
    return Table(_FIGURE_SHARES, tuple(rows), head(("主要数据（件）", *FIGURES)))


def _sum(report: Report, cells: Sequence[str]) -> Decimal | None:
    """Return what the cells add up to; None where one holds no number."""
    entries = [report.entries.get(CellId(cell)) for cell in cells]
    values = [entry.value for entry in entries if entry is not None and entry.value is not None]
    return sum(values, Decimal()) if len(values) == len(cells) else None


def _row(name: str, words: Iterable[str]) -> Row:
    return Row((label(name), *(Cell(each, middle=True) for each in words)))


def _shown(value: Decimal | None) -> str:
    return _BLANK if value is None else f"{value:f}"


def _change(before: Decimal | None, now: Decimal | None) -> str:
    if before is None or now is None:
        return _UNKNOWN
    return f"{now - before:+f}" if now != before else "0"


# ---------------------------------------------------------------- signing


def _signing(report: Report) -> Table:
    rows = [
        Row((label(words), Cell(report.sign_off.get(key, ""), middle=True), Cell(""), Cell(""), Cell(DAY, middle=True)))
        for key, words in SIGNERS.items()
    ]
    seal = Row((label("用印"), Cell(_SEAL, len(_SIGNING) - 1, middle=True)), _SEALED)
    return Table(_SIGN_SHARES, (*rows, seal), head(_SIGNING), fills=True)
