"""The sheet that is worked on: which cell is current, what is lit up, framed and tied together by lines.

Going there, selecting and typing are added by `ui.matrix.view`.
"""

from PySide6.QtCore import QItemSelection, QRect, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from core.cells import CellId
from core.form.lattice import lattice
from ui.matrix import overlay, paths
from ui.matrix.delegate import Keys
from ui.matrix.equations import equations_for
from ui.matrix.model import TableModel
from ui.matrix.paper import Paper
from ui.matrix.traces import Trace, traces_for

FLASH_MS = 700


class Sheet(Paper):
    """Draws, over the picture of a table, what comes and goes."""

    def __init__(self, model: TableModel, keys: Keys, parent: QWidget | None = None) -> None:
        super().__init__(model, keys, parent)
        self.grid = lattice(model.table)
        self.current: CellId = self.grid.rows[0][0]
        self.framed: tuple[CellId, ...] = ()  # what was copied, in a dashed frame
        self.traces_shown = True
        self._flashing: CellId | None = None
        self._equations = {cell.id: equations_for(model.table, cell.id) for cell in model.table.cells}
        self._selected: tuple[CellId, ...] = ()
        self.light(model.table.spans[self.current])

    def lines_in_view(self) -> int:
        """How many lines of the table show at once."""
        return max(self.viewport().height() // max(self.rowHeight(0), 1) - 1, 1)

    def is_open(self, cell: CellId) -> bool:
        """Whether a cell takes typing: none does in a final report."""
        return self.is_stop(cell) and not self.source.session.is_frozen

    def is_stop(self, cell: CellId) -> bool:
        """Whether Enter and Tab stop at a cell: at those that somebody fills in."""
        return not self.source.session.report.form.cells[cell].computed

    def flash(self, cell: CellId) -> None:
        """Light a cell up for a moment, for eyes that were elsewhere."""
        self._flashing = cell
        self.viewport().update()
        QTimer.singleShot(FLASH_MS, self, self._end_flash)

    def _end_flash(self) -> None:
        self._flashing = None
        self.viewport().update()

    def frame(self, cells: tuple[CellId, ...]) -> None:
        """Show which cells were copied; none takes the frame away."""
        if cells != self.framed:
            self.framed = cells
            self.viewport().update()

    def show_traces(self, *, shown: bool) -> None:
        """Show or hide the lines between cells that are summed or weighed against each other."""
        self.traces_shown = shown
        self.viewport().update()

    @property
    def traces(self) -> tuple[Trace, ...]:
        """What lines tie together now."""
        if not self.traces_shown:
            return ()
        return traces_for(self.source.session.report, self._equations[self.current], self.current)

    def _show_current(self, cell: CellId) -> None:
        """Draw another cell as the current one."""
        self.current = cell
        self.light(self.source.table.spans[cell])

    def _repaint_around(self, cell: CellId) -> None:
        self.viewport().update(self.visualRect(self.source.index_of(cell)).adjusted(-2, -2, 2, 2))

    @property
    def _bands(self) -> tuple[tuple[CellId, CellId], tuple[CellId, CellId]]:
        """First and last cell of the row, and of the part of the column that no caption or head cuts off."""
        line, column = paths.line_of(self.grid, self.current), paths.column_of(self.grid, self.current)
        first = last = column.index(self.current)
        while first and self._meet(column[first - 1], column[first]):
            first -= 1
        while last + 1 < len(column) and self._meet(column[last], column[last + 1]):
            last += 1
        return (line[0], line[-1]), (column[first], column[last])

    def _meet(self, upper: CellId, lower: CellId) -> bool:
        """Whether one cell stands right below another."""
        spans = self.source.table.spans
        return spans[upper].row + spans[upper].rows == spans[lower].row

    # ------------------------------------------------------------ drawing

    def _paint_frames(self, painter: QPainter, part: QRect) -> None:
        """Paint what comes and goes; what lies outside the part is not even thought of."""
        colours, current = self.delegate.colours, self._rect_of((self.current,))
        if not self.delegate.is_stark:
            row, column = (self._rect_of(band) for band in self._bands)
            overlay.paint_bands(painter, row, column, current, colours)
        if len(self._selected) > 1:
            for cell in self._selected:
                if cell != self.current and (place := self._rect_of((cell,))).intersects(part):
                    self.delegate.paint_face(painter, place, self.source.face_of(cell), selected=True)
        traces = [each for each in self.traces if self._rect_of((*each.left, *each.right)).intersects(part)]
        overlay.paint_traces(painter, traces, self._place_of, self.current, colours)
        if self._flashing is not None:
            overlay.paint_flash(painter, self._rect_of((self._flashing,)), colours)
        if self.framed:
            overlay.paint_copied(painter, self._rect_of(self.framed), colours)
        free = self.delegate.free_left(self.source.face_of(self.current), current.width())
        overlay.paint_current(painter, current, colours, None if self.is_open(self.current) else free)

    # ------------------------------------------------------------ Qt

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        places = (self.source.cell(index) for index in self.selectedIndexes())
        self._selected = tuple(cell.id for cell in places if cell is not None)
        self.viewport().update()
