"""Reports for tests, made from what a test writes down."""

from collections.abc import Mapping
from dataclasses import replace

from core.cells import CellId, Entry, parse
from core.form import F2021
from core.prose import statements
from core.report import Report

TYPED = tuple(cell.id for cell in F2021.cells.values() if not cell.computed)
TOTALS = tuple(cell.id for cell in F2021.cells.values() if cell.computed)

TEXTS: Mapping[str, str] = {
    "preamble": "根据《中华人民共和国政府信息公开条例》和《国务院办公厅政府信息与政务公开办公室关于印发"
    "〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕30号）要求，编制本报告。统计期限自2024年1月1日起至2024年12月31日止。",
    "s1": "2024年，我局主动公开各类信息，依申请公开渠道畅通。\n（一）政府信息管理。一是完善目录；二是加强审核。\n"
    "（二）平台建设。门户网站运行平稳。\n（三）监督保障。举办培训，开展工作考核和社会评议。",
    "s5": "2024年，公开的及时性还不够，解读形式单一。2025年，我局将加强培训，丰富解读形式。",
    "s6": "2024年未收取信息处理费。无其他需要报告的事项。",
}
"""The texts of a lawful report of 青禾县林业局 for 2024."""


def entries(raws: Mapping[str, str | int] | Mapping[CellId, str | int]) -> dict[CellId, Entry]:
    """Read words into cells, without the tidying of a typing hand."""
    return {cell: parse(str(raw), F2021.cells[cell].kind) for cell, raw in ((CellId(k), v) for k, v in raws.items())}


def filled(raws: Mapping[str, str | int] | None = None, printed: Mapping[str, str | int] | None = None) -> Report:
    """Return a report of 青禾县林业局 for 2024: every typed cell 0 but those given; "" empties one."""
    typed = entries(dict.fromkeys(TYPED, "0") | dict(raws or {}))
    return Report(
        unit="青禾县林业局",
        year=2024,
        typed={cell: entry for cell, entry in typed.items() if entry.raw},
        printed=entries(printed or {}),
    )


def carried(report: Report, *keys: str) -> Report:
    """Return the report with these of its texts as they came from last year; a text it has not is written for it."""
    texts = {key: report.text(key) or "上年的话。" for key in keys}
    marked = {key: statements(text) for key, text in texts.items()}
    return replace(report, texts={**report.texts, **texts}, carried=marked)


def as_imported(report: Report) -> Report:
    """Return the report as a file would give it that prints every total rightly."""
    return Report(
        unit=report.unit,
        year=report.year,
        typed=report.typed,
        printed={cell: entry for cell, entry in report.computed.items() if entry.raw},
    )


def column(name: str, *, new: int = 0, carried_in: int = 0, granted: int = 0, forward: int = 0) -> dict[str, str | int]:
    """Return one column of table 3."""
    return {
        f"t3.new_requests.{name}": new,
        f"t3.carried_in.{name}": carried_in,
        f"t3.granted.{name}": granted,
        f"t3.carried_forward.{name}": forward,
    }
