"""Blocks of cells on their way through the clipboard: what other programs put there, and what is put there for them.

A block is a full rectangle of words; a merged cell stands in its first place. None stands in the places that it covers,
and where a short line brings nothing: what stands there in the table stays.
"""

import csv
import html as markup
import io
import re
from decimal import Decimal, InvalidOperation
from html.parser import HTMLParser

from core.errors import UserError

Block = tuple[tuple[str | None, ...], ...]

MOST_CHARACTERS = 2_000_000
MOST_ROWS, MOST_COLUMNS = 700, 40
"""A browser breaks cells into three lines each where they hold blocks: table three then has some 550."""
MOST_EXACT = 15
"""Digits of a number that a spreadsheet keeps."""

_THOUSANDS = re.compile(r"\d{1,3}(,\d{3})+(\.\d+)?")
_NUMBER = re.compile(r"[-－−]?[\d０-９][\d０-９.,，]*")
_TOO_NARROW = re.compile(r"#{2,}")
_SHOWN = re.compile(r"[-－−]?[\d,]*\.?\d*")  # a number as a format shows it: with thousands, rounded
_SILENT = frozenset({"script", "style", "head", "title"})


def read(text: str, html: str = "") -> Block:
    """Return the block that the clipboard holds: a table of HTML, else TSV, CSV, or one cell a line.

    Raises `UserError` for what is too large to be a table of the report.
    """
    if len(text) + len(html) > MOST_CHARACTERS:
        raise UserError("剪贴板里的内容太多，没有粘贴。", "请只复制表格里要用的部分，再粘贴一次。")
    plain = read_text(text)
    rich = read_html(html) if "<table" in html.lower() else ()
    if not rich:
        return plain
    return _unhidden(rich, plain)


def read_text(text: str) -> Block:
    """Return the block of a plain text; a line end after the last line makes no row of its own."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    if "\t" in text:
        return _square(_separated(text, "\t"))
    lines = text.split("\n")
    if all(len(words := line.split()) > 1 and all(map(_NUMBER.fullmatch, words)) for line in lines):
        return _square([line.split() for line in lines])
    if _is_csv(lines):
        return _square(_separated(text, ","))
    return _square([[line] for line in lines])


def read_html(html: str) -> Block:
    """Return the block of all tables of an HTML text, one below the other, merged cells spread out."""
    parser = _TableParser()
    parser.feed(html)
    parser.close()
    return _square(parser.finished())


def write_text(block: Block) -> str:
    """Return a block as TSV, quoted where a cell holds tabs, line ends or quotation marks."""
    return "\r\n".join("\t".join(_quoted(cell or "") for cell in row) for row in block)


def write_html(block: Block) -> str:
    """Return a block as an HTML table, so that word processors paste a table and spreadsheets the same cells.

    Words are marked as words: a spreadsheet would make a date of 1-2 and a formula of =1.
    """
    rows = ("<tr>" + "".join(map(_table_cell, row)) + "</tr>" for row in block)
    return f'<meta charset="utf-8"><table border="1" cellspacing="0">{"".join(rows)}</table>'


def _table_cell(cell: str | None) -> str:
    words = cell or ""
    plain = _SHOWN.fullmatch(words)
    kind = "" if plain else ' style="mso-number-format:\'\\@\'" sdnum="1033;0;@"'
    shown = markup.escape(words, quote=False).replace("\n", "<br>")
    return f'<td align="{"right" if plain else "left"}"{kind}>{shown}</td>'


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if re.search(r'[\t\r\n"]', cell) else cell


def _separated(text: str, separator: str) -> list[list[str]]:
    """Split lines into cells; quotation marks count only where they come in pairs."""
    if text.count('"') % 2 == 0 and '"' in text:
        try:
            return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
        except csv.Error:
            pass  # a cell beyond the reader's limit: split plainly
    return [line.split(separator) for line in text.split("\n")]


def _is_csv(lines: list[str]) -> bool:
    """Whether commas part cells, not thousands or clauses."""
    if all(_THOUSANDS.fullmatch(line.strip()) for line in lines):
        return False
    counts = {line.count(",") for line in lines}
    return len(counts) == 1 and counts != {0} and any(character.isdigit() for line in lines for character in line)


def _square(rows: list[list[str | None]] | list[list[str]]) -> Block:
    """Fill short rows up with places that bring nothing; cut what no table of the report can be."""
    width = min(max((len(row) for row in rows), default=0), MOST_COLUMNS)
    return tuple(tuple(row[:width]) + (None,) * (width - len(row)) for row in rows[:MOST_ROWS])


def _unhidden(rich: Block, plain: Block) -> Block:
    """Put the value back where a spreadsheet shows ### for want of room."""
    if [len(row) for row in rich] != [len(row) for row in plain]:
        return rich
    return tuple(
        tuple(p if r and _TOO_NARROW.fullmatch(r.strip()) else r for r, p in zip(one, other, strict=True))
        for one, other in zip(rich, plain, strict=True)
    )


class _TableParser(HTMLParser):
    """Collects cells with their spans; a table inside a cell gives only its words.

    Where a spreadsheet tells the number itself beside the one its format shows (1,234, 2 for 2.02, ###), that is taken.
    """

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._grid: list[dict[int, str | None]] = []
        self._row = -1
        self._depth = 0
        self._silent = 0
        self._words: list[str] | None = None
        self._exact = ""
        self._span = (1, 1)

    def finished(self) -> list[list[str | None]]:
        self._end_cell()
        width = max((max(row, default=-1) + 1 for row in self._grid), default=0)
        return [[row.get(column, "") for column in range(width)] for row in self._grid]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent += 1
        elif tag == "table":
            self._depth += 1
            if self._depth == 1:
                self._row = len(self._grid) - 1
        elif self._depth == 1 and tag == "tr":
            self._end_cell()
            self._row += 1
        elif self._depth == 1 and tag in {"td", "th"}:
            self._end_cell()
            self._words, given = [], dict(attrs)
            self._exact = given.get("sdval") or given.get("x:num") or ""  # of LibreOffice; of Excel and WPS
            self._span = (_span(given.get("rowspan"), MOST_ROWS), _span(given.get("colspan"), MOST_COLUMNS))
        elif tag in {"br", "p", "div"} and self._words:
            self._words.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(self._silent - 1, 0)
        elif tag == "table":
            if self._depth == 1:
                self._end_cell()
            self._depth = max(self._depth - 1, 0)
        elif self._depth == 1 and tag in {"td", "th", "tr"}:
            self._end_cell()

    def handle_data(self, data: str) -> None:
        if self._words is not None and not self._silent:
            self._words.append(data)

    def _end_cell(self) -> None:
        """Lay the words of a cell into its first free place and cover the rest of its span."""
        if self._words is None:
            return
        words = re.sub(r"[ \t\r\f\v\xa0]+", " ", "".join(self._words))
        words, self._words = re.sub(r" ?\n\s*", "\n", words).strip(), None
        if self._exact and (_TOO_NARROW.fullmatch(words) or _SHOWN.fullmatch(words)):
            words = _exactly(self._exact) or words
        row, (rows, columns) = max(self._row, 0), self._span
        column = next(c for c in range(MOST_COLUMNS + 1) if c not in self._line(row))
        for i in range(row, min(row + rows, MOST_ROWS)):
            for j in range(column, min(column + columns, MOST_COLUMNS)):
                self._line(i).setdefault(j, words if (i, j) == (row, column) else None)

    def _line(self, row: int) -> dict[int, str | None]:
        while len(self._grid) <= min(row, MOST_ROWS):
            self._grid.append({})
        return self._grid[min(row, MOST_ROWS)]


def _span(value: str | None, most: int) -> int:
    return min(max(int(value), 1), most) if value and value.strip().isascii() and value.strip().isdigit() else 1


def _exactly(value: str) -> str:
    """Return a number as a spreadsheet keeps it, written plainly; nothing where it is none."""
    try:
        exact = Decimal(value.strip())
    except InvalidOperation:
        return ""
    return f"{exact.normalize():f}" if exact.is_finite() and abs(exact.adjusted()) < MOST_EXACT else ""
