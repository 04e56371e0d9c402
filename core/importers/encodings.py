"""Bytes to text, in the encodings that Chinese offices use, whatever the file says of itself."""

import re

_STRANGE = re.compile(r"[\x00-\x08\x0e-\x1f\ufffd]")
_HAN = re.compile(r"[\u3400-\u9fff]")
_WHOLE_FOR_EACH_BROKEN = 200
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def decode(data: bytes) -> str | None:
    """Return the text in UTF-8, UTF-16 or GB 18030, with or without a byte order mark; None if it is none."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _readable(data, encoding) or _nearly(data, encoding)
    if b"\x00" in data[:4096]:  # Chinese text holds no zero byte but in UTF-16
        little = data[1::2].count(0) >= data[::2].count(0)
        return _readable(data[: len(data) // 2 * 2], "utf-16-le" if little else "utf-16-be")
    return (
        _readable(data, "utf-8")
        or _nearly(data, "utf-8")  # before GB 18030, in which any text in UTF-8 has some meaning
        or _readable(data, "gb18030")
        or _utf16_without_ascii(data)
        or _nearly(data, "gb18030")
    )


def _nearly(data: bytes, encoding: str) -> str | None:
    """Return Chinese text in which a few characters are broken, as web systems cut them; they are marked as such."""
    text = data.decode(encoding, "replace")
    return text if len(_STRANGE.findall(text)) * _WHOLE_FOR_EACH_BROKEN < len(_HAN.findall(text)) else None


def _utf16_without_ascii(data: bytes) -> str | None:
    return _readable(data, "utf-16-le") if len(data) % 2 == 0 else None


def _readable(data: bytes, encoding: str) -> str | None:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    return None if len(_STRANGE.findall(text)) > len(text) // 100 else text
