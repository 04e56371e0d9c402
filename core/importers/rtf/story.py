"""What is written while RTF is read: paragraphs and tables in their order, nested as they stand."""

from dataclasses import dataclass, field

from core.importers.extract import Paragraph
from core.importers.rtf.tables import Block, Shape, Table
from core.importers.rtf.text import decoded, whole


@dataclass(slots=True)
class Look:
    """What holds until the group ends: how letters look, and where the paragraph belongs."""

    font: int = 0
    replaced: int = 1  # bytes behind a Unicode letter that stand for it in old programs
    bold: bool = False
    unseen: bool = False  # hidden text
    deleted: bool = False  # by a tracked change
    style: int = 0
    heading: bool = False
    in_table: bool = False
    level: int = 0  # tables within tables

    def copy(self) -> "Look":
        return Look(
            self.font, self.replaced, self.bold, self.unseen, self.deleted,
            self.style, self.heading, self.in_table, self.level,
        )  # fmt: skip

    def depth(self) -> int:
        """Return in how many tables the paragraph stands."""
        return max(self.level, 1) if self.in_table else 0


@dataclass
class Story:
    """The body, a page head or a text box: what is done, the open tables (outermost first), the open paragraph."""

    blocks: list[Block] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    weights: list[bool] = field(default_factory=list)  # of each piece with words, whether it is bold
    boxed: bool = False  # a text box hangs on the paragraph
    waiting: bytearray = field(default_factory=bytearray)  # not yet decoded, all of one kind
    kind: tuple[str | None, bool, bool] = (None, False, False)  # their encoding, whether bold, whether unseen

    def put_bytes(self, data: bytes, encoding: str | None, page: str | None, look: Look) -> None:
        """Take bytes of text; a character may begin in one group and end in the next."""
        kind = encoding, look.bold, look.unseen or look.deleted
        if kind != self.kind:
            self.flush(page)
            self.kind = kind
        self.waiting += data

    def flush(self, page: str | None) -> None:
        """Decode the bytes that wait."""
        if self.waiting:
            encoding, bold, unseen = self.kind
            text = decoded(bytes(self.waiting), encoding, page)
            self.waiting.clear()
            self._put(text, bold=bold, unseen=unseen)

    def put(self, text: str, look: Look) -> None:
        self._put(text, bold=look.bold, unseen=look.unseen or look.deleted)

    def _put(self, text: str, *, bold: bool, unseen: bool) -> None:
        if text and not unseen:
            self.pieces.append(text)
            if text.strip():
                self.weights.append(bold)

    def end_paragraph(self, depth: int, *, heading: bool) -> None:
        """Close the paragraph, in so many tables."""
        text = whole("".join(self.pieces))
        bold = bool(self.weights) and all(self.weights)
        if text.strip() or not self.boxed:
            self._at(depth).append(Paragraph(text, heading or bold))
        self.pieces, self.weights, self.boxed = [], [], False

    def end_cell(self, depth: int) -> None:
        self._at(depth)
        self.tables[depth - 1].end_cell()

    def end_row(self, depth: int, shape: Shape) -> None:
        self._at(depth)
        self.tables[depth - 1].end_row(shape)

    def close(self) -> None:
        """End what is still open."""
        if "".join(self.pieces).strip():
            self.end_paragraph(0, heading=False)
        self._at(0)

    def _at(self, depth: int) -> list[Block]:
        """Return where blocks in so many tables go, ending deeper tables and beginning missing ones."""
        while len(self.tables) > depth:
            ended = self.tables.pop()
            ended.end_row(Shape())
            self._here().append(ended)
        while len(self.tables) < depth:
            self.tables.append(Table())
        return self._here()

    def _here(self) -> list[Block]:
        return self.tables[-1].content if self.tables else self.blocks
