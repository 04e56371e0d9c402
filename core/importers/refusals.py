"""The sentences for files that are no report or cannot be read: what the file is, and what to do with it."""

from pathlib import Path

from core.errors import UserError
from core.importers.extract import NeedsConversionError, ScannedError
from core.importers.kinds import Kind
from core.importers.limits import damaged

_READS = "本程序能读 Word（.docx、.doc、.rtf）、Excel（.xlsx、.xls、.et、.csv）、PDF、网页和文字文件"
_WRITER = "请在 WPS 或 Word 里打开，另存为 .docx，再导入。"
_SHEET = "请在 WPS 或 Excel 里打开，另存为 .xlsx，再导入。"
_HINTS = {
    Kind.OFD: "请用 WPS 或 OFD 阅读器打开，另存为 .docx 或 PDF，再导入。",
    Kind.ODS: _SHEET,
    Kind.EXCEL_XML: _SHEET,
    Kind.SLIDES: "请确认选的是年报文件。",
    Kind.ARCHIVE: "请先解压，再选里面的年报文件。",
}
CONVERTIBLE = frozenset({Kind.ODT, Kind.ODS, Kind.WPS, Kind.WORD_XML, Kind.EXCEL_XML})
"""Kinds that an installed LibreOffice, WPS or Word can save in a format that is read here."""


def refusal(path: Path, kind: Kind) -> UserError:
    """Return the error that says what a file is and what to do with it."""
    if kind is Kind.BROKEN:
        return damaged(path)
    if kind is Kind.LOCKED:
        return locked(path)
    if kind is Kind.PICTURE:
        return ScannedError(f"“{path.name}”是图片，读不出文字。", "请换用 Word 等文字版，或对照图片手工填写。", 1)
    blank = " " if kind.value[0].isascii() else ""
    message, hint = f"“{path.name}”是{blank}{kind.value}，读不了。{_READS}。", _HINTS.get(kind, _WRITER)
    return NeedsConversionError(message, hint, kind) if kind in CONVERTIBLE else UserError(message, hint)


def unsure(path: Path, what: str) -> NeedsConversionError:
    """Return the error for a .doc file that we know we cannot read; `what` follows its name."""
    return NeedsConversionError(f"“{path.name}”{what}", _WRITER, Kind.DOC)


def locked(path: Path) -> UserError:
    """Return the error for a file that only opens with a password."""
    return UserError(f"“{path.name}”加了密码，读不了。", "请用 WPS 或 Word 打开，取消密码后另存一份，再导入。")


def not_text(path: Path) -> UserError:
    """Return the error for bytes that are no text in any encoding."""
    return UserError(f"“{path.name}”里不是文字，读不了。", "请确认选对了文件，或在 WPS、Word 里另存为 .docx 再导入。")
