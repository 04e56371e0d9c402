"""What becomes of files and words that the clerk drops onto the window or pastes: read, opened, or asked about."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from ui import formats
from ui.filing import Filing, Intent
from ui.incoming import Incoming
from ui.wizard.intent_bar import IntentBar

PASTED = "粘贴的文字"


class Receiving(QObject):
    """Takes what comes in. Where a report is open, `bar` asks what the new one is to it."""

    refused = Signal(str)  # words for the clerk

    def __init__(self, filing: Filing, bar: IntentBar, has_document: Callable[[], bool]) -> None:
        super().__init__(filing)
        self._filing, self._bar, self._has_document = filing, bar, has_document

    def take(self, brought: Incoming) -> None:
        """Read what was dropped or pasted, or say why not."""
        self._bar.hide()
        if len(brought.files) > 1:
            self.refused.emit(f"一次只能读一份年报，这里有 {len(brought.files)} 个文件。请只选一个。")
        elif brought.files:
            self._take_file(brought.files[0])
        elif brought.is_link:
            self.refused.emit("这是网址，本程序不上网。请先在浏览器里把网页另存为文件，或复制网页上的文字。")
        elif brought.is_picture:
            self.refused.emit("剪贴板里是图片，读不出文字。请把图片存成文件再拖进来，可以对照着填。")
        elif brought.is_something:
            self._ask(PASTED, lambda intent: self._filing.read_text(brought.text, brought.html, intent))

    def _take_file(self, path: Path) -> None:
        if path.suffix.lower() == formats.OWN:
            self._filing.open_path(path)
        else:
            self._ask(path.name, lambda intent: self._filing.read(path, intent))

    def _ask(self, name: str, read: Callable[[Intent], object]) -> None:
        if self._has_document():
            self._bar.ask(name, read)
        else:
            read(Intent.DRAFT)
