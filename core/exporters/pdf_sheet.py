"""A sheet that goes with the report, as PDF on A4, to be printed, signed and put with it."""

from core.exporters.compose import balanced
from core.exporters.compose import compose as lines_of
from core.exporters.faces import ONE_AT_A_TIME, Faces
from core.exporters.fonts import Role
from core.exporters.ink import printed
from core.exporters.marks import Composed, frozen
from core.exporters.paper import WIDTH, Paper
from core.exporters.ruled import draw
from core.exporters.sheets import HEADING, HEADING_PITCH, SPACE, TITLE, TITLE_PITCH, Sheet, setting, spread

_ROLES = (Role.TITLE, Role.HEADING, Role.TABLE)


def write(sheet: Sheet) -> tuple[bytes, tuple[str, ...]]:
    """Return the file and what the clerk should know about it.

    Raises `UserError` where the machine has no Chinese font.
    """
    composed = compose(sheet)
    return printed(composed), composed.notes


def compose(sheet: Sheet) -> Composed:
    """Return the sheet on its pages, to be printed or shown; may be called from any thread.

    Raises `UserError` where the machine has no Chinese font.
    """
    with ONE_AT_A_TIME:
        paper = Paper(Faces())
        _draw(spread(sheet, paper), paper)
        pages = frozen(paper.finish(f"{sheet.footer}　— {{page}}/{{pages}} —"))
        return Composed(
            pages=pages,
            spots=(),
            notes=paper.faces.notes(_ROLES),
            title=sheet.title,
            author=sheet.unit,
            tags=tuple(paper.tags),
        )


def _draw(sheet: Sheet, paper: Paper) -> None:
    _title(sheet, paper)
    tables = setting(sheet, paper)
    for at, (table, ruled) in enumerate(zip(sheet.tables, tables, strict=True)):
        closing = at + 1 < len(tables) and sheet.tables[at + 1].closes
        tail = SPACE + tables[at + 1].height if closing else 0.0
        if table.heading:
            _heading(table.heading, ruled.opening(tail), paper)
        elif at:
            paper.y += SPACE
        draw(ruled, paper, tail)


def _title(sheet: Sheet, paper: Paper) -> None:
    bold, tag = paper.faces.chosen[Role.TITLE].embolden, paper.tag("Title")
    for words in sheet.title_lines:
        for line in lines_of(paper.faces.sorts(words, Role.TITLE, TITLE), WIDTH, justify=False):
            paper.write(line, TITLE, TITLE_PITCH, x=(WIDTH - line.width) / 2, bold=bold, tag=tag)
    paper.y += SPACE


def _heading(text: str, opening: float, paper: Paper) -> None:
    """Write a heading, which stays with the `opening` of its table."""
    paper.feed(SPACE + HEADING_PITCH + opening)
    paper.y += SPACE if paper.y else 0.0
    paper.bookmark(text)
    bold, tag = paper.faces.chosen[Role.HEADING].embolden, paper.tag("H1")
    for line in balanced(tuple(paper.faces.sorts(text, Role.HEADING, HEADING)), WIDTH):
        paper.write(line, HEADING, HEADING_PITCH, bold=bold, tag=tag)
