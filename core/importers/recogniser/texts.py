"""Gathers the prose of a report by its sections; words beside a table belong to the section of the table."""

import re
from collections.abc import Mapping

from core.form.layout import Form
from core.importers.recogniser.headings import Heading
from core.importers.recogniser.labels import is_piece
from core.importers.recogniser.lines import Line
from core.importers.recogniser.prose import joined, preamble_of, without_ending
from core.importers.recogniser.sections import tables_of
from core.importers.recogniser.title import Title
from core.importers.recogniser.words import plain


def texts_of(
    lines: tuple[Line, ...],
    headings: Mapping[int, Heading],
    sections: Mapping[int, str],
    used: set[int],
    title: Title,
    *,
    form: Form,
    printed_lines: bool,
) -> tuple[dict[str, str], dict[str, list[int]]]:
    """Return the texts by section, and the lines that each was read from."""
    found: dict[str, list[str]] = {}
    spoken: dict[str, list[int]] = {}
    start = next((heading for heading in sorted(headings) if headings[heading].section == "s1"), None)
    below = max(title.lines, default=None) if not headings and not used else None
    for line in lines:
        section = sections[line.number]
        if line.number in headings:
            rest = headings[line.number].rest
            found.setdefault(section, []).extend(rest.split("\n") if rest else [])
            continue
        if line.number in used or line.number in title.lines:
            continue
        if not section and _is_head(line, lines[start] if start is not None else None, below):
            section = "head"
        if section and line.words:
            found.setdefault(section, []).extend(_paragraphs(line))
            spoken.setdefault("preamble" if section == "head" else section, []).append(line.number)
    if "preamble" not in found:
        found["preamble"] = preamble_of(found.pop("head", []))
    texts: dict[str, str] = {}
    tables = tables_of(form)
    last = "s6" if found.get("s6") else "s5"
    found[last], signature = without_ending(found.get(last, []), title.unit)
    for section in ("preamble", "s1", "s2", "s3", "s4", "s5", "s6"):
        prose = found.get(section, [])
        if section in tables:
            prose = _beside_table(prose, tables[section], form)
        texts[section] = "\n".join(joined(prose, printed_lines=printed_lines))
    texts["signature"] = "\n".join(signature)
    texts = {section: text for section, text in texts.items() if text}
    return texts, {section: numbers for section, numbers in spoken.items() if section in texts}


def _is_head(line: Line, start: Line | None, below: int | None) -> bool:
    """Whether a line stands above the first section, or `below` the title where there is nothing else."""
    if start is None:
        return below is not None and line.number > below
    return line.number < start.number and line.part == start.part


def _paragraphs(line: Line) -> list[str]:
    """Return the words of a line: a paragraph as it stands, cells one after the other."""
    if line.grid is None:
        return [line.cells[0] or ""]
    return [piece for word in line.words for piece in word.split("\n")]


def _beside_table(texts: list[str], table: str, form: Form) -> list[str]:
    """Return what is prose beside a table; captions ("表三", "单位：件") and torn labels are not."""
    return [
        text
        for text in texts
        if len(plain(text)) >= 8
        and not plain(text).startswith(("单位:", "表"))
        and not all(is_piece(piece, table, form) for piece in re.split(r"\s+", text.strip()))
    ]
