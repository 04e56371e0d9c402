"""What editors of websites make of pasted markup, and the grids that its tables form."""

import html
from dataclasses import dataclass, field
from html.parser import HTMLParser

KEPT_TAGS = frozenset(
    {"p", "br", "h1", "h2", "h3", "span", "strong", "table", "thead", "tbody", "tr", "th", "td", "col"}
)
KEPT_ATTRIBUTES = frozenset({"style", "border", "cellspacing", "cellpadding", "width", "rowspan", "colspan", "align"})
SILENT = frozenset({"style", "script", "head", "title"})
VOID = frozenset({"br", "meta", "col", "img", "link"})


class Sanitiser(HTMLParser):
    """Keeps what such an editor keeps: plain elements and a few attributes; style sheets and scripts go with all."""

    def __init__(self, attributes: frozenset[str] = KEPT_ATTRIBUTES, renamed: dict[str, str] | None = None) -> None:
        super().__init__()
        self.kept: list[str] = []
        self.dropped: set[str] = set()
        self._attributes, self._renamed, self._silent = attributes, renamed or {}, 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in SILENT
        if tag not in KEPT_TAGS:
            self.dropped.add(tag)
            return
        self.dropped |= {name for name, _ in attrs} - self._attributes
        told = "".join(f' {name}="{html.escape(value or "")}"' for name, value in attrs if name in self._attributes)
        self.kept.append(f"<{self._renamed.get(tag, tag)}{told}>")

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in SILENT
        if tag in KEPT_TAGS and tag not in VOID:
            self.kept.append(f"</{self._renamed.get(tag, tag)}>")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.kept.append(html.escape(data, quote=False))


def sanitised(
    markup: str, attributes: frozenset[str] = KEPT_ATTRIBUTES, renamed: dict[str, str] | None = None
) -> tuple[str, set[str]]:
    """Return the markup as an editor keeps it, and what it dropped."""
    editor = Sanitiser(attributes, renamed)
    editor.feed(markup)
    editor.close()
    return "".join(editor.kept), editor.dropped


@dataclass
class Cell:
    """A cell of a table: its words, how many rows and columns it takes, its attributes."""

    tag: str
    rows: int
    columns: int
    attributes: dict[str, str]
    words: str = ""


@dataclass
class Found:
    """A table as its markup has it, row by row."""

    attributes: dict[str, str]
    rows: list[list[Cell]] = field(default_factory=list)

    def spread(self) -> dict[tuple[int, int], Cell]:
        """Return which cell covers each place; AssertionError where two do."""
        covered: dict[tuple[int, int], Cell] = {}
        for row, cells in enumerate(self.rows):
            column = 0
            for cell in cells:
                while (row, column) in covered:
                    column += 1
                for place in ((row + i, column + j) for i in range(cell.rows) for j in range(cell.columns)):
                    assert place not in covered, place
                    covered[place] = cell
        return covered


class Reader(HTMLParser):
    """Collects the tables of markup; AssertionError where an element is closed that is not open."""

    def __init__(self) -> None:
        super().__init__()
        self.tables: list[Found] = []
        self.seen: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self._cell: Cell | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        self.seen.append((tag, told))
        if tag not in VOID:
            self.open.append(tag)
        if tag == "table":
            self.tables.append(Found(told))
        elif tag == "tr":
            self.tables[-1].rows.append([])
        elif tag in {"td", "th"}:
            self._cell = Cell(tag, int(told.get("rowspan", 1)), int(told.get("colspan", 1)), told)
            self.tables[-1].rows[-1].append(self._cell)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        if tag in {"td", "th"}:
            self._cell = None

    def handle_data(self, data: str) -> None:
        if self._cell is not None:
            self._cell.words += data


def read(markup: str) -> Reader:
    """Return what markup consists of."""
    reader = Reader()
    reader.feed(markup)
    reader.close()
    assert reader.open == []
    return reader
