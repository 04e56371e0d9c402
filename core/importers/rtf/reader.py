"""Reads RTF as Word, WPS and LibreOffice write it: what a person sees, in the order of the page.

No well-kept library of a free licence gives the tables of RTF. Tracked changes are read as accepted, hidden text is
left out, automatic numbers stand in the file as text; text boxes stand before the paragraph on which they hang.
"""

from itertools import count
from pathlib import Path

from core.importers.extract import Extract, Paragraph, Part
from core.importers.limits import damaged, too_big
from core.importers.rtf.heads import read_fonts, read_styles
from core.importers.rtf.reading import Group, Reading, RowShape, flush, put_bytes, put_sign
from core.importers.rtf.story import Look, Story
from core.importers.rtf.tables import blocks_of
from core.importers.rtf.tokens import Mark, Tokens
from core.importers.rtf.words import obey

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


def read(path: Path) -> Extract:
    """Return the paragraphs and tables of an .rtf file; UserError if it breaks off or is too large."""
    reading = Reading(path, Tokens(path.read_bytes(), _MOST_TOKENS))
    body = reading.story
    while True:
        mark, word, number = reading.tokens.next()
        if mark is Mark.END:
            raise damaged(path) if reading.tokens.left > 0 else too_big(path)
        _take(reading, mark, word, number)
        if not reading.groups:
            break
    flush(reading)
    body.close()
    numbers = count(1)
    return Extract((*blocks_of(body.blocks, numbers), *_page_heads(reading)))


def _page_heads(reading: Reading) -> list[Part | Paragraph]:
    """Return what the pages print at their top, each line once, behind the body: the title may stand only there."""
    blocks = [block for story in reading.headers for block in blocks_of(story.blocks, count(1))]
    texts = dict.fromkeys(block.text for block in blocks if isinstance(block, Paragraph) and block.text.strip())
    return [Part("页眉"), *map(Paragraph, texts)] if texts else []


def _take(reading: Reading, mark: Mark, word: bytes, number: int | None) -> None:
    if mark is Mark.BRACE:
        (_begin if word == b"{" else _end)(reading)
    elif mark is Mark.WORD:
        reading.passed = 0
        if reading.first and _opens(reading, word):
            return
        obey(reading, word, number)
    elif mark is Mark.SIGN:
        put_sign(reading, word)
    else:
        put_bytes(reading, word)
    if mark is not Mark.BRACE and word != b"*":
        reading.first = reading.starred = False


def _begin(reading: Reading) -> None:
    if len(reading.groups) >= _MOST_GROUPS:
        raise too_big(reading.path)
    reading.passed = 0
    reading.groups.append(Group(reading.look.copy(), reading.story))
    reading.first, reading.starred = True, False


def _end(reading: Reading) -> None:
    reading.passed = 0
    reading.first = reading.starred = False
    if not reading.groups:
        raise damaged(reading.path)
    group = reading.groups.pop()
    if group.on_end is not None:
        flush(reading)
        group.on_end()
    reading.look, reading.story = group.look, group.story


def _opens(reading: Reading, word: bytes) -> bool:
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
        reading.rows.append(RowShape())
        reading.groups[-1].on_end = lambda: _described(reading)
    else:
        return False
    reading.first = reading.starred = False
    return True


def _described(reading: Reading) -> None:
    reading.rows.pop()


def _skip_first(reading: Reading) -> None:
    """Step over the first of two groups with the same text: the second holds it in Unicode."""
    mark, word, _ = reading.tokens.next()
    if mark is Mark.BRACE and word == b"{":
        reading.tokens.skip_group()
        reading.tokens.next()
    elif mark is Mark.BRACE:
        _end(reading)
    reading.unicode_next = True


def _another_story(reading: Reading) -> Story:
    story = reading.story = Story()
    reading.look = Look()
    reading.groups[-1].on_end = story.close
    return story


def _box(reading: Reading) -> None:
    """Read a text box; it stands outside tables, before what is open."""
    around = reading.story
    story = _another_story(reading)

    def ended() -> None:
        story.close()
        around.blocks += story.blocks
        around.boxed = around.boxed or bool(story.blocks)

    reading.groups[-1].on_end = ended


def _ordinal(reading: Reading) -> None:
    """Read an automatic number; bullets are left out, and the tab behind a number is none of the text."""
    flush(reading)
    story, before = reading.story, len(reading.story.pieces)

    def ended() -> None:
        shown = "".join(story.pieces[before:]).strip()
        story.pieces[before:] = [shown] if any(sign.isalnum() for sign in shown) else []

    reading.groups[-1].on_end = ended
