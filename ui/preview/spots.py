"""What of the report stands where on a page of the preview, and how it is called."""

from collections.abc import Sequence

from core.cells import CellId
from core.exporters.marks import Spot
from core.form.layout import Form
from core.summary import text_name
from ui.matrix.faces import short_name

_NAMES = {"title": "标题", "signature": "落款"}


def spot_at(spots: Sequence[Spot], page: int, x: float, y: float) -> Spot | None:
    """Return what stands at a point of a page, in points from its lower left corner; the smaller before the larger."""
    found = (
        spot
        for spot in spots
        if spot.page == page and spot.x <= x <= spot.x + spot.width and spot.y <= y <= spot.y + spot.height
    )
    return min(found, key=lambda spot: spot.width * spot.height, default=None)


def spots_of(spots: Sequence[Spot], target: str) -> list[int]:
    """Return which of the spots show a cell or a text, by their place in the list."""
    return [at for at, spot in enumerate(spots) if spot.target == target]


def words_of(form: Form, target: str) -> str:
    """Return how a spot is called: 三(一) 予以公开 · 自然人, or by the heading of its text."""
    cell = form.cells.get(CellId(target))
    if cell is not None:
        return f"{form.table(target.partition('.')[0]).name}　{short_name(cell)}"
    return _NAMES.get(target) or text_name(form, target)
