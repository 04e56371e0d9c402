"""What a section has to tell, in a row above its words: ✓ where it stands, and a way to begin what is missing."""

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QWidget

from core import outline
from core.form.outline import Topic
from core.outline import Item, Status
from ui import theme
from ui.controls import inked, note
from ui.sections.paragraphs import cursor_over
from ui.sections.prose_field import ProseField
from ui.session import Session
from ui.theme import STEP

_TIPS = {
    Status.WRITTEN: "转到这一段",
    Status.BARE: "只有小标题，转到那里接着写",
    Status.MENTIONED: "文中提到过，没有单独写；在合适的位置加上小标题，可以撤销",
    Status.MISSING: "在合适的位置加上这一项，可以撤销",
}
_SAID = {Status.BARE: "还没有写", Status.MENTIONED: "没有小标题", Status.MISSING: "还没有写"}


class OutlineRow(QWidget):
    """The contents of one section (`outlineList`): a click or Enter goes there, or begins what is missing."""

    said = Signal(str)

    def __init__(self, session: Session, field: ProseField, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._field = session, field
        self._shown: tuple[Item, ...] = ()
        self._caption = note("本部分要写")
        self._list = _WrappedList()
        self._list.setObjectName("outlineList")
        self._list.setAccessibleName("这一部分要写的内容")
        self._list.chosen.connect(self._follow)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * STEP)
        row.addWidget(self._caption, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._list, 1)
        self._caption.setContentsMargins(0, STEP, 0, 0)  # level with the first line of the list
        session.texts_changed.connect(self._on_texts_changed)
        session.head_changed.connect(self.refresh)
        session.replaced.connect(self.refresh)
        self._colour()
        self.refresh()

    def refresh(self) -> None:
        """Show what stands and what is missing."""
        items = outline.outline(self._session.report, self._field.key)
        before, self._shown = self._shown, items
        if _told(items) != _told(before):  # and not only moved along
            self._list.show_items(items)
        self.setVisible(bool(items))

    def _follow(self, row: int) -> None:
        item = self._shown[row]
        if item.status in {Status.MISSING, Status.MENTIONED}:
            words = f"加上“{item.topic.heading}”"
            if not self._session.edit(words, outline.begin, self._field.key, item.topic):
                return
            self.said.emit(f"已{words}，请接着写。")
            item = self._shown[row]
        if item.body is not None:
            self._field.setFocus()
            self._field.setTextCursor(cursor_over(self._field, item.body, 0))
            self._field.ensureCursorVisible()

    def _on_texts_changed(self, keys: frozenset[str]) -> None:
        if self._field.key in keys:
            self.refresh()

    def _colour(self) -> None:
        inked(self._caption, theme.colours(self.palette()).muted)
        self._list.show_items(self._shown)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._colour()


def _told(items: tuple[Item, ...]) -> list[tuple[Topic, Status]]:
    return [(item.topic, item.status) for item in items]


class _WrappedList(QListWidget):
    """A list that runs in lines and is just as high as they are."""

    chosen = Signal(int)  # row

    def __init__(self) -> None:
        super().__init__()
        self.setFlow(QListWidget.Flow.LeftToRight)
        self.setWrapping(True)
        self.setSpacing(STEP // 2)
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._on_clicked)

    def show_items(self, items: tuple[Item, ...]) -> None:
        """Show these contents; the current one stays."""
        current = max(self.currentRow(), 0)
        shades = theme.colours(self.palette())
        self.clear()
        for item in items:
            is_written = item.status is Status.WRITTEN
            words = f"✓ {item.topic.name}" if is_written else f"○ {item.topic.name} {_SAID[item.status]}"
            shown = QListWidgetItem(words, self)
            shown.setForeground(shades.ink if is_written else shades.accent)
            shown.setToolTip(_TIPS[item.status])
            shown.setData(Qt.ItemDataRole.AccessibleTextRole, f"{item.topic.name}，{item.status.value}")
        self.setCurrentRow(min(current, len(items) - 1))
        self._fit()

    def _on_clicked(self, index: QModelIndex) -> None:
        self.chosen.emit(index.row())

    def _fit(self) -> None:
        if self.count():
            self.doItemsLayout()
            self.setFixedHeight(self.visualItemRect(self.item(self.count() - 1)).bottom() + 1 + STEP // 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space} and self.currentRow() >= 0:
            self.chosen.emit(self.currentRow())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()
