"""The whole files from which broken ones are made: our own, and where it is there the shared corpus."""

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from core import commands
from tests.core.importers import papers

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "resources" / "sample"
DATA = ROOT / "tests" / "data"
CORPUS = ROOT.parent / "shared" / "corpus"
FORMATS = ("docx", "doc", "xlsx", "xls", "pdf", "html", "mht", "rtf", "csv", "txt")
LIKE = {".htm": "html", ".mhtml": "mht", ".et": "xls", ".wps": "doc", ".md": "txt"}


@dataclass(frozen=True)
class Seed:
    """A whole file; only what comes of `ours` may be kept in the repository."""

    name: str
    data: bytes
    ours: bool


def seeds(*, corpus: bool = True) -> Mapping[str, list[Seed]]:
    """Return whole files by format; formats of which there is none have an empty list."""
    found: dict[str, list[Seed]] = {name: [] for name in FORMATS}
    for name, data in _made().items():
        _add(found, Seed(name, data, ours=True))
    folders = [(SAMPLE, True), (DATA, True), *([(CORPUS, False)] if corpus and CORPUS.is_dir() else [])]
    for folder, ours in folders:
        for path in sorted(folder.rglob("*")):
            if path.is_file() and "fuzz" not in path.parts and not path.name.endswith(".truth.json"):
                _add(found, Seed(path.name, path.read_bytes(), ours))
    return found


def format_of(name: str) -> str:
    """Return the format that a file's name tells."""
    suffix = Path(name).suffix.lower()
    return LIKE.get(suffix, suffix.removeprefix("."))


def _add(found: dict[str, list[Seed]], seed: Seed) -> None:
    if (kind := format_of(seed.name)) in found:
        found[kind].append(seed)


def _made() -> dict[str, bytes]:
    """The sample as this program writes it, and an invented report as text, as a web page and as a web archive."""
    made: dict[str, bytes] = {}
    project = next(SAMPLE.glob("*.nianbao"))
    with tempfile.TemporaryDirectory(prefix="nianbao-") as folder:
        for suffix in (".xlsx", ".pdf"):
            out = Path(folder) / f"sample{suffix}"
            commands.export(project, out)
            made[out.name] = out.read_bytes()
    text = papers.text_with("\t", papers.paper(t3__granted__natural="7"))
    page = _page(text)
    made["paper.txt"] = text.encode()
    made["paper.csv"] = text.replace("\t", ",").encode("gb18030")
    made["paper.html"] = page.encode()
    made["paper.mht"] = _archive(page).encode("ascii")
    made["paper.rtf"] = _rich(text).encode("ascii")
    return made


def _page(text: str) -> str:
    blocks: list[str] = []
    for line in text.splitlines():
        cells = line.split("\t")
        row = "".join(f"<td colspan=1>{cell}</td>" for cell in cells)
        blocks.append(f"<table border=1><tr>{row}</tr></table>" if len(cells) > 1 else f"<p>{line}</p>")
    body = "\n".join(blocks).replace("</table>\n<table border=1>", "\n")
    return f'<html><head><meta charset="utf-8"><title>x</title></head><body>{body}</body></html>'


def _archive(page: str) -> str:
    from base64 import encodebytes

    head = 'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="cut"\n\n--cut\nContent-Type: text/html; '
    return (
        f'{head}charset="utf-8"\nContent-Transfer-Encoding: base64\n\n{encodebytes(page.encode()).decode()}\n--cut--\n'
    )


def _rich(text: str) -> str:
    def signs(words: str) -> str:
        return "".join(sign if ord(sign) < 128 else f"\\u{(ord(sign) + 32768) % 65536 - 32768}?" for sign in words)

    lines: list[str] = []
    for line in text.splitlines():
        cells = line.split("\t")
        if len(cells) > 1:
            edges = "".join(f"\\cellx{900 * at}" for at in range(1, len(cells) + 1))
            lines.append(f"\\trowd{edges}\\intbl " + "".join(f"{signs(cell)}\\cell " for cell in cells) + "\\row\\pard")
        else:
            lines.append(f"{signs(line)}\\par")
    return "{\\rtf1\\ansi\\ansicpg936 " + "\n".join(lines) + "}"
