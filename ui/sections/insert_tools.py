"""What can be put into a text: sentences that the tables bear out, and numbers of the tables that stay alive."""

from PySide6.QtGui import QFontMetrics, Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from core import references
from core.form.reference_names import Quantity
from core.phrases import Phrase, has_phrases, phrases
from ui.sections.number_picker import NumberPicker
from ui.sections.prose_field import ProseField
from ui.session import Session
from ui.theme import STEP

LETTERS_SHOWN = 38


class InsertTools(QWidget):
    """The buttons 例句 and 插入数字 of one text (objectNames `btnPhrases` with the menu `phrases`, `btnNumber`)."""

    def __init__(self, session: Session, field: ProseField) -> None:
        super().__init__()
        self._session, self._field = session, field
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(STEP)
        if has_phrases(field.key):
            row.addWidget(self._make_phrases())
        row.addWidget(self._make_number())
        self._picker: NumberPicker | None = None
        field.number_asked.connect(self.ask_number)

    def ask_number(self) -> None:
        """Open the list of the numbers of the tables at the caret."""
        if self._session.is_frozen:
            self._session.refuse()
            return
        field, page = self._field, self.window()
        if self._picker is None:
            self._picker = NumberPicker(self._session, self._take_number, field.setFocus)
            self.destroyed.connect(self._picker.deleteLater)  # it lies over the window, not inside the page
        self._picker.open_over(page, field.viewport().mapTo(page, field.cursorRect().bottomLeft()))

    def _make_phrases(self) -> QToolButton:
        made = QToolButton()
        made.setObjectName("btnPhrases")
        made.setText("例句(&I)")
        made.setToolTip("按表格里的数字写好的句子，插入后数字随表格变化")
        made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(made)
        menu.setObjectName("phrases")
        menu.setToolTipsVisible(True)
        menu.aboutToShow.connect(lambda: self._fill(menu))
        made.setMenu(menu)
        return made

    def _make_number(self) -> QToolButton:
        made = QToolButton()
        made.setObjectName("btnNumber")
        made.setText("插入数字(&K)")
        made.setToolTip("插入随表格变化的数字（Ctrl+K）。在文中直接输入 {新收总计} 也可以")
        made.clicked.connect(self.ask_number)
        return made

    def _fill(self, menu: QMenu) -> None:
        """List the sentences as they read now."""
        menu.clear()
        metrics = QFontMetrics(menu.font())
        wide = LETTERS_SHOWN * metrics.horizontalAdvance("年")
        for each in phrases(self._session.report, self._field.key):
            words = metrics.elidedText(each.words, Qt.TextElideMode.ElideRight, wide)
            action = menu.addAction(f"{each.title}：{words}")
            action.setToolTip(each.words)
            action.triggered.connect(lambda *_, phrase=each: self._take(phrase))
        if menu.isEmpty():
            menu.addAction("按表格现在的数字，没有合适的例句").setEnabled(False)

    def _take_number(self, quantity: Quantity) -> None:
        self._field.insert(references.token(quantity), f"插入数字“{quantity.name}”")

    def _take(self, phrase: Phrase) -> None:
        self._field.insert(phrase.raw, f"插入例句“{phrase.title}”")
