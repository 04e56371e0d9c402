"""The strip below a table: the equations that the current cell stands in, both sides, and by how much they are apart.

Sums come from `core.balance`; the strip only sets them in words. Every term leads to its cell.
"""

import re
from decimal import Decimal

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from core.balance import balance
from core.cells import CellId
from core.form.layout import Equation, Table
from core.report import Report
from ui import theme
from ui.theme import Colours

MOST_TERMS = 8
FEWEST_TERMS = 1
BLANK = "□"
GAP = "&nbsp;" * 4


def equations_for(table: Table, cell: CellId) -> tuple[Equation, ...]:
    """The equations to show for a cell: the balance of its column first, then the sum it stands in or is."""
    description = next(c for c in table.cells if c.id == cell)
    balances = [e for e in table.equations if e.fills is None and len(e.right) > 1]
    balanced = next((e for e in balances if e.subject == description.column.label), None)
    sums = [e for e in table.equations if e.fills is not None and cell in e.cells]
    own = next((e for e in sums if e.fills == cell), None) or (sums[0] if sums else None)
    return tuple(e for e in (balanced, own) if e is not None)


def sentence(report: Report, equation: Equation, colours: Colours, most: int = MOST_TERMS) -> str:
    """Return an equation with its numbers as rich text, each term a link to its cell; `most` terms on one side."""
    sums = balance(report, equation)
    left, right = (_side(report, equation, cells, colours, most) for cells in (equation.left, equation.right))
    if len(equation.right) > 1:
        left, right = _with_sum(left, sums.left), _with_sum(right, sums.right)
    sign = "＝" if not sums.difference else f'<b style="color:{colours.error.name()}">≠</b>'
    return f"{_subject(report, equation)}：{left} {sign} {right}{GAP}{_verdict(report, equation, colours)}"


def plain(rich: str) -> str:
    """Return the words of an equation without their setting."""
    return re.sub("<[^>]+>", "", rich).replace("&nbsp;", " ")


def fitting(report: Report, equation: Equation, colours: Colours, width: int, font: QFont) -> tuple[str, QFont]:
    """Return an equation that fits a width, and its font: first in small letters, then with fewer terms of a sum."""
    whole = sentence(report, equation, colours)
    if QFontMetrics(theme.bold(font)).horizontalAdvance(plain(whole)) <= width:
        return whole, font
    small = theme.small(font)
    metrics = QFontMetrics(theme.bold(small))
    best, low, high = sentence(report, equation, colours, FEWEST_TERMS), FEWEST_TERMS, MOST_TERMS
    while low < high:  # halving: this is done at every key press
        most = (low + high + 1) // 2
        rich = sentence(report, equation, colours, most)
        if metrics.horizontalAdvance(plain(rich)) <= width:
            best, low = rich, most
        else:
            high = most - 1
    return best, small


def spoken(report: Report, equation: Equation) -> str:
    """Return how an equation stands, in plain words."""
    sums = balance(report, equation)
    if sums.difference is None:
        return f"{equation.subject}：还有 {len(_blank_terms(report, equation))} 格没有填数"
    return f"{equation.subject}：" + (f"差 {sums.difference:+f} 件" if sums.difference else "平")


def _verdict(report: Report, equation: Equation, colours: Colours) -> str:
    difference = balance(report, equation).difference
    printed = report.printed.get(equation.fills) if equation.fills else None
    if difference is None:
        return _set("○", colours.muted.name(), f"还有 {len(_blank_terms(report, equation))} 格没有填数")
    if difference:
        return _set("▲", colours.error.name(), f"差 {difference:+f} 件")
    if printed is not None and equation.fills and printed.value != report.value(equation.fills):
        return _set("▲", colours.error.name(), f"原表印 {printed.raw.strip() or '空'}")
    return _set("✓", colours.ok.name(), "平" if len(equation.right) > 1 else "已合计")


def _set(shape: str, colour: str, words: str) -> str:
    return f'<span style="color:{colour}">{shape} {words}</span>'


def _blank_terms(report: Report, equation: Equation) -> tuple[CellId, ...]:
    """The typed cells for want of which an equation cannot be weighed."""
    computed = report.computed
    cells = (c for cell in equation.cells for c in (report.missing(cell) if cell in computed else (cell,)))
    return tuple(dict.fromkeys(cell for cell in cells if report.value(cell) is None))


def _side(report: Report, equation: Equation, cells: tuple[CellId, ...], colours: Colours, most: int) -> str:
    """One side of an equation; of a long sum only the terms that are not 0."""
    told = cells if len(cells) <= most else tuple(cell for cell in cells if report.value(cell) != 0)
    shown, hidden = told[:most], len(cells) - len(told[:most])
    terms = [_term(report, equation, cell, colours) for cell in shown]
    if hidden:
        terms.append(f"其余 {hidden} 项" + ("都是 0" if len(told) <= most else ""))
    return " ＋ ".join(terms)


def _term(report: Report, equation: Equation, cell: CellId, colours: Colours) -> str:
    value = report.value(cell)
    figure = BLANK if value is None else f"{value:f}"
    link = f'<a href="{cell}" style="color:{colours.accent.name()};text-decoration:none">'
    return f"{link}{_short(report, equation, cell)} <b>{figure}</b></a>"


def _short(report: Report, equation: Equation, cell: CellId) -> str:
    """The shortest words that tell the terms of an equation apart: column where the row is one, else the row."""
    described = report.form.cells
    same_row = len({described[term].row.id for term in equation.cells}) == 1
    words = described[cell].column.label if same_row else described[cell].row.address
    return _SHORTER.get(words, words)


def _subject(report: Report, equation: Equation) -> str:
    """What an equation is about; a row by its short address."""
    rows = {report.form.cells[cell].row for cell in equation.cells}
    return next(iter(rows)).address if len(rows) == 1 else equation.subject


_SHORTER = {
    "商业企业": "商业",
    "科研机构": "科研",
    "社会公益组织": "公益",
    "法律服务机构": "法律",
    "结果维持": "维持",
    "结果纠正": "纠正",
    "其他结果": "其他",
    "尚未审结": "未审结",
}


def _with_sum(side: str, total: Decimal | None) -> str:
    return f"{side} ＝ <b>{BLANK if total is None else f'{total:f}'}</b>"


class EquationStrip(QWidget):
    """Shows the equations of the current cell. objectName: equationStrip."""

    term_clicked = Signal(str)

    def __init__(self, table: Table, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("equationStrip")
        self._table = table
        self._shown: tuple[str, ...] = ()
        self._told: tuple[Report, CellId] | None = None
        most = max((len(equations_for(table, cell.id)) for cell in table.cells), default=0)
        self._box = box = QVBoxLayout(self)
        box.setContentsMargins(theme.STEP, theme.STEP, theme.STEP, 0)
        box.setSpacing(2)
        self.lines = tuple(self._line() for _ in range(most))
        for line in self.lines:
            box.addWidget(line)
        self._fix_heights()
        self.setVisible(most > 0)

    def _line(self) -> QLabel:
        line = QLabel(self)
        line.setTextFormat(Qt.TextFormat.RichText)
        line.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByMouse)
        line.setMinimumWidth(1)  # a long equation never widens the window
        line.linkActivated.connect(self.term_clicked)
        return line

    def _fix_heights(self) -> None:
        """Give every line its height, so that nothing moves where one is empty."""
        for line in self.lines:
            line.setFixedHeight(QFontMetrics(self.font()).height() + 2)

    def show_cell(self, report: Report, cell: CellId) -> None:
        """Show the equations of a cell as they stand now."""
        self._told = (report, cell)
        if not self.lines:
            return
        colours = theme.colours(self.palette())
        told = equations_for(self._table, cell)
        words = tuple(sentence(report, equation, colours, len(equation.cells)) for equation in told)
        before, self._shown = self._shown, words
        for i, line in enumerate(self.lines):
            if words[i : i + 1] == before[i : i + 1]:
                continue
            text, font = fitting(report, told[i], colours, self._room(), self.font()) if i < len(told) else ("", None)
            if font is not None and font != line.font():
                line.setFont(font)
            line.setText(text)
            line.setAccessibleName(spoken(report, told[i]) if i < len(told) else "")
            line.setToolTip(plain(words[i]) if i < len(told) else "")

    def _room(self) -> int:
        margins = self._box.contentsMargins()
        return self.width() - margins.left() - margins.right()

    def _show_again(self) -> None:
        if self._told is not None:
            self._shown = ()
            self.show_cell(*self._told)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_again()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.PaletteChange} and self._told is not None:
            self._fix_heights()
            self._show_again()
