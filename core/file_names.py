"""How the files and folders of a report are called, so that every system takes the name (domain.md F.4)."""

import re

from core.report import Report

DRAFT, FINAL = "（草稿）", "（定稿）"

LONGEST = 80
"""Characters of the part of a name that tells unit and year; with what is added it stays below what systems take."""

_REFUSED = re.compile(r'[\\/:*?"<>|\x00-\x1f\ud800-\udfff]')
_DEVICES = re.compile(r"(?:CON|PRN|AUX|NUL|COM[0-9¹²³]|LPT[0-9¹²³])(?=\.|$)", re.IGNORECASE)


def safe(words: str) -> str:
    """Return words as the name of a file: without what Windows refuses, nor as one of its devices is called."""
    name = _REFUSED.sub("_", words.strip())[:LONGEST].rstrip(". ")
    return f"_{name}" if _DEVICES.match(name) else name or "年报"


def stem(report: Report) -> str:
    """Return the name of the files of a report, without suffix: “青禾县水务局2026年政府信息公开工作年度报告”."""
    title = f"{report.year}年政府信息公开工作年度报告" if report.year else "年度报告"
    room = LONGEST - len(title)  # a long name of a unit must not cost the year
    return safe(f"{report.unit.strip()[:room]}{title}")


def marked_stem(report: Report) -> str:
    """Return the same with （草稿） behind it while the report is not final."""
    return stem(report) if report.final else f"{stem(report)}{DRAFT}"


def folder_name(report: Report) -> str:
    """Return the name of the folder in which all files of a report lie together."""
    return f"{stem(report)}{FINAL if report.final else DRAFT}"


def numbered(name: str, number: int) -> str:
    """Return the name of one more folder beside others of the same name: “…（定稿）(2)”."""
    return f"{name}({number})"
