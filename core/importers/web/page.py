"""Reads a page as a person sees it: lines of text and tables, top to bottom, whatever the markup is made of.

The tree is walked without recursion, so depth costs nothing. Source line breaks are blanks (none between Chinese
characters), `<br>` and blocks begin new lines, hidden elements and scripts are no part of the page.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from core.importers.extract import Extract, Paragraph, Part
from core.importers.limits import MOST_DEPTH, MOST_PARAGRAPHS, MOST_TAGS
from core.importers.web.content import left_out
from core.importers.web.lists import Lists
from core.importers.web.tables import Cell, Flattener, Table, span, too_much
from core.importers.web.tags import is_block, is_bold

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_WIDE = "[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef“”‘’—…]"
_INNER_BREAK = re.compile(rf"(?<={_WIDE})[ \t\r\f]*\n[ \t\r\n\f]*(?={_WIDE})")
_ORDINAL_ALONE = re.compile(r"^(\s*[一二三四五六七八九十]+)\s+")  # the blank behind it is all that marks it as one
_WORD_PROCESSOR = re.compile(r"word|office|wps|kingsoft|excel", re.IGNORECASE)
_SITE = re.compile(r"\s*[_|｜]\s*|\s+[-—–]+\s*|\s*[-—–]+\s+|[-—–]+(?=[^-—–]*$)")
_BLANKS = re.compile(r"[ \t\r\n\f\xa0]+")
_SOURCE_BLANKS = " \t\r\n\f"
_NO_TEXT = re.compile("[\x00-\x08\x0b\x0e-\x1f]")


def page(markup: str) -> Extract:
    """Return the lines and tables of a page; UserError if it holds more than a report can."""
    root = tree(markup)
    if root is None:
        return Extract(())
    blocks = list(Flattener().blocks(_Writer(left_out(root)).written(root)))
    return Extract((*blocks, *_names(root)))


def _names(root: etree._Element) -> Iterator[Part | Paragraph]:
    """Yield the names that a web system gave the page, behind the body: its headline may stand only there.

    Word processors are not believed: what they save as the name of a page is often that of the file copied last year.
    """
    metas = {(meta.get("name") or "").lower(): meta.get("content", "") for meta in root.iter("meta")}
    if _WORD_PROCESSOR.search(metas.get("generator", "") + metas.get("progid", "")):
        return
    title = next(root.iter("title"), None)
    shown = "" if title is None else _SITE.split(_BLANKS.sub(" ", title.text or "").strip())[0]
    names = dict.fromkeys(name.strip() for name in (metas.get("articletitle", ""), shown) if name.strip())
    if names:
        yield Part("网页标题")
        yield from map(Paragraph, names)


def tree(markup: str) -> etree._Element | None:
    """Return the tree of a page, None for one without any content."""
    if markup.count("<") > MOST_TAGS:
        raise too_much()
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True
    )  # without huge_tree, what stands deeper than 256 unclosed tags is lost in silence
    try:
        root = etree.fromstring(_NO_TEXT.sub("", markup).encode("utf-8", "replace"), parser)
    except etree.LxmlError:
        return None
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" or "depth" in entry.message for entry in parser.error_log):
        raise too_much()
    return root


MOST_DEEP = 2000
"""Elements within one another. Newer parsers stop at 2048; the one that lxml brings on Windows does not."""


@dataclass
class _Open:
    """An element on the way down, and what to go back to behind it."""

    element: etree._Element
    children: list[etree._Element]
    bold: bool
    at: int = 0
    emitted: int = 0


@dataclass
class _Writer:
    """Where the page is written: the lines so far, and the tables that are open."""

    left_out: set[etree._Element]
    sink: list[Paragraph | Table] = field(default_factory=list)
    outer: list[tuple[list[Paragraph | Table], Table]] = field(default_factory=list)
    pieces: list[tuple[str, bool]] = field(default_factory=list)
    lists: Lists = field(default_factory=Lists)
    emitted: int = 0
    headings: int = 0
    preformatted: int = 0
    group: int = 0

    def written(self, root: etree._Element) -> list[Paragraph | Table]:
        """Return all that the page shows."""
        way = [self._enter(root, bold=False)]
        while way:
            top = way[-1]
            if top.at < len(top.children):
                child = top.children[top.at]
                top.at += 1
                if len(way) > MOST_DEEP:
                    raise too_much()
                if child not in self.left_out:
                    way.append(self._enter(child, bold=top.bold))
                else:
                    self._text(child.tail, bold=top.bold)
                continue
            way.pop()
            self._leave(top)
            if way:
                self._text(top.element.tail, bold=way[-1].bold)
        self._flush()
        return self.sink

    def _enter(self, element: etree._Element, *, bold: bool) -> _Open:
        tag, style = element.tag, element.get("style", "")
        if is_block(tag, style):
            self._flush()
        bold = is_bold(tag, style, bold=bold)
        opened = _Open(element, list(element), bold, emitted=self.emitted)
        self._open(tag, element)
        self._text(element.text, bold=bold)
        return opened

    def _open(self, tag: str, element: etree._Element) -> None:
        if tag == "br":
            self._flush(forced=True)
        elif tag in _HEADINGS:
            self.headings += 1
        elif tag == "pre":
            self.preformatted += 1
        elif tag in {"ol", "ul", "li"}:
            self.lists.open(tag, element)
        elif tag == "table":
            self._open_table()
        elif self.outer and tag in {"tr", "tbody", "thead", "tfoot", "td", "th"}:
            self._open_in_table(tag, element)

    def _open_table(self) -> None:
        if len(self.outer) >= MOST_DEPTH:
            raise too_much()
        table = Table()
        self.outer.append((self.sink, table))

    def _open_in_table(self, tag: str, element: etree._Element) -> None:
        table = self.outer[-1][1]
        if tag not in {"td", "th"}:
            self.group += tag != "tr"
            if tag == "tr":
                table.rows.append([])
                table.groups.append(self.group)
            return
        if not table.rows:
            table.rows.append([])
            table.groups.append(self.group)
        cell = Cell([], max(1, span(element.get("colspan"))), span(element.get("rowspan")))
        table.rows[-1].append(cell)
        self.sink = cell.blocks

    def _leave(self, opened: _Open) -> None:
        tag = opened.element.tag
        if is_block(tag, opened.element.get("style", "")):
            self._flush()
            if self.emitted == opened.emitted and _is_blank_line(tag, opened):
                self._emit(Paragraph(""))
        if tag in _HEADINGS:
            self.headings -= 1
        elif tag == "pre":
            self.preformatted -= 1
        elif tag in {"ol", "ul"}:
            self.lists.close()
        elif tag in {"td", "th"} and self.outer:
            self.sink = self.outer[-1][0]
        elif tag == "table":
            self._close_table()

    def _close_table(self) -> None:
        self.sink, table = self.outer.pop()
        cells = [cell for row in table.rows for cell in row]
        written = [cell for cell in cells if cell.blocks]
        if len(cells) == 1 or (len(written) == 1 and len(table.rows) == 1):
            for block in written[0].blocks if written else ():  # a frame around its content
                self._emit(block)
        elif cells:
            self._emit(table)

    def _text(self, text: str | None, *, bold: bool) -> None:
        if not text:
            return
        if self.preformatted:
            *lines, rest = text.split("\n")
            for line in lines:
                self.pieces.append((line, bold))
                self._flush(forced=True)
            text = rest
        blank = not text.strip(_SOURCE_BLANKS)
        self.pieces.append((" " if blank else text, bold))

    def _flush(self, *, forced: bool = False) -> None:
        """End a line; without words it counts only if the page makes it visible (`forced`, or a blank that stays)."""
        if not self.pieces and not forced:
            return
        pieces, self.pieces = self.pieces, []
        raw = "".join(text for text, _ in pieces)
        if raw and not raw.isspace():
            heading = bool(self.headings) or all(bold for piece, bold in pieces if piece.strip())
            text = _one_line(raw)
            shown = self.lists.taken(text, heading=bool(self.headings)) + text
            self._emit(Paragraph(shown, heading))
        elif forced or raw.strip(_SOURCE_BLANKS):
            self._emit(Paragraph(""))

    def _emit(self, block: Paragraph | Table) -> None:
        self.emitted += 1
        if self.emitted > MOST_PARAGRAPHS * 2:
            raise too_much()
        self.sink.append(block)


def _one_line(raw: str) -> str:
    """Return words as a browser shows them: source line breaks are blanks, and runs of blanks are one."""
    if "\n" in raw:
        raw = _INNER_BREAK.sub("", _ORDINAL_ALONE.sub(r"\1 ", raw))
    return _BLANKS.sub(" ", raw).strip()


def _is_blank_line(tag: str, opened: _Open) -> bool:
    """Whether an element without words is a line of its own: a paragraph, or a division that holds nothing else."""
    return tag == "p" or (tag == "div" and not opened.children and bool(opened.element.getparent() is not None))
