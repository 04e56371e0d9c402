"""A field whose words belong to a final report: they can be read and copied, and who types is told why not."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence, QPalette
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit

from ui.session import Session

Field = QLineEdit | QPlainTextEdit | QTextEdit

_Key = Qt.Key
_WRITING = frozenset({_Key.Key_Backspace, _Key.Key_Delete, _Key.Key_Return, _Key.Key_Enter})
_COMMANDS = (QKeySequence.StandardKey.Paste, QKeySequence.StandardKey.Cut)
_READING = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class Frozen(QObject):
    """Locks a field while the report is final; no key is swallowed without a word."""

    def __init__(self, field: Field, session: Session) -> None:
        super().__init__(field)
        self._field, self._session = field, session
        self._is_locked = False
        for changed in (session.final_changed, session.replaced):
            changed.connect(self.follow)
        self.follow()

    def follow(self) -> None:
        """Lock the field, or open it again, as the report stands."""
        if self._session.is_frozen == self._is_locked:
            return
        self._is_locked = self._session.is_frozen
        self._field.setReadOnly(self._is_locked)
        if self._is_locked:
            self._field.installEventFilter(self)
        else:
            self._field.removeEventFilter(self)  # who types a draft pays nothing for it
        if self._is_locked and not isinstance(self._field, QLineEdit):
            self._field.setTextInteractionFlags(_READING)  # with a caret: the keys go on leading through the words
        ground = QPalette()
        ground.setResolveMask(0)
        if self._is_locked:
            ground.setColor(QPalette.ColorRole.Base, self._field.palette().color(QPalette.ColorRole.Window))
        self._field.setPalette(ground)

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        writes = _writes(event)
        if writes:
            self._session.refuse()
        return writes


def _writes(event: QEvent) -> bool:
    """Whether an event would change the words of a field."""
    if isinstance(event, QInputMethodEvent):
        return bool(event.commitString() or event.preeditString())
    if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
        return False
    if any(event.matches(command) for command in _COMMANDS):
        return True
    types = event.text().isprintable() and bool(event.text()) and not event.modifiers() & _HELD
    return types or (event.key() in _WRITING and not event.modifiers() & Qt.KeyboardModifier.AltModifier)
