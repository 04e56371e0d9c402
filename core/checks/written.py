"""The equations of a form brought to the cells that somebody wrote: typed cells and printed totals.

A computed total stands for its terms, so that what fails always fails by a cell that can be put right.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from core.cells import CellId
from core.form.layout import Equation, Form
from core.report import Report


@dataclass(frozen=True, slots=True)
class Line:
    """An equation over written cells, all of them numbers: Σ weight · value = residual, 0 where it holds.

    `place` is the same for the same equation from keystroke to keystroke.
    """

    equation: Equation
    weights: Mapping[CellId, int]
    residual: Decimal
    place: int


def lines(report: Report) -> tuple[Line, ...]:
    """The equations that can be judged, over written cells only, those that hold by computation left out."""
    values = {cell: value for cell, _, value in report.written_numbers}
    return tuple(
        Line(
            sides.equation,
            sides.weights,
            sum([values[cell] for cell in sides.left], Decimal())
            - sum([values[cell] for cell in sides.right], Decimal()),
            place,
        )
        for place, sides in enumerate(_written_sides(report.form, frozenset(report.printed)))
        if values.keys() >= sides.weights.keys()
    )


@lru_cache(maxsize=64)
def lines_through(form: Form, printed: frozenset[CellId]) -> Mapping[CellId, tuple[tuple[int, int], ...]]:
    """Return for each written cell the places of the lines it stands in, with its weight there."""
    through: dict[CellId, list[tuple[int, int]]] = {}
    for place, sides in enumerate(_written_sides(form, printed)):
        for cell, weight in sides.weights.items():
            through.setdefault(cell, []).append((place, weight))
    return {cell: tuple(reached) for cell, reached in through.items()}


@dataclass(frozen=True, slots=True)
class _Sides:
    """An equation over written cells: those of each side, and the weight of each cell in left minus right."""

    equation: Equation
    left: tuple[CellId, ...]
    right: tuple[CellId, ...]
    weights: Mapping[CellId, int]


@lru_cache(maxsize=64)
def _written_sides(form: Form, printed: frozenset[CellId]) -> tuple[_Sides, ...]:
    """Each equation that can fail, over written cells. The same from keystroke to keystroke."""
    terms = {cell: below for cell, below in form.filling if cell not in printed}

    def written(cell: CellId) -> Iterator[CellId]:
        if cell in terms:
            for term in terms[cell]:
                yield from written(term)
        else:
            yield cell

    weighed = []
    for equation in form.equations:
        if equation.fills in printed or (equation.fills is None and not _repeats_others(equation, terms)):
            left = Counter(cell for term in equation.left for cell in written(term))
            left.subtract(cell for term in equation.right for cell in written(term))
            weights = {cell: weight for cell, weight in left.items() if weight}
            weighed.append(_Sides(equation, tuple((+left).elements()), tuple((-left).elements()), weights))
    return tuple(weighed)


def _repeats_others(equation: Equation, computed: Mapping[CellId, object]) -> bool:
    """Whether every cell is computed here: the total column then says what its six columns say."""
    return all(cell in computed for cell in equation.cells)
