"""The table as Qt sees it: the printed grid without its heads, values in their slots, everything else out of reach."""

from collections.abc import Callable, Iterable, Mapping
from typing import Concatenate, ParamSpec

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from core import edits
from core.cells import MOST_DIGITS, CellId, added_up
from core.finding import Finding
from core.form.layout import Cell, Span
from core.report import Report
from ui.matrix import faces
from ui.matrix.faces import Face, Mark, is_number
from ui.session import Session

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
LAST_YEAR_ROLE = Role.UserRole + 1
FINDING_ROLE = Role.UserRole + 2
# Put together once: Qt asks for flags some thousand times a minute.
OUT_OF_REACH = Qt.ItemFlag.NoItemFlags
LOCKED = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
OPEN = LOCKED | Qt.ItemFlag.ItemIsEditable
LONGEST = 2 * MOST_DIGITS + 2
"""Characters of the longest number, with its sign and its point."""

P = ParamSpec("P")
Filling = tuple[tuple[CellId, tuple[CellId, ...]], ...]
NOWHERE = QModelIndex()


class TableModel(QAbstractTableModel):
    """Values of one table of the session's report.

    Row and column count from the first value slot of the printed grid. Places without a value are neither enabled nor
    selectable. Faces are kept, so that painting asks nothing of the report.
    """

    def __init__(self, session: Session, table_id: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.table = session.report.form.table(table_id)
        self.top = self.table.head_rows
        self.left = min(slot.span.column for slot in self.table.slots)
        self.own_edit = False
        self.version = 0  # counts the times that any face changed
        self._cell_at: dict[tuple[int, int], Cell] = {}
        self._place_of: dict[CellId, Span] = {}
        self._read_layout()
        self._sums = _flowing(session.report.form.filling)
        self._digits: dict[bool, int] = {}
        self._doubted: frozenset[CellId] = frozenset()
        self._marks: Mapping[CellId, Mark] = self._judged()
        self._faces: dict[CellId, Face] = self._look_at_all()
        session.cells_changed.connect(self._cells_changed)
        session.findings_changed.connect(self.refresh)
        session.replaced.connect(self._start_afresh)
        session.final_changed.connect(self._start_afresh)

    def _read_layout(self) -> None:
        cells = {cell.id: cell for cell in self.table.cells}
        for slot in self.table.slots:
            span = slot.span
            place = Span(span.row - self.top, span.column - self.left, span.rows, span.columns)
            self._place_of[slot.cell] = place
            self._cell_at[place.row, place.column] = cells[slot.cell]

    # ------------------------------------------------------------ cells

    def cell(self, index: Index) -> Cell | None:
        """The cell at an index, or None where no value stands."""
        return self._cell_at.get((index.row(), index.column())) if index.isValid() else None

    def place(self, cell: CellId) -> Span:
        """Where a cell stands, counted as this model counts."""
        return self._place_of[cell]

    def index_of(self, cell: CellId) -> QModelIndex:
        place = self._place_of[cell]
        return self.index(place.row, place.column)

    def face(self, index: Index) -> Face | None:
        """What to draw at an index."""
        cell = self.cell(index)
        return None if cell is None else self._faces[cell.id]

    def face_of(self, cell: CellId) -> Face:
        """What to draw in a cell."""
        return self._faces[cell]

    def digits(self, *, with_last: bool = False) -> int:
        """How many digits the longest number has that is shown, last year's as well if that is asked for.

        Digits beyond what is read as a number came by mistake: no table is made as wide as they are.
        """
        if (counted := self._digits.get(with_last)) is None:
            shown = [face.text for face in self._faces.values()]
            shown += [face.last for face in self._faces.values()] if with_last else []
            numbers = (text for text in shown if is_number(text) and len(text) <= LONGEST)
            counted = self._digits[with_last] = max(map(len, numbers), default=0)
        return counted

    def findings(self, cell: CellId) -> tuple[Finding, ...]:
        return self.session.verdict.of_cell(cell)

    def edit(
        self,
        label: str,
        function: Callable[Concatenate[Report, P], Report],
        /,
        *arguments: P.args,
        **named: P.kwargs,
    ) -> bool:
        """Apply an edit made here: what it changes need not be gone to. False where the report is final."""
        self.own_edit = True
        try:
            return self.session.edit_by_hand(label, function, *arguments, **named)
        finally:
            self.own_edit = False

    # ------------------------------------------------------------ what the session tells

    def _cells_changed(self, cells: frozenset[CellId]) -> None:
        """Show what was edited, and every sum it flows into: a partial sum may change where no entry does.

        The marks are those of the last verdict; the next one follows once the values are painted.
        """
        own = cells & self._faces.keys()
        self._look_at(own.union(*(self._sums.get(cell, frozenset()) for cell in own)))

    def refresh(self) -> None:
        """Look afresh at what is marked otherwise than before, and tell of what looks different."""
        old, self._marks = self._marks, self._judged()
        if old != self._marks:
            told = (old.keys() | self._marks.keys()) & self._faces.keys()
            self._look_at({cell for cell in told if old.get(cell) is not self._marks.get(cell)})

    def _look_at(self, some: Iterable[CellId]) -> None:
        """Look afresh at cells, and tell of those that look different."""
        report, cells = self.session.report, self.session.report.form.cells
        changed = []
        for cell_id in some:
            now = faces.face(report, cells[cell_id], self._marks.get(cell_id))
            if now != self._faces[cell_id]:
                self._faces[cell_id] = now
                changed.append(cell_id)
        if changed:
            self.version += 1
            self._digits.clear()
        self._tell(changed)

    def set_doubted(self, cells: frozenset[CellId]) -> None:
        """Mark cells of which it is not sure what the file says (●), whatever the rules make of them."""
        self._doubted = cells
        self.refresh()

    def _judged(self) -> Mapping[CellId, Mark]:
        found = faces.marks(self.session.report, self.session.verdict)
        doubted = {cell: min(Mark.WARNING, found.get(cell, Mark.WARNING)) for cell in self._doubted}
        return {**found, **doubted} if doubted else found

    def _start_afresh(self) -> None:
        self._marks = self._judged()
        self._look_at(self._faces)

    def _tell(self, changed: list[CellId]) -> None:
        if len(changed) > self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
            return
        for cell in changed:
            index = self.index_of(cell)
            self.dataChanged.emit(index, index)

    def _look_at_all(self) -> dict[CellId, Face]:
        report = self.session.report
        return {cell.id: faces.face(report, cell, self._marks.get(cell.id)) for cell in self.table.cells}

    # ------------------------------------------------------------ Qt

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else self.table.grid_rows - self.top

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else self.table.grid_columns - self.left

    def flags(self, index: Index) -> Qt.ItemFlag:
        cell = self.cell(index)
        if cell is None:
            return OUT_OF_REACH
        return LOCKED if cell.computed or self.session.is_frozen else OPEN

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        cell = self.cell(index)
        if cell is None:
            return None
        if role == Role.DisplayRole:
            return self._faces[cell.id].text
        read = _READERS.get(role)
        return None if read is None else read(self, cell)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        """The label of a line or column, for screen readers; the heads on the screen draw the printed labels."""
        if role != Role.DisplayRole:
            return None
        down = orientation is Qt.Orientation.Vertical
        cell = next((cell for (i, j), cell in self._cell_at.items() if (i if down else j) == section), None)
        return "" if cell is None else cell.row.label if down else cell.column.label

    def setData(self, index: Index, value: object, role: int = Role.EditRole) -> bool:
        cell = self.cell(index)
        if cell is None or cell.computed or role != Role.EditRole:
            return False
        label = f"修改 {cell.row.name}·{cell.column.label}"
        return self.edit(label, edits.set_cell, cell.id, added_up(str(value)))


def _flowing(filling: Filling) -> dict[CellId, frozenset[CellId]]:
    """By cell, the sums that change with it, sums of sums included."""
    sums: dict[CellId, frozenset[CellId]] = {}
    for total, terms in reversed(filling):
        flows = frozenset({total}) | sums.get(total, frozenset())
        for term in terms:
            sums[term] = sums.get(term, frozenset()) | flows
    return sums


def _mark_shape(model: TableModel, cell: Cell) -> str | None:
    face = model.face(model.index_of(cell.id))
    return faces.SHAPES[face.mark] if face is not None and face.mark is not None else None


_READERS: Mapping[int, Callable[[TableModel, Cell], object]] = {
    Role.EditRole: lambda model, cell: model.session.report.entry(cell.id).raw,
    Role.TextAlignmentRole: lambda *_: Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
    Role.ToolTipRole: lambda model, cell: faces.tooltip(model.session.report, cell, model.findings(cell.id)),
    Role.AccessibleTextRole: lambda model, cell: faces.spoken(model.session.report, cell, model.findings(cell.id)),
    LAST_YEAR_ROLE: lambda model, cell: faces.last_year(model.session.report, cell.id),
    FINDING_ROLE: _mark_shape,
}
