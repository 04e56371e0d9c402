"""The rules as a list to look through: by family, those that the unit switched off once more at the top."""

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from core.checks import rulebook
from core.checks.register import Rule
from core.finding import Severity
from ui import theme
from ui.words import MARKS, WEIGHTS

_RULE = Qt.ItemDataRole.UserRole
_HEADS = ("规则", "轻重", "核对什么，应当怎样")
_CODE, _WEIGHT, _WORDS = range(3)
_SEEN = QAbstractItemView.ScrollHint.PositionAtCenter


class RulesTree(QTreeWidget):
    """A check box before each rule while rules can be switched (objectName `rulesTree`)."""

    switched = Signal(str, bool)  # code, and whether it is to judge

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rulesTree")
        self.setAccessibleName("审核规则")
        self.setHeaderLabels(_HEADS)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setExpandsOnDoubleClick(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setIndentation(4 * theme.STEP)
        self.setStyleSheet(f"QTreeWidget::item {{ padding: {theme.STEP // 2}px 0; }}")
        self.header().setSectionsMovable(False)
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.header().setStretchLastSection(True)
        self._off: frozenset[str] | None = frozenset()
        self._searched = ""
        self._top = QTreeWidgetItem()
        self._items: dict[str, QTreeWidgetItem] = {}
        self._fill()
        self.itemChanged.connect(self._tell)

    def take(self, off: frozenset[str] | None) -> None:
        """Mark the rules that are switched off; None where none can be switched: then there are no check boxes."""
        if off == self._off:
            return
        current = self.currentItem()
        in_top = self._top.indexOfChild(current) if current is not None else -1
        beneath = self.visualItemRect(current).top() if current is not None else 0
        self._off = off
        with QSignalBlocker(self):
            for item in self._items.values():
                self._mark(item)
            self._list_off()
        self.show_only(self._searched)
        if in_top >= 0:
            self._choose(self._top.child(min(in_top, self._top.childCount() - 1)) or self._first())
        elif current is not None:  # what was listed above it moves nothing under the clerk's eyes
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self.visualItemRect(current).top() - beneath)

    def show_only(self, words: str) -> bool:
        """Show the rules that have these words; return whether there are any."""
        self._searched = words
        for item in (*self._items.values(), *_children(self._top)):
            item.setHidden(not rulebook.is_about(item.data(0, _RULE), words))
        for place in range(self.topLevelItemCount()):
            family = self.topLevelItem(place)
            family.setHidden(all(item.isHidden() for item in _children(family)))
        if words.strip():  # each stands in its own family: listed twice, it would push what is searched for away
            self._top.setHidden(True)
        return any(not item.isHidden() for item in self._items.values())

    def go_to(self, code: str) -> None:
        """Choose a rule and bring it into view."""
        self._choose(self._items.get(code))
        self.setFocus()

    def go_to_first(self) -> None:
        """Choose the first rule in view of those that were searched for."""
        first = self._first()
        if first is not None:
            self.go_to(first.data(0, _RULE).code)

    # ------------------------------------------------------------ inside

    def _fill(self) -> None:
        with QSignalBlocker(self):
            self.addTopLevelItem(self._top)
            for name, rules in rulebook.by_family():
                family = QTreeWidgetItem([f"{name}　{len(rules)} 条"])
                self._add_family(family)
                for rule in rules:
                    self._items[rule.code] = self._line(rule, family)
            self._add_family(self._top)
            self._top.setHidden(True)

    def _add_family(self, family: QTreeWidgetItem) -> None:
        if family is not self._top:
            self.addTopLevelItem(family)
        family.setFirstColumnSpanned(True)
        family.setFont(0, theme.bold(self.font()))
        family.setFlags(Qt.ItemFlag.ItemIsEnabled)
        family.setExpanded(True)

    def _line(self, rule: Rule, family: QTreeWidgetItem) -> QTreeWidgetItem:
        item = QTreeWidgetItem(family, [rule.code, f"{MARKS[rule.severity]} {WEIGHTS[rule.severity]}", rule.words])
        item.setData(0, _RULE, rule)
        item.setToolTip(_WORDS, rule.words)
        self._mark(item)
        return item

    def _list_off(self) -> None:
        """List what is switched off at the top."""
        self._top.takeChildren()
        rules = [item.data(0, _RULE) for code, item in self._items.items() if code in (self._off or ())]
        for rule in rules:
            self._line(rule, self._top)
        self._top.setText(0, f"本单位已停用　{len(rules)} 条")
        self._top.setHidden(not rules)

    def _mark(self, item: QTreeWidgetItem) -> None:
        """Tick a rule that judges; write one that does not in grey, with the word for it."""
        rule: Rule = item.data(0, _RULE)
        shades = theme.colours(self.palette())
        is_off = self._off is not None and rule.code in self._off
        if self._off is None:
            item.setData(_CODE, Qt.ItemDataRole.CheckStateRole, None)
        else:
            item.setCheckState(_CODE, Qt.CheckState.Unchecked if is_off else Qt.CheckState.Checked)
        item.setText(_WORDS, f"{rule.words}（已停用）" if is_off else rule.words)
        inks = {Severity.ERROR: shades.error, Severity.WARNING: shades.warning, Severity.HINT: shades.muted}
        item.setForeground(_CODE, shades.muted if is_off else shades.ink)
        item.setForeground(_WEIGHT, shades.muted if is_off else inks[rule.severity])
        item.setForeground(_WORDS, shades.muted if is_off else shades.ink)
        state = "" if self._off is None else "，已停用" if is_off else "，启用"
        spoken = f"{rule.code}，{WEIGHTS[rule.severity]}，{rule.words}{state}"
        item.setData(_CODE, Qt.ItemDataRole.AccessibleTextRole, spoken)

    def _tell(self, item: QTreeWidgetItem, column: int) -> None:
        """Tell of a box that was ticked or cleared."""
        rule: Rule | None = item.data(0, _RULE)
        if rule is None or column != _CODE or self._off is None:
            return
        on = item.checkState(_CODE) is Qt.CheckState.Checked
        if on is (rule.code in self._off):
            self.switched.emit(rule.code, on)

    def _choose(self, item: QTreeWidgetItem | None) -> None:
        if item is not None:
            self.setCurrentItem(item)
            self.scrollToItem(item, _SEEN)

    def _first(self) -> QTreeWidgetItem | None:
        return next((item for item in self._items.values() if not item.isHidden()), None)

    # ------------------------------------------------------------ Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if event.key() == Qt.Key.Key_Space and self._off is not None and item is not None and item.data(0, _RULE):
            is_on = item.checkState(_CODE) is Qt.CheckState.Checked
            item.setCheckState(_CODE, Qt.CheckState.Unchecked if is_on else Qt.CheckState.Checked)
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "_items"):
            with QSignalBlocker(self):
                for item in (*self._items.values(), *_children(self._top)):
                    self._mark(item)
            self.viewport().update()


def _children(item: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    return [item.child(place) for place in range(item.childCount())]
