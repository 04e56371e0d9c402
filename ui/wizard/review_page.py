"""What was read from a file, shown before anything of it enters: unit, year, what was found, and every doubt.

objectNames: reviewUnit, reviewYear, reviewFound, reviewDoubts, reviewKeys, reviewAccept, reviewCancel.
"""

from dataclasses import replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from core.cover import parse_year
from core.doubts import answered, found_words, own_errors, reminder
from core.report import Report
from ui import theme
from ui.controls import button, heading, inked, note, plain
from ui.filing import Intent, Reading
from ui.wizard.doubts_table import DoubtsTable
from ui.wizard.own_errors import OwnErrors

_TITLES = {
    Intent.DRAFT: "核对读到的上年年报",
    Intent.ADOPT: "核对读到的本年年报",
    Intent.ATTACH: "核对要附上的上年年报",
}
_ACCEPTS = {Intent.ADOPT: "作为本年报告打开(&G)", Intent.ATTACH: "附上(&G)"}


class ReviewPage(QWidget):
    """One reading, to be confirmed with one click where nothing is in doubt.

    `reminder` is what to say, once it is taken in, of the doubts that nobody looked at.
    """

    accepted = Signal(object, object, object)  # Report, Intent, year of the draft or None
    called_off = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reviewPage")
        self.reminder = ""
        self._reading = Reading("", Intent.DRAFT, Report(), ())
        self._title, self._file, self._found = heading(""), note(""), plain()
        self._found.setObjectName("reviewFound")
        self._unit, self._year = QLineEdit(), QLineEdit()
        self._unit.setObjectName("reviewUnit")
        self._year.setObjectName("reviewYear")
        self._year.setMaximumWidth(80)
        self._year.textChanged.connect(self._name_buttons)
        self._count, self._doubts = plain(), DoubtsTable()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._judge)
        self._keys = note("")
        self._keys.setObjectName("reviewKeys")
        self._own = OwnErrors()
        self._accept = button("", "reviewAccept", lambda: self._tell(self._reading.intent))
        self._other = button("", "reviewOther", self._tell_other)
        self._doubts.gone_through.connect(self._accept.setFocus)
        self._doubts.keys_told.connect(self._tell_keys)
        self._doubts.settled.connect(self._soon.start)
        self._lay_out()

    def show_reading(self, reading: Reading) -> None:
        """Show what was read."""
        self._reading = reading
        report = reading.report
        self._title.setText(_TITLES[reading.intent])
        self._file.setText(f"来自：{reading.name}")
        self._unit.setText(report.unit)
        self._year.setText(str(report.year or ""))
        self._found.setText("　".join(found_words(report)))
        self._doubts.show_doubts(report, reading.doubts)
        many = len(reading.doubts)
        self._count.setText(f"● 有 {many} 处拿不准，请看一眼：" if many else "✓ 没有拿不准的地方。")
        for part in (self._doubts, self._keys):
            part.setVisible(bool(many))
        self._own.fold()
        self._judge()
        self._other.setVisible(reading.intent is not Intent.ATTACH)
        self._name_buttons()
        (self._doubts if many else self._accept).setFocus()

    def _name_buttons(self) -> None:
        year = parse_year(self._year.text())
        draft = f"生成 {year + 1} 年草稿(&G)" if year else "生成本年草稿(&G)"
        is_draft = self._reading.intent is Intent.DRAFT
        self._accept.setText(draft if is_draft else _ACCEPTS[self._reading.intent])
        other = "它就是本年的年报，直接检查" if is_draft else "它是上年的年报，生成本年草稿"
        self._other.setText(other)

    def _judge(self) -> None:
        """Tell the sums that do not come out in the file itself, with the answers given so far."""
        whose = "本年" if self._reading.intent is Intent.ADOPT else "上年"
        self._own.show_errors(whose, own_errors(answered(self._reading.report, self._doubts.answers())))

    def _tell_keys(self, words: str, refused: bool) -> None:  # noqa: FBT001  a slot of a signal
        self._keys.setText(words)
        shades = theme.colours(self.palette())
        inked(self._keys, shades.error if refused else shades.ink)

    def _tell(self, intent: Intent) -> None:
        report = answered(self._reading.report, self._doubts.answers())
        self.reminder = reminder(report, self._doubts.left(), is_draft=intent is Intent.DRAFT)
        year = parse_year(self._year.text())
        report = replace(report, unit=self._unit.text().strip(), year=year)
        self.accepted.emit(report, intent, year + 1 if year is not None else None)

    def _tell_other(self) -> None:
        self._tell(Intent.ADOPT if self._reading.intent is Intent.DRAFT else Intent.DRAFT)

    def _lay_out(self) -> None:
        self._accept.setDefault(True)
        self._accept.setMinimumHeight(8 * theme.STEP)
        form = QFormLayout()
        form.addRow("单位(&U)：", self._unit)
        form.addRow("这份年报的年度(&Y)：", self._year)
        form.addRow("读到：", self._found)
        buttons = QHBoxLayout()
        buttons.addWidget(self._accept)
        buttons.addWidget(self._other)
        buttons.addStretch(1)
        buttons.addWidget(button("取消", "reviewCancel", self.called_off.emit))
        column = QVBoxLayout()
        column.setSpacing(3 * theme.STEP)
        for part in (self._title, self._file):
            column.addWidget(part)
        column.addLayout(form)
        for widget in (self._count, self._doubts, self._keys, self._own):
            column.addWidget(widget)
        column.addLayout(buttons)
        column.addStretch(1)
        column.setStretchFactor(self._doubts, 100)
        frame = QWidget()
        frame.setMaximumWidth(920)
        frame.setLayout(column)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(24, 24, 24, 16)
        outer.addStretch(1)
        outer.addWidget(frame, 20)
        outer.addStretch(1)
