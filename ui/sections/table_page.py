"""The page of a section with a table: heading as printed, the table, and folded away the words outside the table."""

from collections.abc import Iterable

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from core import nil_return, prose
from core.cells import CellId
from core.finding import Finding
from core.steps import Step
from ui import tab_order
from ui.controls import heading
from ui.matrix.editor import TableEditor
from ui.sections.edit_menu import EditTarget
from ui.sections.nil_bar import NilBar
from ui.sections.prose_pane import ProsePane
from ui.sections.text_page import target_within
from ui.session import Session
from ui.theme import STEP

PROSE_HEIGHT = 150
MARGIN = 4 * STEP


class TablePage(QWidget):
    """Sections two, three and four (objectName `page_<step>`; the fold is `btnProse`).

    `place_entered` names the cell or the text the clerk is in; `place_told` has words for the status line.
    """

    said = Signal(str)
    place_told = Signal(str)
    place_entered = Signal(str)

    def __init__(self, session: Session, step: Step, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"page_{step.id}")
        self._session, self._step = session, step
        section = session.report.form.section(step.id)
        self.editor = TableEditor(session, step.table)
        self.editor.cell_entered.connect(self.place_entered)
        self.editor.selection_told.connect(self.place_told)
        self.editor.said.connect(self.said)
        self.pane = ProsePane(session, step.id, f"{section.heading}表格外的文字")
        self.pane.entered.connect(self.place_entered)
        self.pane.said.connect(self.said)
        self.pane.setMaximumHeight(PROSE_HEIGHT)
        self.pane.setContentsMargins(0, STEP, 0, STEP)
        self._fold = self._make_fold()
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, STEP, MARGIN, 0)
        column.setSpacing(STEP)
        title = heading(section.heading)
        title.setWordWrap(True)
        tools: list[QWidget] = [self._fold]
        asking: list[QWidget] = []
        if step.table == nil_return.TABLE:
            self.nil = self._make_nil()
            asking.append(self.nil)
            tools.append(self.nil.button)
            self.nil.button.pressed.connect(self.editor.keep_typed)
        self.editor.lay_in_tool_row(title, _beside(*tools))
        column.addWidget(self.editor, 1)
        column.addWidget(self.pane)
        tab_order.follow([*asking, *tools, *self._tools_of_the_editor(), self.editor.view, self.pane])
        session.texts_changed.connect(self._on_texts_changed)
        session.replaced.connect(self._open_as_needed)
        self._open_as_needed()
        self.setFocusProxy(self.editor)

    def _head(self) -> QRect:
        """Where a question can lie: over heading and tools, and over the table only as far as its words need."""
        return QRect(self.editor.pos(), QSize(self.editor.width(), self.editor.view.y()))

    def needed_width(self) -> int:
        """How wide the page must be that its table does not scroll sideways."""
        return self.editor.view.needed_width() + 2 * MARGIN

    def show_finding(self, finding: Finding) -> None:
        """Go to the cell a finding speaks of, or select its words outside the table."""
        cell = self._cell_of(finding)
        if cell is not None:
            self.editor.show_cell(cell)
        else:
            self._fold.setChecked(True)
            self.pane.field.select_words(finding)

    def show_text(self, _key: str) -> None:
        """Unfold the words outside the table and go to them."""
        self._fold.setChecked(True)
        self.pane.field.setFocus()

    def focus_first(self) -> None:
        self.editor.setFocus()

    def edit_target(self) -> EditTarget | None:
        focus = QApplication.focusWidget()
        if focus is self.editor or (focus is not None and self.editor.isAncestorOf(focus)):
            return self.editor
        return target_within(self)

    def set_last_year_shown(self, shown: bool) -> None:  # noqa: FBT001  the name and shape all pages share
        self.editor.set_last_year_shown(shown)
        self.pane.set_last_year_shown(shown)

    def _tools_of_the_editor(self) -> list[QWidget]:
        inside: Iterable[QWidget] = self.editor.findChildren(QWidget)
        return [widget for widget in inside if widget.objectName() in {"fillRest", "lastYear"}]

    def _make_nil(self) -> NilBar:
        """Make the strip that asks before 本年未收到申请, and lies over the head of the page."""
        nil = NilBar(self._session, self._head, self)
        nil.said.connect(self.said)
        nil.cell_wanted.connect(lambda cell: self.editor.show_cell(CellId(cell)))
        nil.left.connect(self.focus_first)
        return nil

    def _cell_of(self, finding: Finding) -> CellId | None:
        named = (finding.suspect, *finding.cells)
        return next((cell for cell in named if cell and cell.startswith(f"{self._step.table}.")), None)

    def _make_fold(self) -> QToolButton:
        fold = QToolButton()
        fold.setObjectName("btnProse")
        fold.setCheckable(True)
        fold.setToolTip("本部分表格以外的文字，一般没有")
        fold.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        fold.toggled.connect(self._show_prose)
        return fold

    def _open_as_needed(self) -> None:
        """Unfold where there is text; another document without text folds it again."""
        there = bool(self._session.report.text(self._step.id).strip())
        self._fold.setChecked(there)
        self._show_prose(there)

    def _show_prose(self, shown: bool) -> None:  # noqa: FBT001  a slot of Qt's toggled
        self.pane.setVisible(shown)
        self._fold.setArrowType(Qt.ArrowType.DownArrow if shown else Qt.ArrowType.RightArrow)
        words = prose.count_words(self._session.report.text(self._step.id))
        self._fold.setText(f"表外文字 {words} 字(&W)" if words and not shown else "表外文字(&W)")

    def _on_texts_changed(self, keys: frozenset[str]) -> None:
        if self._step.id in keys:
            self._show_prose(self._fold.isChecked())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._step.table == nil_return.TABLE:
            self.nil.stand()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.place_entered.emit(self.editor.current_cell())


def _beside(*tools: QWidget) -> QWidget:
    """Lay tools side by side, as one."""
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    for tool in tools:
        row.addWidget(tool)
    whole = QWidget()
    whole.setLayout(row)
    return whole
