"""Write the sample's last-year report as a Word file in the official layout.

It stands for what a clerk has on the disk: headings as styles, true merged cells, page numbers. So it is written as
plain WordprocessingML here and shares nothing with the program but the description of the form.
"""

import zipfile
from html import escape
from pathlib import Path

from core.form.layout import Label, Section, Slot, Span, Table
from core.report import Report

_EPOCH = (2026, 1, 20, 9, 0, 0)  # fixed, so that the same report always gives the same bytes
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TEXT_WIDTH = 8844  # twips: A4 less 28 and 26 mm (GB/T 9704-2012)
_POINTS = {"t2": 12, "t3": 8, "t4": 8}


def write(report: Report, path: Path) -> None:
    """Write the whole report to `path`."""
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations(("officeDocument", "word/document.xml")),
        "word/_rels/document.xml.rels": _relations(("styles", "styles.xml"), ("footer", "footer1.xml")),
        "word/document.xml": _document(report),
        "word/styles.xml": _styles(),
        "word/footer1.xml": _footer(),
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(zipfile.ZipInfo(name, _EPOCH), (_XML + content).encode(), zipfile.ZIP_DEFLATED)


# ---------------------------------------------------------------- the text


def _document(report: Report) -> str:
    head = [_paragraph(report.unit, "Title"), _paragraph(report.standard_title, "Title")]
    body = [_prose(report.text("preamble"))]
    for section in report.form.sections:
        body += _section(report, section)
    closing = [_paragraph(line, "Closing") for line in report.text("signature").splitlines()]
    return f'<w:document {_W} xmlns:r="{_R}"><w:body>{"".join(head + body + closing)}{_page()}</w:body></w:document>'


def _section(report: Report, section: Section) -> list[str]:
    table = _table(report, report.form.table(section.table)) if section.table else ""
    return [_paragraph(section.heading, "Heading1"), _prose(report.text(section.id)), table]


def _prose(text: str) -> str:
    return "".join(_paragraph(line) for line in text.splitlines())


def _paragraph(text: str, style: str = "Normal") -> str:
    lead, stop, rest = text.partition("。")
    if style == "Normal" and text.startswith("（") and len(lead) < 20 and rest:
        runs = _run(lead + stop, "<w:b/>") + _run(rest)  # （一）主动公开。
    else:
        runs = _run(text)
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{runs}</w:p>'


def _run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text, quote=False)}</w:t></w:r>'


def _page() -> str:
    footer = '<w:footerReference w:type="default" r:id="rId2"/>'
    size = '<w:pgSz w:w="11906" w:h="16838"/>'
    margins = '<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:footer="1400"/>'
    return f"<w:sectPr>{footer}{size}{margins}</w:sectPr>"


# ---------------------------------------------------------------- the tables


def _table(report: Report, table: Table) -> str:
    places: list[Label | Slot] = [*table.labels, *table.slots]
    at = {(place.span.row, place.span.column): place for place in places}
    widths = [round(_TEXT_WIDTH * share / sum(table.widths)) for share in table.widths]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    rows = "".join(_row(report, table, line, at, widths) for line in range(table.grid_rows))
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = "".join(f'<w:{side} w:val="single" w:sz="4" w:color="000000"/>' for side in sides)
    look = f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders>'
    return f'<w:tbl><w:tblPr>{look}<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>'


def _row(report: Report, table: Table, line: int, at: dict[tuple[int, int], Label | Slot], widths: list[int]) -> str:
    cells, column = "", 0
    while column < table.grid_columns:
        place = at.get((line, column)) or _above(at, line, column)
        cells += _cell(report, table, place, line, widths)
        column += place.span.columns
    head = "<w:tblHeader/>" if line < table.head_rows else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>{cells}</w:tr>"


def _above(at: dict[tuple[int, int], Label | Slot], line: int, column: int) -> Label | Slot:
    """The place that covers this one from above."""
    return next(at[row, column] for row in range(line - 1, -1, -1) if (row, column) in at)


def _cell(report: Report, table: Table, place: Label | Slot, line: int, widths: list[int]) -> str:
    span = place.span
    text = place.text if isinstance(place, Label) else report.entry(place.cell).raw
    upright = '<w:textDirection w:val="tbRlV"/>' if isinstance(place, Label) and place.upright else ""
    width = sum(widths[span.column : span.column + span.columns])
    merges = (f'<w:gridSpan w:val="{span.columns}"/>' if span.columns > 1 else "") + _merge(span, line)
    shape = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{merges}{upright}<w:vAlign w:val="center"/></w:tcPr>'
    size = f'<w:sz w:val="{2 * _POINTS[table.id]}"/>'
    words = _run(text, size) if line == span.row else ""
    return f'<w:tc>{shape}<w:p><w:pPr><w:pStyle w:val="TableText"/></w:pPr>{words}</w:p></w:tc>'


def _merge(span: Span, line: int) -> str:
    if span.rows == 1:
        return ""
    return '<w:vMerge w:val="restart"/>' if line == span.row else "<w:vMerge/>"


# ---------------------------------------------------------------- the other parts of the file


def _styles() -> str:
    face = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="{}"/>'
    body = f'<w:rPr>{face.format("仿宋_GB2312")}<w:sz w:val="32"/><w:lang w:eastAsia="zh-CN"/></w:rPr>'
    pitch = '<w:spacing w:before="0" w:after="0" w:line="579" w:lineRule="exact"/>'
    indent = '<w:ind w:firstLineChars="200" w:firstLine="640"/>'
    styles = [
        _style("Normal", "Normal", f'{pitch}<w:jc w:val="both"/>{indent}', "", default=True),
        _style(
            "Title", "Title", f'{pitch}<w:jc w:val="center"/>', face.format("方正小标宋简体") + '<w:sz w:val="44"/>'
        ),
        _style(
            "Heading1",
            "heading 1",
            f'{pitch}{indent}<w:outlineLvl w:val="0"/>',
            face.format("黑体") + '<w:sz w:val="32"/>',
        ),
        _style("Closing", "Closing", f'{pitch}<w:jc w:val="right"/><w:ind w:right="1280"/>', ""),
        _style("TableText", "Table Text", '<w:jc w:val="center"/>', face.format("宋体")),
    ]
    return (
        f"<w:styles {_W}><w:docDefaults><w:rPrDefault>{body}</w:rPrDefault></w:docDefaults>{''.join(styles)}</w:styles>"
    )


def _style(ident: str, name: str, paragraph: str, run: str, *, default: bool = False) -> str:
    kind = 'w:type="paragraph" w:default="1"' if default else 'w:type="paragraph"'
    inner = f'<w:name w:val="{name}"/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr>'
    return f'<w:style {kind} w:styleId="{ident}">{inner}</w:style>'


def _footer() -> str:
    number = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    dash = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'
    line = f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr>{dash.format("— ")}{number}{dash.format(" —")}</w:p>'
    return f"<w:ftr {_W}>{line}</w:ftr>"


def _relations(*targets: tuple[str, str]) -> str:
    items = "".join(
        f'<Relationship Id="rId{i}" Type="{_R}/{kind}" Target="{target}"/>'
        for i, (kind, target) in enumerate(targets, start=1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{items}</Relationships>'


def _content_types() -> str:
    parts = {"document": "document.main", "styles": "styles", "footer1": "footer"}
    items = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{_TYPE}.{kind}+xml"/>' for part, kind in parts.items()
    )
    kind = "application/vnd.openxmlformats-package.relationships+xml"
    relations = (
        f'<Default Extension="rels" ContentType="{kind}"/><Default Extension="xml" ContentType="application/xml"/>'
    )
    return f'<Types xmlns="{_PACKAGE}/content-types">{relations}{items}</Types>'
