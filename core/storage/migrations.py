"""Old project files for ever: one function for each step from a schema number to the next.

A file of schema n passes through the functions n, n+1, … until it has the present shape. A function here is never
changed once a version with it has been given away; a file of each schema stays in the tests.
"""

from collections.abc import Callable, Mapping
from typing import Any

SCHEMA = 1
"""The present shape of a project file."""

Content = dict[str, Any]
MIGRATIONS: Mapping[int, Callable[[Content], Content]] = {}
"""From schema n to n + 1."""


def migrated(content: Content, migrations: Mapping[int, Callable[[Content], Content]], newest: int) -> Content:
    """Bring a file's content up to the newest schema; `KeyError` if a step is missing."""
    schema = content["schema"]
    while schema < newest:
        content = {**migrations[schema](content), "schema": schema + 1}
        schema += 1
    return content
