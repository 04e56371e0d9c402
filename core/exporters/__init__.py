"""Writers: a report as a file of another program. Each format is one entry of `EXPORTERS`, loaded when it is used."""

from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from core.atomic import write_atomically
from core.cells import State
from core.errors import UserError
from core.exporters import font_files, pillow
from core.exporters.proof import Proof, refuse
from core.form.layout import TEXTS
from core.report import Report

if TYPE_CHECKING:
    from core.checks.register import Verdict
    from core.exporters.sheets import Sheet

MOST_TOLD = 3
"""Totals that are named one by one."""

Written = tuple[bytes, tuple[str, ...]]
"""A file, and what the clerk should know about it."""

Write = Callable[[Report], Written]

Prove = Callable[[Report, bytes, Path], Proof | None]
"""Tells how the bytes that are to be put at a place compare with their report; None where it cannot be told."""

ProveSheet = Callable[["Sheet", bytes, Path], Proof | None]
"""Tells the same of a sheet that goes with a report."""


class Exporter(NamedTuple):
    """A file format: its suffix, how it is called, and the module whose `write(report)` returns the file and notes."""

    suffix: str
    name: str
    module: str

    def load(self) -> Write:
        """Return the writer; only now are its libraries imported, for they would double the start of the program."""
        pillow.when_wanted()
        write: Write = import_module(self.module).write
        return write


class Exported(NamedTuple):
    """A file that was written, what the clerk should know about it, and the proof that it says what it should."""

    path: Path
    notes: tuple[str, ...] = ()
    proof: Proof | None = None


EXPORTERS = (
    Exporter(".pdf", "PDF 文件", "core.exporters.pdf"),
    Exporter(".docx", "Word 文档", "core.exporters.docx"),
    Exporter(".xlsx", "Excel 工作簿", "core.exporters.xlsx"),
    Exporter(".html", "网页文件", "core.exporters.html"),
)

_UNPROVED = "这台电脑上没有能读回核对，请打开文件看一遍。"

CHECK_SHEETS, SIGN_SHEETS = (".pdf", ".docx", ".xlsx"), (".pdf", ".docx")
"""The formats of a 校核单 and of a 审签单, by suffix."""

_SHEET_WRITERS = {".pdf": "core.exporters.pdf_sheet", ".docx": "core.exporters.docx_sheet"}


def warm_up() -> None:
    """Load the writers and look the fonts up, so that the first export is as quick as the next; for an idle moment."""
    for exporter in EXPORTERS:
        exporter.load()
    font_files.faces()


def export(report: Report, path: Path, prove: Prove | None = None, write: Write | None = None) -> Exported:
    """Write the report to `path`, in the format that its suffix names, once `prove` finds it right.

    `write` takes the place of the format's own writer, where more is wanted of it.

    Raises `UserError` for an unknown suffix, for want of fonts, where the file says anything else than the report, and
    where it cannot be written; then a file that was there before is untouched.
    """
    exporter = next((each for each in EXPORTERS if each.suffix == path.suffix.lower()), None)
    if exporter is None:
        possible = "、".join(f"{each.name}（*{each.suffix}）" for each in EXPORTERS)
        found = f"“{path.suffix}”" if path.suffix else "没有后缀的文件"
        raise UserError(f"不能导出为{found}。", f"可以导出的格式：{possible}。")
    data, notes = (write or exporter.load())(report)
    proof = prove(report, data, path) if prove else None
    if proof:
        refuse(proof, path.name)
    write_atomically(path, data)
    unproved = (_UNPROVED,) if prove and not proof else ()
    return Exported(path, (*unproved, *notes, *_recomputed(report), *_stale(report), *_blanks(report)), proof)


def export_check_sheet(
    report: Report,
    verdict: "Verdict",
    path: Path,
    doubts: Sequence[tuple[str, str]] = (),
    *,
    proofs: Sequence[tuple[str, Proof]] = (),
    prove: ProveSheet | None = None,
) -> Exported:
    """Write the 校核单 of a report that was judged, in the format that the suffix of `path` names.

    `doubts` are the places read unsurely, and why; `proofs` the files that were written and what proved them. Raises
    `UserError` as `export` does.
    """
    from core.exporters import check_sheet, check_sheet_tables  # loaded when used, as every writer

    refuse_as_check_sheet(path)
    content = check_sheet.check_sheet(report, verdict, doubts, proofs)
    sheet = check_sheet_tables.laid_out(content)
    if path.suffix.lower() == ".xlsx":
        from core.exporters import xlsx_check_sheet

        return _put(sheet, xlsx_check_sheet.write(content), path, prove)
    return _put(sheet, _drawn(sheet, path), path, prove)


def export_sign_sheet(
    report: Report,
    verdict: "Verdict",
    path: Path,
    *,
    proofs: Sequence[tuple[str, Proof]] = (),
    prove: ProveSheet | None = None,
) -> Exported:
    """Write the 审签单 of a report that was judged, in the format that the suffix of `path` names; else as above."""
    from core.exporters import sign_sheet

    refuse_as_sign_sheet(path)
    sheet = sign_sheet.sign_sheet(report, verdict, proofs)
    return _put(sheet, _drawn(sheet, path), path, prove)


def refuse_as_check_sheet(path: Path) -> None:
    """Raise `UserError` where the suffix of `path` names no format of a 校核单."""
    _refuse(path, "校核单", CHECK_SHEETS)


def refuse_as_sign_sheet(path: Path) -> None:
    """Raise `UserError` where the suffix of `path` names no format of a 审签单."""
    _refuse(path, "审签单", SIGN_SHEETS)


def _refuse(path: Path, name: str, suffixes: Sequence[str]) -> None:
    if path.suffix.lower() not in suffixes:
        raise UserError(
            f"{name}不能写成“{path.name}”。", f"请让文件名以 {'、'.join(suffixes[:-1])} 或 {suffixes[-1]} 结尾。"
        )


def _drawn(sheet: "Sheet", path: Path) -> Written:
    written: Written = import_module(_SHEET_WRITERS[path.suffix.lower()]).write(sheet)
    return written


def _put(sheet: "Sheet", written: Written, path: Path, prove: ProveSheet | None) -> Exported:
    """Put a sheet in its place once it is proved right."""
    data, notes = written
    proof = prove(sheet, data, path) if prove else None
    if proof:
        refuse(proof, path.name, "应写的内容")
    write_atomically(path, data)
    unproved = (_UNPROVED,) if prove and not proof else ()
    return Exported(path, (*unproved, *notes), proof)


def _blanks(report: Report) -> tuple[str, ...]:
    """Tell how many cells are blank in the export, table by table: nobody should publish half a form unawares."""
    counts = (
        (table.name, sum(report.entry(cell.id).state is State.EMPTY for cell in table.cells if not cell.computed))
        for table in report.form.tables
    )
    named = "、".join(f"{name} {count} 格" for name, count in counts if count)
    return (f"还有没填的格：{named}；导出的文件里是空白。",) if named else ()


def _recomputed(report: Report) -> tuple[str, ...]:
    """Tell which totals of an imported file are written otherwise than it prints them: nothing changes unseen."""
    changed = [
        f"“{report.form.cells[cell].name}”原印 {printed.raw.strip() or '空'}，现为 {report.entry(cell).raw}"
        for cell, printed in report.printed.items()
        if report.value(cell) is not None and report.value(cell) != printed.value
    ]
    shown = "；".join(changed[:MOST_TOLD]) + (f"；等 {len(changed)} 处" if len(changed) > MOST_TOLD else "")
    return (f"总计已按明细相加写出，与原表不同：{shown}。",) if changed else ()


def _stale(report: Report) -> tuple[str, ...]:
    """Tell which texts are still last year's."""
    if not report.stale:
        return ()
    from core.summary import text_name  # it loads all rules; nobody who only writes a file waits for them

    named = "、".join(text_name(report.form, key) for key in TEXTS if key in report.stale)
    return (f"还是上年的文字（待更新）：{named}。",) if named else ()
