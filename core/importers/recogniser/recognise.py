"""Turns what a reader gives into a report: labels first, positions last and only with a doubt (domain.md E.6)."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from core.cells import CellId, Entry
from core.errors import UserError
from core.form import F2019, F2021
from core.form.layout import Form
from core.importers.extract import Extract, Origin, Part
from core.importers.recogniser.collect import Doubt, Tables, collect
from core.importers.recogniser.grids import GridReader
from core.importers.recogniser.headings import Heading, find_headings
from core.importers.recogniser.labels import is_piece
from core.importers.recogniser.lines import Line, grid_names, lines_of
from core.importers.recogniser.origins import origin_of_lines, origins_of_cells
from core.importers.recogniser.proofs import agrees, is_proved
from core.importers.recogniser.sections import above_everything, flat_lines, sections_of
from core.importers.recogniser.stream import StreamReader
from core.importers.recogniser.texts import texts_of
from core.importers.recogniser.title import Title, find_title, unit_signing, year_in_prose
from core.importers.recogniser.which_form import form_supposed, form_told
from core.importers.recogniser.words import plain
from core.report import Report

__all__ = ["Doubt", "Recognised", "recognise"]

_BELOW_TABLES = ("s5", "s6")
_SUBHEADING = re.compile(r"[(（][一二三四五六七八九十]+[)）]")
_STRAYED = re.compile(r"\d[\d.,]*")  # a number by itself, out of its table
_LONGEST_PIECE = 4  # characters
_FEWEST_HEADINGS = 2  # that make a text without tables a report


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

    Half of a report is one too: a single table, or the text without the tables. UserError: the file holds neither.
    """
    lines = lines_of(extract)
    form = form_told(lines)
    recognised = _recognised(lines, extract, form or F2021, told=form is not None)
    if form is None and form_supposed(recognised.report.year, recognised.rows) is F2019:
        return _recognised(lines, extract, F2019, told=False)
    return recognised


def _recognised(lines: tuple[Line, ...], extract: Extract, form: Form, *, told: bool) -> Recognised:
    """Return what the lines say of a report in a form; `told` if labels of its table 2 stand in them."""
    headings, contents = find_headings(lines)
    sections = sections_of(lines, headings)
    tables, used = _read_tables(lines, headings, sections, extract, form)
    above = [line for line in above_everything(lines, {*headings, *used}) if line.number not in contents]
    title = find_title(lines, above)
    texts, spoken = texts_of(lines, headings, sections, used | contents, title, form=form, printed_lines=extract.lines)
    if not tables.found and not told and not _is_text_of_a_report(headings, title, texts):
        raise UserError(
            "文件里没有找到年报的表格（主动公开、依申请公开、复议诉讼三张表）。",
            "请确认选的是政府信息公开工作年度报告；表格如果是图片，请对照原件手工填写。",
        )
    year = title.year or year_in_prose(texts)
    unit = title.unit or unit_signing(texts)
    report = Report(
        form,
        unit,
        year,
        typed=tables.typed,
        printed=tables.printed,
        texts=texts,
        headings=_printed(title, headings, extract),
    )
    doubts = (*tables.doubts, *_about_head(title, unit, year))
    origins = origins_of_cells(lines, tables.chosen)
    spoken |= {"unit": sorted(title.lines), "year": sorted(title.lines)}
    origins |= {name: place for name, numbers in spoken.items() if (place := origin_of_lines(lines, numbers))}
    return Recognised(form.id, report, doubts, tables.found, tables.rows, tables.extra, extract, origins)


def _printed(title: Title, headings: Mapping[int, Heading], extract: Extract) -> dict[str, str]:
    """Return the words of the titles and of the first heading of each section, in the order of the file.

    Worksheets have no order and often no headings, so theirs are not told.
    """
    words = {"title": title.text} if title.text else {}
    if not any(isinstance(block, Part) for block in extract.blocks):
        for _, heading in sorted(headings.items()):
            if heading.section != "preamble":
                words.setdefault(heading.section, heading.words)
    return words


def _is_text_of_a_report(headings: Mapping[int, Heading], title: Title, texts: Mapping[str, str]) -> bool:
    """Whether a text without tables is a report all the same: by its headings, or by title and preamble."""
    numbered = {heading.section for heading in headings.values()} - {"preamble"}
    written = any(texts.get(section) for section in numbered)
    return (len(numbered) >= _FEWEST_HEADINGS and written) or bool(title.text and texts.get("preamble"))


def _about_head(title: Title, unit: str, year: int | None) -> Iterator[Doubt]:
    """Yield doubts about "unit" and "year" where no title tells them."""
    if not unit:
        yield Doubt("unit", "", "没有找到单位名称，请填写。")
    elif not title.unit:
        yield Doubt("unit", unit, f"标题里没有单位名称，按落款填入“{unit}”，请核对。")
    if year is None:
        yield Doubt("year", "", "没有找到报告年度，请填写。")
    elif title.year is None:
        yield Doubt("year", str(year), f"标题里没有年份，按正文里的“{year}年”填入，请核对。")


def _read_tables(
    lines: tuple[Line, ...], headings: Mapping[int, Heading], sections: Mapping[int, str], extract: Extract, form: Form
) -> tuple[Tables, set[int]]:
    grids = GridReader(form)
    for line in lines:
        if line.grid is not None and line.number not in headings and not _is_prose(line, sections):
            grids.feed(line)
    grids.finish()
    readings = list(grids.readings)
    used = set(grids.used)
    heads = {table: set(seen) for table, seen in grids.heads.named.items()}
    torn: set[str] = set()
    unproved: set[str] = set()
    streams = [StreamReader(table, flat, form) for table, flat in flat_lines(lines, headings, sections, form).items()]
    for stream in streams:
        stream.read()
    from_page = any(stream.torn for stream in streams)
    used |= {line.number for line in lines if from_page and _is_strayed(line, sections, form)}
    for stream in streams:
        table = stream.table
        readings += stream.readings
        if stream.readings and not _is_sure(stream, extract, form, from_page=from_page):
            unproved.add(table)
        used |= stream.used
        heads[table] |= stream.heads
        torn |= {table} if stream.all_heads_torn else set()
    names = grid_names(extract)
    strangers = [(table, line.words, names.get(line.grid or 0, "")) for line, table in grids.strangers]
    return collect(readings, heads, torn, strangers, form, unproved=unproved), used


def _is_prose(line: Line, sections: Mapping[int, str]) -> bool:
    """Whether a row of a worksheet is a sub-heading below the tables: "（二）其他" names no row or column there."""
    return sections[line.number] in _BELOW_TABLES and _SUBHEADING.match(plain(line.only or "")) is not None


def _is_strayed(line: Line, sections: Mapping[int, str], form: Form) -> bool:
    """Whether a line is a number, or below the tables a piece of a head of table 4, that left its table in a copy."""
    words = plain(line.only or "")
    piece = sections[line.number] in _BELOW_TABLES and 2 <= len(words) <= _LONGEST_PIECE
    return _STRAYED.fullmatch(words) is not None or (piece and is_piece(words, "t4", form))


def _is_sure(stream: StreamReader, extract: Extract, form: Form, *, from_page: bool) -> bool:
    """Whether the values of a flat table stand where they belong; text with whole labels kept its order too."""
    if extract.pages:
        return is_proved(stream.table, stream.lines, stream.readings, form)
    return not from_page or agrees(stream.table, stream.readings, form)
