"""Words as markup: escaped, and with every blank that a browser would swallow."""

import html
import re

_RUN = re.compile(r" {2,}|^ | $")
_LINE_END = re.compile(r"\r\n|[\r\n]")
_HARD = "\u00a0"


def words(text: str) -> str:
    """Return a text as markup; blanks beyond the first are hard ones, line ends are breaks."""
    shown = _RUN.sub(lambda run: _HARD * (len(run[0]) - 1) + (" " if len(run[0]) > 1 else _HARD), text)
    return _LINE_END.sub("<br>", html.escape(shown, quote=False))
