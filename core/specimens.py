"""One small file of each kind that the program reads, for trying the readers where no other file is at hand.

What our writers write is written by them; plain kinds are made here; of what nobody writes here (old Word and Excel) a
file is shipped. All are the same report, so what is read can be compared.
"""

import csv
import io
from collections.abc import Callable, Mapping
from pathlib import Path

from core import exporters
from core.exporters import html, plain
from core.report import Report

SHIPPED = Path(__file__).resolve().parents[1] / "resources" / "specimens"

_MHT_HEAD = (
    "MIME-Version: 1.0\r\n"
    'Content-Type: multipart/related; type="text/html"; boundary="=_nianbao"\r\n\r\n'
    "--=_nianbao\r\n"
    'Content-Type: text/html; charset="utf-8"\r\n'
    "Content-Transfer-Encoding: 8bit\r\n"
    "Content-Location: file:///nianbao.html\r\n\r\n"
)

Make = Callable[[Report, str], bytes]


def make(report: Report, suffix: str) -> bytes:
    """Return the report as a file of this suffix. KeyError for one that is not among `MAKERS`."""
    return MAKERS[suffix](report, suffix)


def is_shipped(suffix: str) -> bool:
    """Whether a file of this suffix is shipped as it is: last year's report of the sample, whatever is asked for."""
    return MAKERS[suffix] is _shipped


def _exported(report: Report, suffix: str) -> bytes:
    exporter = next(each for each in exporters.EXPORTERS if each.suffix == suffix)
    return exporter.load()(report)[0]


def _text(report: Report, _: str) -> bytes:
    return plain.text(report).encode("utf-8")


def _web_page(report: Report, _: str) -> bytes:
    return html.write(report)[0]


def _web_archive(report: Report, _: str) -> bytes:
    return _MHT_HEAD.encode("ascii") + html.write(report)[0] + b"\r\n--=_nianbao--\r\n"


def _comma_separated(report: Report, _: str) -> bytes:
    """As spreadsheets write it: a mark at the head says that it is Unicode."""
    out = io.StringIO(newline="")
    csv.writer(out).writerows(line.split("\t") for line in plain.text(report).splitlines())
    return out.getvalue().encode("utf-8-sig")


def _rich_text(report: Report, _: str) -> bytes:
    """Each line a paragraph, each line with tabs a row of a table, every Chinese character told by its number."""
    lines = "".join(_rich_row(line) if "\t" in line else rf"\pard {_rich(line)}\par" for line in _lines(report))
    return (r"{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0\fnil SimSun;}}" + lines + "}").encode("ascii")


def _lines(report: Report) -> list[str]:
    return plain.text(report).splitlines()


def _rich_row(line: str) -> str:
    cells = line.split("\t")
    edges = "".join(rf"\cellx{700 * (number + 1)}" for number in range(len(cells)))
    return rf"\trowd{edges}\pard\intbl " + "".join(rf"{_rich(cell)}\cell " for cell in cells) + r"\row"


def _rich(words: str) -> str:
    units = words.encode("utf-16-le")
    numbers = (int.from_bytes(units[at : at + 2], "little", signed=True) for at in range(0, len(units), 2))
    return "".join(
        chr(number) if 32 <= number < 127 and chr(number) not in "\\{}" else rf"\u{number}?" for number in numbers
    )


def _shipped(_: Report, suffix: str) -> bytes:
    kind = ".xls" if suffix in (".xls", ".et") else ".doc"
    return (SHIPPED / f"年报{kind}").read_bytes()


MAKERS: Mapping[str, Make] = {
    ".docx": _exported,
    ".doc": _shipped,
    ".wps": _shipped,
    ".wpt": _shipped,
    ".xlsx": _exported,
    ".xls": _shipped,
    ".et": _shipped,
    ".rtf": _rich_text,
    ".html": _web_page,
    ".htm": _web_page,
    ".shtml": _web_page,
    ".xhtml": _web_page,
    ".mht": _web_archive,
    ".mhtml": _web_archive,
    ".csv": _comma_separated,
    ".pdf": _exported,
    ".txt": _text,
    ".md": _text,
    ".tsv": _text,
}
"""How a file of each suffix is made; every suffix that a reader takes is here."""
