"""The 图解 on its page, A4 upright: title, years, the flow of requests, and the charts in their groups."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.exporters import draft
from core.exporters.faces import ONE_AT_A_TIME, Faces
from core.exporters.fonts import Role
from core.exporters.marks import ARTIFACT, Composed
from core.exporters.paper import PAGE_HEIGHT, PAGE_WIDTH
from core.exporters.picture import blocks
from core.exporters.picture.blocks import Block
from core.exporters.picture.charts import BEFORE, EDGE, INK, LEAST_ROW, LINE, NOW, SOFT
from core.exporters.picture.contents import Figures, Flow, figures
from core.exporters.picture.figures import Group, Remark
from core.exporters.picture.sheet import LEADING, LOWEST, MARGIN, TOP, WIDTH, Sheet
from core.exporters.titles import broken
from core.report import Report

_TITLE, _HEADING, _PLAIN, _SMALL, _NOTE = 20.0, 12.0, 10.5, 9.0, 7.5
_BIG = 23.0  # the numbers of the flow
_GUTTER, _GAP = 18.0, 7.0  # between charts beside and below one another
_TALLEST, _MOST_AIR = 34.0, 20.0  # points: a row of a chart; what more stands above a group where there is little
_PANEL = "#eef2f7"
_FOOT_ALONE = "数字均取自本报告各表。"
_FOOT = "数字均取自本报告各表；没有填的不画条，也不当作0。"
_UNEVEN = "有的数相差悬殊，最短的条只表示有，长短以数字为准。"


@dataclass(frozen=True, slots=True)
class _Band:
    """A group that was measured."""

    group: Group
    blocks: tuple[Block, ...]
    column: float

    def height(self, row: float) -> float:
        """Return how high the charts are below the heading."""
        if self.group.instead:
            return _PLAIN * LEADING + _NOTE * LEADING + _GAP
        remark = _SMALL * LEADING + _GAP if self.group.remark else 0.0
        return max(each.height(row) for each in self.blocks) + remark


def compose(report: Report) -> Composed:
    """Return the page, to be printed or shown; may be called from any thread.

    Raises `UserError` where the machine has no Chinese font.
    """
    with ONE_AT_A_TIME:
        shown = figures(report)
        sheet = Sheet(Faces())
        _set(shown, sheet)
        if report.final is None:
            right = PAGE_WIDTH - MARGIN
            sheet.marks.append(draft.mark(sheet.faces, MARGIN, right, PAGE_HEIGHT - TOP + 6.0, outer_right=True))
        name = shown.unit + shown.title
        return Composed(
            (tuple(sheet.marks),),
            sheet.spots,
            sheet.faces.notes((Role.TITLE, Role.HEADING)),
            name,
            shown.unit,
            tuple(sheet.tags),
            report.final.day if report.final else "",
        )


def _set(shown: Figures, sheet: Sheet) -> None:
    y = _head(shown, sheet)
    if shown.flow:
        y = _flow(shown.flow, shown.before, y, sheet)
    bands = [_band(group, sheet) for group in shown.groups]
    room = LOWEST - y - _NOTE * LEADING
    row = _row(bands, room)
    air = min((room - _height(bands, row)) / len(bands), _MOST_AIR)
    for band in bands:
        y = _draw(band, y + max(air, 0.0), row, sheet)
    uneven = any(each.is_uneven for band in bands for each in band.blocks)
    foot = _FOOT if any(group.charts for group in shown.groups) else _FOOT_ALONE
    sheet.put(
        foot + (_UNEVEN if uneven else ""), MARGIN, LOWEST - _NOTE * LEADING, _NOTE, tag=sheet.tag("P"), colour=SOFT
    )


# ---------------------------------------------------------------- what stands above the charts


def _head(shown: Figures, sheet: Sheet) -> float:
    """Set the title and the names of the years; return where they end."""
    y, tag = TOP, sheet.tag("Title")
    for words in (*broken(shown.unit), *broken(shown.title)):
        lines = sheet.lines(words, _TITLE, WIDTH, Role.TITLE)
        y = sheet.write(lines, MARGIN, y, _TITLE, tag=tag, role=Role.TITLE, centred=WIDTH)
    y += _GAP
    sheet.area(MARGIN, y, WIDTH, 1.2, fill=NOW)
    y += _GAP
    return _legend(shown, y, sheet) if any(group.charts for group in shown.groups) else y


def _legend(shown: Figures, y: float, sheet: Sheet) -> float:
    tag, x, side = sheet.tag("P"), MARGIN, _SMALL - 1
    years = ((shown.now, NOW, ""), (shown.before, BEFORE, EDGE)) if shown.before else ((shown.now, NOW, ""),)
    for name, fill, edge in years:
        sheet.area(x, y + 2.5, side, side, fill=fill, edge=edge)
        sheet.put(name, x + side + 4, y, _SMALL, tag=tag, colour=INK)
        x += side + 4 + sheet.width(name, _SMALL) + 14
    if not shown.before:
        sheet.put("没有上年的年报对照，只画本年的数。", x, y, _SMALL, tag=tag, colour=SOFT)
    sheet.put("单位：件；收费金额为万元", MARGIN + WIDTH, y, _SMALL, tag=tag, colour=SOFT, share=1.0)
    return y + _SMALL * LEADING + _GAP


def _flow(flow: Flow, before: str, y: float, sheet: Sheet) -> float:
    """Set what came in and what went out as large numbers; return where they end."""
    high = (_SMALL + _BIG + (_SMALL if before else 0)) * LEADING + 2 * _GAP
    sheet.area(MARGIN, y, WIDTH, high, fill=_PANEL)
    each = WIDTH / len(flow.bars)
    for at, bar in enumerate(flow.bars):
        middle, top, tag = MARGIN + (at + 0.5) * each, y + _GAP, sheet.tag("P")
        sheet.put(bar.label, middle, top, _SMALL, tag=tag, colour=INK, share=0.5)
        top += _SMALL * LEADING
        size = sheet.fitted(bar.now.words, _BIG, each - 24) if bar.now.value is not None else _PLAIN
        shift = (_BIG - size) * LEADING / 2
        sheet.put(bar.now.words, middle, top + shift, size, tag=tag, colour=NOW, share=0.5)
        if bar.before:
            said = f"{before} {bar.before.words}"
            size = sheet.fitted(said, _SMALL, each - 8)
            sheet.put(said, middle, top + _BIG * LEADING, size, tag=tag, colour=SOFT, share=0.5)
        sheet.spot((middle - each / 2, y, each, high), bar.places)
    for at, sign in enumerate(flow.signs, start=1):
        sheet.put(sign, MARGIN + at * each, y + _GAP + _SMALL * LEADING + 6, 14.0, tag=ARTIFACT, colour=SOFT, share=0.5)
    sheet.put(flow.source, MARGIN, y + high + 2, _NOTE, tag=sheet.tag("P"), colour=SOFT)
    return y + high + 2 + _NOTE * LEADING + _GAP


# ---------------------------------------------------------------- the groups of charts


def _band(group: Group, sheet: Sheet) -> _Band:
    """Measure a group."""
    columns = max(len(group.charts), 1)
    width = (WIDTH - (columns - 1) * _GUTTER) / columns
    return _Band(group, blocks.measured(group.charts, width, sheet), width)


def _row(bands: Sequence[_Band], room: float) -> float:
    """Return how high the rows of all charts can be."""
    row = _TALLEST
    while row > LEAST_ROW and _height(bands, row) > room:
        row -= 0.25
    return row


def _height(bands: Sequence[_Band], row: float) -> float:
    return sum(_HEADING * LEADING + 2 * _GAP + band.height(row) for band in bands)


def _draw(band: _Band, y: float, row: float, sheet: Sheet) -> float:
    """Set a group under its heading; return where it ends."""
    sheet.area(MARGIN, y + 3.5, 3.5, _HEADING * LEADING - 6, fill=NOW)
    size = sheet.fitted(band.group.heading, _HEADING, WIDTH - 9)
    sheet.put(band.group.heading, MARGIN + 9, y, size, tag=sheet.tag("H1"), colour=INK)
    y += _HEADING * LEADING
    sheet.area(MARGIN, y, WIDTH, 0.5, fill=LINE)
    y += _GAP
    if band.group.instead:
        _say(band.group, y, sheet)
    for at, each in enumerate(band.blocks):
        blocks.draw(each, MARGIN + at * (band.column + _GUTTER), y, row, sheet)
    if band.group.remark:
        _remark(band.group.remark, y + band.height(row) - _SMALL * LEADING, sheet)
    return y + band.height(row) + _GAP


def _say(group: Group, y: float, sheet: Sheet) -> None:
    lines = sheet.lines(group.instead, _PLAIN, WIDTH)
    y = sheet.write(lines, MARGIN, y, _PLAIN, tag=sheet.tag("P"))
    sheet.put(group.source, MARGIN, y, _NOTE, tag=sheet.tag("P"), colour=SOFT)


def _remark(remark: Remark, y: float, sheet: Sheet) -> None:
    tag = sheet.tag("P")
    size = sheet.fitted(remark.words, _SMALL, WIDTH - sheet.width(remark.source, _NOTE) - _GUTTER)
    sheet.put(remark.words, MARGIN, y, size, tag=tag, colour=INK)
    sheet.put(remark.source, MARGIN + WIDTH, y + _SMALL - _NOTE, _NOTE, tag=tag, colour=SOFT, share=1.0)
    sheet.spot((MARGIN, y, WIDTH, _SMALL * LEADING), remark.bar.places)
