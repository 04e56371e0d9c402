"""What the clerk brings along, by a drag or from the clipboard: files, words, a piece of a web page."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData


@dataclass(frozen=True, slots=True)
class Incoming:
    """What lies in a drag or on the clipboard. Where there are files, nothing else counts.

    `is_link`: only the address of a page on the web. `is_picture`: only a picture that is in no file.
    """

    files: tuple[Path, ...] = ()
    text: str = ""
    html: str = ""
    is_link: bool = False
    is_picture: bool = False

    @property
    def is_something(self) -> bool:
        """Whether there is a file or words to read."""
        return bool(self.files or self.text.strip() or self.html.strip())


def incoming(data: QMimeData | None) -> Incoming:
    """Return what is in a drag or on the clipboard, which may be empty."""
    if data is None:
        return Incoming()
    urls = data.urls() if data.hasUrls() else []
    files = tuple(Path(url.toLocalFile()) for url in urls if url.isLocalFile())
    if files:
        return Incoming(files)
    if urls:
        return Incoming(is_link=True)
    html = data.html() if data.hasHtml() else ""
    text = data.text() if data.hasText() else ""
    return Incoming(text=text, html=html, is_picture=data.hasImage() and not text.strip())
