"""Selecting what belongs together: lines, columns, printed groups, the terms of a sum and the sums over a term."""

from collections.abc import Callable

from core.cells import CellId
from ui.matrix import paths
from ui.matrix.equations import equations_for
from ui.matrix.view import MatrixView

NO_SUMS = "没有合计用到这一格"


class Selecting:
    """The commands that only move the selection. `say` has words for the status line."""

    def __init__(self, view: MatrixView, say: Callable[[str], None]) -> None:
        self.view, self._say = view, say

    def line(self) -> None:
        """Select the line of the current cell."""
        self.view.choose(paths.line_of(self.view.grid, self.view.current))

    def column(self) -> None:
        """Select the column of the current cell."""
        self.view.choose(paths.column_of(self.view.grid, self.view.current))

    def more(self) -> None:
        """Select the printed group around the current cell; where it is selected already, everything (Ctrl+A)."""
        block = paths.block_of(self.view.grid, self.view.current)
        if len(block) == 1 or set(block) <= set(self.view.chosen()):
            self.view.select_all()
        else:
            self.view.choose(block)

    def terms(self) -> None:
        """Go to the cells that a sum is made of; of a typed cell, select the equations it stands in one by one."""
        terms = paths.terms_of(self.view.source.table, self.view.current)
        if terms:
            self._go_to(terms)
            return
        chosen = set(self.view.chosen())
        told = equations_for(self.view.source.table, self.view.current)
        sets = [set(equation.cells) for equation in told]
        if sets:
            at = sets.index(chosen) if chosen in sets else -1
            self.view.choose(told[(at + 1) % len(told)].cells)

    def sums(self) -> None:
        """Go to the sums that the current cell is a term of."""
        sums = paths.sums_over(self.view.source.table, self.view.current)
        if sums:
            self._go_to(sums)
        else:
            self._say(NO_SUMS)

    def _go_to(self, cells: tuple[CellId, ...]) -> None:
        """Stand on the first of some cells, all of them selected: Enter and Tab then lead through them."""
        self.view.go(cells[0])
        self.view.choose(cells)
