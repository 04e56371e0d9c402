"""Which quotation marks belong to Latin words, and are narrow; in Chinese text they are a character wide.

Both are the same characters (U+2018, U+2019, U+201C, U+201D; GB/T 15834-2011, 4.8), so only what stands around tells.
"""

import re

QUOTES = frozenset("“”‘’")

_LETTER = "0-9A-Za-z\u00c0-\u024f"
_LATIN = (
    rf"(?<=[{_LETTER}])’(?=[A-Za-z])"  # data’s
    rf"|(?<=[{_LETTER},.:;]) ?(?:“[ -~{_LETTER}’]*”|‘[ -~{_LETTER}]*’)(?=[,.;:)]? ?[{_LETTER}])"  # call it “open” now
)


def latin_quotes(text: str) -> frozenset[int]:
    """Return where in `text` the quotation marks stand that are set as in English: an apostrophe, a whole phrase."""
    if QUOTES.isdisjoint(text):
        return frozenset()
    matches = (range(*match.span()) for match in re.finditer(_LATIN, text))
    return frozenset(at for each in matches for at in each if text[at] in QUOTES)
