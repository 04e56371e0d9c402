"""What a file is, told by its content; the name only decides between kinds that look alike.

Offices rename files: a ".doc" that is a web page, RTF or .docx inside is everyday, and so is an ".xls" that a web
system wrote as an HTML table.
"""

import re
import zipfile
from enum import Enum
from pathlib import Path

from core.importers.limits import UNREADABLE

HEAD_BYTES = 4096
"""How much of the beginning of a file tells what it is."""


class Kind(Enum):
    """Kinds of files, each with the name that a person knows it by."""

    DOCX = "Word 文件"
    XLSX = "Excel 文件"
    DOC = "旧版 Word 文件"
    XLS = "旧版 Excel 文件"
    RTF = "RTF 文件"
    PDF = "PDF 文件"
    HTML = "网页"
    MHT = "单个文件网页"
    CSV = "CSV 文件"
    TEXT = "文字文件"
    OFD = "OFD 文件"
    ODT = "ODT 文件"
    ODS = "ODS 文件"
    WPS = "旧版 WPS 文件"
    WORD_XML = "Word XML 文件"
    EXCEL_XML = "Excel XML 文件"
    SLIDES = "演示文稿"
    PICTURE = "图片"
    LOCKED = "加密文件"
    ARCHIVE = "压缩包"
    BROKEN = "损坏的文件"
    OTHER = "其他格式的文件"


_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SIGNS = (
    ((b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*", b"RIFF"), Kind.PICTURE),
    ((b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b"), Kind.ARCHIVE),
)
_PARTS = (
    ("word/document.xml", Kind.DOCX),
    ("xl/workbook.xml", Kind.XLSX),
    ("xl/workbook.bin", Kind.OTHER),
    ("OFD.xml", Kind.OFD),
)
_STREAMS = (
    (("encryptedpackage",), Kind.LOCKED),
    (("worddocument",), Kind.DOC),
    (("workbook", "book"), Kind.XLS),
    (("powerpoint document",), Kind.SLIDES),
)
_TAGS = re.compile(
    r"<(!doctype html|html|head|meta|body|table|div|p|span|font|style|script|center|section|article|title|base|link"
    r"|h\d|br|img|a|b|td|tr|tbody)[\s>/]"
)
_MIME = re.compile(r"^(mime-version:|content-type:\s*multipart/)", re.MULTILINE)
_XML = (
    ("schemas.microsoft.com/office/word/2003/wordml", Kind.WORD_XML),
    ("schemas.microsoft.com/office/2006/xmlpackage", Kind.WORD_XML),
    ("urn:schemas-microsoft-com:office:spreadsheet", Kind.EXCEL_XML),
)


def kind_of(path: Path, head: bytes) -> Kind:
    """Return what a file is; `head` are its first `HEAD_BYTES` bytes."""
    if head.startswith(b"PK"):
        return _kind_of_zip(path)
    if head.startswith(_OLE):
        return _kind_of_ole(path)
    for signs, kind in _SIGNS:
        if head.startswith(signs):
            return kind
    if b"%PDF-" in head[:1024]:
        return Kind.PDF
    return _kind_of_text(path, _as_ascii(head)) if head.strip(b"\x00") else Kind.BROKEN


def _kind_of_zip(path: Path) -> Kind:
    try:
        with zipfile.ZipFile(path) as package:
            names = set(package.namelist())
            mime = package.read("mimetype")[:100] if "mimetype" in names else b""
    except (*UNREADABLE, RuntimeError, OSError):
        return Kind.BROKEN
    for part, kind in _PARTS:
        if part in names:
            return kind
    if any(name.startswith("ppt/") for name in names):
        return Kind.SLIDES
    if b"opendocument.text" in mime:
        return Kind.ODT
    if b"opendocument.spreadsheet" in mime:
        return Kind.ODS
    return Kind.BROKEN if "[Content_Types].xml" in names or path.suffix.lower() in {".docx", ".xlsx"} else Kind.ARCHIVE


def _kind_of_ole(path: Path) -> Kind:
    """Tell by the names of its streams what a compound file holds."""
    import olefile  # start-up seam: only for files of this family

    try:
        with olefile.OleFileIO(path) as compound:
            names = {"/".join(entry).lower() for entry in compound.listdir()}
    except Exception:  # noqa: BLE001  a damaged directory makes the library fail in many ways
        return Kind.BROKEN
    for streams, kind in _STREAMS:
        if any(stream in names for stream in streams):
            return kind
    return Kind.WPS if path.suffix.lower() in {".wps", ".wpt", ".et"} else Kind.OTHER


def _as_ascii(head: bytes) -> str:
    """Return the markup of the beginning of a text in lower case, whatever its encoding."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in head[:64]:
        head = head.replace(b"\x00", b"")
    return head.removeprefix(b"\xef\xbb\xbf").decode("ascii", "replace").strip().lower()


def _kind_of_text(path: Path, head: str) -> Kind:
    suffix = path.suffix.lower()
    if head.startswith("{\\rt"):
        return Kind.RTF
    if head.startswith("<") and "<html" not in head:
        for sign, kind in _XML:
            if sign in head:
                return kind
    if _MIME.search(head) and (suffix in {".mht", ".mhtml"} or head.startswith(("mime-version:", "from:"))):
        return Kind.MHT
    if head.startswith("<") and _TAGS.search(head):
        return Kind.HTML
    if suffix in {".html", ".htm", ".shtml", ".xhtml"} or "<html" in head or "<!doctype html" in head:
        return Kind.HTML
    return Kind.CSV if suffix == ".csv" else Kind.TEXT
