"""The preview as it stands on the desk: the line of buttons, what the writer has to tell, and the pages.

It follows the session while it is shown; hidden it costs nothing.
"""

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from core.exporters.check_number import changed
from core.exporters.marks import Composed
from core.report import Report
from ui import theme
from ui.controls import OneLine, inked, plain
from ui.faults import as_user_error
from ui.memory import Memory
from ui.preview.bar import PreviewBar
from ui.preview.column import FIT_WIDTH, ZOOMS, Zoom
from ui.preview.press import Compose, Press, Pull
from ui.preview.subject import REPORT, Subject
from ui.preview.view import PreviewView
from ui.session import Session
from ui.theme import STEP


class PreviewPane(QWidget):
    """Shows the report on its pages (objectNames: previewPane, previewNotes, previewFault)."""

    pulled = Signal(object)  # Pull: fresh pages are shown
    left = Signal()  # Esc

    def __init__(
        self, session: Session, zoom: Zoom, parent: QWidget | None = None, *, memory: Memory | None = None
    ) -> None:
        super().__init__(parent)
        self._memory = memory or Memory()
        self.setObjectName("previewPane")
        self.setAccessibleName(REPORT.name)
        self._session = session
        self.subject = REPORT
        self._shown: Report | None = None
        self._asked: Report | None = None
        self.composed: Composed | None = None
        self._is_refused = False
        self._shown_by = self.compose
        self.bar, self.view, self.press = PreviewBar(), PreviewView(), Press(self)
        self.view.zoom = zoom if zoom in ZOOMS else FIT_WIDTH
        self._notes, self._fault = OneLine("previewNotes"), self._fault_label()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._fault)
        self._soon = QTimer(self, singleShot=True, interval=0)  # the window paints the key first
        self._soon.timeout.connect(self._ask)
        self._lay_out()
        self._connect()
        session.following.give_way(self.is_under_way)
        self.setFocusProxy(self.view)

    @property
    def compose(self) -> Compose | None:
        """What composes the document in view, None for the report by itself."""
        return self.subject.composed_by(appended=self._memory.settings.picture_appended)

    @property
    def is_fresh(self) -> bool:
        """Whether the pages in view show the report as it stands."""
        shown = self._shown is self._session.report and self._shown_by is self.compose
        return shown and self.press.is_idle and self.view.is_fresh

    def is_under_way(self) -> bool:
        """Whether fresh pages are asked for, or about to be."""
        return self._soon.isActive() or not self.press.is_idle

    def refresh(self) -> None:
        """Show the report as it stands, if it is not what is shown."""
        if self.isVisible() and not self.is_fresh:
            self._soon.start()

    def show_subject(self, subject: Subject) -> None:
        """Show another document that follows from the report."""
        if subject is self.subject:
            return
        self.subject = subject
        self.setAccessibleName(subject.name)
        self.view.setAccessibleName(subject.name)
        self.bar.show_subject(subject.export, single=subject.single)
        self.forget()

    def forget(self) -> None:
        """Show nothing: another report lies on the desk."""
        self._shown = self._asked = self.composed = None
        self.view.clear()
        self.refresh()

    # ------------------------------------------------------------ inside

    def _connect(self) -> None:
        self._session.history_changed.connect(self.refresh)
        self._session.replaced.connect(self.forget)
        self.view.wanted.connect(self._ask)
        self.view.told.connect(lambda page, pages, percent: self.bar.tell(page, pages, percent, self.view.zoom))
        self.press.pulled.connect(self._show)
        self.press.failed.connect(self._fail)
        self.bar.page_chosen.connect(self.view.turn_to)
        self.bar.page_entered.connect(self.view.setFocus)
        self.bar.zoom_chosen.connect(self.view.set_zoom)
        self.bar.zoom_turned.connect(self.view.turn_zoom)
        self.bar.appended_chosen.connect(self._append)

    def _append(self, appended: bool) -> None:  # noqa: FBT001 - what a box sends
        """Show the 图解 as the last page or not, from now on; the pages before it stay where they are."""
        self._memory.change(picture_appended=appended)
        self._memory.write()
        self.refresh()

    def _ask(self) -> None:
        if self.isVisible():
            self._asked = self._session.report
            self.bar.show_appended(appended=self._memory.settings.picture_appended)
            self.press.ask(self._asked, self.view.needed(), self.view.kept(), self.compose)

    def _show(self, pull: Pull) -> None:
        if (pull.report is not self._asked and self._shown is None) or pull.by is not self.compose:
            return  # of the report that lay on the desk before, or of something else that was shown
        self._shown, self._shown_by, self.composed = pull.report, pull.by, pull.composed
        self._stack.setCurrentWidget(self.view)
        self._tell_notes(pull)
        self.view.show_pull(pull)
        self.pulled.emit(pull)

    def _tell_notes(self, pull: Pull) -> None:
        """Say what the writer has to tell, and before that why these pages go no way out of the program."""
        notes, error = pull.composed.notes, changed(pull.report)
        said = [f"▲ {error.message}{error.hint}"] if error else []
        if notes:
            said.append("注意：" + "".join(reversed(notes)))  # what is missing counts more than what stands in
        self._is_refused = error is not None
        self._notes.setText("".join(said))
        self._notes.setToolTip("\n".join((*said[: self._is_refused], *notes)))
        self._notes.setVisible(bool(said))
        self._colour()

    def _colour(self) -> None:
        colours = theme.colours(self.palette())
        inked(self._notes, colours.error if self._is_refused else colours.muted)

    def _fail(self, error: Exception) -> None:
        told = as_user_error(error, None)
        self._shown = None
        self._fault.setText(f"▲ {told.message}\n{told.hint}")
        self._stack.setCurrentWidget(self._fault)

    def _fault_label(self) -> QLabel:
        label = plain()
        label.setObjectName("previewFault")
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        label.setContentsMargins(6 * STEP, 6 * STEP, 6 * STEP, 6 * STEP)
        return label

    def _lay_out(self) -> None:
        self._notes.setFont(theme.small(self._notes.font()))
        self._notes.setContentsMargins(3 * STEP, 0, 3 * STEP, STEP)
        self._notes.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self._notes)
        column.addWidget(self._stack, 1)

    # ------------------------------------------------------------ Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(560, 600)

    def minimumSizeHint(self) -> QSize:
        return QSize(280, 160)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._colour()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._soon.stop()
