"""Cuts the lines of a file by the headings: which section each stands in, and what may be the flat text of a table."""

from collections.abc import Mapping

from core.form.layout import Form
from core.importers.recogniser.headings import Heading
from core.importers.recogniser.lines import Line
from core.importers.recogniser.words import key

_ANCHORS = (
    ("s2", ("第二十条第一项", "信息内容")),
    ("s3", ("本列数据的勾稽关系为", "申请人情况", "本年新收政府信息公开申请数量")),
    ("s4", ("行政复议行政诉讼", "结果维持", "未经复议直接起诉", "复议后起诉")),
)
"""Words with which the table of a section begins where no heading stands above it."""
_LONGEST_ANCHOR = 60  # characters of a line in which an anchor is looked for


def sections_of(lines: tuple[Line, ...], headings: Mapping[int, Heading]) -> dict[int, str]:
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


def flat_lines(
    lines: tuple[Line, ...], headings: Mapping[int, Heading], sections: Mapping[int, str], form: Form
) -> dict[str, tuple[Line, ...]]:
    """Return the lines outside of grids by the table whose flat text they may be."""
    flat: dict[str, list[Line]] = {table.id: [] for table in form.tables}
    tables = tables_of(form)
    context = ""  # the section whose table has begun
    for line in lines:
        section = sections[line.number]
        if line.number in headings or line.grid is not None:
            context = section if section in tables else "" if line.number in headings else context
            if line.number in headings or not (line.only and context == ""):
                continue
        if section == "" or section in tables:
            context = _begun(line, max(context, section), section) or context
        place = context if section == "" else max(section, context) if section in tables else ""
        if place and line.grid is None:
            flat[tables[place]].append(line)
    return {table: tuple(some) for table, some in flat.items() if some}


def _begun(line: Line, context: str, section: str) -> str:
    """Return the section whose table begins with a line; below a heading only one of a later section can."""
    words = key((line.only or "")[:_LONGEST_ANCHOR])
    begun = (place for place, anchors in _ANCHORS if words.startswith(anchors) and (section == "" or place > context))
    return next(begun, "")


def tables_of(form: Form) -> dict[str, str]:
    """Return the table of each section that has one."""
    return {section.id: section.table for section in form.sections if section.table}


def above_everything(lines: tuple[Line, ...], taken: set[int]) -> list[Line]:
    """Return the lines above the first heading and table of each part of the file, where titles stand."""
    first: dict[int, int] = {}
    for line in lines:
        if line.number in taken:
            first.setdefault(line.part, line.number)
    return [line for line in lines if line.number < first.get(line.part, len(lines))]
