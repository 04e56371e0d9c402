"""From a value to its place in the file and back, for two views of one reading side by side."""

from collections.abc import Mapping

from core.importers.extract import Origin


def origin_of(origins: Mapping[str, Origin], where: str) -> Origin | None:
    """Return where a cell, row, text, "unit" or "year" was read: its own place, or that of its row; None if unknown."""
    if where in origins:
        return origins[where]
    if (row := where.rpartition(".")[0]) in origins:
        return origins[row]
    return next((origin for key, origin in origins.items() if key.startswith(f"{where}.")), None)


def place_at(origins: Mapping[str, Origin], chosen: Origin) -> str | None:
    """Return what was read at a place of the file: the closest fit, a cell before its row; None where nothing was."""
    fits = (
        (loose, -where.count("."), where)
        for where, origin in origins.items()
        if (loose := _looseness(origin, chosen)) is not None
    )
    best = min(fits, default=None)
    return None if best is None else best[2]


def _looseness(origin: Origin, chosen: Origin) -> int | None:
    """Return how far an origin is from saying exactly the chosen place; None where it does not take it in."""
    in_grid = origin.block == chosen.block and origin.row <= chosen.row < origin.row + origin.rows
    over_blocks = origin.column is None and origin.block < chosen.block < origin.block + origin.rows
    if not (in_grid or over_blocks):
        return None
    if origin.column == chosen.column:
        return origin.rows
    if origin.column is None:
        return 1000 + origin.rows
    return None if chosen.column is not None else 2000 + origin.column
