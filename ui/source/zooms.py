"""Sizes that a view can be shown in."""


def next_zoom(zooms: tuple[float, ...], now: float, turn: int) -> float:
    """Return the next larger size after a turn of the wheel away from the hand, else the next smaller one."""
    further = [zoom for zoom in zooms if zoom > now] if turn > 0 else [zoom for zoom in reversed(zooms) if zoom < now]
    return further[0] if further else now
