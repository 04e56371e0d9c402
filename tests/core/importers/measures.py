"""Layouts of text, and what a reading of an invented paper got wrong."""

from collections.abc import Callable

from hypothesis import strategies as st

from core.cells import parse
from core.importers.recogniser.answer import recognised_as_json, value
from core.importers.recogniser.recognise import Recognised
from tests.core.importers import papers
from tests.core.importers.papers import Paper

TEXTS: dict[str, Callable[[Paper], str]] = {
    "tabs": lambda each: papers.text_with("\t", each),
    "bars": papers.trailing_bars,
    "markdown": papers.markdown,
    "one a line": lambda each: papers.one_a_line(each, 0),
    "one a line with blanks": papers.one_a_line,
    "two blanks": papers.spaced,
    "one blank": lambda each: papers.spaced(each, " "),
}

raws = st.sampled_from(["", "", "0", "0", "1", "7", "12", "340", "/", "-", "3件", "１２", "4,512", "待核", "4 4"])


def differing(recognised: Recognised, written: Paper) -> list[str]:
    """Cells that were read otherwise than written, without a doubt that covers them."""
    listed = recognised_as_json(recognised)
    tables = listed["tables"]
    assert isinstance(tables, dict)
    wheres = {doubt.where for doubt in recognised.doubts}
    silent: list[str] = []
    for cell in written.form.cells.values():
        want = value(parse(written.cells.get(cell.id, ""), cell.kind))
        got = tables.get(cell.table, {}).get(cell.row.id, {}).get(cell.column.id)
        if got != want and not {cell.id, f"{cell.table}.{cell.row.id}", cell.table, "file"} & wheres:
            silent.append(f"{cell.id}: {want!r} -> {got!r}")
    return silent


def unread(recognised: Recognised, written: Paper) -> int:
    """How many cells were read otherwise than written, doubted or not."""
    return len(differing(Recognised(**{**vars(recognised), "doubts": ()}), written))
