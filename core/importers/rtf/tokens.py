"""RTF as a row of tokens: braces, control words, bytes of text.

Nothing is interpreted here. Groups that nobody reads, such as pictures, are stepped over without a look at their words.
"""

import re
from enum import IntEnum

_TOKEN = re.compile(
    rb"([^\\{}\r\n\x00]+)|([{}])|\\(?:([A-Za-z]{1,32})(-?[0-9]{1,10})? ?|'([0-9A-Fa-f]{2}(?:\\'[0-9A-Fa-f]{2})*)|(.))"
    rb"|[\r\n\x00]+",
    re.DOTALL,
)
_INSIDE = re.compile(rb"[^\\{}]+|\\bin([0-9]{1,9}) ?|\\.|[{}]", re.DOTALL)


class Mark(IntEnum):
    """Kinds of tokens, by the group of the pattern that found them."""

    TEXT = 1
    BRACE = 2
    WORD = 3
    BYTES = 5
    SIGN = 6
    END = 7


Token = tuple[Mark, bytes, int | None]
"""The kind; the text, brace, control word or sign; the number of a control word."""

_END: Token = (Mark.END, b"", None)


class Tokens:
    """The tokens of an RTF file, one after the other; `left` bounds how many there may be."""

    def __init__(self, data: bytes, most: int) -> None:
        self._data = data
        self._position = 0
        self.left = most

    def next(self) -> Token:
        """Return the next token, `Mark.END` at the end of the file or when no more are allowed."""
        while self.left > 0:
            found = _TOKEN.match(self._data, self._position)
            if found is None:
                return _END
            self._position = found.end()
            self.left -= 1
            mark = found.lastindex
            if mark == Mark.TEXT:
                return Mark.TEXT, found[1], None
            if mark in (Mark.WORD, Mark.WORD + 1):
                return self._word(found[3], found[4])
            if mark == Mark.BYTES:
                return Mark.BYTES, bytes.fromhex(found[5].replace(b"\\'", b"").decode("ascii")), None
            if mark is not None:
                return Mark(mark), found[mark], None
        return _END

    def _word(self, word: bytes, number: bytes | None) -> Token:
        value = None if number is None else int(number)
        if word == b"bin" and value is not None and value > 0:
            self._position += value  # raw bytes of a picture
        return Mark.WORD, word, value

    def skip_group(self) -> None:
        """Step over the rest of the group; the brace that closes it is the next token."""
        depth = 0
        while found := _INSIDE.match(self._data, self._position):
            piece = found[0]
            if piece == b"}":
                if depth == 0:
                    return
                depth -= 1
            elif piece == b"{":
                depth += 1
            self._position = found.end() + (int(found[1]) if found[1] else 0)
            self.left -= 1
            if self.left <= 0:
                return
