"""Readers of files, and the recogniser of what they contain."""

import hashlib
import zipfile
from dataclasses import replace
from pathlib import Path

from core.errors import UserError
from core.importers import txt
from core.importers.extract import Extract, Reader
from core.importers.limits import MOST_FILE_BYTES, UNREADABLE, damaged, too_big
from core.importers.recognise import Recognised, recognise
from core.report import Source

__all__ = ["IMPORTERS", "Recognised", "read", "read_report", "read_text", "recognise"]

_HEAD = 4096
_READS = "本版本能读 .docx、.xlsx、.txt 和本程序的文件。"
_SAVE_AS_DOCX = "请在 WPS 或 Word 里打开，另存为 .docx，再导入。"
_KINDS = {
    ".doc": "旧版 Word 文件",
    ".wps": "WPS 文字文件",
    ".xls": "旧版 Excel 文件",
    ".et": "WPS 表格文件",
    ".pdf": "PDF 文件",
    ".html": "网页",
    ".htm": "网页",
    ".mht": "网页",
    ".mhtml": "网页",
    ".rtf": "RTF 文件",
    ".ofd": "OFD 文件",
    ".odt": "ODT 文件",
    ".ods": "ODS 文件",
    ".csv": "CSV 文件",
}
_SIGNS = (
    (b"%PDF", ".pdf"),
    (b"{\\rtf", ".rtf"),
    (b"<!doctype html", ".html"),
    (b"<html", ".html"),
    (b"<?xml", ".html"),
    (b"mime-version:", ".mht"),
)
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def _docx(path: Path) -> Extract:
    from core.importers import docx  # start-up seam: lxml only for files that need it

    return docx.read(path)


def _xlsx(path: Path) -> Extract:
    from core.importers import xlsx  # start-up seam

    return xlsx.read(path)


def _txt(path: Path) -> Extract:
    return txt.read(path)


def _holds(part: str, path: Path, head: bytes) -> bool:
    if not head.startswith(b"PK"):
        return False
    try:
        with zipfile.ZipFile(path) as package:
            return part in package.namelist()
    except (*UNREADABLE, OSError):
        return False


IMPORTERS: tuple[Reader, ...] = (
    Reader("Word 文件", (".docx",), lambda path, head: _holds("word/document.xml", path, head), _docx),
    Reader("Excel 文件", (".xlsx",), lambda path, head: _holds("xl/workbook.xml", path, head), _xlsx),
    Reader("文字文件", (".txt", ".md", ".tsv"), lambda _, head: not _is_known_other(head), _txt),
)
"""Every file format that can be read; the first one that a file looks like reads it."""


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


def read(path: Path) -> Extract:
    """Return the content of a file, its format told by the content and not by the name. UserError if it cannot."""
    try:
        head = _head(path)
        reader = next((reader for reader in IMPORTERS if reader.looks_like(path, head)), None)
        if reader is None:
            raise _unreadable(path, head)
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
        return stream.read(_HEAD)


def _is_known_other(head: bytes) -> bool:
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return (
        head.startswith((b"PK", _OLE, *_PICTURES))
        or start.startswith(tuple(sign.lower() for sign, _ in _SIGNS))
        or not head.strip(b"\x00")
    )


def _unreadable(path: Path, head: bytes) -> UserError:
    """Return the error that says what a file is and what to do with it."""
    if head.startswith(b"PK"):
        return _strange_package(path)
    if head.startswith(_OLE):
        if _ENCRYPTED in path.read_bytes():
            return UserError(
                f"“{path.name}”加了密码，读不了。", "请在 WPS 或 Word 里打开，取消密码后另存一份，再导入。"
            )
        kind = _KINDS.get(path.suffix.lower(), "旧版 Office 文件")
        return _other_kind(path, kind if path.suffix.lower() not in {".docx", ".xlsx"} else "旧版 Office 文件")
    if head.startswith(_PICTURES):
        return UserError(f"“{path.name}”是图片，读不出文字。", "请换用 .docx 等文字版，或对照图片手工填写。")
    if not head.strip(b"\x00"):
        return damaged(path)
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    suffix = next((suffix for sign, suffix in _SIGNS if start.startswith(sign.lower())), path.suffix.lower())
    return _other_kind(path, _KINDS.get(suffix, "其他格式的文件"))


def _strange_package(path: Path) -> UserError:
    try:
        with zipfile.ZipFile(path) as package:
            names = package.namelist()
    except UNREADABLE:
        return damaged(path)
    if path.suffix.lower() in {".docx", ".xlsx"} or "[Content_Types].xml" in names:
        return damaged(path) if not any(name.startswith("ppt/") for name in names) else _other_kind(path, "演示文稿")
    return _other_kind(path, _KINDS.get(path.suffix.lower(), "压缩包或其他格式的文件"))


def _other_kind(path: Path, kind: str) -> UserError:
    save = (
        _SAVE_AS_DOCX
        if "Excel" not in kind and "表格" not in kind
        else "请在 WPS 或 Excel 里打开，另存为 .xlsx，再导入。"
    )
    blank = " " if kind[0].isascii() else ""
    return UserError(f"“{path.name}”是{blank}{kind}，{_READS}", save)
