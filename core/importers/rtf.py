"""Reads RTF as Word, WPS and LibreOffice write it: what a person sees, in the order of the page.

No well-kept library of a free licence gives the tables of RTF. Tracked changes are read as accepted, hidden text is
left out, automatic numbers stand in the file as text; text boxes stand before the paragraph on which they hang.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from core.importers.extract import Extract, Paragraph, Part
from core.importers.limits import MOST_CELLS, MOST_DEPTH, MOST_GRID_COLUMNS, MOST_PARAGRAPHS, damaged, too_big
from core.importers.rtf_heads import Heads, read_fonts, read_styles
from core.importers.rtf_story import Look, Story
from core.importers.rtf_tables import Edge, Shape, blocks_of
from core.importers.rtf_text import letter, of_page
from core.importers.rtf_tokens import Mark, Tokens

_MOST_TOKENS = 600_000
_MOST_GROUPS = 1_000  # one inside the other
_SKIPPED = frozenset(
    b"colortbl filetbl info pict footer footerl footerr footerf footnote shprslt sp nonesttables fldinst objdata xe tc "
    b"pntxta pntxtb listtable listoverridetable annotation".split()
)
_KEPT = frozenset((b"shpinst", b"nesttableprops", b"do", b"shptxt", b"pntext", b"listtext"))  # though a star marks them
_BOXES = frozenset((b"shptxt", b"dptxbxtext"))
_HEADERS = frozenset((b"header", b"headerl", b"headerr", b"headerf"))
_ORDINALS = frozenset((b"listtext", b"pntext"))
_LETTERS = {
    b"tab": "\t", b"line": "\n", b"page": "\n", b"column": "\n", b"emdash": "—", b"endash": "–", b"bullet": "•",
    b"lquote": "‘", b"rquote": "’", b"ldblquote": "“", b"rdblquote": "”", b"emspace": "\u2003", b"enspace": "\u2002",
}  # fmt: skip
_SIGNS = {b"~": "\u00a0", b"_": "-", b"\t": "\t"}
_PAGES = {b"mac": "mac_roman", b"pc": "cp437", b"pca": "cp850"}
_FARTHEST = 1_000_000  # twentieths of a point; paper ends long before


@dataclass
class _Group:
    """What to go back to where a group ends, and what to do there."""

    look: Look
    story: Story
    on_end: Callable[[], None] | None = None


@dataclass
class _Row:
    """The description of a row of a table, read piece by piece."""

    left: int = 0
    edges: list[Edge] = field(default_factory=list)
    covered: bool = False

    def shape(self) -> Shape:
        return Shape(self.left, tuple(self.edges))


@dataclass
class _Reading:
    """How far a file is read."""

    path: Path
    tokens: Tokens
    heads: Heads = field(default_factory=Heads)
    look: Look = field(default_factory=Look)
    story: Story = field(default_factory=Story)
    headers: list[Story] = field(default_factory=list)
    groups: list[_Group] = field(default_factory=list)
    rows: list[_Row] = field(
        default_factory=lambda: [_Row()]
    )  # the last is described now: nested tables have their own
    starred: bool = False  # the next word names a group that old programs skip
    first: bool = False  # the next word is the first of its group
    unicode_next: bool = False  # the group holds the same text twice; the second, in Unicode, counts
    passed: int = 0  # bytes still to pass over behind a Unicode letter
    paragraphs: int = 0
    cells: int = 0


def read(path: Path) -> Extract:
    """Return the paragraphs and tables of an .rtf file; UserError if it breaks off or is too large."""
    reading = _Reading(path, Tokens(path.read_bytes(), _MOST_TOKENS))
    body = reading.story
    while True:
        mark, word, number = reading.tokens.next()
        if mark is Mark.END:
            raise damaged(path) if reading.tokens.left > 0 else too_big(path)
        _take(reading, mark, word, number)
        if not reading.groups:
            break
    _flush(reading)
    body.close()
    numbers = count(1)
    return Extract((*blocks_of(body.blocks, numbers), *_page_heads(reading)))


def _page_heads(reading: _Reading) -> list[Part | Paragraph]:
    """Return what the pages print at their top, each line once, behind the body: the title may stand only there."""
    blocks = [block for story in reading.headers for block in blocks_of(story.blocks, count(1))]
    texts = dict.fromkeys(block.text for block in blocks if isinstance(block, Paragraph) and block.text.strip())
    return [Part("页眉"), *map(Paragraph, texts)] if texts else []


def _take(reading: _Reading, mark: Mark, word: bytes, number: int | None) -> None:
    if mark is Mark.BRACE:
        (_begin if word == b"{" else _end)(reading)
    elif mark is Mark.WORD:
        reading.passed = 0
        if reading.first and _opens(reading, word):
            return
        _obey(reading, word, number)
    elif mark is Mark.SIGN:
        _sign(reading, word)
    else:
        _bytes(reading, word)
    if mark is not Mark.BRACE and word != b"*":
        reading.first = reading.starred = False


# ---------------------------------------------------------------- groups


def _begin(reading: _Reading) -> None:
    if len(reading.groups) >= _MOST_GROUPS:
        raise too_big(reading.path)
    reading.passed = 0
    reading.groups.append(_Group(reading.look.copy(), reading.story))
    reading.first, reading.starred = True, False


def _end(reading: _Reading) -> None:
    reading.passed = 0
    reading.first = reading.starred = False
    if not reading.groups:
        raise damaged(reading.path)
    group = reading.groups.pop()
    if group.on_end is not None:
        _flush(reading)
        group.on_end()
    reading.look, reading.story = group.look, group.story


def _opens(reading: _Reading, word: bytes) -> bool:
    """Whether a word that begins a group says what the group is, so that it was dealt with here."""
    starred = reading.starred
    if word in _SKIPPED or (starred and word not in _KEPT and not (word == b"ud" and reading.unicode_next)):
        reading.tokens.skip_group()
    elif word == b"fonttbl":
        read_fonts(reading.tokens, reading.heads)
        _end(reading)
    elif word == b"stylesheet":
        read_styles(reading.tokens, reading.heads)
        _end(reading)
    elif word == b"upr":
        _skip_first(reading)
    elif word in _HEADERS:
        reading.headers.append(_another_story(reading))
    elif word in _BOXES:
        _box(reading)
    elif word in _ORDINALS:
        _ordinal(reading)
    elif word == b"nesttableprops":
        reading.rows.append(_Row())
        reading.groups[-1].on_end = lambda: _described(reading)
    else:
        return False
    reading.first = reading.starred = False
    return True


def _described(reading: _Reading) -> None:
    reading.rows.pop()


def _skip_first(reading: _Reading) -> None:
    """Step over the first of two groups with the same text: the second holds it in Unicode."""
    mark, word, _ = reading.tokens.next()
    if mark is Mark.BRACE and word == b"{":
        reading.tokens.skip_group()
        reading.tokens.next()
    elif mark is Mark.BRACE:
        _end(reading)
    reading.unicode_next = True


def _another_story(reading: _Reading) -> Story:
    story = reading.story = Story()
    reading.look = Look()
    reading.groups[-1].on_end = story.close
    return story


def _box(reading: _Reading) -> None:
    """Read a text box; it stands outside tables, before what is open."""
    around = reading.story
    story = _another_story(reading)

    def ended() -> None:
        story.close()
        around.blocks += story.blocks
        around.boxed = around.boxed or bool(story.blocks)

    reading.groups[-1].on_end = ended


def _ordinal(reading: _Reading) -> None:
    """Read an automatic number; bullets are left out, and the tab behind a number is none of the text."""
    _flush(reading)
    story, before = reading.story, len(reading.story.pieces)

    def ended() -> None:
        shown = "".join(story.pieces[before:]).strip()
        story.pieces[before:] = [shown] if any(sign.isalnum() for sign in shown) else []

    reading.groups[-1].on_end = ended


# ---------------------------------------------------------------- text


def _encoding(reading: _Reading) -> str | None:
    return reading.heads.fonts.get(reading.look.font)


def _flush(reading: _Reading) -> None:
    reading.story.flush(reading.heads.page)


def _bytes(reading: _Reading, data: bytes) -> None:
    if reading.passed:
        passed = min(reading.passed, len(data))
        reading.passed -= passed
        data = data[passed:]
    if data:
        reading.story.put_bytes(data, _encoding(reading), reading.heads.page, reading.look)


def _sign(reading: _Reading, sign: bytes) -> None:
    if sign == b"*":
        reading.starred = True
    elif sign in b"\\{}":
        _bytes(reading, sign)
    elif sign in b"\r\n":
        _end_paragraph(reading)
    elif reading.passed:
        reading.passed -= 1
    elif sign in _SIGNS:
        _put(reading, _SIGNS[sign])


def _put(reading: _Reading, text: str) -> None:
    _flush(reading)
    reading.story.put(text, reading.look)


def _end_paragraph(reading: _Reading, depth: int | None = None) -> None:
    reading.paragraphs += 1
    look = reading.look
    depth = look.depth() if depth is None else depth
    if depth > MOST_DEPTH or reading.paragraphs > MOST_PARAGRAPHS + MOST_CELLS:
        raise too_big(reading.path)
    _flush(reading)
    reading.story.end_paragraph(depth, heading=look.heading or look.style in reading.heads.headings)


# ---------------------------------------------------------------- words


def _obey(reading: _Reading, word: bytes, number: int | None) -> None:
    if word in _LETTERS:
        _put(reading, _LETTERS[word])
    elif word in _FORMATS:
        _FORMATS[word](reading.look, number)
    elif word in _ACTIONS:
        _ACTIONS[word](reading, number)


def _unicode(reading: _Reading, number: int | None) -> None:
    if number is not None:
        _put(reading, letter(number))
        reading.passed = reading.look.replaced


def _page(reading: _Reading, number: int | None) -> None:
    reading.heads.page = of_page(number or 0) or reading.heads.page


def _section(reading: _Reading, _: int | None) -> None:
    _flush(reading)
    if reading.story.pieces:
        _end_paragraph(reading)


def _cell(reading: _Reading, depth: int) -> None:
    reading.cells += 1
    if reading.cells > MOST_CELLS:
        raise too_big(reading.path)
    _end_paragraph(reading, depth)
    reading.story.end_cell(depth)


def _end_row(reading: _Reading, depth: int) -> None:
    _flush(reading)
    shape = reading.rows[-1].shape()
    if depth > MOST_DEPTH or len(shape.edges) > MOST_GRID_COLUMNS:
        raise too_big(reading.path)
    reading.story.end_row(depth, shape)


def _new_row(reading: _Reading, _: int | None) -> None:
    reading.rows[-1] = _Row()


def _row_left(reading: _Reading, number: int | None) -> None:
    reading.rows[-1].left = _within(number)


def _covered(reading: _Reading, _: int | None) -> None:
    reading.rows[-1].covered = True


def _edge(reading: _Reading, number: int | None) -> None:
    row = reading.rows[-1]
    row.edges.append(Edge(_within(number), row.covered))
    row.covered = False


def _within(number: int | None) -> int:
    return max(-_FARTHEST, min(number or 0, _FARTHEST))


_ACTIONS: dict[bytes, Callable[[_Reading, int | None], None]] = {
    b"u": _unicode,
    b"ansicpg": _page,
    b"par": lambda reading, _: _end_paragraph(reading),
    b"sect": _section,
    b"cell": lambda reading, _: _cell(reading, 1),
    b"nestcell": lambda reading, _: _cell(reading, max(reading.look.level, 2)),
    b"row": lambda reading, _: _end_row(reading, 1),
    b"nestrow": lambda reading, _: _end_row(reading, max(reading.look.level, 2)),
    b"trowd": _new_row,
    b"trleft": _row_left,
    b"clmrg": _covered,
    b"clvmrg": _covered,
    b"cellx": _edge,
}


def _plain(look: Look, _: int | None) -> None:
    look.bold = look.unseen = look.deleted = False


def _paragraph(look: Look, _: int | None) -> None:
    look.style, look.heading, look.in_table, look.level = 0, False, False, 0


def _font(look: Look, number: int | None) -> None:
    look.font = number or 0


def _replaced(look: Look, number: int | None) -> None:
    look.replaced = max(0, 1 if number is None else number)


def _bold(look: Look, number: int | None) -> None:
    look.bold = number != 0


def _unseen(look: Look, number: int | None) -> None:
    look.unseen = number != 0


def _deleted(look: Look, number: int | None) -> None:
    look.deleted = number != 0


def _style(look: Look, number: int | None) -> None:
    look.style = number or 0


def _outline(look: Look, number: int | None) -> None:
    look.heading = number is not None and 0 <= number < 9


def _in_table(look: Look, _: int | None) -> None:
    look.in_table = True


def _level(look: Look, number: int | None) -> None:
    look.level = max(0, number or 0)
    look.in_table = look.in_table or look.level > 0


_FORMATS: dict[bytes, Callable[[Look, int | None], None]] = {
    b"plain": _plain,
    b"pard": _paragraph,
    b"f": _font,
    b"uc": _replaced,
    b"b": _bold,
    b"v": _unseen,
    b"deleted": _deleted,
    b"s": _style,
    b"outlinelevel": _outline,
    b"intbl": _in_table,
    b"itap": _level,
}
