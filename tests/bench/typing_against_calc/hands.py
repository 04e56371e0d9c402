"""What a hand does on a real screen, and what it took."""

from collections.abc import Callable
from dataclasses import dataclass

from tests.bench.typing_against_calc.moves import Way
from tests.desktop import Desktop


@dataclass(frozen=True)
class Took:
    """Key presses (a key held down with another counts once), clicks, and seconds of the script."""

    where: str
    keys: int
    clicks: int
    seconds: float

    @property
    def actions(self) -> int:
        return self.keys + self.clicks


def follow(desk: Desktop, way: Way, spot: Callable[[], tuple[int, int]]) -> None:
    """Go to a cell; `spot` tells where it lies on the screen."""
    if way.by_click:
        desk.click(*spot())
    elif way.keys:
        desk.press(*way.keys)
