"""Invented reports as web pages, in the shapes that web systems and word processors give them."""

from collections.abc import Callable, Mapping
from html import escape

from core.cells import CellId
from core.form.layout import Table
from tests.core.importers.papers import TITLE, Paper

FURNITURE = '<div class="nav"><a href="#">首页</a> &gt; <a href="#">政务公开</a> 今天是2031年2月3日 星期一</div>'
FOOT = "<div class=foot>主办单位：山前市人民政府办公室 网站标识码：9900000001 某ICP备99000001号</div>"


def td(words: str, columns: int = 1, rows: int = 1) -> str:
    spans = (f" colspan={columns}" if columns > 1 else "") + (f' rowspan="{rows}"' if rows > 1 else "")
    return f"<td{spans}>{escape(words)}</td>"


def table(table: Table, cells: Mapping[CellId, str], cell: Callable[[str, int, int], str] = td) -> str:
    """The printed table with its merged cells; `cell` writes one from its words, columns and rows."""
    places = {(label.span.row, label.span.column): (label.text, label.span) for label in table.labels}
    places |= {(slot.span.row, slot.span.column): (cells.get(slot.cell, ""), slot.span) for slot in table.slots}
    rows = [
        "".join(
            cell(words, span.columns, span.rows)
            for (at, _), (words, span) in sorted(places.items(), key=lambda item: item[0])
            if at == row
        )
        for row in range(table.grid_rows)
    ]
    return "<table border=1>" + "".join(f"<tr>{row}</tr>\n" for row in rows) + "</table>"


def body(paper: Paper, cell: Callable[[str, int, int], str] = td) -> str:
    return "\n".join(
        f"<p>&emsp;&emsp;{escape(block)}</p>" if isinstance(block, str) else table(block, paper.cells, cell)
        for block in paper.blocks()
    )


def site(content: str, *, title: str = TITLE, charset: str = "utf-8") -> str:
    """A page of a web system around some content, with a decoy in a script and dates of the site."""
    return (
        f'<!DOCTYPE html><html><head><meta charset="{charset}"><title>{title}_山前市人民政府</title>'
        f'<script>var hint = "总计 999";</script></head>'
        f'<body>{FURNITURE}<div id="zoom">{content}</div>{FOOT}</body></html>'
    )


def mso(words: str, columns: int = 1, rows: int = 1) -> str:
    """A cell as Word saves it: spans over several source lines, and a mark of the end of the paragraph."""
    inside = f"<span lang=EN-US\nstyle='font-size:10.5pt'>{escape(words)}<o:p></o:p></span>"
    return f"<td width=57 colspan={columns} rowspan={rows}>\n  <p class=MsoNormal align=center>{inside}</p>\n  </td>"
