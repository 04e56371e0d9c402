"""The line above the preview: the way back, the page, the size, and what can be done with the pages.

objectNames: previewBack, previewPage, previewCount, previewSmaller, previewSize, previewLarger, previewPrint,
previewExport, previewAppended, previewBeside, previewWhole, previewClose.
"""

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QPushButton, QSpinBox, QToolButton, QWidget

from ui.controls import button, plain
from ui.preview.column import FIT_PAGE, FIT_WIDTH, PERCENTS, Zoom
from ui.theme import STEP

_FITS = {"适合宽度": FIT_WIDTH, "整页": FIT_PAGE}


class PreviewBar(QWidget):
    """Buttons and fields; it knows nothing of the pages."""

    left = Signal()
    page_chosen = Signal(int)  # counted from 0
    page_entered = Signal()  # Enter: the keys go on leading through the pages
    zoom_chosen = Signal(int)  # a Zoom
    zoom_turned = Signal(int)
    print_asked = Signal()
    export_asked = Signal()
    appended_chosen = Signal(bool)
    beside_asked = Signal()
    whole_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._back = button("‹ 返回", "previewBack", self.left.emit)
        self._back.setToolTip("回到刚才填写的地方（Esc）")
        self._page = self._page_field()
        self._count = plain()
        self._count.setObjectName("previewCount")
        self._count.setWordWrap(False)
        self._size = self._size_field()
        self._print = button("打印…", "previewPrint", self.print_asked.emit)
        self._print.setToolTip("Ctrl+P")
        self._export = button("导出 PDF…", "previewExport", self.export_asked.emit)
        self._appended = QCheckBox("末页附图解")
        self._appended.setObjectName("previewAppended")
        self._appended.setToolTip("版面、打印和这里导出的 PDF，最后多一页年度图解；定稿时也另写一份")
        self._appended.clicked.connect(self.appended_chosen)
        self._beside = button("边写边看", "previewBeside", self.beside_asked.emit)
        self._beside.setToolTip("把版面放到填写页的旁边，改一个字就能看到结果")
        self._whole = _tool("□", "放大到整个窗口（Ctrl+Shift+P）", "previewWhole", self.whole_asked.emit)
        self._close = _tool("✕", "收起版面", "previewClose", self.left.emit)
        self._smaller = _tool("－", "缩小（Ctrl+滚轮）", "previewSmaller", lambda: self.zoom_turned.emit(-1))
        self._larger = _tool("＋", "放大（Ctrl+滚轮）", "previewLarger", lambda: self.zoom_turned.emit(1))
        self._is_single = self._is_beside = False
        self._lay_out()
        self.show_beside(beside=False)

    def show_beside(self, *, beside: bool) -> None:
        """Show what fits beside the text, or all of it."""
        self._is_beside = beside
        self._arrange()

    def show_subject(self, export: str, *, single: bool) -> None:
        """Show what fits a document: the words of its export, and no leafing where it has a `single` page."""
        self._export.setText(export)
        _tighten(self._export)
        self._is_single = single
        self._arrange()

    def show_appended(self, *, appended: bool) -> None:
        """Show whether the 图解 is the last page."""
        self._appended.setChecked(appended)

    def tell(self, page: int, pages: int, percent: int, zoom: Zoom) -> None:
        """Show the page in view (from 1), how many there are, and how large they are shown."""
        with QSignalBlocker(self._page), QSignalBlocker(self._size):
            self._page.setEnabled(pages > 0)
            self._page.setRange(min(1, pages), pages)
            if not self._page.hasFocus() or not self._page.lineEdit().isModified():
                self._page.setValue(page)
            self._count.setText(f"/ {pages} 页")
            fit = next((words for words, value in _FITS.items() if value == zoom), "")
            self._size.setCurrentIndex(self._size.findText(fit) if fit else self._size.findText(f"{percent}%"))
            self._size.setToolTip(f"显示大小：{percent}%（Ctrl+滚轮）")

    def tab_stops(self) -> tuple[QWidget, ...]:
        """Return what takes the keyboard, from left to right."""
        return (self._back, self._page, self._size, self._appended, self._beside, self._export, self._print)

    # ------------------------------------------------------------ inside

    def _arrange(self) -> None:
        """Show what is wanted, as far as there is room: no word is ever cut, and what has another way gives way."""
        beside, single = self._is_beside, self._is_single
        shown: dict[QWidget, bool] = dict.fromkeys((self._size, self._smaller, self._larger), True)
        shown |= dict.fromkeys((self._back, self._print, self._export, self._beside), not beside)
        shown |= dict.fromkeys((self._whole, self._close), beside)
        shown |= {self._page: not single, self._count: not single, self._appended: not beside and not single}
        for parts in ((self._smaller, self._larger), (self._appended,), (self._beside,), (self._count,)):
            if self._needed(shown) > self.width():
                shown |= dict.fromkeys(parts, False)
        for part, is_shown in shown.items():
            part.setVisible(is_shown)

    def _needed(self, shown: dict[QWidget, bool]) -> int:
        """How wide the line must be for these."""
        widths = [_width(part) for part, is_shown in shown.items() if is_shown]
        return sum(widths) + STEP * (len(widths) + 16)  # margins, gaps between the groups, and another digit

    def _page_field(self) -> QSpinBox:
        field = _PageField()
        field.setObjectName("previewPage")
        field.setAccessibleName("第几页")
        field.setToolTip("第几页（PgUp、PgDn 翻页）")
        field.setKeyboardTracking(False)
        field.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        field.setAlignment(Qt.AlignmentFlag.AlignRight)
        field.setFixedWidth(10 * STEP)
        field.setRange(0, 0)
        field.valueChanged.connect(lambda page: self.page_chosen.emit(page - 1))
        field.lineEdit().returnPressed.connect(self.page_entered)
        return field

    def _size_field(self) -> QComboBox:
        field = QComboBox()
        field.setObjectName("previewSize")
        field.setAccessibleName("显示大小")
        for words, zoom in {**_FITS, **{f"{percent}%": percent for percent in PERCENTS}}.items():
            field.addItem(words, zoom)
        field.setMaxVisibleItems(field.count())
        field.activated.connect(lambda at: self.zoom_chosen.emit(field.itemData(at)))
        return field

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * STEP, STEP, 2 * STEP, STEP)
        row.setSpacing(STEP)
        for words in (self._back, self._beside, self._export, self._print):
            _tighten(words)
        row.addWidget(self._back)
        row.addSpacing(2 * STEP)
        row.addWidget(self._page)
        row.addWidget(self._count)
        row.addSpacing(2 * STEP)
        for sizing in (self._smaller, self._size, self._larger):
            row.addWidget(sizing)
        row.addStretch(1)
        row.addWidget(self._appended)
        row.addSpacing(2 * STEP)
        for part in (self._beside, self._export, self._print, self._whole, self._close):
            row.addWidget(part)

    # ------------------------------------------------------------ Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()


class _PageField(QSpinBox):
    """The number of a page: PgDn, ↓ and the wheel go on to the next one, as over the pages, not ten pages back."""

    def stepBy(self, steps: int) -> None:
        super().stepBy(-1 if steps > 0 else 1)

    def stepEnabled(self) -> QSpinBox.StepEnabledFlag:
        return QSpinBox.StepEnabledFlag.StepUpEnabled | QSpinBox.StepEnabledFlag.StepDownEnabled


def _tighten(words: QPushButton) -> None:
    """Leave a button no more room than its words need: the line is full."""
    words.setFixedWidth(words.fontMetrics().horizontalAdvance(words.text()) + 6 * STEP)


def _width(part: QWidget) -> int:
    return min(max(part.sizeHint().width(), part.minimumWidth()), part.maximumWidth())


def _tool(sign: str, words: str, name: str, action: Callable[[], object]) -> QToolButton:
    tool = QToolButton()
    tool.setText(sign)
    tool.setObjectName(name)
    tool.setAutoRaise(True)
    tool.setToolTip(words)
    tool.setAccessibleName(words)
    tool.clicked.connect(lambda *_: action())
    return tool
