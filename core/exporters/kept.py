"""What was set for earlier documents, as long as it is asked for again: bounded, the least wanted goes first."""

from collections.abc import Hashable
from typing import Any

MOST = 1000
"""So many answers are young; a report has some 600."""


class Kept:
    """Answers by what was asked. When there are `most` young ones they become old, and what was old is forgotten."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._young: dict[Hashable, Any] = {}
        self._old: dict[Hashable, Any] = {}

    def __len__(self) -> int:
        return len(self._young.keys() | self._old.keys())

    def get(self, key: Hashable) -> Any:
        """Return the answer, None if there is none; what is asked for is young again."""
        found = self._young.get(key)
        if found is None:
            found = self._old.get(key)
            if found is not None:
                self.put(key, found)
        return found

    def put(self, key: Hashable, answer: Any) -> None:
        """Keep an answer."""
        if len(self._young) >= self._most:
            self._old, self._young = self._young, {}
        self._young[key] = answer
