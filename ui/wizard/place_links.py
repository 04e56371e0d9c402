"""Lines that each lead to a place of the report: what is missing, and the notes that clerks wrote at cells."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from core.report import Report
from core.steps import step_of_place
from ui import theme
from ui.controls import emptied, plain
from ui.matrix.faces import short_name

Link = tuple[str, str, str]
"""Words that lead to a place, the step, and a cell or a text in it or nothing."""


class PlaceLinks(QWidget):
    """Shows lines under a heading; without a line it is not there. objectName as given."""

    asked = Signal(str, str)  # step, and a cell or a text in it or nothing

    def __init__(self, name: str, heading: QLabel) -> None:
        super().__init__()
        self.setObjectName(name)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(theme.STEP)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(3 * theme.STEP)
        box.addWidget(heading)
        box.addLayout(self._lines)

    def tell(self, links: Iterable[Link], otherwise: str = "") -> None:
        """Show these lines; `otherwise` is said below them."""
        emptied(self._lines)
        colour = theme.colours(self.palette()).accent.name()
        for words, step, place in links:
            line = QLabel(f'<a href="{step} {place}" style="color: {colour}">{_escaped(words)}</a>')
            line.setWordWrap(True)
            line.setTextInteractionFlags(
                Qt.TextInteractionFlag.LinksAccessibleByKeyboard | Qt.TextInteractionFlag.LinksAccessibleByMouse
            )
            line.linkActivated.connect(lambda link: self.asked.emit(*link.split(" ")))
            self._lines.addWidget(line)
        if otherwise:
            self._lines.addWidget(plain(otherwise))
        self.setVisible(self._lines.count() > 0)


def notes(report: Report) -> list[Link]:
    """What clerks wrote down at cells, in the order of the form."""
    cells = report.form.cells
    return [
        (f"{short_name(cells[cell])}：{report.notes[cell]}", step_of_place(report.form, cell), cell)
        for cell in cells
        if cell in report.notes
    ]


def _escaped(words: str) -> str:
    """Words of a clerk: nothing in them is taken for markup."""
    return words.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br>")
