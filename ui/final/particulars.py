"""What is asked for at 定稿: unit, day, person, and the names on the 审签单.

objectNames: finalUnit, finalDay, finalDayNote, finalPerson, finalPersonLack, signer_<key>.
"""

from datetime import date

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QDateEdit, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QWidget

from core.deadlines import today
from core.form.layout import SIGNERS
from core.readiness import closing_day, day_words
from core.report import Report
from ui import theme
from ui.controls import button, inked, note, plain
from ui.final.choice import CAPTION

LONGEST_NAME = 20


class Particulars(QWidget):
    """The fields; `cover_asked` is sent where the name of the unit is not right."""

    cover_asked = Signal()

    def __init__(self, report: Report, person: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._closing = closing_day(report)
        self._unit = plain(report.unit)
        self._unit.setObjectName("finalUnit")
        self._unit.setFont(theme.bold(self._unit.font()))
        self._day = _Day(today())
        self._day_note = note("")
        self._day_note.setObjectName("finalDayNote")
        self._person = _name("finalPerson", "经办人", report.final.person if report.final else person)
        self._lack = note("请填写经办人的姓名。")
        self._lack.setObjectName("finalPersonLack")
        self._signers = {
            key: _name(f"signer_{key}", words, report.sign_off.get(key, "")) for key, words in SIGNERS.items()
        }
        for signer in self._signers.values():
            signer.setPlaceholderText("可空着手签")
        self._lack.hide()
        self._lay_out()
        self._day.dateChanged.connect(self._weigh_day)
        self._person.textEdited.connect(self._lack.hide)
        self._weigh_day()

    @property
    def person(self) -> str:
        return self._person.text().strip()

    @property
    def day(self) -> date:
        chosen = self._day.date()
        return date(chosen.year(), chosen.month(), chosen.day())

    @property
    def signers(self) -> dict[str, str]:
        """The names on the 审签单 by key; one that stays blank is signed by pen."""
        return {key: field.text().strip() for key, field in self._signers.items()}

    def is_filled(self) -> bool:
        """Tell whether all is there that is needed; what is not is pointed at."""
        if not self.person:
            self._lack.show()
            self._person.setFocus(Qt.FocusReason.OtherFocusReason)
        return bool(self.person)

    def begin(self) -> None:
        """Take the keyboard, at the field that is still empty."""
        (self._day if self.person else self._person).setFocus(Qt.FocusReason.OtherFocusReason)

    def _weigh_day(self, *_: object) -> None:
        """Warn where the closing lines name another day."""
        differs = self._closing is not None and self._closing != self.day
        self._day_note.setText(f"● 与落款日期（{day_words(self._closing)}）不同" if self._closing and differs else "")
        inked(self._day_note, theme.colours(self.palette()).warning)

    def _lay_out(self) -> None:
        inked(self._lack, theme.colours(self.palette()).error)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(3 * theme.STEP)
        grid.setVerticalSpacing(2 * theme.STEP)
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(0, CAPTION)
        cover = button("改名称(&U)", "finalToCover", self.cover_asked.emit)
        cover.setAutoDefault(False)
        cover.setToolTip("单位名称写错了，到封面修改")
        signers = QHBoxLayout()
        signers.setSpacing(theme.STEP)
        for key, field in self._signers.items():
            signers.addWidget(QLabel(SIGNERS[key]))
            signers.addWidget(field, 1)
        rows = (
            (_caption("单位"), _row(self._unit, cover, wide=True)),
            (_caption("定稿日期(&R)", self._day), _row(self._day, self._day_note)),
            (_caption("经办人(&N)", self._person), _row(self._person, self._lack)),
            (_caption("审签单"), signers),
        )
        for line, (caption, row) in enumerate(rows):
            grid.addWidget(caption, line, 0)
            grid.addLayout(row, line, 1)
        QWidget.setTabOrder(cover, self._day)


class _Day(QDateEdit):
    """A day, written as in the closing lines; the wheel does not change it on its way down the page."""

    def __init__(self, day: date) -> None:
        super().__init__(QDate(day.year, day.month, day.day))
        self.setObjectName("finalDay")
        self.setAccessibleName("定稿日期")
        self.setDisplayFormat("yyyy年M月d日")
        self.setCalendarPopup(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumWidth(40 * theme.STEP)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


def _name(name: str, label: str, words: str) -> QLineEdit:
    field = QLineEdit(words)
    field.setObjectName(name)
    field.setAccessibleName(label)
    field.setMaxLength(LONGEST_NAME)
    field.setMinimumWidth(16 * theme.STEP)
    return field


def _caption(words: str, buddy: QWidget | None = None) -> QLabel:
    caption = QLabel(words)
    if buddy is not None:
        caption.setBuddy(buddy)
    return caption


def _row(*widgets: QWidget, wide: bool = False) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(2 * theme.STEP)
    for place, widget in enumerate(widgets):
        row.addWidget(widget, int(wide and place == 0))
    if not wide:
        row.addStretch(1)
    return row
