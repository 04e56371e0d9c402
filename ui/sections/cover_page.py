"""The cover: unit, year, kind of unit and title, the preamble, and the closing lines where a unit wants them."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QShowEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLabel, QLayout, QVBoxLayout, QWidget

from core import edits
from core.cover import likely_org_type, parse_year
from core.finding import Finding
from core.report import OrgType
from core.steps import Step
from ui.controls import button, heading, note
from ui.due import DueLabel
from ui.sections.edit_menu import EditTarget
from ui.sections.line_field import LineField
from ui.sections.prose_field import ProseField
from ui.sections.prose_pane import ProsePane
from ui.sections.stale_banner import StaleBanner
from ui.sections.stale_sentences import StaleSentences
from ui.sections.text_page import target_within
from ui.session import Session
from ui.theme import STEP

KINDS = {
    OrgType.DEPARTMENT: "部门（局、委、办）",
    OrgType.TOWNSHIP: "乡镇、街道",
    OrgType.GOVERNMENT: "本级政府",
    OrgType.GOVERNMENT_OFFICE: "政府办公室",
    OrgType.OTHER: "其他单位",
}


class CoverPage(QWidget):
    """The first page (objectName `page_cover`).

    Fields: `fieldUnit`, `fieldYear`, `fieldKind`, `fieldTitle`, `text_preamble`, `text_signature`; buttons:
    `btnTakeKind`, `btnStandardTitle`. `place_entered` names unit, year, org_type, title, preamble or signature.
    """

    said = Signal(str)
    place_told = Signal(str)
    place_entered = Signal(str)

    def __init__(self, session: Session, step: Step | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page_cover")
        self._session = session
        self._unit = self._line("fieldUnit", "unit", "单位名称")
        self._year = self._line("fieldYear", "year", "年度")
        self._title = self._line("fieldTitle", "title", "标题")
        self._kind = self._make_kind()
        self._year_note = note("请写四位数的年份，例如 2026。")
        self._kind_note = note("")
        self._take_kind = button("采用(&X)", "btnTakeKind", self._adopt_kind)
        self._standard = button("恢复标准标题(&W)", "btnStandardTitle", self._restore_title)
        self.preamble = ProsePane(session, "preamble", "前言")
        self.preamble.entered.connect(self._enter)
        self.signature = self._make_signature()
        self._stale = StaleSentences(session, self.signature, "落款")
        self._confirm = StaleBanner(self._stale, keys=" A ")
        self._lay_out()
        self._connect()
        self.refresh()
        self.setFocusProxy(self._unit)

    def refresh(self) -> None:
        """Show what the report holds; what is being typed is left alone where it means the same."""
        report = self._session.report
        self._unit.show_words(report.unit)
        if parse_year(self._year.text()) != report.year:
            self._year.show_words("" if report.year is None else str(report.year))
        if self._title.text().strip() or not self._title.hasFocus():
            self._title.show_words(report.title or report.standard_title)
        self._year_note.setVisible(report.year is None and bool(self._year.text().strip()))
        self._standard.setEnabled(bool(report.title))
        self._show_kind()

    def show_finding(self, finding: Finding) -> None:
        """Go to the field a finding speaks of and select its words there."""
        if finding.section == "preamble":
            self.preamble.field.select_words(finding)
        elif finding.section == "signature":
            self.signature.select_words(finding)
        elif finding.section == "unit" or self._is_of_unit(finding.excerpt or None):
            self._unit.select_words(finding)
        else:
            self._title.select_words(finding)

    def _is_of_unit(self, words: str | None) -> bool:
        return words is not None and words in self._unit.text() and words not in self._title.text()

    def show_text(self, key: str) -> None:
        """Go to the preamble or to the closing lines."""
        (self.signature if key == "signature" else self.preamble.field).setFocus()

    def focus_first(self) -> None:
        """Go to the first field that is still empty, else to the first."""
        empty = (field for field in (self._unit, self._year) if not field.text().strip())
        first = next(empty, self._unit)
        first.setFocus()
        self._enter("unit" if first is self._unit else "year")

    def edit_target(self) -> EditTarget | None:
        return target_within(self)

    def set_last_year_shown(self, shown: bool) -> None:  # noqa: FBT001  the name and shape all pages share
        self.preamble.set_last_year_shown(shown)

    # ------------------------------------------------------------ what is typed

    def _unit_typed(self, words: str) -> None:
        self._session.edit_merging("unit", "修改单位名称", edits.set_unit, words)

    def _year_typed(self, words: str) -> None:
        self._session.edit_merging("year", "修改年度", edits.set_year, parse_year(words))
        self.refresh()

    def _title_typed(self, words: str) -> None:
        own = "" if words.strip() == self._session.report.standard_title else words
        self._session.edit_merging("title", "修改标题", edits.set_title, own)

    def _kind_chosen(self, index: int) -> None:
        self._session.edit("修改单位类型", edits.set_org_type, self._kind.itemData(index))
        self._show_kind()

    def _adopt_kind(self) -> None:
        self._session.edit("修改单位类型", edits.set_org_type, likely_org_type(self._session.report.unit))
        self._kind.setFocus()

    def _restore_title(self) -> None:
        if self._session.edit("恢复标准标题", edits.set_title, ""):
            self.said.emit("已恢复标准标题。")

    def _enter(self, place: str) -> None:
        self.place_entered.emit(place)
        self.place_told.emit("封面与前言")

    # ------------------------------------------------------------ how it is shown

    def _show_kind(self) -> None:
        report = self._session.report
        self._kind.setEnabled(not self._session.is_frozen)
        with QSignalBlocker(self._kind):
            self._kind.setCurrentIndex(self._kind.findData(report.org_type))
        likely = likely_org_type(report.unit) if report.org_type is None else None
        self._kind_note.setText(f"看名称像是“{KINDS[likely]}”。" if likely else "")
        self._kind_note.setVisible(likely is not None)
        self._take_kind.setVisible(likely is not None)

    def _line(self, name: str, place: str, label: str) -> LineField:
        field = LineField(self._session, name, label)
        field.entered.connect(lambda: self._enter(place))
        return field

    def _make_kind(self) -> QComboBox:
        kind = _Kinds()
        kind.setObjectName("fieldKind")
        kind.setAccessibleName("单位类型")
        kind.addItem("（未选）", None)
        for org_type, name in KINDS.items():
            kind.addItem(name, org_type)
        kind.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return kind

    def _make_signature(self) -> ProseField:
        signature = ProseField(self._session, "signature", "落款")
        signature.setPlaceholderText("一般不写。需要时写单位名称和日期，每行一项。")
        signature.setFixedHeight(3 * signature.fontMetrics().lineSpacing() + 2 * STEP)
        signature.document().setDocumentMargin(STEP)
        signature.entered.connect(lambda: self._enter("signature"))
        return signature

    def _connect(self) -> None:
        self._unit.textEdited.connect(self._unit_typed)
        self._year.textEdited.connect(self._year_typed)
        self._title.textEdited.connect(self._title_typed)
        self._title.left.connect(self.refresh)
        self._kind.activated.connect(self._kind_chosen)
        for part in (self._stale, self.preamble):
            part.said.connect(self.said)
        self._session.head_changed.connect(self.refresh)
        self._session.replaced.connect(self.refresh)
        self._session.final_changed.connect(self._show_kind)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * STEP)
        grid.setVerticalSpacing(2 * STEP)
        grid.setColumnStretch(1, 1)
        self._year.setFixedWidth(self._year.fontMetrics().horizontalAdvance("2026 年度") + 4 * STEP)
        rows: tuple[tuple[str, QWidget, QLayout], ...] = (
            ("单位名称(&U)", self._unit, _row(self._unit, wide=True)),
            ("年度(&Y)", self._year, _row(self._year, self._year_note)),
            ("单位类型(&T)", self._kind, _row(self._kind, self._kind_note, self._take_kind, DueLabel(self._session))),
            ("标题(&B)", self._title, _row(self._title, self._standard, wide=True)),
            ("前言(&P)", self.preamble.field, _row(self.preamble, wide=True)),
            ("落款(&L)", self.signature, _column(self._confirm, self.signature)),
        )
        for line, (words, field, row) in enumerate(rows):
            grid.addWidget(_caption(words, field), line, 0, Qt.AlignmentFlag.AlignTop)
            grid.addLayout(row, line, 1)
        grid.setRowStretch(4, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(4 * STEP, 3 * STEP, 4 * STEP, 2 * STEP)
        column.setSpacing(2 * STEP)
        column.addWidget(heading("封面与前言"))
        column.addLayout(grid, 1)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.place_entered.emit("preamble")


class _Kinds(QComboBox):
    """A choice that the wheel does not change on its way down the page."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


def _caption(words: str, field: QWidget) -> QLabel:
    caption = QLabel(words)
    caption.setBuddy(field)
    caption.setContentsMargins(0, STEP, STEP, 0)
    return caption


def _column(*widgets: QWidget) -> QVBoxLayout:
    """Lay widgets one below the other, close together."""
    column = QVBoxLayout()
    column.setSpacing(STEP)
    for widget in widgets:
        column.addWidget(widget)
    return column


def _row(*widgets: QWidget, wide: bool = False) -> QHBoxLayout:
    """Lay widgets side by side; the first takes the room if it is a wide one, else the room stays empty."""
    row = QHBoxLayout()
    row.setSpacing(2 * STEP)
    for index, widget in enumerate(widgets):
        row.addWidget(widget, int(wide and index == 0))
    if not wide:
        row.addStretch(1)
    return row
