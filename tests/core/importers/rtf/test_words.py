"""Words of RTF that put letters, paragraphs, cells and rows."""

from itertools import count
from pathlib import Path

from core.importers.extract import Grid, Paragraph
from core.importers.rtf.reading import Reading, put
from core.importers.rtf.tables import blocks_of
from core.importers.rtf.tokens import Tokens
from core.importers.rtf.words import obey


def blocks(*words: tuple[bytes, int | None] | str) -> list[Paragraph | Grid]:
    state = Reading(Path("报告.rtf"), Tokens(b"", 0))
    for word in words:
        if isinstance(word, str):
            put(state, word)
        else:
            obey(state, *word)
    state.story.close()
    return list(blocks_of(state.story.blocks, count(1)))


def test_letters_and_paragraphs_are_put() -> None:
    words = "甲", (b"tab", None), (b"u", 28330), (b"line", None), "乙", (b"par", None), (b"nothing", 7)
    assert blocks(*words) == [Paragraph("甲\t溪"), Paragraph("乙")]


def test_a_section_ends_a_paragraph_only_where_one_is_open() -> None:
    assert blocks("甲", (b"sect", None), (b"sect", None), "乙") == [Paragraph("甲"), Paragraph("乙")]


def test_edges_and_merges_describe_the_row_that_follows() -> None:
    shape = (b"trowd", None), (b"trleft", 0), (b"cellx", 500), (b"clmrg", None), (b"cellx", 900), (b"cellx", 10**9)
    row = "甲", (b"cell", None), (b"cell", None), "乙", (b"cell", None), (b"row", None)
    assert blocks(*shape, *row) == [Grid((("甲", None, "乙"),), "第 1 个表格")]
