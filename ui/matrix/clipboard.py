"""The system's clipboard and the table: a range goes out as text and as a table, a block comes in by `core.pasting`."""

from PySide6.QtCore import QByteArray, QMimeData
from PySide6.QtGui import QGuiApplication

from core.cells import CellId
from core.clipboard import Block, read, write_html, write_text
from core.errors import UserError
from core.form.lattice import Lattice
from core.pasting import Outcome, Paste, numbers_only, place
from core.report import Report
from ui.matrix.model import TableModel

OURS = "application/x-nianbao-cells"
"""Says on the clipboard that cells were copied in this program."""


def copied(report: Report, grid: Lattice, cells: tuple[CellId, ...]) -> Block:
    """Return the smallest rectangle that holds the cells; what is not among them stays empty."""
    places = [grid.places[cell] for cell in cells]
    lines = sorted({row for row, _ in places})
    columns = sorted({column for _, column in places})
    wanted = set(cells)
    return tuple(tuple(_words(report, grid, row, column, wanted) for column in columns) for row in lines)


def _words(report: Report, grid: Lattice, row: int, column: int, wanted: set[CellId]) -> str | None:
    cell = grid.rows[row][column]
    if not grid.owns(row, column):
        return None
    return report.entry(cell).raw if cell in wanted else ""


def put(block: Block) -> None:
    """Lay a block on the clipboard, for spreadsheets and for word processors."""
    data = QMimeData()
    data.setText(write_text(block))
    data.setHtml(write_html(block))
    data.setData(OURS, QByteArray(b"1"))
    QGuiApplication.clipboard().setMimeData(data)


def landing(model: TableModel, chosen: tuple[CellId, ...], *, values_only: bool = False) -> Paste:
    """Return what pasting the clipboard's content would write.

    Raises `core.errors.UserError` where the clipboard holds nothing that can stand in this table.
    """
    data = QGuiApplication.clipboard().mimeData() or QMimeData()  # none where another program holds it
    text, html = (data.text() if data.hasText() else ""), (data.html() if data.hasHtml() else "")
    if not text.strip(" ") and not html.strip():  # a tab or a line end alone is a blank cell that was copied
        raise UserError("剪贴板里没有可以粘贴的内容。", "请先复制要粘贴的数。")
    found = place(model.session.report.form, model.table.id, read(text, html), chosen)
    return numbers_only(model.session.report.form, found) if values_only else found


def is_ours() -> bool:
    """Whether the clipboard holds cells that were copied here: who copied them knows what they are."""
    data = QGuiApplication.clipboard().mimeData()
    return data is not None and data.hasFormat(OURS)


def message(told: Outcome, *, by_headings: bool) -> str:
    """Say what a paste did and what it left out."""
    parts = [f"已{'按表头对齐' if by_headings else ''}粘贴 {told.written} 格"]
    if told.differing:
        parts.append(f"{told.differing} 个合计与计算值不符，未覆盖")
    elif told.passed:
        parts.append(f"{told.passed} 个合计格自动计算，已跳过")
    if told.clipped:
        parts.append(f"{told.clipped} 个数超出表格，没有贴入")
    if told.tidied:
        parts.append(f"整理了 {told.tidied} 格的写法")
    if told.strange:
        parts.append(f"{told.strange} 格不是数字，请核对")
    return "，".join(parts)
