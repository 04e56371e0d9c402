"""The files by which the readers are tried: each is the same report."""

from pathlib import Path

import pytest

from core import specimens
from core.importers import IMPORTERS, read_report
from core.report import Report

SAMPLE = next((Path(__file__).parents[2] / "resources" / "sample").glob("*.docx"))


@pytest.fixture(scope="module")
def report() -> Report:
    return read_report(SAMPLE).report


def test_there_is_one_for_every_suffix_that_a_reader_takes() -> None:
    assert set(specimens.MAKERS) == {suffix for reader in IMPORTERS for suffix in reader.suffixes}


@pytest.mark.parametrize("suffix", sorted(specimens.MAKERS))
def test_each_is_read_as_the_report_that_it_is_of(report: Report, suffix: str, tmp_path: Path) -> None:
    file = tmp_path / f"年报{suffix}"
    file.write_bytes(specimens.make(report, suffix))
    read = read_report(file).report
    assert (read.unit, read.year) == (report.unit, report.year)
    assert [cell for cell in report.form.cells if read.value(cell) != report.value(cell)] == []
    assert read.text("s1")
