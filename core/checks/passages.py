"""What the rules about words share: places in the texts, and the findings that name them.

What a rule looks for depends on the text alone, so it is remembered by the text: a keystroke in one section asks the
others nothing.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from core.finding import Finding, Severity
from core.form.layout import TEXTS
from core.report import Report

WRITTEN = ("preamble", "s1", "s5", "s6")
"""The texts that every report has; what stands beside a table may be the torn words of the table itself."""

_QUOTED = re.compile(r"《[^《》\n]{0,200}》|〔[^〔〕\n]{0,20}〕|“[^“”\n]{0,200}”|‘[^‘’\n]{0,200}’|「[^「」\n]{0,200}」")
_SENTENCE = re.compile(r"[^。！？；!?;\n]+")
_SHOWN = 30


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a text: where they begin, what may stand in their place, and a word about them for the message."""

    start: int
    words: str
    mend: str | None = None
    note: str = ""


Finder = Callable[[str], Iterable[Passage]]


def passages(report: Report, finder: Finder, keys: Iterable[str] = TEXTS) -> Iterator[tuple[str, Passage]]:
    """Yield what a finder sees in the texts, with the key of each text."""
    for key in keys:
        if text := report.text(key):
            for passage in finder(text):
                yield key, passage


def told(code: str, severity: Severity, message: str, key: str, passage: Passage) -> Finding:
    """Return the finding about a passage."""
    return Finding(
        code,
        severity,
        message,
        section=key,
        excerpt=passage.words,
        start=passage.start,
        replacement=passage.mend,
    )


def short(words: str) -> str:
    """Return words as a message quotes them: on one line, and long ones only by their beginning."""
    line = " ".join(words.split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"


@lru_cache(maxsize=64)
def unquoted(text: str) -> str:
    """Return a text of the same length in which names of documents, 〔years〕 and quotations are blotted out."""
    return _QUOTED.sub(lambda quoted: "\0" * len(quoted.group()), text)


@lru_cache(maxsize=64)
def sentences(text: str) -> tuple[tuple[int, str], ...]:
    """Return the sentences of a text without their marks, with the place where each begins."""
    return tuple((match.start(), match.group()) for match in _SENTENCE.finditer(text))


def is_written(report: Report) -> bool:
    """Whether anything is written at all: tables that came alone are not judged by the texts they lack."""
    return any(report.text(key).strip() for key in WRITTEN)
