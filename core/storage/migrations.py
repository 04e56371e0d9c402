"""Old project files for ever: one function for each step from a schema number to the next.

A file of schema n passes through the functions n, n+1, … until it has the present shape. A function here is never
changed once a version with it has been given away; a file of each schema stays in the tests.
"""

from collections.abc import Callable, Mapping
from typing import Any

from core import prose

SCHEMA = 3
"""The present shape of a project file."""

Content = dict[str, Any]


def _by_sentence(content: Content) -> Content:
    """1 to 2: 待更新 is kept for each sentence, no longer for a whole text."""
    report = dict(content["report"])
    stale = report.pop("stale", ())
    texts = report["texts"]
    report["carried"] = {key: sorted(prose.statements(texts[key])) for key in stale if key in texts}
    return {**content, "report": report}


def _signed(content: Content) -> Content:
    """2 to 3: names on the 审签单 and 定稿 come in; an older program, which would lose them, must not open the file."""
    return content


MIGRATIONS: Mapping[int, Callable[[Content], Content]] = {1: _by_sentence, 2: _signed}
"""From schema n to n + 1."""


def migrated(content: Content, migrations: Mapping[int, Callable[[Content], Content]], newest: int) -> Content:
    """Bring a file's content up to the newest schema; `KeyError` if a step is missing."""
    schema = content["schema"]
    while schema < newest:
        content = {**migrations[schema](content), "schema": schema + 1}
        schema += 1
    return content
