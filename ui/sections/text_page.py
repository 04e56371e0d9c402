"""The page of a written section: its heading as printed, and its words."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from core.finding import Finding
from core.steps import Step
from ui.controls import heading
from ui.sections.edit_menu import EditTarget
from ui.sections.line_field import LineField
from ui.sections.outline_row import OutlineRow
from ui.sections.prose_field import ProseField
from ui.sections.prose_pane import ProsePane
from ui.session import Session
from ui.theme import STEP


class TextPage(QWidget):
    """Sections one, five and six (objectName `page_<step>`).

    `place_entered` names the text the clerk is in, for the side panel; `place_told` says the same for the status line.
    """

    said = Signal(str)
    place_told = Signal(str)
    place_entered = Signal(str)

    def __init__(self, session: Session, step: Step, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"page_{step.id}")
        self._heading = session.report.form.section(step.id).heading
        self.pane = ProsePane(session, step.id, self._heading)
        self.pane.entered.connect(self._enter)
        self.pane.said.connect(self.said)
        column = QVBoxLayout(self)
        column.setContentsMargins(4 * STEP, 3 * STEP, 4 * STEP, 2 * STEP)
        column.setSpacing(2 * STEP)
        self._outline = OutlineRow(session, self.pane.field, self)  # without its page it would show as a window
        self._outline.said.connect(self.said)
        column.addWidget(heading(self._heading))
        column.addWidget(self._outline)
        column.addWidget(self.pane, 1)
        self.setFocusProxy(self.pane.field)

    def show_finding(self, finding: Finding) -> None:
        """Select the words a finding speaks of."""
        self.pane.field.select_words(finding)

    def show_text(self, _key: str) -> None:
        """Go to the one text of the page, there to what is still last year's."""
        self.focus_first()
        self.pane.stale.go_to_one()

    def focus_first(self) -> None:
        self.pane.field.setFocus()
        self._enter(self.pane.field.key)

    def edit_target(self) -> EditTarget | None:
        return target_within(self)

    def set_last_year_shown(self, shown: bool) -> None:  # noqa: FBT001  the name and shape all pages share
        self.pane.set_last_year_shown(shown)

    def _enter(self, key: str) -> None:
        self.place_entered.emit(key)
        self.place_told.emit(self._heading)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.place_entered.emit(self.pane.field.key)


def target_within(page: QWidget) -> EditTarget | None:
    """Return the field of a page that has the focus, if the Edit menu can act on it."""
    focus = QApplication.focusWidget()
    return focus if isinstance(focus, LineField | ProseField) and page.isAncestorOf(focus) else None
