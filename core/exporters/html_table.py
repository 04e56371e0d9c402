"""A printed grid as an HTML table: rows, spans and widths exactly as on the form."""

from collections.abc import Iterator

from core.exporters.html_words import words
from core.exporters.pages import Grid, Place
from core.form.layout import Role, Table

_TABLE = "border-collapse:collapse;width:100%;border:1px solid #000;font-size:14px;line-height:1.5;margin:8px 0 16px"
_CELL = "border:1px solid #000;text-indent:0;font-weight:normal"
_SIDE_PADS = {"left": "padding:4px 6px", "center": "padding:4px 1px"}
_SHORT = 8
"""Characters; row labels are centred where none of the table is longer."""

_NARROW, _PAIRED = 0.08, (4, 6)
"""Share of the width of a column whose head of so many characters stands in pairs: 结果 / 维持 (domain.md F.3)."""

_SCOPES = {Role.HEAD: "col", Role.CAPTION: "colgroup", Role.ROW: "row", Role.GROUP: "rowgroup"}


def table(grid: Grid) -> str:
    """Return the table; the rows that name columns stand in its head, so that they are repeated on paper."""
    rows = list(_rows(grid))
    head = grid.table.head_rows
    begun = f"<thead>\n{''.join(rows[:head])}</thead>\n" if head else ""
    return (
        f'<table border="1" cellspacing="0" cellpadding="2" width="100%" style="{_TABLE}">\n'
        f"{begun}<tbody>\n{''.join(rows[head:])}</tbody>\n</table>"
    )


def _rows(grid: Grid) -> Iterator[str]:
    known: set[int] = set()  # columns whose width was told
    is_short = all(len(place.text) <= _SHORT for place in grid.places if place.role is Role.ROW)
    side = "center" if is_short else "left"
    places = sorted(grid.places, key=lambda place: (place.span.row, place.span.column))
    for row in range(grid.table.grid_rows):
        cells = (_cell(place, grid.table, known, side) for place in places if place.span.row == row)
        yield f"<tr>{''.join(cells)}</tr>\n"


def _cell(place: Place, table: Table, known: set[int], side: str) -> str:
    span = place.span
    told = "".join(
        f' {name}="{value}"'
        for name, value in (
            ("scope", _SCOPES[place.role] if place.role else ""),
            ("rowspan", span.rows if span.rows > 1 else ""),
            ("colspan", span.columns if span.columns > 1 else ""),
            ("width", _width(place, table, known)),
        )
        if value
    )
    tag = "th" if place.role else "td"
    side = side if place.role is Role.ROW else "center"
    return f'<{tag}{told} style="{_CELL};{_SIDE_PADS[side]};text-align:{side}">{_shown(place, table)}</{tag}>'


def _shown(place: Place, table: Table) -> str:
    if place.role is Role.HEAD and len(place.text) in _PAIRED and _share(place, table) < _NARROW:
        return "<br>".join(words(place.text[at : at + 2]) for at in range(0, len(place.text), 2))
    number, close, name = place.text.partition("）")
    if place.role is Role.GROUP and close and name and not place.upright:
        return f"{words(number + close)}<br>{words(name)}"  # no line of one character: （三）不予公 / 开
    return words(place.text)


def _width(place: Place, table: Table, known: set[int]) -> str:
    """Return the width of the first cell that stands in one column alone, in per cent of the table."""
    column = place.span.column
    if place.span.columns > 1 or column in known:
        return ""
    known.add(column)
    return f"{100 * _share(place, table):.4g}%"


def _share(place: Place, table: Table) -> float:
    first = place.span.column
    return sum(table.widths[first : first + place.span.columns]) / sum(table.widths)
