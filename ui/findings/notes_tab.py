"""The tab 口径: notes on the clerk's place, and above them a field that finds a word in all notes."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QStackedWidget, QVBoxLayout, QWidget

from core.form.notes import Hit, search
from core.report import Report
from ui.findings.hits_delegate import HitsDelegate
from ui.findings.notes_view import tell_notes
from ui.findings.place_tabs import PlaceView
from ui.theme import STEP

_HIT = Qt.ItemDataRole.UserRole
NOTHING = "没有找到。换一个词试试，例如“补正”“商业秘密”“第三十八条”。"


class NotesTab(QWidget):
    """Words to read, or what a search found (objectNames: notesTab, notesSearch, notesFound).

    Down goes from the field into the list, Enter to the place that is marked, Esc back to the notes of the place.
    """

    place_wanted = Signal(str)  # a cell, a text or a field of the cover

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report, self._place = Report(), ""
        self._view = PlaceView("notesTab", "口径")
        self._field = QLineEdit()
        self._field.setObjectName("notesSearch")
        self._field.setAccessibleName("查找口径")
        self._field.setPlaceholderText("查找口径，例如：补正")
        self._field.setClearButtonEnabled(True)
        self._found = self._make_list()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._view)
        self._stack.addWidget(self._found)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * STEP, 2 * STEP, 2 * STEP, 0)
        column.setSpacing(STEP)
        column.addWidget(self._field)
        column.addWidget(self._stack, 1)
        self._field.textChanged.connect(self._search)
        self._field.installEventFilter(self)
        self._found.installEventFilter(self)
        self.setFocusProxy(self._view)

    def tell(self, report: Report, place: str) -> None:
        """Show the notes on a place; a search under way stays in view."""
        if (report.form, place) != (self._report.form, self._place) or self._view.document().isEmpty():
            tell_notes(self._view, report, place)
        self._report, self._place = report, place

    def look_for(self) -> None:
        """Put the caret into the field, with what was looked for before selected."""
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def leave_search(self) -> None:
        """Go back to the notes of the place."""
        self._field.clear()

    # ------------------------------------------------------------ inside

    def _make_list(self) -> QListWidget:
        found = QListWidget()
        found.setObjectName("notesFound")
        found.setAccessibleName("找到的口径")
        found.setFrameShape(QListWidget.Shape.NoFrame)
        found.setWordWrap(True)
        found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        found.setItemDelegate(HitsDelegate(found))
        found.setResizeMode(QListWidget.ResizeMode.Adjust)
        found.itemClicked.connect(self._go)
        return found

    def _search(self, words: str) -> None:
        self._stack.setCurrentWidget(self._found if words.strip() else self._view)
        self._found.clear()
        if not words.strip():
            return
        for hit in search(self._report.form, words):
            self._found.addItem(_line(hit))
        if not self._found.count():
            nothing = QListWidgetItem(NOTHING)
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            self._found.addItem(nothing)
        self._found.setCurrentRow(0)

    def _go(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(_HIT):
            self.place_wanted.emit(item.data(_HIT))

    # ------------------------------------------------------------ Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        searching = bool(self._field.text().strip())
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and searching:
            self._go(self._found.currentItem())
            return True
        if event.key() == Qt.Key.Key_Escape and searching:
            self.leave_search()
            self._field.setFocus()
            return True
        if watched is self._field and event.key() == Qt.Key.Key_Down and searching:
            self._found.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return super().eventFilter(watched, event)


def _line(hit: Hit) -> QListWidgetItem:
    item = QListWidgetItem(f"{hit.name}\n{hit.note.text}")
    item.setData(_HIT, hit.target)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{hit.name}。{hit.note.text}")
    return item
