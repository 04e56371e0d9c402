"""A file is told by what it contains."""

from pathlib import Path

import pytest

from core.importers.kinds import HEAD_BYTES, Kind, kind_of
from tests.core.importers import papers


def kind(tmp_path: Path, name: str, data: bytes) -> Kind:
    path = tmp_path / name
    path.write_bytes(data)
    return kind_of(path, data[:HEAD_BYTES])


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("年报.doc", b"{\\rtf1\\ansi", Kind.RTF),
        ("年报.doc", b"<html xmlns:o='urn:schemas-microsoft-com:office:office'>", Kind.HTML),
        ("年报.xls", b"  <table border=1><tr><td>1</td></tr></table>", Kind.HTML),
        ("年报.xls", b"<html><style>urn:schemas-microsoft-com:office:spreadsheet", Kind.HTML),
        ("年报.txt", b"\xff\xfe" + "<html><body>".encode("utf-16-le"), Kind.HTML),
        ("年报.html", "没有标记的页面".encode("gbk"), Kind.HTML),
        (
            "年报.xml",
            b"<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'>",
            Kind.EXCEL_XML,
        ),
        ("年报.mht", b"From: <Saved by a browser>\r\nMIME-Version: 1.0\r\n", Kind.MHT),
        ("年报.doc", b"MIME-Version: 1.0\r\nContent-Type: multipart/related", Kind.MHT),
        ("年报.pdf", b"\r\n%PDF-1.4", Kind.PDF),
        ("年报.csv", "项目,数量".encode("gbk"), Kind.CSV),
        ("年报.txt", "表三 <br> 一行".encode(), Kind.TEXT),
        ("年报.rar", b"Rar!\x1a\x07", Kind.ARCHIVE),
        ("图.bmp", b"BM1234", Kind.PICTURE),
        ("坏.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), Kind.BROKEN),
        ("零.doc", bytes(600), Kind.BROKEN),
    ],
)
def test_the_first_bytes_tell(tmp_path: Path, name: str, data: bytes, expected: Kind) -> None:
    assert kind(tmp_path, name, data) is expected


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ({"word/document.xml": "<a/>"}, Kind.DOCX),
        ({"xl/workbook.xml": "<a/>"}, Kind.XLSX),
        ({"ppt/slides/1.xml": "<a/>"}, Kind.SLIDES),
        ({"OFD.xml": "<a/>"}, Kind.OFD),
        ({"mimetype": "application/vnd.oasis.opendocument.text"}, Kind.ODT),
        ({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}, Kind.ODS),
        ({"[Content_Types].xml": "<a/>"}, Kind.BROKEN),
        ({"年报.docx": "x"}, Kind.ARCHIVE),
    ],
)
def test_a_package_is_told_by_its_parts(tmp_path: Path, parts: dict[str, str], expected: Kind) -> None:
    assert kind(tmp_path, "年报", papers.packed(parts)) is expected
