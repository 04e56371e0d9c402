"""The same report typed in our window and in LibreOffice Calc: `python -m tests.bench.typing_against_calc`.

Real windows under Xvfb, real keys and clicks. Every hand takes the shortest way there is. What is saved is compared
cell by cell with the report that was to be typed.
"""

import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.bench.table import rows, say
from tests.bench.typing_against_calc import calc, ours
from tests.bench.typing_against_calc.hands import Took
from tests.desktop import missing

WAYS = (
    calc.Way("Calc, what is not 0", has_sums=False, only_changes=False),
    calc.Way("Calc, what differs", has_sums=False, only_changes=True),
    calc.Way("Calc with sums, what is not 0", has_sums=True, only_changes=False),
    calc.Way("Calc with sums, what differs", has_sums=True, only_changes=True),
)


def main() -> None:
    lacks = missing("soffice") + ([calc.lacking()] if calc.lacking() else [])
    if lacks:
        say(f"not measured, install {', '.join(lacks)}")
        return
    for has_mouse in (False, True):
        say("keys and mouse" if has_mouse else "keys alone")
        ours_took = _fresh(lambda folder, mouse=has_mouse: ours.type_all(folder, has_mouse=mouse))  # type: ignore[misc]
        took = [
            _fresh(lambda folder, way=way, mouse=has_mouse: calc.type_all(folder, way, has_mouse=mouse))  # type: ignore[misc]
            for way in WAYS
        ]
        rows(
            ("", "keys", "clicks", "together", "ours of it", "s"), [_line(one, ours_took) for one in (ours_took, *took)]
        )
        say("")


def _fresh(act: Callable[[Path], Took]) -> Took:
    with tempfile.TemporaryDirectory(prefix="nianbao-typing-") as name:
        return act(Path(name))


def _line(took: Took, ours_took: Took) -> tuple[str, ...]:
    share = f"{ours_took.actions / took.actions:.0%}"
    return took.where, str(took.keys), str(took.clicks), str(took.actions), share, f"{took.seconds:.1f}"


if __name__ == "__main__":
    main()
