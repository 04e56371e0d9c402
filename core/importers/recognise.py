"""Turns what a reader gives into a report: labels first, positions last and only with a doubt (domain.md E.6)."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from core.cells import CellId, Entry
from core.errors import UserError
from core.form import F2021, f2019
from core.importers.collect import Doubt, Tables, collect
from core.importers.extract import Extract, Origin
from core.importers.grids import GridReader
from core.importers.headings import Heading, find_headings
from core.importers.labels import is_piece
from core.importers.lines import Line, grid_names, lines_of
from core.importers.origins import origin_of_lines, origins_of_cells
from core.importers.prose import joined, preamble_of, without_ending
from core.importers.stream import StreamReader
from core.importers.title import Title, find_title, year_in_prose
from core.importers.words import key, plain
from core.report import Report

__all__ = ["Doubt", "Recognised", "recognise"]

_TABLE_SECTIONS = {section.id: section.table for section in F2021.sections if section.table}
_ANCHORS = (
    ("t2", ("第二十条第一项", "信息内容")),
    ("t3", ("本列数据的勾稽关系为", "申请人情况", "本年新收政府信息公开申请数量")),
    ("t4", ("未经复议直接起诉", "复议后起诉")),
)


@dataclass(frozen=True)
class Recognised:
    """What a file says. `rows` are the rows of tables 2 to 4 that it contains ("t3.granted"), `found` its tables.

    `extra` holds what the form has no cell for: the row （六）其他处理 where it stands without sub-rows. `extract` is
    the content of the file, and `origins` tell where in it each cell ("t3.granted.total"), text ("s1"), "unit" and
    "year" was read, so that both can be shown side by side.
    """

    format: str
    report: Report
    doubts: tuple[Doubt, ...]
    found: frozenset[str]
    rows: frozenset[str]
    extra: Mapping[CellId, Entry] = field(default_factory=dict)
    extract: Extract = field(default_factory=lambda: Extract(()))
    origins: Mapping[str, Origin] = field(default_factory=dict)


def recognise(extract: Extract) -> Recognised:
    """Return the report that a file contains and everything about it that a person must look at.

    UserError: the file is in the format of 2019, or holds no table of the report.
    """
    lines = lines_of(extract)
    _refuse_2019(lines)
    headings, contents = find_headings(lines)
    sections = _sections(lines, headings)
    tables, used = _read_tables(lines, headings, sections, extract)
    if not tables.found:
        raise UserError(
            "文件里没有找到年报的表格（主动公开、依申请公开、复议诉讼三张表）。",
            "请确认选的是政府信息公开工作年度报告；表格如果是图片，请对照原件手工填写。",
        )
    above = [line for line in _above_everything(lines, {*headings, *used}) if line.number not in contents]
    title = find_title(lines, above)
    texts, spoken = _texts(lines, headings, sections, used | contents, title, printed_lines=extract.lines)
    year = title.year or year_in_prose(texts)
    report = Report(F2021, title.unit, year, typed=tables.typed, printed=tables.printed, texts=texts)
    doubts = (*tables.doubts, *_about_head(title, year))
    origins = origins_of_cells(lines, tables.chosen)
    spoken |= {"unit": sorted(title.lines), "year": sorted(title.lines)}
    origins |= {name: place for name, numbers in spoken.items() if (place := origin_of_lines(lines, numbers))}
    return Recognised(F2021.id, report, doubts, tables.found, tables.rows, tables.extra, extract, origins)


def _about_head(title: Title, year: int | None) -> Iterator[Doubt]:
    """Yield doubts about "unit" and "year" where no title tells them."""
    if not title.unit:
        yield Doubt("unit", "", "没有找到单位名称，请填写。")
    if year is None:
        yield Doubt("year", "", "没有找到报告年度，请填写。")
    elif title.year is None:
        yield Doubt("year", str(year), f"标题里没有年份，按总体情况里的“{year}年”填入，请核对。")


def _refuse_2019(lines: tuple[Line, ...]) -> None:
    everything = key("".join(cell for line in lines for cell in line.words))
    old = [marker for marker in f2019.MARKERS if key(marker) in everything]
    new = [column.label for column in F2021.table("t2").columns[:3] if key(column.label) in everything]
    if len(old) >= 2 and not new:
        raise UserError(
            "这是2019年旧格式的年报（表二有“对外公开总数量”“上一年项目数量”等列），本版本还不能转入。",
            "请用2021年及以后格式的年报导入，或对照旧年报手工填写。",
        )


# ---------------------------------------------------------------- sections and tables


def _sections(lines: tuple[Line, ...], headings: Mapping[int, Heading]) -> dict[int, str]:
    """Return for each line the section it stands in; a new worksheet begins outside of all."""
    sections: dict[int, str] = {}
    current, part = "", 0
    for line in lines:
        if line.part != part:
            current, part = "", line.part
        if line.number in headings:
            current = headings[line.number].section
        sections[line.number] = current
    return sections


def _read_tables(
    lines: tuple[Line, ...], headings: Mapping[int, Heading], sections: Mapping[int, str], extract: Extract
) -> tuple[Tables, set[int]]:
    grids = GridReader()
    for line in lines:
        if line.grid is not None and line.number not in headings:
            grids.feed(line)
    grids.finish()
    readings = list(grids.readings)
    used = set(grids.used)
    heads = {table: set(seen) for table, seen in grids.heads.items()}
    torn: set[str] = set()
    for table, flat in _flat_lines(lines, headings, sections).items():
        stream = StreamReader(table, flat)
        stream.read()
        readings += stream.readings
        used |= stream.used
        heads[table] |= stream.heads
        torn |= {table} if stream.all_heads_torn else set()
    names = grid_names(extract)
    strangers = [(table, line.words, names.get(line.grid or 0, "")) for line, table in grids.strangers]
    return collect(readings, heads, torn, strangers), used


def _flat_lines(
    lines: tuple[Line, ...], headings: Mapping[int, Heading], sections: Mapping[int, str]
) -> dict[str, tuple[Line, ...]]:
    """Return the lines outside of grids by the table whose flat text they may be."""
    flat: dict[str, list[Line]] = {"t2": [], "t3": [], "t4": []}
    context = ""
    for line in lines:
        if line.number in headings or line.grid is not None:
            context = _TABLE_SECTIONS.get(sections[line.number], "" if line.number in headings else context)
            if line.number in headings or not (line.only and context == ""):
                continue
        words = key(line.only or "")
        for table, anchors in _ANCHORS:
            if words and sections[line.number] == "" and any(words.startswith(anchor) for anchor in anchors):
                context = table
        table = _TABLE_SECTIONS.get(sections[line.number], context if sections[line.number] == "" else "")
        if table and line.grid is None:
            flat[table].append(line)
    return {table: tuple(some) for table, some in flat.items() if some}


# ---------------------------------------------------------------- texts


def _above_everything(lines: tuple[Line, ...], taken: set[int]) -> list[Line]:
    """Return the lines above the first heading and table of each part of the file, where titles stand."""
    first: dict[int, int] = {}
    for line in lines:
        if line.number in taken:
            first.setdefault(line.part, line.number)
    return [line for line in lines if line.number < first.get(line.part, len(lines))]


def _texts(
    lines: tuple[Line, ...],
    headings: Mapping[int, Heading],
    sections: Mapping[int, str],
    used: set[int],
    title: Title,
    *,
    printed_lines: bool,
) -> tuple[dict[str, str], dict[str, list[int]]]:
    """Return the texts by section, and the lines that each was read from."""
    found: dict[str, list[str]] = {}
    spoken: dict[str, list[int]] = {}
    start = next((heading for heading in sorted(headings) if headings[heading].section == "s1"), None)
    for line in lines:
        section = sections[line.number]
        if line.number in headings:
            rest = headings[line.number].rest
            found.setdefault(section, []).extend(rest.split("\n") if rest else [])
            continue
        if line.number in used or line.number in title.lines:
            continue
        if not section and start is not None and line.number < start and line.part == lines[start].part:
            section = "head"
        if section and line.words:
            found.setdefault(section, []).extend(_paragraphs(line))
            spoken.setdefault("preamble" if section == "head" else section, []).append(line.number)
    if "preamble" not in found:
        found["preamble"] = preamble_of(found.pop("head", []))
    texts: dict[str, str] = {}
    last = "s6" if found.get("s6") else "s5"
    found[last], signature = without_ending(found.get(last, []), title.unit)
    for section in ("preamble", "s1", "s2", "s3", "s4", "s5", "s6"):
        prose = found.get(section, [])
        if section in _TABLE_SECTIONS:
            prose = _beside_table(prose, _TABLE_SECTIONS[section])
        texts[section] = "\n".join(joined(prose, printed_lines=printed_lines))
    texts["signature"] = "\n".join(signature)
    texts = {section: text for section, text in texts.items() if text}
    return texts, {section: numbers for section, numbers in spoken.items() if section in texts}


def _paragraphs(line: Line) -> list[str]:
    """Return the words of a line: a paragraph as it stands, cells one after the other."""
    if line.grid is None:
        return [line.cells[0] or ""]
    return [piece for word in line.words for piece in word.split("\n")]


def _beside_table(texts: list[str], table: str) -> list[str]:
    """Return what is prose beside a table; captions ("表三", "单位：件") and torn labels are not."""
    return [
        text
        for text in texts
        if len(plain(text)) >= 8
        and not plain(text).startswith(("单位:", "表"))
        and not all(is_piece(piece, table) for piece in re.split(r"\s+", text.strip()))
    ]
