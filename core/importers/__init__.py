"""Readers of files, and the recogniser of what they contain."""

import hashlib
import re
from dataclasses import replace
from pathlib import Path

from core.cells import State
from core.errors import UserError
from core.importers import txt
from core.importers.extract import Extract, Reader
from core.importers.kinds import HEAD_BYTES, Kind, kind_of
from core.importers.limits import MOST_FILE_BYTES, too_big
from core.importers.recogniser.recognise import Recognised, recognise
from core.importers.refusals import refusal
from core.importers.workbook import csv_file
from core.report import Source

__all__ = ["IMPORTERS", "Recognised", "read", "read_pasted", "read_report", "read_text", "recognise"]

_CLIPBOARD_HEADER = re.compile(r"\s*Version:[^<]*(?=<)", re.IGNORECASE)


def _docx(path: Path) -> Extract:
    from core.importers.docx import reader as docx  # start-up seam: lxml only for files that need it

    return docx.read(path)


def _doc(path: Path) -> Extract:
    from core.importers.doc import reader as doc  # start-up seam

    return doc.read(path)


def _xlsx(path: Path) -> Extract:
    from core.importers.workbook import xlsx  # start-up seam

    return xlsx.read(path)


def _html(path: Path) -> Extract:
    from core.importers.web import html  # start-up seam

    return html.read(path)


def _xls(path: Path) -> Extract:
    from core.importers.workbook import xls  # start-up seam

    return xls.read(path)


def _mht(path: Path) -> Extract:
    from core.importers.web import mht  # start-up seam

    return mht.read(path)


def _csv(path: Path) -> Extract:
    return csv_file.read(path)


def _pdf(path: Path) -> Extract:
    from core.importers.pdf import reader as pdf  # start-up seam: PDFium only for files that need it

    return pdf.read(path)


def _rtf(path: Path) -> Extract:
    from core.importers.rtf import reader as rtf  # start-up seam

    return rtf.read(path)


def _txt(path: Path) -> Extract:
    return txt.read(path)


IMPORTERS: tuple[Reader, ...] = (
    Reader("Word 文件", (".docx",), (Kind.DOCX,), _docx),
    Reader("旧版 Word 文件", (".doc", ".wps", ".wpt"), (Kind.DOC,), _doc),
    Reader("Excel 文件", (".xlsx",), (Kind.XLSX,), _xlsx),
    Reader("旧版 Excel 文件", (".xls", ".et"), (Kind.XLS,), _xls),
    Reader("RTF 文件", (".rtf",), (Kind.RTF,), _rtf),
    Reader("网页", (".html", ".htm", ".shtml", ".xhtml"), (Kind.HTML,), _html),
    Reader("单个文件网页", (".mht", ".mhtml"), (Kind.MHT,), _mht),
    Reader("CSV 文件", (".csv",), (Kind.CSV,), _csv),
    Reader("PDF 文件", (".pdf",), (Kind.PDF,), _pdf),
    Reader("文字文件", (".txt", ".md", ".tsv"), (Kind.TEXT,), _txt),
)
"""Every file format that can be read."""


def read_report(path: Path) -> Recognised:
    """Read a file and recognise the report in it; its name and hash stay with the report. UserError if not."""
    content = read(path)
    try:
        recognised = recognise(content)
    except UserError as problem:
        raise UserError(f"“{path.name}”：{problem.message}", problem.hint) from problem
    source = Source(path.name, hashlib.sha256(path.read_bytes()).hexdigest())
    return replace(recognised, report=replace(recognised.report, source=source))


def read_text(text: str) -> Recognised:
    """Recognise the report in a text, for example a pasted one. UserError if there is none in it."""
    return recognise(txt.read_text(text))


def read_pasted(text: str, html: str = "") -> Recognised:
    """Recognise the report on the clipboard, from its formatted or its plain form, whichever holds more of it.

    The two are never mixed. UserError if there is no report in either.
    """
    readings: list[Recognised] = []
    refusals: list[UserError] = []
    for form, parsed in ((html, _markup), (text, txt.read_text)):
        if not form.strip():
            continue
        try:
            readings.append(recognise(parsed(form)))
        except UserError as problem:
            refusals.append(problem)
    if readings:
        return max(readings, key=_fullness)
    raise refusals[-1] if refusals else UserError("剪贴板里没有文字。", "请先在年报里全选、复制，再回来粘贴。")


def _markup(clipped: str) -> Extract:
    """Return the content of clipboard markup; Windows puts a header of its own before it."""
    from core.importers.web import html  # start-up seam

    header = _CLIPBOARD_HEADER.match(clipped)
    return html.read_text(clipped[header.end() :] if header else clipped)


def _fullness(recognised: Recognised) -> tuple[int, int, int]:
    report = recognised.report
    values = sum(entry.state is not State.EMPTY for entry in (*report.typed.values(), *report.printed.values()))
    return len(recognised.rows), values, -len(recognised.doubts)


def read(path: Path) -> Extract:
    """Return the content of a file, its format told by the content and not by the name. UserError if it cannot."""
    try:
        kind = kind_of(path, _head(path))
        reader = next((reader for reader in IMPORTERS if kind in reader.kinds), None)
        if reader is None:
            raise refusal(path, kind)
        return reader.read(path)
    except FileNotFoundError as problem:
        raise UserError(f"找不到文件“{path.name}”。", "请确认它没有被移动、改名，U 盘没有拔出。") from problem
    except PermissionError as problem:
        raise UserError(
            f"没有权限打开“{path.name}”。", "请先关闭正在使用它的程序，或把它复制到“文档”里再导入。"
        ) from problem
    except OSError as problem:
        raise UserError(
            f"“{path.name}”读不出来（{problem.strerror or problem}）。", "请把它复制到本机硬盘后再导入。"
        ) from problem


def _head(path: Path) -> bytes:
    if path.is_dir():
        raise UserError(f"“{path.name}”是文件夹，不是文件。", "请选一份年报文件。")
    size = path.stat().st_size
    if size == 0:
        raise UserError(f"“{path.name}”是空文件，里面什么也没有。", "请重新取得这份文件，再导入。")
    if size > MOST_FILE_BYTES:
        raise too_big(path)
    with path.open("rb") as stream:
        return stream.read(HEAD_BYTES)
