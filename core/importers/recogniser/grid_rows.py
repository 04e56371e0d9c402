"""One row of a grid: where its label ends, its numbers, and its values under their heads."""

from core.importers.recogniser.lines import Line
from core.importers.recogniser.readings import Reading, is_value


def by_heads(
    line: Line, columns: tuple[str, ...], places: dict[str, int], extra: frozenset[int], label: int
) -> Reading | None:
    """Return the values under their heads; None where the row does not stand as its heads do.

    Remarks in words beside the table, and columns that have a head of their own (`extra`), are no values of it.
    """
    if not all(column in places for column in columns) or label >= min(places[column] for column in columns):
        return None
    taken = {places[column] for column in columns}
    strays = [
        place
        for place, text in enumerate(line.cells)
        if text and text.strip() and label < place and place not in taken and place not in extra
    ]
    inner = [place for place in strays if min(taken) < place < max(taken)]
    if len(inner) > 1 or any(is_value(line.cells[place] or "") for place in strays if place not in inner):
        return None
    if line.cells[max(taken)] is None and all(cell is None for cell in line.cells[max(taken) :]):
        return None  # a row shorter than its heads
    covered = [column for column in columns if line.cells[places[column]] is None]
    reading = Reading({column: at(line, places[column]) for column in columns})
    return reading.doubted("这一行有合并的单元格，不知道数字属于哪一列") if covered else reading


def at(line: Line, place: int) -> str:
    """Return what stands at a place, without blanks around it."""
    return (line.cells[place] or "").strip()


def last_label(line: Line) -> int:
    """Return the last place before the first value."""
    for place, text in enumerate(line.cells):
        if text and text.strip() and is_value(text):
            return place - 1
    return len(line.cells) - 1


def numbers_in(line: Line, start: int = 0) -> list[str]:
    """Return the values of a row from a place on."""
    return [text for text in line.cells[start:] if text and text.strip() and is_value(text)]


def miscounted(wanted: int, tail: list[str]) -> str:
    """Say that a row has other than the wanted number of values."""
    return f"应有 {wanted} 个数，这里读到 {sum(map(bool, tail))} 个，对不上列，没有填入"
