"""The way that Tab takes: through the parts of the window in the order in which they stand."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6 import QtCore
from PySide6.QtWidgets import QWidget


def follow(parts: Sequence[QWidget]) -> None:
    """Let Tab go from part to part, inside each in its own order. What is made late stands last otherwise."""
    chain = tuple(stops(parts[0])) if parts else ()
    ordered = [stop for part in parts for stop in chain if stop is part or part.isAncestorOf(stop)]
    for one, other in pairwise(ordered):
        QWidget.setTabOrder(one, other)


def next_stop(now: QWidget, *, forward: bool) -> QWidget | None:
    """Return where Tab goes from here, None where there is nothing else.

    Containers that hand the keyboard on to a part of theirs are passed by: Qt would go to that part too early.
    """
    widget: QWidget | None = now
    while widget is not None:
        widget = _neighbour(widget, forward=forward)
        if widget is now or widget is None:
            return None
        if (
            widget.focusPolicy() & QtCore.Qt.FocusPolicy.TabFocus
            and widget.focusProxy() is None
            and _is_at_hand(widget)
        ):
            return widget
    return None


def _neighbour(widget: QWidget, *, forward: bool) -> QWidget | None:
    """Return what stands beside a widget in Qt's chain.

    PySide takes what it returns there for a part of the widget: menus and actions would count as deleted together with
    any page they were walked past. Telling it the parent that is the parent already sets this right.
    """
    found = widget.nextInFocusChain() if forward else widget.previousInFocusChain()
    if found is not None:
        found.setParent(found.parentWidget())  # to Qt this says nothing new, and it does nothing
    return found


def _is_at_hand(widget: QWidget) -> bool:
    return widget.isVisible() and widget.isEnabled()


def stops(first: QWidget) -> Iterator[QWidget]:
    """Yield once round the window what can have the keyboard by Tab, hidden or not, beginning at a part of it."""
    widget: QWidget | None = first
    while widget is not None:
        if widget.focusPolicy() & QtCore.Qt.FocusPolicy.TabFocus:
            yield widget
        widget = _neighbour(widget, forward=True)
        if widget is first:
            return
