"""What a text editor shows of a text whose numbers follow the tables, and the way from its words to what is stored."""

from PySide6.QtCore import QPoint
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit

from core import prose, references
from core.references import Reference, Resolved
from ui.sections.paragraphs import cursor_over, place_within
from ui.sections.reference_marks import reference_at


class LiveWords:
    """The words of one editor, `shown` with the references in them. Its owner tells it what Qt replaces (`note`)."""

    def __init__(self, edit: QTextEdit) -> None:
        self._edit = edit
        self._told: list[tuple[int, int, int]] = []  # position, removed, added
        self.shown = Resolved("", "")

    @property
    def is_settled(self) -> bool:
        """Whether the report knows all that stands in the editor; while words are dragged about it does not yet."""
        return self._edit.toPlainText() == self.shown.text

    def note(self, position: int, removed: int, added: int) -> None:
        """Keep what Qt says is replaced: it alone tells a digit typed before an equal one from one typed behind."""
        self._told.append((position, removed, added))

    def stored(self, words: str) -> str:
        """Return what to store now that these words stand in the editor."""
        told, self._told = self._told, []
        part, new = self._replaced(words, told)
        return references.rewritten(self.shown, part.start, part.start + part.length, new)

    def show(self, wanted: Resolved) -> None:
        """Put other words, or other values of the same references, into the editor."""
        words, before = self._edit.toPlainText(), self.shown
        self.shown = wanted
        if wanted.raw == before.raw and words == before.text:
            self._follow(before, wanted)
        else:
            self._replace(words, wanted.text)
        self._told = []

    def selection(self) -> tuple[int, int]:
        """Return where the selection begins and ends, as Python counts characters."""
        words, cursor = self._edit.toPlainText(), self._edit.textCursor()
        return place_within(words, cursor.selectionStart()), place_within(words, cursor.selectionEnd())

    def beside(self, *, before: bool) -> Reference | None:
        """Return the reference that holds the character before or behind the caret."""
        place = self.selection()[0] - before
        return next(iter(self.shown.touched(place, place + 1)), None)

    def under(self, point: QPoint) -> Reference | None:
        """Return the reference at a point of the editor."""
        return reference_at(self.shown, place_within(self.shown.text, self._edit.cursorForPosition(point).position()))

    def first_blank(self, start: int, end: int) -> prose.Stretch:
        """Return the first blank between two places that the clerk fills in by hand; without one, the last place."""
        at = self.shown.text.find(references.BLANK, start, end)
        while at >= 0 and self.shown.touched(at, at + 1):
            at = self.shown.text.find(references.BLANK, at + 1, end)
        return prose.Stretch(at, len(references.BLANK)) if at >= 0 else prose.Stretch(end, 0)

    def _replaced(self, words: str, told: list[tuple[int, int, int]]) -> tuple[prose.Stretch, str]:
        shown = self.shown.text
        if len(told) != 1:
            return prose.replaced_part(shown, words)
        position, removed, added = told[0]
        ends = place_within(shown, position + removed), place_within(words, position + added)
        return prose.replaced_near(shown, words, place_within(words, position), *ends)

    def _replace(self, words: str, wanted: str) -> None:
        """Replace only the part that differs, so that caret and view stay."""
        part, new = prose.replaced_part(words, wanted)
        cursor = cursor_over(self._edit, part.start, part.length)
        cursor.insertText(new)
        if self._edit.hasFocus():
            self._edit.setTextCursor(cursor)

    def _follow(self, before: Resolved, after: Resolved) -> None:
        """Show the new values of the same references; caret and selection stay with their words."""
        caret = self._edit.textCursor()
        ends = [before.raw_place(place_within(before.text, each)) for each in (caret.anchor(), caret.position())]
        for old, new in reversed(tuple(zip(before.references, after.references, strict=True))):
            value = after.text[new.start : new.end]
            if before.text[old.start : old.end] != value:
                cursor_over(self._edit, old.start, old.length).insertText(value)
        anchor, place = (cursor_over(self._edit, after.shown_place(each), 0).position() for each in ends)
        caret.setPosition(anchor)
        caret.setPosition(place, QTextCursor.MoveMode.KeepAnchor)
        self._edit.setTextCursor(caret)
