"""The project file `.nianbao`: one JSON file that a clerk can mail, copy to a stick and compare by eye.

Entries are stored as the words that were typed; what they mean follows from them. A file that is not understood is
left untouched and named in a Chinese sentence.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from core.atomic import write_atomically
from core.cells import CellId, Entry, parse
from core.errors import UserError
from core.form import FORMS
from core.form.layout import HEADINGS, SIGNERS, TEXTS, Form
from core.report import Final, OrgType, Report, Source
from core.storage.migrations import MIGRATIONS, SCHEMA, migrated
from core.succession import as_f2021

SUFFIX = ".nianbao"
PROGRAM = "年报编制"
LARGEST = 20 * 1024 * 1024
"""Bytes. A full project is under 100 KB; more is another file with our suffix."""


_LATEST = 10**6
"""More than any year that a hand could type."""


@dataclass(frozen=True, slots=True)
class View:
    """Where the clerk was: step, cell, and the steps that were looked at. Not part of the report, never undone."""

    step: str = "cover"
    cell: str = ""
    visited: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Project:
    """What a project file holds."""

    report: Report = field(default_factory=Report)
    view: View = field(default_factory=View)


def fingerprint(path: Path) -> str | None:
    """Return what tells one content of a file from another, or None where there is no file."""
    try:
        return hashlib.sha256(_read(path)).hexdigest()
    except FileNotFoundError:
        return None


def looks_like(path: Path) -> bool:
    """Whether a file is one of our projects, by its name or, where it was renamed, by its first words."""
    if path.suffix.lower() == SUFFIX:
        return True
    try:
        with path.open("rb") as file:
            head = file.read(200)
    except OSError:
        return False
    return head.removeprefix(b"\xef\xbb\xbf").startswith(b"{") and PROGRAM.encode() in head


def load(path: Path) -> tuple[Project, str]:
    """Return a project and the fingerprint of its file; `UserError` if it cannot be read."""
    try:
        data = _read(path)
    except FileNotFoundError:
        raise UserError(f"找不到“{path.name}”。", "文件可能已被移动、改名，或 U 盘已拔出，请重新选择。") from None
    if len(data) > LARGEST:
        raise UserError(f"“{path.name}”太大，不是本程序的项目文件。", "请确认选对了文件；项目文件一般不到 1 MB。")
    return from_bytes(data, path.name), hashlib.sha256(data).hexdigest()


def save(path: Path, project: Project, expected: str | None) -> str:
    """Write a project over its old file and return the new fingerprint.

    `expected` is the fingerprint the file had when it was last read or written here, None for a new file. Where
    somebody else changed it meanwhile, nothing is written and `UserError` says so.
    """
    if expected is not None and (found := fingerprint(path)) is not None and found != expected:
        raise UserError(
            f"“{path.name}”在打开之后被别人或另一个窗口改过，没有覆盖。",
            "请用“另存为”换个名字保存，再与对方核对两份内容。",
        )
    data = to_bytes(project)
    write_atomically(path, data)
    return hashlib.sha256(data).hexdigest()


def _read(path: Path) -> bytes:
    """The bytes of a file, one more than `LARGEST` at most; `UserError` if it is there but cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except FileNotFoundError:
        raise
    except (OSError, ValueError) as error:  # ValueError: a null byte in the name
        raise UserError(
            f"打不开“{path.name}”，可能正被其他程序占用，或者没有读取权限。", "请关闭其他程序后再试，或者换一个文件。"
        ) from error


# ---------------------------------------------------------------- to and from JSON


def to_bytes(project: Project, *, for_eyes: bool = True) -> bytes:
    """Return the content of a project file, UTF-8; without line breaks (not `for_eyes`) it is made in half the time."""
    view = project.view
    content = {
        "program": PROGRAM,
        "schema": SCHEMA,
        "report": report_values(project.report),
        "view": {"step": view.step, "cell": view.cell, "visited": sorted(view.visited)},
    }
    words = json.dumps(content, ensure_ascii=False, indent=1 if for_eyes else None)
    return words.encode(errors="replace")  # half a character, pasted from elsewhere, must not keep the rest from disk


def from_bytes(data: bytes, name: str) -> Project:
    """Read the content of a project file; `name` is for the sentences of `UserError`."""
    content = _content(data, name)
    schema = content.get("schema")
    if not isinstance(schema, int) or schema < 1:
        raise _damaged(name)
    if schema > SCHEMA:
        raise UserError(f"“{name}”是由更新版本的年报编制保存的，这个版本读不了。", "请用较新的版本打开；文件没有改动。")
    try:
        content = migrated(content, MIGRATIONS, SCHEMA)
        return Project(report_from(content["report"]), _view_in(content.get("view", {})))
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError) as error:
        raise _damaged(name) from error


def _content(data: bytes, name: str) -> dict[str, Any]:
    if not data.strip(b"\0 \r\n\t"):
        raise UserError(f"“{name}”是空的。", "可能是上次复制没有完成。请找备份，或在开始页查看有没有可恢复的草稿。")
    if not data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{"):
        raise _foreign(name)
    try:
        content = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise _damaged(name) from error
    if not isinstance(content, dict) or content.get("program") != PROGRAM:
        raise _foreign(name)
    return content


def _foreign(name: str) -> UserError:
    return UserError(f"“{name}”不是年报编制的项目文件。", "如果它是去年的年报，请用“从上年报告开始”打开。")


def _damaged(name: str) -> UserError:
    return UserError(
        f"“{name}”已损坏或不完整，读不出来；文件没有改动。", "请找备份，或在开始页查看有没有可恢复的草稿。"
    )


def report_values(report: Report) -> dict[str, Any]:
    """Return a report as values that JSON has."""
    return {
        "form": report.form.id,
        "unit": report.unit,
        "year": report.year,
        "org_type": report.org_type.value if report.org_type else None,
        "title": report.title,
        "typed": {cell: entry.raw for cell, entry in report.typed.items()},
        "printed": {cell: entry.raw for cell, entry in report.printed.items()},
        "texts": dict(report.texts),
        "headings": dict(report.headings),
        "carried": {key: sorted(words) for key, words in report.carried.items()},
        "reasons": dict(report.reasons),
        "notes": dict(report.notes),
        "switched_off": sorted(report.switched_off),
        "sign_off": dict(report.sign_off),
        "final": asdict(report.final) if report.final else None,
        "source": {"name": report.source.name, "sha256": report.source.sha256} if report.source else None,
        "last_year": report_values(report.last_year) if report.last_year else None,
    }


def report_from(content: Mapping[str, Any]) -> Report:
    """Return a report from its values; KeyError, TypeError, ValueError or AttributeError where they are none."""
    form = FORMS[_word(content["form"])]
    source, last, final = (content.get(key) for key in ("source", "last_year", "final"))
    year, org_type = content["year"], content.get("org_type")
    if year is not None and (type(year) is not int or abs(year) > _LATEST):
        raise ValueError("year")
    return Report(
        form=form,
        unit=_word(content["unit"]),
        year=year,
        org_type=OrgType(org_type) if org_type is not None else None,
        title=_word(content.get("title", "")),
        typed=_entries(content["typed"], form, computed=False),
        printed=_entries(content.get("printed", {}), form, computed=True),
        texts={key: _word(text) for key, text in content["texts"].items() if key in TEXTS},
        headings={key: _word(words) for key, words in content.get("headings", {}).items() if key in HEADINGS},
        carried={
            key: frozenset(_word(words) for words in all_words)
            for key, all_words in content.get("carried", {}).items()
            if key in TEXTS
        },
        reasons={_word(key): _word(reason) for key, reason in content.get("reasons", {}).items()},
        notes={form.cells[CellId(key)].id: _word(note) for key, note in content.get("notes", {}).items()},
        switched_off=frozenset(_word(code) for code in content.get("switched_off", ())),
        sign_off={key: _word(name) for key, name in content.get("sign_off", {}).items() if key in SIGNERS},
        final=Final(_word(final["person"]), _word(final["day"]), _word(final["number"])) if final else None,
        source=Source(_word(source["name"]), _word(source["sha256"])) if source else None,
        last_year=as_f2021(report_from(last))[0] if last else None,
    )


def _entries(content: Mapping[str, Any], form: Form, *, computed: bool) -> dict[CellId, Entry]:
    entries: dict[CellId, Entry] = {}
    for key, raw in content.items():
        cell = form.cells[CellId(key)]
        if cell.computed is not computed:
            raise ValueError(key)
        entries[cell.id] = parse(_word(raw), cell.kind)
    return entries


def _view_in(content: Mapping[str, Any]) -> View:
    return View(
        _word(content.get("step", "cover")),
        _word(content.get("cell", "")),
        frozenset(_word(step) for step in content.get("visited", ())),
    )


def _word(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value
