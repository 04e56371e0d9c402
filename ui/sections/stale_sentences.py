"""The sentences of a text that came from last year and were not looked at yet: marked, walked through, confirmed."""

import re
from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QTextCharFormat

from core import edits, prose
from core.prose import Stretch
from ui import theme
from ui.sections.markings import Mark
from ui.sections.paragraphs import cursor_over, place_in
from ui.sections.prose_field import ProseField
from ui.session import Session
from ui.theme import Colours

_FIGURE = re.compile(r"\d+(?:[.,，]\d+)*[%％]?")


class StaleSentences(QObject):
    """Keeps the layer “stale” of a field: a line under each, a ground under the one at the caret.

    The numbers in that one have a deeper ground: they are what most likely is last year's.
    """

    changed = Signal()  # how many there are
    said = Signal(str)

    def __init__(self, session: Session, field: ProseField, label: str) -> None:
        super().__init__(field)
        self._session, self._field, self._label = session, field, label
        self.stretches: tuple[Stretch, ...] = ()
        self._words: list[str] = []
        self._here: Stretch | None = None
        session.texts_changed.connect(self._on_texts_changed)
        session.replaced.connect(self.refresh)
        field.installEventFilter(self)  # for another palette
        field.cursorPositionChanged.connect(self._on_moved)
        self.refresh()

    def refresh(self) -> None:
        """Mark what is 待更新 now; typing behind it leaves all as it is."""
        report, key = self._session.report, self._field.key
        stretches, text = report.stale_sentences(key), report.text(key)
        if stretches != self.stretches:
            self.stretches, self._here = stretches, prose.around(stretches, self._caret)
            self._mark()
        words = [text[each.start : each.start + each.length] for each in stretches]
        if words != self._words:  # and not only moved along
            self._words = words
            self.changed.emit()

    @property
    def with_figures(self) -> int:
        """How many of them hold a number or a year that may be last year's; a live reference is this year's."""
        return sum(1 for one in self.stretches if any(self._figures(one)))

    def go_on(self) -> None:
        """Put the caret before the next sentence that is 待更新, from the end on before the first."""
        target = prose.following(self.stretches, self._caret)
        if target is not None:
            self._go_to(target)

    def go_to_one(self) -> None:
        """Go to the next of these sentences unless the caret stands in one."""
        if self._here is None:
            self.go_on()

    def confirm_here(self) -> None:
        """Let the sentence at the caret stand as it is and go to the next one; without one there, only go."""
        here = self._at_caret()
        if here is None:
            self.said.emit("光标不在待更新的句子里，已转到下一句。")
            self.go_on()
            return
        words = self._session.report.text(self._field.key)[here.start : here.start + here.length]
        if not self._session.edit("确认沿用一句", edits.confirm_sentence, self._field.key, words):
            return
        following = prose.following(self.stretches, here.start)
        if following is None:
            self.said.emit(f"{self._label}没有待更新的句子了。")
            self._field.setFocus()
        else:
            self._go_to(following)

    def confirm_all(self) -> None:
        """Let the whole text stand as it is."""
        self._session.edit(f"确认沿用{self._label}", edits.confirm_text, self._field.key)
        self._field.setFocus()

    @property
    def _caret(self) -> int:
        return place_in(self._field, self._field.textCursor().position())

    def _at_caret(self) -> Stretch | None:
        return prose.around(self.stretches, self._caret) if self.stretches else None

    def _go_to(self, stretch: Stretch) -> None:
        self._field.setFocus()
        self._field.setTextCursor(cursor_over(self._field, stretch.start, 0))
        self._field.ensureCursorVisible()

    def _on_texts_changed(self, keys: frozenset[str]) -> None:
        if self._field.key in keys:
            self.refresh()

    def _on_moved(self) -> None:
        here = self._at_caret()
        if here != self._here:
            self._here = here
            self._mark()

    def _mark(self) -> None:
        self._field.setAccessibleDescription("光标所在的句子来自上年，待更新" if self._here else "")
        shades = theme.colours(self._field.palette())
        lined, here, grounded = _looks(shades)
        sentences = [Mark(each, here if each == self._here else lined) for each in self.stretches]
        figures = [Mark(each, grounded) for each in self._figures(self._here)] if self._here else []
        self._field.marks.lay("stale", [*sentences, *figures])

    def _figures(self, stretch: Stretch) -> Iterator[Stretch]:
        """Yield the numbers in a sentence that may be last year's: all but live references."""
        resolved = self._session.report.resolved(self._field.key)
        for match in _FIGURE.finditer(resolved.text, stretch.start, stretch.start + stretch.length):
            if not resolved.touched(match.start(), match.end()):
                yield Stretch(match.start(), len(match.group()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.PaletteChange:
            self._mark()
        return super().eventFilter(watched, event)


def _looks(shades: Colours) -> tuple[QTextCharFormat, QTextCharFormat, QTextCharFormat]:
    """How a sentence looks, how the one at the caret does, and a number in that one."""
    lined, here, grounded = QTextCharFormat(), QTextCharFormat(), QTextCharFormat()
    for look in (lined, here):
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashDotLine)
        look.setUnderlineColor(shades.warning)
    here.setBackground(theme.mixed(shades.warning, shades.paper, 0.88))
    grounded.setBackground(theme.mixed(shades.warning, shades.paper, 0.70))
    return lined, here, grounded
