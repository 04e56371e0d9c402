"""What was read, above its values: which file, which unit and year, how much of the form was found.

objectNames: reviewTitle, reviewFile, reviewUnit, reviewYear, reviewFound.
"""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from core.cover import parse_year
from core.doubts import found_words
from core.report import Report
from ui import theme
from ui.controls import heading, note

WORD_JOINER = "\u2060"


class ReviewHead(QWidget):
    """Unit and year can be put right here."""

    year_changed = Signal()
    place_entered = Signal(str)  # "unit" or "year"
    put_right = Signal(str)  # likewise: the clerk has typed there

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._file, self._found = heading(""), note(""), note("")
        self.unit, self.year = QLineEdit(), QLineEdit()
        for part, name in (
            (self._title, "reviewTitle"),
            (self._file, "reviewFile"),
            (self.unit, "reviewUnit"),
            (self.year, "reviewYear"),
            (self._found, "reviewFound"),
        ):
            part.setObjectName(name)
        self._found.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._found.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.unit.setAccessibleName("单位名称")
        self.year.setAccessibleName("这份年报的年度")
        self.year.setFixedWidth(16 * theme.STEP)
        self.year.textChanged.connect(self.year_changed)
        for field, where in ((self.unit, "unit"), (self.year, "year")):
            field.textEdited.connect(lambda _, where=where: self.put_right.emit(where))
            field.installEventFilter(self)
        self._lay_out()

    def show_report(self, title: str, name: str, report: Report, *, in_doubt: bool) -> None:
        """Show a report that was read from a file of this name; none means that its name stands elsewhere."""
        self._title.setText(title)
        self._file.setText(f"来自：{name}" if name else "")
        self._file.setVisible(bool(name))
        self.unit.setText(report.unit)
        self.unit.setCursorPosition(0)
        self.year.setText(str(report.year or ""))
        sure = "" if in_doubt else "✓ 没有拿不准的地方。"
        self._found.setText(f"{sure}读到：{_found_words(report)}")

    def words(self) -> tuple[str, int | None]:
        """Return unit and year as they stand."""
        return self.unit.text().strip(), parse_year(self.year.text())

    def field(self, where: str) -> QLineEdit:
        """Return the field of "unit" or of "year"."""
        return self.unit if where == "unit" else self.year

    def _lay_out(self) -> None:
        top, fields = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self._title)
        top.addWidget(self._found, 1)
        top.setSpacing(4 * theme.STEP)
        for words, field in (("单位(&U)：", self.unit), ("年度(&Y)：", self.year)):
            label = QLabel(words)
            label.setBuddy(field)
            fields.addWidget(label)
            fields.addWidget(field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.STEP)
        column.addLayout(top)
        column.addLayout(fields)
        column.addWidget(self._file)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    # ------------------------------------------------------------ Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.place_entered.emit("unit" if watched is self.unit else "year")
        return super().eventFilter(watched, event)


def _found_words(report: Report) -> str:
    """Return what was found; the names of the texts, which come last, stay on one line."""
    *tables, texts = found_words(report)
    return "　".join((*tables, WORD_JOINER.join(texts)))
