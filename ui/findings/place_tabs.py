"""What the tabs beside the findings show: words to read, and last year's figure or words for the clerk's place."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QEvent
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from core import tally
from core.cells import CellId
from core.form.layout import TEXTS
from core.report import Report
from ui import theme
from ui.matrix.faces import short_name
from ui.theme import STEP

NO_LAST_YEAR = "还没有上年报告。从菜单“文件—附上上年报告”选一份，这里就显示同一处上年的数和文字。"
NO_PLACE = "点一个格子或一段文字，这里就显示它上年的内容。"

_HEADS = {"unit": "单位名称", "year": "年度", "org_type": "单位类型", "title": "标题"}
_TEXT_HEADS = {"preamble": "前言", "signature": "落款"}


class PlaceView(QTextEdit):
    """Words to read and to copy: headings, paragraphs and small print."""

    def __init__(self, name: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[Line, ...] = ()
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.document().setDocumentMargin(3 * STEP)

    def tell(self, head: str, parts: tuple[tuple[str, str], ...]) -> None:
        """Show a heading and below it paragraphs, each with its small print."""
        lines = [Line(((head, Look.STRONG),), 0)]
        for words, small in parts:
            lines += [Line(((words, Look.PLAIN),)), Line(((small, Look.FINE),), STEP // 2)]
        self.show_lines(lines)

    def show_lines(self, lines: Iterable["Line"]) -> None:
        """Show paragraphs; those without words are left out."""
        self._lines = tuple(lines)
        self.clear()
        looks = self._looks()
        cursor = self.textCursor()
        for line in self._lines:
            if not any(words for words, _ in line.runs):
                continue
            self._begin(cursor, line.above)
            for words, look in line.runs:
                cursor.insertText(words, looks[look])
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _looks(self) -> dict["Look", QTextCharFormat]:
        shades = theme.colours(self.palette())
        looks = {look: QTextCharFormat() for look in Look}
        for look in (Look.STRONG, Look.NAME):
            looks[look].setFont(theme.bold(self.font()))
        for look in (Look.FINE, Look.TAG):
            looks[look].setFont(theme.small(self.font()))
        looks[Look.FINE].setForeground(shades.muted)
        for look in (Look.NAME, Look.TAG):
            looks[look].setForeground(shades.accent)
        return looks

    def _begin(self, cursor: QTextCursor, above: int) -> None:
        block = QTextBlockFormat()
        block.setTopMargin(above)
        block.setLineHeight(115, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if self.document().isEmpty():
            cursor.setBlockFormat(block)
        else:
            cursor.insertBlock(block)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self.show_lines(self._lines)


class Look(Enum):
    """How words are set in these tabs."""

    PLAIN = "plain"
    STRONG = "strong"
    FINE = "fine"  # small print
    NAME = "name"  # what a group of paragraphs is about
    TAG = "tag"  # the word before a paragraph that tells what it is for


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph: stretches of words with their look, and the room above it in pixels."""

    runs: tuple[tuple[str, Look], ...]
    above: int = 2 * STEP


def tell_last_year(view: PlaceView, report: Report, place: str) -> None:
    """Show what stood in a place last year."""
    last, noted = report.last_year, _noted(report, place)
    if last is None:
        view.tell(name_of(report, place) if noted else "", (*noted, (NO_LAST_YEAR, "")))
    elif place in report.form.cells:
        view.tell(name_of(report, place), (*_figures(report, last, CellId(place)), *noted))
    elif place in TEXTS:
        words = last.text(place).strip()
        view.tell(f"{name_of(report, place)}（{last.year or '上'}年）", ((words or "上年这一部分没有文字。", ""),))
    elif place in {"unit", "title"}:
        words = last.unit if place == "unit" else last.title or last.standard_title
        view.tell(f"{name_of(report, place)}（上年）", ((words or "上年没有填。", ""),))
    else:
        view.tell("", ((NO_PLACE, ""),))


def name_of(report: Report, place: str) -> str:
    """Return the words for a place: a cell, a text, a field of the cover."""
    if place in report.form.cells:
        return short_name(report.form.cells[CellId(place)])
    if place in _HEADS or place in _TEXT_HEADS:
        return _HEADS.get(place) or _TEXT_HEADS[place]
    return next((section.heading for section in report.form.sections if section.id == place), "")


def _noted(report: Report, place: str) -> tuple[tuple[str, str], ...]:
    """What the clerk wrote down at a cell."""
    words = report.notes.get(CellId(place))
    return ((f"批注：{words}", "Shift+F2 修改"),) if words else ()


def _figures(report: Report, last: Report, cell: CellId) -> tuple[tuple[str, str], ...]:
    then, now = last.as_printed(cell).raw.strip(), report.as_printed(cell).raw.strip()
    change = tally.change(report, cell)
    said = f"上年（{last.year}）　{then or '空'}" if last.year else f"上年　{then or '空'}"
    lines = [(said, ""), (f"今年　{now or '空'}", "")]
    if change is not None:
        lines.append(("与上年相同" if change == 0 else f"比上年{'多' if change > 0 else '少'} {abs(change):f}", ""))
    before = tally.forerunner(cell)
    if before is not None:
        forward = last.as_printed(before).raw.strip() or "空"
        lines.append((f"上年“{report.form.cells[before].row.name}”　{forward}", "与今年的上年结转应相等"))
    if follows := tally.in_force(report, cell):
        lines.append((follows.words, "仅供核对；有失效、修改后重新公布等情况的，按实际填写"))
    return tuple(lines)
