"""Where a step of undo ends while somebody types: by word and phrase, as word processors do it."""

from collections.abc import Callable

from core import prose

PHRASE_ENDS = frozenset("，。、；：！？…）”》〕　,.;:!?) \t\n")


class TypingRuns:
    """Tells runs of typing apart; `seal` closes the present step of undo.

    A key puts in one character at a time: what comes in several is a phrase that an input method composed.
    """

    def __init__(self, seal: Callable[[], object]) -> None:
        self._seal = seal
        self._deleting = False

    def take(self, before: str, after: str) -> bool:
        """Close the step before words are overwritten or where typing turns into deleting; tell if this one ends."""
        if before == after:
            return False
        gone, put = prose.replaced_part(before, after)
        deleting = not put
        if deleting != self._deleting or (gone.length and put):
            self._seal()
        self._deleting = deleting
        return len(put) > 1 or put in PHRASE_ENDS
