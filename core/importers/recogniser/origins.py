"""Where in the file each value was read, so that a person can look at both side by side.

The readings know the line of their row; the columns are found again by laying the values of the row along the cells of
that line. Blank cells and values that cannot be laid so unambiguously point to the whole row.
"""

from collections.abc import Iterator, Mapping, Sequence

from core.importers.extract import Origin
from core.importers.recogniser.lines import Line
from core.importers.recogniser.readings import Reading

_FARTHEST = 160  # lines behind its label in which a row of flat text may have its values


def origins_of_cells(lines: Sequence[Line], chosen: Mapping[str, Reading]) -> dict[str, Origin]:
    """Return the place of each row ("t3.granted") and cell ("t3.granted.total"), by the readings of the rows."""
    origins: dict[str, Origin] = {}
    for at, rows in _by_line(chosen).items():
        line = lines[at]
        origins |= {where: _of_line(line) for where in rows}
        cells = [(f"{where}.{column}", text.strip()) for where in rows for column, text in chosen[where].cells.items()]
        texts = [text for _, text in cells]
        along = _along(line, texts) if line.grid is not None else None
        if along is not None:
            places = [Origin(line.block, line.row, place) for place in along]
        else:
            places = list(_behind(lines, at, texts))
        origins |= {cell: place for (cell, _), place in zip(cells, places, strict=True)}
    return origins


def origin_of_lines(lines: Sequence[Line], numbers: Sequence[int]) -> Origin | None:
    """Return the place of some lines that follow each other, such as a paragraph of prose or a title."""
    if not numbers:
        return None
    first, last = lines[min(numbers)], lines[max(numbers)]
    if first.block == last.block:
        return Origin(first.block, first.row, None, last.row - first.row + 1)
    return Origin(first.block, first.row, None, last.block - first.block + 1)


def _by_line(chosen: Mapping[str, Reading]) -> dict[int, list[str]]:
    """Return the rows by the line they were read from; table 4 has its three groups in one."""
    rows: dict[int, list[str]] = {}
    for where, reading in chosen.items():
        if reading.at is not None:
            rows.setdefault(reading.at, []).append(where)
    return rows


def _of_line(line: Line) -> Origin:
    return Origin(line.block, line.row)


def _along(line: Line, texts: Sequence[str]) -> list[int] | None:
    """Return the grid columns in which the values stand one beside the other; the last such run, behind the label."""
    cells = [(place, cell.strip()) for place, cell in enumerate(line.cells) if cell is not None]
    if not any(texts):
        return None
    words, wanted, size = [cell for _, cell in cells], list(texts), len(texts)
    for start in range(len(cells) - size, -1, -1):
        if words[start : start + size] == wanted:
            return [place for place, _ in cells[start : start + size]]
    return None


def _behind(lines: Sequence[Line], at: int, texts: Sequence[str]) -> Iterator[Origin]:
    """Yield the place of each value going on from the line of the label: its cell, or its line in flat text."""
    number, place, most = at, -1, min(at + _FARTHEST, len(lines) - 1)
    for text in texts:
        found = _next(lines, number, place, most, text) if text else None
        if found is None:
            yield _of_line(lines[at])
            continue
        number, place = found
        yield Origin(lines[number].block, lines[number].row, place if lines[number].grid is not None else None)


def _next(lines: Sequence[Line], number: int, place: int, most: int, text: str) -> tuple[int, int] | None:
    """Return the line and the place in it of the next piece that reads so, behind the given one."""
    while number <= most:
        pieces = _pieces(lines[number])
        for position in range(place + 1, len(pieces)):
            if pieces[position] == text:
                return number, position
        number, place = number + 1, -1
    return None


def _pieces(line: Line) -> list[str]:
    if line.grid is not None:
        return [(cell or "").strip() for cell in line.cells]
    return (line.cells[0] or "").replace("|", " ").split()
