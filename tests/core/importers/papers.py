"""Invented reports in the containers that offices use, written from one set of values."""

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

from core.cells import CellId
from core.form import F2019, F2021
from core.form.layout import Form, Role, Table

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TITLE = "云岭县林草局2024年政府信息公开工作年度报告"
PREAMBLE = "本报告依照条例编写，统计期限自2024年1月1日至2024年12月31日。"
S1 = ("2024年，我局围绕林地巡护做好公开。", "（一）主动公开。全年发布护林信息三十余条。")
S5 = ("一是解读形式较少，二是更新不够快。", "下一步将每月检查一次。")
S6 = ("本年没有收取信息处理费。",)


@dataclass(frozen=True)
class Paper:
    """What an invented report prints: the words of each cell (a missing one is blank) and its prose."""

    cells: Mapping[CellId, str]
    title: Sequence[str] = (TITLE,)
    preamble: Sequence[str] = (PREAMBLE,)
    s1: Sequence[str] = S1
    s5: Sequence[str] = S5
    s6: Sequence[str] = S6
    headings: Mapping[str, str] = field(default_factory=lambda: {s.id: s.heading for s in F2021.sections})
    form: Form = F2021

    def blocks(self) -> list[str | Table]:
        """Paragraphs and tables, top to bottom."""
        heading = self.headings
        table_2, table_3, table_4 = self.form.tables
        return [
            *self.title, *self.preamble,
            heading["s1"], *self.s1,
            heading["s2"], table_2,
            heading["s3"], table_3,
            heading["s4"], table_4,
            heading["s5"], *self.s5,
            heading["s6"], *self.s6,
        ]  # fmt: skip


def paper(**cells: str) -> Paper:
    """Return a report of noughts, but for the cells named ("t3__granted__natural" with underscores for dots)."""
    return Paper(dict.fromkeys(F2021.cells, "0") | _named(cells))


def old_paper(**cells: str) -> Paper:
    """Return a report of noughts in format F2019, but for the cells named."""
    title = (TITLE.replace("2024", "2020"),)
    preamble = (PREAMBLE.replace("2024", "2020"),)
    return Paper(
        dict.fromkeys(F2019.cells, "0") | _named(cells), title, preamble, ("公开护林信息三十余条。",), form=F2019
    )


def _named(cells: Mapping[str, str]) -> dict[CellId, str]:
    return {CellId(name.replace("__", ".")): raw for name, raw in cells.items()}


def grid(table: Table, cells: Mapping[CellId, str], *, merged: str | None = None) -> list[list[str | None]]:
    """Return the printed grid of a table; places that a merged cell covers hold `merged`."""
    rows: list[list[str | None]] = [[merged] * table.grid_columns for _ in range(table.grid_rows)]
    for label in table.labels:
        rows[label.span.row][label.span.column] = label.text
    for slot in table.slots:
        rows[slot.span.row][slot.span.column] = cells.get(slot.cell, "")
    return rows


# ---------------------------------------------------------------- text


def text_with(separator: str, paper: Paper) -> str:
    """Tables as rows of separated cells; covered places are blank cells, as a paste from Word has them."""
    lines: list[str] = []
    for block in paper.blocks():
        if isinstance(block, str):
            lines.append(block)
        else:
            lines += [separator.join(cell or "" for cell in row) for row in grid(block, paper.cells)]
    return "\n".join(lines) + "\n"


def markdown(paper: Paper) -> str:
    lines: list[str] = []
    for block in paper.blocks():
        if isinstance(block, str):
            lines += [f"## {block}" if block in paper.headings.values() else block, ""]
            continue
        rows = [f"| {' | '.join(cell or '' for cell in row)} |" for row in grid(block, paper.cells)]
        lines += [rows[0], "|" + "---|" * block.grid_columns, *rows[1:], ""]
    return "\n".join(lines)


def trailing_bars(paper: Paper) -> str:
    """Rows without the places that merged cells cover, a bar behind each cell, as copies of web pages have them."""
    lines: list[str] = []
    for block in paper.blocks():
        if isinstance(block, str):
            lines.append(block)
        else:
            lines += [" | ".join(cell for cell in row if cell is not None) + " |" for row in grid(block, paper.cells)]
    return "\n".join(lines)


def one_a_line(paper: Paper, between: int = 1) -> str:
    """One cell a line with so many blank lines between; a blank cell is a blank line more."""
    lines: list[str] = []
    for block in paper.blocks():
        if isinstance(block, str):
            lines.append(block)
        else:
            lines += [cell for row in grid(block, paper.cells) for cell in row if cell is not None]
    return ("\n" * (between + 1)).join(lines) + "\n"


def spaced(paper: Paper, gap: str = "  ") -> str:
    """Columns kept apart by blanks: blank cells are gone."""
    lines: list[str] = []
    for block in paper.blocks():
        if isinstance(block, str):
            lines.append(block)
        else:
            lines += [gap.join(cell for cell in row if cell) for row in grid(block, paper.cells)]
    return "\n".join(lines)


# ---------------------------------------------------------------- Word


def run(text: str, *, bold: bool = False) -> str:
    weight = "<w:rPr><w:b/></w:rPr>" if bold else ""
    broken = '</w:t><w:br/><w:t xml:space="preserve">'.join(escape(part) for part in text.split("\n"))
    return f'<w:r>{weight}<w:t xml:space="preserve">{broken}</w:t></w:r>'


def p(text: str, *, bold: bool = False, properties: str = "") -> str:
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{run(text, bold=bold)}</w:p>"


def tc(text: str, *, span: int = 1, merge: str | None = None) -> str:
    """A cell; `merge` is "restart" or "continue" for a vertical merge."""
    marks = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    marks += f'<w:vMerge w:val="{merge}"/>' if merge == "restart" else "<w:vMerge/>" if merge else ""
    return f"<w:tc><w:tcPr>{marks}</w:tcPr>{p(text)}</w:tc>"


def tbl(rows: Iterable[Iterable[str]]) -> str:
    return "<w:tbl>" + "".join(f"<w:tr>{''.join(row)}</w:tr>" for row in rows) + "</w:tbl>"


def word_table(table: Table, cells: Mapping[CellId, str], *, vertical: bool = True) -> str:
    """The printed grid with its merges; `vertical` False leaves covered places below a label as blank cells."""
    spans = {(label.span.row, label.span.column): (label.span, label.text) for label in table.labels}
    spans |= {(slot.span.row, slot.span.column): (slot.span, cells.get(slot.cell, "")) for slot in table.slots}
    rows: list[list[str]] = [[] for _ in range(table.grid_rows)]
    for row in range(table.grid_rows):
        column = 0
        while column < table.grid_columns:
            span, text, merge = _covering(spans, row, column)
            rows[row].append(tc(text, span=span, merge=merge if vertical else None))
            column += span
    return tbl(rows)


def _covering(
    spans: Mapping[tuple[int, int], tuple[object, str]], row: int, column: int
) -> tuple[int, str, str | None]:
    from core.form.layout import Span

    for (top, left), (span, text) in spans.items():
        assert isinstance(span, Span)
        if top <= row < top + span.rows and left == column:
            merge = None if span.rows == 1 else "restart" if row == top else "continue"
            return span.columns, text if row == top else "", merge
    return 1, "", None


def word_body(paper: Paper, *, vertical: bool = True) -> str:
    return "".join(
        p(block, bold=block in paper.headings.values())
        if isinstance(block, str)
        else word_table(block, paper.cells, vertical=vertical)
        for block in paper.blocks()
    )


def docx(body: str, **parts: str) -> bytes:
    """A Word file with this body; `parts` are further parts of it ("numbering", "styles")."""
    namespaces = (
        f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    )
    files = {"word/document.xml": f"<w:document {namespaces}><w:body>{body}</w:body></w:document>"}
    files |= {f"word/{name}.xml": f'<w:{name} xmlns:w="{W}">{content}</w:{name}>' for name, content in parts.items()}
    return packed({"[Content_Types].xml": "<Types/>", **files})


def packed(files: Mapping[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in files.items():
            package.writestr(name, content)
    return buffer.getvalue()


def upright_labels(table: Table) -> list[str]:
    return [label.text for label in table.labels if label.role is Role.GROUP]
