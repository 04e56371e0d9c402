"""What a reading process answers, to and from plain JSON values.

Never pickle: a reader that a hostile file took over could then run code in the program. Every value that comes back is
made by its own constructor and its type is looked at; what does not fit raises `ValueError` or `TypeError`.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import astuple, fields
from decimal import Decimal
from typing import Any, TypeVar

from core.cells import CellId, Entry, State
from core.errors import UserError
from core.importers.extract import Box, Extract, Grid, NeedsConversionError, Origin, Paragraph, Part, ScannedError
from core.importers.kinds import Kind
from core.importers.recogniser.collect import Doubt
from core.importers.recogniser.recognise import Recognised
from core.storage.project import report_from, report_values

Flat = TypeVar("Flat", Doubt, Origin)
Block = Paragraph | Grid | Part


def recognised_out(recognised: Recognised) -> dict[str, Any]:
    """Return what was recognised as values that JSON has."""
    return {
        "format": recognised.format,
        "report": report_values(recognised.report),
        "doubts": [astuple(doubt) for doubt in recognised.doubts],
        "found": sorted(recognised.found),
        "rows": sorted(recognised.rows),
        "extra": {cell: _entry_out(entry) for cell, entry in recognised.extra.items()},
        "extract": extract_out(recognised.extract),
        "origins": {name: astuple(origin) for name, origin in recognised.origins.items()},
    }


def recognised_in(content: Mapping[str, Any]) -> Recognised:
    """Return what was recognised from its values."""
    return Recognised(
        format=_word(content["format"]),
        report=report_from(content["report"]),
        doubts=tuple(_flat_in(Doubt, values) for values in content["doubts"]),
        found=frozenset(map(_word, content["found"])),
        rows=frozenset(map(_word, content["rows"])),
        extra={CellId(_word(cell)): _entry_in(entry) for cell, entry in content["extra"].items()},
        extract=extract_in(content["extract"]),
        origins={_word(name): _flat_in(Origin, values) for name, values in content["origins"].items()},
    )


def extract_out(extract: Extract) -> dict[str, Any]:
    """Return the content of a file as values that JSON has."""
    return {"blocks": [_block_out(block) for block in extract.blocks], "lines": extract.lines, "pages": extract.pages}


def extract_in(content: Mapping[str, Any]) -> Extract:
    """Return the content of a file from its values."""
    blocks = tuple(_BLOCKS[kind](*values) for kind, *values in content["blocks"])
    return Extract(blocks, bool(content["lines"]), _whole(content["pages"]))


def error_out(error: UserError) -> dict[str, Any]:
    """Return an error as values that JSON has."""
    content: dict[str, Any] = {"message": error.message, "hint": error.hint}
    if isinstance(error, ScannedError):
        content["pages"] = error.pages
    if isinstance(error, NeedsConversionError):
        content["convert"] = error.kind.value
    return content


def error_in(content: Mapping[str, Any]) -> UserError:
    """Return an error from its values, of the kind that it was."""
    message, hint = _word(content["message"]), _word(content["hint"])
    if "pages" in content:
        return ScannedError(message, hint, _whole(content["pages"]))
    if "convert" in content:
        return NeedsConversionError(message, hint, Kind(content["convert"]))
    return UserError(message, hint)


# ---------------------------------------------------------------- parts of what was recognised


def _entry_out(entry: Entry) -> list[Any]:
    return [entry.raw, entry.state.value, None if entry.value is None else str(entry.value), entry.tidied]


def _entry_in(values: Any) -> Entry:
    raw, state, value, tidied = values
    return Entry(_word(raw), State(state), None if value is None else Decimal(_word(value)), bool(tidied))


def _flat_in(kind: type[Flat], values: Any) -> Flat:
    """Return a dataclass that holds nothing but words and numbers; more or fewer than it has are refused."""
    if len(values) != len(fields(kind)) or not all(isinstance(value, str | int | None) for value in values):
        raise ValueError(kind)
    return kind(*values)


def _block_out(block: Block) -> list[Any]:
    if isinstance(block, Part):
        return ["part", block.name]
    if isinstance(block, Paragraph):
        return ["words", block.text, block.heading, None if block.box is None else _box_out(block.box)]
    boxes = [[row, column, _box_out(box)] for (row, column), box in block.boxes.items()]
    return ["grid", block.rows, block.name, boxes]


def _paragraph_in(text: Any, heading: Any, box: Any) -> Paragraph:
    return Paragraph(_word(text), bool(heading), None if box is None else _box_in(box))


def _grid_in(rows: Any, name: Any, boxes: Any) -> Grid:
    return Grid(
        tuple(tuple(map(_word_or_none, row)) for row in rows),
        _word(name),
        {(_whole(row), _whole(column)): _box_in(box) for row, column, box in boxes},
    )


def _part_in(name: Any) -> Part:
    return Part(_word(name))


_BLOCKS: Mapping[str, Callable[..., Block]] = {"words": _paragraph_in, "grid": _grid_in, "part": _part_in}


def _box_out(box: Box) -> list[float]:
    return [box.page, box.left, box.top, box.right, box.bottom]


def _box_in(values: Iterable[Any]) -> Box:
    page, *edges = values
    left, top, right, bottom = map(_measure, edges)
    return Box(_whole(page), left, top, right, bottom)


def _word(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _word_or_none(value: Any) -> str | None:
    return None if value is None else _word(value)


def _whole(value: Any) -> int:
    if type(value) is not int:
        raise TypeError(value)
    return value


def _measure(value: Any) -> float:
    if not isinstance(value, int | float):
        raise TypeError(value)
    return float(value)
