"""Words made comparable: without white space, width, punctuation and ordinals (domain.md E.2, E.5)."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

CHINESE = "一二三四五六七八九十"
_ORDINAL = re.compile(
    rf"(?:[(〔\[][{CHINESE}]+[)〕\]]|[(]?\d{{1,2}}[)、.,:]+(?!\d)|[{CHINESE}]+[、.,:]|\d{{1,2}}(?=[\u3400-\u9fff]{{2}})|第[{CHINESE}]+[部分项]+)+"
)
_CIRCLED = {0x245F + number: f"({number})" for number in range(1, 21)}  # ①; its plain form would be a bare digit
_CIRCLE = re.compile(f"[{''.join(map(chr, _CIRCLED))}]")
_NO_WORDS = re.compile(r"[\W_]+")
_BLANKS = re.compile(r"[\s\u200b\u200e\u200f\u2060\ufeff]+")
_HAN = re.compile(r"[\u3400-\u9fff]")


@lru_cache(maxsize=8192)
def plain(text: str) -> str:
    """Return text without white space and invisible characters, in one width."""
    if _CIRCLE.search(text):
        text = text.translate(_CIRCLED)
    return _BLANKS.sub("", unicodedata.normalize("NFKC", text))


@lru_cache(maxsize=8192)
def key(text: str) -> str:
    """Return what is left of a label without leading ordinals, punctuation and white space."""
    bare = plain(text)
    counted = _ORDINAL.match(bare)
    return _NO_WORDS.sub("", bare[counted.end() :] if counted else bare)


def key_of_all(texts: Iterable[str]) -> str:
    """Return many texts run together as `key` would; nothing of them is kept."""
    return _NO_WORDS.sub("", unicodedata.normalize("NFKC", "".join(texts)))


@lru_cache(maxsize=8192)
def ordinal(text: str) -> str:
    """Return the characters that count in a leading ordinal ("（三）" -> "三", "1、" -> "1"), or nothing."""
    match = _ORDINAL.match(plain(text))
    return _NO_WORDS.sub("", match[0]) if match else ""


@lru_cache(maxsize=8192)
def han(text: str) -> int:
    """Return how many Chinese characters a text holds."""
    return len(_HAN.findall(text))


def is_sentence(text: str) -> bool:
    """Whether a line reads like prose: it ends like a sentence, or is long and has inner punctuation."""
    bare = plain(text)
    if han(bare) < 4:
        return False
    return (
        bare.endswith(("。", ";", "!", "。”", "。)"))
        or "。" in bare
        or (han(bare) >= 16 and bool(re.search("[,;:、]", bare)))
    )
