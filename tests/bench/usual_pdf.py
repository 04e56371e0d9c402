"""A report as PDF in the usual way: reportlab's platypus with TrueType fonts, `wordWrap="CJK"` and its own tables.

It is the yardstick of the writer's speed. It wants faces with TrueType outlines, for it can embed no others.
"""

from io import BytesIO
from typing import Any

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from core.exporters import font_files
from core.exporters.pages import Grid, Heading, Signature, Title, lay_out
from core.exporters.pages import Paragraph as Words
from core.exporters.paper import BOTTOM, LEFT, RIGHT, TOP, WIDTH
from core.report import Report

_WANTED = ("仿宋", "FangSong", "LXGW WenKai Light", "LXGW WenKai", "宋体", "SimSun", "AR PL UMing CN")
_FACES = 3  # as an official document has: title, headings, text


def registered() -> list[str]:
    """Register faces that platypus can embed; return their names, none where the machine has none."""
    found: list[str] = []
    for name in _WANTED:
        for face in font_files.faces():
            if name in face.names and len(found) < _FACES:
                try:
                    pdfmetrics.registerFont(TTFont(f"Usual{len(found)}", face.path, subfontIndex=face.index))
                except TTFError:
                    continue
                found.append(f"Usual{len(found)}")
    return found


def written(report: Report, names: list[str]) -> bytes:
    """Return the report as such a file."""
    title, heading, text = (names * _FACES)[:_FACES]
    looks = {
        "title": ParagraphStyle("title", fontName=title, fontSize=22, leading=36, alignment=1, wordWrap="CJK"),
        "heading": ParagraphStyle("heading", fontName=heading, fontSize=16, leading=29, wordWrap="CJK"),
        "text": ParagraphStyle("text", fontName=text, fontSize=16, leading=29, firstLineIndent=32, wordWrap="CJK"),
        "cell": ParagraphStyle("cell", fontName=text, fontSize=8, leading=10, wordWrap="CJK"),
    }
    story: list[Any] = []
    for block in lay_out(report):
        match block:
            case Title():
                story.append(Paragraph(block.unit + block.text, looks["title"]))
            case Heading() | Words():
                story.append(Paragraph(block.text, looks["heading" if isinstance(block, Heading) else "text"]))
            case Grid():
                story += [_table(block, looks["cell"]), Spacer(1, 12)]
            case Signature():
                story += [Paragraph(line, looks["text"]) for line in block.lines]
    buffer = BytesIO()
    edges = {"leftMargin": LEFT, "rightMargin": RIGHT, "topMargin": TOP, "bottomMargin": BOTTOM}
    SimpleDocTemplate(buffer, pagesize=A4, title=report.standard_title, **edges).build(story)
    return buffer.getvalue()


def _table(grid: Grid, look: ParagraphStyle) -> Table:
    table = grid.table
    cells: list[list[Any]] = [[""] * table.grid_columns for _ in range(table.grid_rows)]
    style: list[tuple[Any, ...]] = [
        ("TOPPADDING", (0, 0), (-1, -1), 1),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 1),
        ("GRID", (0, 0), (-1, -1), 0.5, colors.black),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
    ]
    for place in grid.places:
        span = place.span
        cells[span.row][span.column] = Paragraph(place.text, look)
        if span.rows * span.columns > 1:
            last = (span.column + span.columns - 1, span.row + span.rows - 1)
            style.append(("SPAN", (span.column, span.row), last))
    unit = WIDTH / sum(table.widths)
    widths = [share * unit for share in table.widths]
    return Table(cells, widths, style=TableStyle(style), repeatRows=table.head_rows)
