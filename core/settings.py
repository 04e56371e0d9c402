"""What the program remembers for a user between two starts: places and widths, nothing of a report's content.

Each setting is declared once, with its type and its default. A file that is damaged, or a value of the wrong type,
means the default: settings never keep the program from starting.
"""

import json
import os
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from core.atomic import write_atomically
from core.errors import UserError

MOST_RECENTS = 10


@dataclass(frozen=True, slots=True)
class Recent:
    """A project that was open lately: what the start page tells of it, and where its clerk left off.

    `org_type` is the value of its `OrgType`, empty where none was chosen.
    """

    path: str
    unit: str = ""
    year: int = 0
    state: str = ""
    open_findings: int = 0
    step: str = ""
    cell: str = ""
    is_complete: bool = True
    org_type: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings. Widths are in device-independent pixels; `geometry` is the window's place, as Qt writes it;
    `zoom` is the size of the tables in per cent, `preview_zoom` that of the preview (0 as wide as its view, -1 whole
    pages); `person` is who declared a report final last (经办人). `picture_appended` makes the 图解 the last page of
    the preview, and has 定稿 write such a PDF too; `more_files` are what else 定稿 writes besides the usual files: the
    keys of products, between commas.
    """

    last_folder: str = ""
    geometry: str = ""
    steps_width: int = 190
    panel_width: int = 290
    panel_shown: bool = True
    guide_seen: bool = False
    source_width: int = 500
    beside_width: int = 440
    enter_goes_right: bool = False
    zoom: int = 100
    traces_shown: bool = True
    person: str = ""
    preview_zoom: int = 0
    preview_width: int = 540
    picture_appended: bool = False
    more_files: str = ""
    recents: tuple[Recent, ...] = ()


def load(file: Path, *, carried: bool = False) -> Settings:
    """Return the settings in a file; what is missing or damaged there has its default.

    `carried` settings travel on a stick with the reports: places are kept as seen from the file, for the stick has
    another letter on every computer.
    """
    try:
        content = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return Settings()
    found = _settings(content) if isinstance(content, dict) else Settings()
    return _with_places(found, lambda path: os.path.normpath(file.parent / path)) if carried else found


def save(file: Path, settings: Settings, *, carried: bool = False) -> bool:
    """Write the settings; tell whether that went well. A disk that is full must not stop anybody's work."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        kept = _with_places(settings, lambda path: _as_seen_from(file.parent, path)) if carried else settings
        write_atomically(file, json.dumps(asdict(kept), ensure_ascii=False, indent=1).encode())
    except (OSError, UserError):
        return False
    return True


def _with_places(settings: Settings, place: Callable[[str], str]) -> Settings:
    recents = tuple(replace(recent, path=place(recent.path)) for recent in settings.recents)
    return replace(settings, last_folder=settings.last_folder and place(settings.last_folder), recents=recents)


def _as_seen_from(folder: Path, path: str) -> str:
    try:
        return os.path.relpath(path, folder)
    except ValueError:  # it lies on another drive
        return path


def with_recent(settings: Settings, recent: Recent) -> Settings:
    """Put a project at the head of the recent ones; each file stands there once."""
    others = tuple(other for other in settings.recents if other.path != recent.path)
    return replace(settings, recents=(recent, *others)[:MOST_RECENTS])


def without_recent(settings: Settings, path: str) -> Settings:
    """Take a project off the recent ones; its file is not touched."""
    return replace(settings, recents=tuple(other for other in settings.recents if other.path != path))


def recent_of(settings: Settings, path: Path) -> Recent | None:
    """Return what is remembered of a project file, if anything is."""
    return next((recent for recent in settings.recents if recent.path == str(path)), None)


def _settings(content: Mapping[str, Any]) -> Settings:
    known = _of_right_type(content, Settings())
    listed = content.get("recents")
    recents = [_recent(item) for item in listed] if isinstance(listed, list) else []
    return Settings(**known, recents=tuple(recent for recent in recents if recent is not None)[:MOST_RECENTS])


def _recent(content: object) -> Recent | None:
    if not isinstance(content, dict) or not isinstance(content.get("path"), str) or not content["path"]:
        return None
    return Recent(**_of_right_type(content, Recent(content["path"])))


def _of_right_type(content: Mapping[str, Any], defaults: Settings | Recent) -> dict[str, Any]:
    """Keep the words, numbers and switches that are exactly of the type of their default (a bool is no int here)."""
    return {
        field.name: content[field.name]
        for field in fields(defaults)
        if field.name in content
        and isinstance(getattr(defaults, field.name), str | int)
        and type(content[field.name]) is type(getattr(defaults, field.name))
    }
