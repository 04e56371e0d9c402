"""From an `Origin` to the places on printed pages and back, and to its words."""

from collections.abc import Iterator

from core.importers.extract import Box, Extract, Grid, Origin, Paragraph


def boxes_of(extract: Extract, origin: Origin) -> tuple[Box, ...]:
    """Return where on the pages something was read; nothing if the file does not tell."""
    return tuple(box for _, box in _boxed(extract, origin))


def origin_at(extract: Extract, page: int, x: float, y: float) -> Origin | None:
    """Return the paragraph or the cell printed at a point of a page, in points from its upper left corner."""
    for number, block in enumerate(extract.blocks):
        if isinstance(block, Paragraph) and block.box is not None and _holds(block.box, page, x, y):
            return Origin(number)
        if isinstance(block, Grid):
            for (row, column), box in block.boxes.items():
                if _holds(box, page, x, y):
                    return Origin(number, row, column)
    return None


def words_of(extract: Extract, origin: Origin) -> str:
    """Return the words at a place: cells of a row with tabs between them, rows and paragraphs as lines."""
    block = extract.blocks[origin.block] if origin.block < len(extract.blocks) else None
    if isinstance(block, Grid):
        rows = block.rows[origin.row : origin.row + origin.rows]
        if origin.column is None:
            return "\n".join("\t".join(cell or "" for cell in row) for row in rows)
        return "\n".join(row[origin.column] or "" for row in rows)
    some = extract.blocks[origin.block : origin.block + origin.rows]
    return "\n".join(one.text for one in some if isinstance(one, Paragraph))


def _boxed(extract: Extract, origin: Origin) -> Iterator[tuple[tuple[int, int], Box]]:
    block = extract.blocks[origin.block] if origin.block < len(extract.blocks) else None
    if isinstance(block, Grid):
        rows = range(origin.row, origin.row + origin.rows)
        for place, box in block.boxes.items():
            if place[0] in rows and origin.column in {None, place[1]}:
                yield place, box
        return
    for number in range(origin.block, min(origin.block + origin.rows, len(extract.blocks))):
        one = extract.blocks[number]
        if isinstance(one, Paragraph) and one.box is not None:
            yield (number, 0), one.box
        elif isinstance(one, Grid):
            yield from one.boxes.items()


def _holds(box: Box, page: int, x: float, y: float) -> bool:
    return box.page == page and box.left <= x <= box.right and box.top <= y <= box.bottom
