"""The way that Tab takes: through the parts of the window in the order in which they stand."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def follow(parts: Sequence[QWidget]) -> None:
    """Let Tab go from part to part, inside each in its own order. What is made late stands last otherwise."""
    chain = tuple(stops(parts[0])) if parts else ()
    ordered = [stop for part in parts for stop in chain if stop is part or part.isAncestorOf(stop)]
    for one, other in pairwise(ordered):
        QWidget.setTabOrder(one, other)


def stops(first: QWidget) -> Iterator[QWidget]:
    """Yield once round the window what can have the keyboard by Tab, hidden or not, beginning at a part of it."""
    widget: QWidget | None = first
    while widget is not None:
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield widget
        widget = widget.nextInFocusChain()
        if widget is first:
            return
