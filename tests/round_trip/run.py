"""Write every report in every format and read it back: `python -m tests.round_trip.run [--invented N] [--no-others]`.

Our own reader compares 200 values and all texts (`core.proving`); LibreOffice and pdftotext do so once more, without
anything of ours. Exit status 1 where anything differs.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from core import proving
from core.exporters import EXPORTERS, pdf
from core.report import Report
from tests.bench.table import rows, say
from tests.round_trip import others
from tests.round_trip.reports import invented, published

_MOST_TOLD = 20


def main() -> int:
    """Print for each format how many files were written, and what was read otherwise; return the exit status."""
    given = _options()
    every = [*published(), *((f"invented-{number:03}", invented(number)) for number in range(given.invented))]
    told: list[str] = []
    body: list[tuple[str, ...]] = []
    with tempfile.TemporaryDirectory() as place:
        for exporter in EXPORTERS:
            folder = Path(place, exporter.suffix[1:])
            folder.mkdir()
            files = {name: (report, folder / f"{at:04}{exporter.suffix}") for at, (name, report) in enumerate(every)}
            mine = _ours(files)
            theirs = _theirs(exporter.suffix, files, folder) if given.others else {}
            told += [
                f"{name}{exporter.suffix}: {line}" for found in (mine, theirs) for name in found for line in found[name]
            ]
            count = (sum(not lines for lines in found.values()) for found in (mine, theirs))
            body.append((exporter.suffix, str(len(files)), *(f"{equal}/{len(files)}" for equal in count)))
    rows(("format", "files", "ours equal", "another reader equal"), body)
    for line in told[:_MOST_TOLD]:
        say(line)
    say(f"{len(told)} differences")
    return 1 if told else 0


def _ours(files: dict[str, tuple[Report, Path]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, (report, path) in files.items():
        data, _ = next(each for each in EXPORTERS if each.suffix == path.suffix).load()(report)
        path.write_bytes(data)
        proof = proving.read_back(report, data, path)
        found[name] = [*proof.differences] if proof else ["no reading process"]
    return found


def _theirs(suffix: str, files: dict[str, tuple[Report, Path]], folder: Path) -> dict[str, list[str]]:
    out = folder / "converted"
    out.mkdir()
    match suffix:
        case ".xlsx":
            return others.of_workbooks(files, out)
        case ".docx" | ".html":
            return others.of_documents(files, out)
        case _:
            return {name: others.of_page(report, pdf.compose(report), path) for name, (report, path) in files.items()}


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--invented", type=int, default=200, help="invented reports beside those of the corpus")
    parser.add_argument("--no-others", dest="others", action="store_false", help="our own reader only")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
