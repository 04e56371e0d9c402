"""The shortest way for a hand over the cells that it has to type: which cell after which, and how it gets there."""

from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from core.cells import CellId

Steps = Mapping[CellId, Mapping[str, CellId]]
"""From each cell, where each key leads."""


@dataclass(frozen=True)
class Way:
    """How to come to a cell: by keys, or by a click."""

    keys: tuple[str, ...]
    by_click: bool = False

    @property
    def actions(self) -> int:
        return 1 if self.by_click else len(self.keys)


CLICK = Way((), by_click=True)


def ways(steps: Steps, start: CellId) -> dict[CellId, tuple[str, ...]]:
    """Return the fewest keys from a cell to every other."""
    found: dict[CellId, tuple[str, ...]] = {start: ()}
    waiting = deque([start])
    while waiting:
        cell = waiting.popleft()
        for key, target in steps[cell].items():
            if target not in found:
                found[target] = (*found[cell], key)
                waiting.append(target)
    return found


@dataclass(frozen=True)
class Hand:
    """What a hand can do in a table: keys, and clicks if it has a mouse."""

    steps: Steps
    has_mouse: bool

    def way(self, here: CellId, there: CellId) -> Way:
        keys = ways(self.steps, here)[there]
        return CLICK if self.has_mouse and len(keys) > 1 else Way(keys)

    def round(self, start: CellId, cells: Sequence[CellId]) -> list[tuple[CellId, Way]]:
        """Return the cells in an order of few actions, each with the way to it: the best of several improved orders."""
        costs = {here: {there: self.way(here, there).actions for there in cells} for here in (start, *cells)}

        def cost(order: Sequence[CellId]) -> int:
            return sum(costs[here][there] for here, there in pairwise((start, *order)))

        orders = (list(cells), sorted(cells, key=_column), _nearest(start, cells, costs))
        best = min((_improved(order, cost) for order in orders), key=cost)
        return [(there, self.way(here, there)) for here, there in pairwise((start, *best))]


def _column(cell: CellId) -> str:
    return cell.rsplit(".", 1)[1]


def _nearest(start: CellId, cells: Iterable[CellId], costs: Mapping[CellId, Mapping[CellId, int]]) -> list[CellId]:
    left, order, here = list(cells), list[CellId](), start
    while left:
        here = min(left, key=costs[here].__getitem__)
        left.remove(here)
        order.append(here)
    return order


def _improved(order: list[CellId], cost: Callable[[Sequence[CellId]], int]) -> list[CellId]:
    """Turn round and move pieces of an order as long as that saves anything."""
    best, spent = order, cost(order)
    while True:
        tried = min(_neighbours(best), key=cost, default=best)
        if cost(tried) >= spent:
            return best
        best, spent = tried, cost(tried)


def _neighbours(order: list[CellId]) -> list[list[CellId]]:
    found = []
    for i in range(len(order)):
        found += [order[:i] + order[i:j][::-1] + order[j:] for j in range(i + 2, len(order) + 1)]
        rest = order[:i] + order[i + 1 :]
        found += [[*rest[:k], order[i], *rest[k:]] for k in range(len(order)) if k != i]
    return found
