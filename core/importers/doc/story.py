"""The paragraphs of a stretch of a binary Word file: what a person sees of each, and how it ends.

Deleted (tracked) and hidden characters are left out, fields give their result only, control characters what they
print ([MS-DOC] 2.4.1 for the marks, 2.8.25 for fields).
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from core.importers.doc.properties import Layout, Look, Properties, switched
from core.importers.doc.streams import Streams
from core.importers.doc.styles import Style, Styles
from core.importers.limits import MOST_CELLS, MOST_PARAGRAPHS, too_big

_ENDS = re.compile("[\r\x07\x0c]")
_CONTROLS = re.compile("[\x00-\x1f]")
_FIELD, _RESULT, _FIELD_END, _ANCHOR = "\x13", "\x14", "\x15", "\x08"
_MOST_CONTROLS = 100_000
_MOST_FIELDS = 50  # within one another
_PRINTED = {"\t": "\t", "\x0b": "\n", "\x0c": "\n", "\x0e": "\n", "\x1e": "-"}


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, cell end or row end. `anchors` are the CPs of drawings that hang on it, `mark` how it ends."""

    text: str
    layout: Layout
    style: Style
    bold: bool = False
    mark: str = "\r"
    deleted: bool = False
    anchors: tuple[int, ...] = ()

    @property
    def heading(self) -> bool:
        """Whether the file marks it as a heading."""
        return self.style.heading or (self.bold and bool(self.text.strip()))


@dataclass
class _Words:
    """What a paragraph shows, gathered run by run; `fields` tells of each open field whether its code is passing."""

    fields: list[bool]
    pieces: list[str] = field(default_factory=list)
    anchors: list[int] = field(default_factory=list)
    bold: bool = True

    def add(self, text: str, *, bold: bool) -> None:
        self.pieces.append(text)
        self.bold = self.bold and (bold or not text.strip())


class Stories:
    """Cuts the text of a file into paragraphs; the stories of the file share one text."""

    def __init__(self, streams: Streams, properties: Properties, styles: Styles) -> None:
        self._text = streams.text
        self._pieces = streams.pieces
        self._piece_starts = [piece.start for piece in streams.pieces]
        self._properties = properties
        self._styles = styles
        runs = list(properties.runs())
        self._run_ends = [end for end, _ in runs]
        self._looks = [look for _, look in runs]
        self._path = streams.path
        self._characters_left = 2 * len(self._text)  # stories do not overlap in an honest file
        self._lines_left = MOST_PARAGRAPHS + MOST_CELLS
        self._controls_left = _MOST_CONTROLS

    def lines(self, start: int, end: int) -> Iterator[Line]:
        """Yield the paragraphs between two CPs; those whose mark was deleted are joined to the next.

        UserError: the file has more text than any report.
        """
        self._characters_left -= max(end - start, 0)
        if self._characters_left < 0:
            raise too_big(self._path)
        fields: list[bool] = []  # of each open field whether its code is passing
        waiting: Line | None = None
        for line in self._cut(start, end, fields):
            if waiting is not None and waiting.layout.depth == line.layout.depth and not line.layout.ends_row:
                line = _joined(waiting, line)  # noqa: PLW2901  it goes on as one paragraph
            elif waiting is not None:
                yield waiting
            goes_on = line.deleted and line.mark == "\r" and not (line.layout.ends_cell or line.layout.ends_row)
            waiting = line if goes_on else None
            if not goes_on:
                yield line
        if waiting is not None:
            yield waiting

    def _cut(self, start: int, end: int, fields: list[bool]) -> Iterator[Line]:
        begun = start
        for match in _ENDS.finditer(self._text, start, end):
            cp = match.start()
            piece = self._pieces[max(bisect_right(self._piece_starts, cp) - 1, 0)]
            layout, described = self._properties.paragraph(piece, cp)
            if match[0] == "\x0c" and described > piece.place(cp + 1):
                continue  # a page break inside a paragraph
            yield self._line(begun, cp, layout, fields)
            begun = cp + 1
        if begun < end:
            yield self._line(begun, end, Layout(), fields)

    def _line(self, start: int, end: int, layout: Layout, fields: list[bool]) -> Line:
        self._lines_left -= 1
        if self._lines_left < 0:
            raise too_big(self._path)
        style = self._styles[layout.style]
        words = _Words(fields)
        at = start
        run = bisect_right(self._run_ends, start)
        while at < end:
            look = self._looks[run] if run < len(self._looks) else Look()
            stop = min(end, self._run_ends[run]) if run < len(self._looks) else end
            self._add(words, at, stop, look, style)
            at, run = stop, run + 1
        fields[:] = [False] * len(fields)  # a field's code does not go on behind its paragraph
        run = bisect_right(self._run_ends, end)
        mark = self._text[end : end + 1] or "\r"
        deleted = run < len(self._looks) and self._looks[run].deleted
        text = _whole("".join(words.pieces))
        return Line(text, layout, style, words.bold, mark, deleted, tuple(words.anchors))

    def _add(self, words: _Words, start: int, end: int, look: Look, style: Style) -> None:
        own = self._styles[look.style] if look.style else Style()
        shown = not look.deleted and not switched(look.hidden, style.hidden != own.hidden)
        bold = switched(look.bold, style.bold != own.bold)
        text = self._text[start:end]
        at = 0
        for match in _CONTROLS.finditer(text):
            self._controls_left -= 1
            if self._controls_left < 0 or len(words.fields) > _MOST_FIELDS:
                raise too_big(self._path)
            if shown and not any(words.fields):
                words.add(text[at : match.start()], bold=bold)
            at = match.end()
            self._control(match[0], start + match.start(), words, shown=shown)
        if shown and not any(words.fields):
            rest = text[at:]
            words.add(rest.replace("(", look.symbol) if look.symbol else rest, bold=bold)

    @staticmethod
    def _control(sign: str, cp: int, words: _Words, *, shown: bool) -> None:
        fields = words.fields
        if sign == _FIELD:
            fields.append(True)
        elif sign == _RESULT and fields:
            fields[-1] = False
        elif sign == _FIELD_END and fields:
            fields.pop()
        elif shown and not any(fields):
            if sign == _ANCHOR:
                words.anchors.append(cp)
            words.pieces.append(_PRINTED.get(sign, ""))


def _joined(first: Line, second: Line) -> Line:
    """Return two paragraphs as one: it looks like the second one, as when the mark between them is deleted."""
    return replace(
        second,
        text=first.text + second.text,
        bold=(first.bold or not first.text.strip()) and (second.bold or not second.text.strip()),
        anchors=first.anchors + second.anchors,
    )


def _whole(text: str) -> str:
    """Return a text with its surrogate pairs put together; lone halves become a replacement character."""
    if not any("\ud800" <= sign <= "\udfff" for sign in text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
