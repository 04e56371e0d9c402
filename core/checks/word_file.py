"""The file of the user's word lists: to be edited, written and put back to the built-in lists."""

from core.atomic import write_atomically
from core.checks import wordlists
from core.errors import UserError


def opened() -> str:
    """Return the user's lists as they stand in the file; the built-in ones where there is none that can be read."""
    text = wordlists.text_of(wordlists.file())
    return wordlists.as_text() if text is None else "\n".join(text.splitlines())


def save(text: str) -> None:
    """Make a text the user's lists, which count at once; the built-in ones as they are need no file.

    Raises `UserError` where the text is too long or cannot be written; then the lists stay as they were.
    """
    if text.strip() == wordlists.as_text().strip():
        _forget()
    else:
        data = "\r\n".join(text.splitlines()).encode("utf-8-sig")  # as the editor of old Windows reads it
        if len(data) > wordlists.LARGEST:
            raise UserError("词表太长，没有保存。", f"最多 {wordlists.LARGEST // 1024} KB，请删去一些词。")
        _write(data)
    wordlists.renew()


def _write(data: bytes) -> None:
    file = wordlists.file()
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError("词表没有保存：存放词表的文件夹建不了。", "请检查磁盘是否已满或只能读。") from error
    write_atomically(file, data)


def _forget() -> None:
    try:
        wordlists.file().unlink(missing_ok=True)
    except OSError as error:
        raise UserError("词表没有恢复：原来的词表文件删不掉。", "请关闭正在打开“词表.txt”的程序再试。") from error
