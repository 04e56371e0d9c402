"""One text of the report with what belongs to it: the mark 待更新, the count of words, last year's words beside it."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QToolButton, QVBoxLayout, QWidget

from core import edits, prose
from core.form.notes import notes_of
from ui import theme
from ui.controls import inked, note
from ui.sections.insert_tools import InsertTools
from ui.sections.last_year_text import LastYearText
from ui.sections.prose_field import ProseField
from ui.sections.stale_banner import StaleBanner
from ui.sections.stale_sentences import StaleSentences
from ui.session import Session
from ui.theme import STEP


class ProsePane(QWidget):
    """The editor `field`, the banner `staleBanner` with `btnConfirmText`, and the switch `btnLastYearText`."""

    entered = Signal(str)  # the key of the text
    said = Signal(str)

    def __init__(self, session: Session, key: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._key = session, key
        self.field = ProseField(session, key, label)
        if key in edits.prose_keys(session.report):
            self.field.setPlaceholderText("\n".join(f"　　{one.text}" for one in notes_of(key)))
        self.field.entered.connect(lambda: self.entered.emit(key))
        self.stale = StaleSentences(session, self.field, label)
        self._banner = StaleBanner(self.stale)
        self.tools = InsertTools(session, self.field)
        self._last = LastYearText(session, self.field)
        self._count = note("")
        self._count.setObjectName("wordCount")
        self._count.setWordWrap(False)
        self._switch = QToolButton()
        self._lay_out()
        for part in (self.stale, self._last):
            part.said.connect(self.said)
        self.field.selectionChanged.connect(self._tell_count)
        self._switch.toggled.connect(self._show_last_year)
        session.texts_changed.connect(self._on_texts_changed)
        session.cells_changed.connect(self._refresh_last_year)
        session.replaced.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Bring count and last year's words up to date."""
        self._tell_count()
        self._refresh_last_year()

    def set_last_year_shown(self, shown: bool) -> None:  # noqa: FBT001  the name and shape all pages share
        """Show or hide last year's words."""
        self._switch.setChecked(shown and self._switch.isEnabled())

    def _tell_count(self) -> None:
        chosen = prose.count_words(self.field.textCursor().selectedText())
        every = prose.count_words(self._session.report.text(self._key))
        self._count.setText(f"选中 {chosen} 字，共 {every} 字" if chosen else f"共 {every} 字")
        wanted = self._count.sizeHint()
        if wanted.width() > self._count.width() or wanted.height() != self._count.height():
            self._count.setFixedSize(wanted)  # of a fixed size, for else the page is laid out anew at each word

    def _refresh_last_year(self) -> None:
        self._switch.setEnabled(self._session.report.last_year is not None)
        self._last.refresh()
        if not self._switch.isEnabled():
            self._switch.setChecked(False)

    def _show_last_year(self, shown: bool) -> None:  # noqa: FBT001  a slot of Qt's toggled
        self._last.setVisible(shown)

    def _on_texts_changed(self, keys: frozenset[str]) -> None:
        if self._key in keys:
            self.refresh()

    def _lay_out(self) -> None:
        self._switch.setText("对照上年(&D)")
        self._switch.setObjectName("btnLastYearText")
        self._switch.setCheckable(True)
        self._last.setVisible(False)
        both = QSplitter(Qt.Orientation.Horizontal)
        both.setChildrenCollapsible(False)
        both.addWidget(self.field)
        both.addWidget(self._last)
        both.setSizes([600, 400])
        foot = QHBoxLayout()
        foot.addWidget(self._count)
        foot.addStretch(1)
        foot.addWidget(self.tools)
        foot.addWidget(self._switch)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        column.addWidget(self._banner)
        column.addWidget(both, 1)
        column.addLayout(foot)
        self._colour()

    def _colour(self) -> None:
        inked(self._count, theme.colours(self.palette()).muted)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._colour()
