"""Files made to do harm, or such as offices have without meaning any: each under the name of what it does."""

import io
import struct
import zipfile
from pathlib import Path

from tests.core.importers import papers
from tests.core.importers.papers import p, packed, tbl, tc

SAMPLE = next((Path(__file__).resolve().parents[3] / "resources" / "sample").glob("*.nianbao"))
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
DIGITS = "9" * 5000
LOL = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
BOMB = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "lol">{LOL}]>'
MACRO = "application/vnd.ms-word.document.macroEnabled.main+xml"
LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"


def _document(body: str, declared: str = "") -> str:
    return f'{declared}<w:document xmlns:w="{papers.W}"><w:body>{body}</w:body></w:document>'


def _report() -> str:
    return papers.word_body(papers.paper(t3__granted__natural="7"))


def _zeros(megabytes: int) -> bytes:
    """A zip with a document of zeros; packing them once and repeating the packed piece is quick."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package, package.open("word/document.xml", "w") as part:
        for _ in range(megabytes):
            part.write(bytes(1 << 20))
    return target.getvalue()


def zip_bomb() -> bytes:
    return _zeros(64)


def zip_bomb_that_lies() -> bytes:
    """The sizes in the package say that it is small."""
    data = bytearray(_zeros(64))
    for sign, offset in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        place = data.index(sign) + offset
        data[place : place + 4] = struct.pack("<I", 1000)
    return bytes(data)


def many_parts() -> bytes:
    empty: dict[str, str | bytes] = {f"word/{number}": b"" for number in range(10_000)}
    return packed({**empty, "word/document.xml": _document(_report())})


def entity_bomb_in_word() -> bytes:
    return packed({"word/document.xml": _document(p("&l9;").replace("&amp;", "&"), BOMB)})


def entity_bomb_in_excel() -> bytes:
    return _workbook(
        f'{BOMB}<worksheet xmlns="{MAIN}"><sheetData><row><c t="str"><v>&l9;</v></c></row></sheetData></worksheet>'
    )


def entity_bomb_in_a_page() -> bytes:
    return f"{BOMB}<html><body><table><tr><td>&l9;</td></tr></table></body></html>".encode()


def entity_from_outside(outside: Path = SAMPLE) -> bytes:
    declared = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY o SYSTEM "{outside.as_uri()}">]>'
    return packed({"word/document.xml": _document(p("&o;").replace("&amp;", "&") + _report(), declared)})


def deep_tables_in_word() -> bytes:
    deep = 3000
    return packed(
        {"word/document.xml": _document("<w:tbl><w:tr><w:tc>" * deep + p("1") + "</w:tc></w:tr></w:tbl>" * deep)}
    )


def tables_in_tables_in_word() -> bytes:
    """As deep as the parser of XML lets pass."""
    inner = _report()
    for _ in range(40):
        inner = tbl([[f"<w:tc>{inner}{p('')}</w:tc>", tc("1")]])
    return papers.docx(inner)


def deep_tables_in_a_page() -> bytes:
    return b"<html><body>" + b"<table><tr><td>" * 60_000 + b"1" + b"</td></tr></table>" * 60_000


def wide_cells_in_a_page() -> bytes:
    cell = '<td colspan="1000000000" rowspan="1000000000">1</td>'
    return f"<html><body><table>{f'<tr>{cell * 20}</tr>' * 200}</table></body></html>".encode()


def endless_numbers_in_word() -> bytes:
    span = f'<w:tc><w:tcPr><w:gridSpan w:val="{DIGITS}"/></w:tcPr>{p("1")}</w:tc>'
    level = f'<w:numPr><w:ilvl w:val="{DIGITS}"/><w:numId w:val="{DIGITS}"/></w:numPr>'
    return papers.docx(tbl([[span]]) + p("甲", properties=level) + _report())


def endless_numbers_in_excel() -> bytes:
    cell = f'<c r="A{DIGITS}" t="s" s="{DIGITS}"><v>{DIGITS}</v></c>'
    merges = f'<mergeCells><mergeCell ref="A1:B{DIGITS}"/></mergeCells>'
    return _workbook(_sheet(f'<row r="{DIGITS}">{cell}<c><v>{DIGITS}</v></c></row>', merges))


def endless_numbers_in_a_page() -> bytes:
    cell = f'<td colspan="{DIGITS}" rowspan="{DIGITS}" style="font-weight:{DIGITS}">{DIGITS}</td>'
    return f'<ol start="{DIGITS}"><li value="{DIGITS}">1</ol><table><tr>{cell}</tr></table>'.encode()


def circular_styles() -> bytes:
    def style(name: str, base: str) -> str:
        return f'<w:style w:type="paragraph" w:styleId="{name}"><w:basedOn w:val="{base}"/></w:style>'

    styles = style("a", "b") + style("b", "c") + style("c", "a") + style("d", "d")
    return papers.docx(p("甲", properties='<w:pStyle w:val="a"/>') + _report(), styles=styles)


def macros() -> bytes:
    types = f'<Types><Override PartName="/word/document.xml" ContentType="{MACRO}"/></Types>'
    project = b"\xd0\xcf\x11\xe0" + bytes(5000)
    return packed(
        {"[Content_Types].xml": types, "word/document.xml": _document(_report()), "word/vbaProject.bin": project}
    )


def links_to_elsewhere() -> bytes:
    link = f'<Relationship Id="r1" Type="{LINK}" Target="http://127.0.0.1:9/x.dotm" TargetMode="External"/>'
    rels = f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{link}</Relationships>'
    parts = {"word/_rels/document.xml.rels": rels, "word/_rels/settings.xml.rels": rels}
    return packed({"[Content_Types].xml": "<Types/>", "word/document.xml": _document(_report()), **parts})


def links_in_a_page() -> bytes:
    page = papers.text_with("</td><td>", papers.paper()).replace("\n", "</td></tr>\n<tr><td>")
    head = '<link rel="stylesheet" href="http://127.0.0.1:9/a.css"><script src="file:///etc/hostname"></script>'
    frame = '<iframe src="http://127.0.0.1:9/"></iframe><img src="\\\\127.0.0.1\\share\\x.png">'
    body = f"<body>{frame}<table><tr><td>{page}</table></body>"
    return f'<html><head><meta charset="utf-8">{head}</head>{body}</html>'.encode()


# ---------------------------------------------------------------- workbooks


def _workbook(sheet: str, **parts: str) -> bytes:
    rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    book = (
        f'<workbook xmlns="{MAIN}" xmlns:r="{rel}"><sheets><sheet name="一" sheetId="1" r:id="r1"/></sheets></workbook>'
    )
    link = f'<Relationship Id="r1" Type="{rel}/worksheet" Target="worksheets/sheet1.xml"/>'
    rels = f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{link}</Relationships>'
    named = {"[Content_Types].xml": "<Types/>", "xl/workbook.xml": book, "xl/_rels/workbook.xml.rels": rels}
    return packed({**named, "xl/worksheets/sheet1.xml": sheet, **{f"xl/{n}.xml": part for n, part in parts.items()}})


def _sheet(rows: str, after: str = "") -> str:
    return f'<worksheet xmlns="{MAIN}"><dimension ref="A1:XFD1048576"/><sheetData>{rows}</sheetData>{after}</worksheet>'


def billion_cells() -> bytes:
    """Two cells in opposite corners of the largest sheet there is."""
    corners = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'
    return _workbook(_sheet(corners, '<mergeCells><mergeCell ref="A1:XFD1048575"/></mergeCells>'))


def cells_by_the_hundred_thousand() -> bytes:
    row = "<row>" + "<c><v>1</v></c>" * 200 + "</row>"
    return _workbook(_sheet(row * 1500))


def overlapping_merges() -> bytes:
    merges = "".join(f'<mergeCell ref="A{n}:XFD{n + 900_000}"/>' for n in range(1, 3000))
    return _workbook(_sheet('<row r="1"><c r="A1"><v>1</v></c></row>', f"<mergeCells>{merges}</mergeCells>"))


def formulas_in_a_circle_and_from_elsewhere() -> bytes:
    circle = '<row r="1"><c r="A1"><f>B1</f></c><c r="B1"><f>A1</f></c><c r="C1"><f>[1]Sheet1!A1</f><v>1</v></c></row>'
    return _workbook(_sheet(circle))


def compound(*streams: str) -> bytes:
    """A compound file with empty streams of these names, which is all that tells what it is."""
    free, end, fat = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD

    def entry(name: str, kind: int, child: int, beside: int) -> bytes:
        words = (name + "\0").encode("utf-16-le")
        head = struct.pack("<64sHBBIII", words, len(words), kind, 1, free, beside, child)
        return head.ljust(116, b"\0") + struct.pack("<III", end, 0, 0)

    entries = [entry("Root Entry", 5, 1, free)]
    entries += [entry(name, 2, free, n + 1 if n < len(streams) else free) for n, name in enumerate(streams, start=1)]
    entries += [bytes(68) + struct.pack("<III", free, free, free) + bytes(48)] * (-len(entries) % 4)
    sectors = len(entries) // 4
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack("<IIIIIIIIII", 0, 1, 1, 0, 4096, end, 0, end, 0, 0) + struct.pack("<108I", *[free] * 108)
    table = [fat, *range(2, sectors + 1), end]
    directory = b"".join(entries)
    return head[:512] + struct.pack("<128I", *table, *[free] * (128 - len(table))) + directory


def password_of_office() -> bytes:
    return compound("EncryptedPackage", "EncryptionInfo")
