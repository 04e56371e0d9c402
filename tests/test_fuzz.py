"""What the fuzz run of tests/fuzz found once is read without a fault for ever; and the run itself can be repeated."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.isolation.pool import Pool
from tests.fuzz.mutations import FOR, MARKUP, TEXTUAL
from tests.fuzz.run import KEPT, PASSED, inputs, outcome
from tests.fuzz.seeds import FORMATS, seeds

DESK = Pool()


@pytest.fixture(scope="module", autouse=True)
def _closed() -> Iterator[None]:
    yield
    DESK.close()


@pytest.mark.parametrize("path", sorted(path for path in KEPT.glob("*") if path.suffix != ".md"), ids=lambda p: p.name)
def test_an_input_that_once_failed_ends_as_a_report_or_a_sentence(path: Path) -> None:
    became = outcome(DESK, path)
    assert became.end in PASSED, became.sentence


@pytest.mark.parametrize("kind", FORMATS)
def test_broken_files_of_each_format_end_as_a_report_or_a_sentence(tmp_path: Path, kind: str) -> None:
    whole = seeds(corpus=False)[kind]
    if not whole:
        pytest.skip(f"no file of ours is a .{kind}")
    for one in inputs(kind, whole, range(5), "test"):
        path = tmp_path / f"{one.number}.{kind}"
        path.write_bytes(one.data)
        became = outcome(DESK, path)
        assert became.end in PASSED, (one.number, became.sentence)


def test_an_input_depends_on_seed_and_number_alone() -> None:
    whole = seeds(corpus=False)["html"]
    first = list(inputs("html", whole, range(4), "1"))
    assert list(inputs("html", whole, range(2, 4), "1")) == first[2:]
    assert list(inputs("html", whole, range(4), "2")) != first


WAYS = {way.__name__: way for ways in (*FOR.values(), TEXTUAL, MARKUP) for way in ways}
TAKES = {"change_part": "docx", "change_stream": "pdf", "change_markup": "svg"}


@pytest.mark.parametrize("name", sorted(WAYS))
def test_every_way_changes_a_file(name: str) -> None:
    whole = {kind: found[0].data for kind, found in seeds(corpus=False).items() if found}
    data = (whole | {"svg": b"<a><b c='1'>x</b><d/></a>"})[TAKES.get(name, "txt")]
    assert any(WAYS[name](data, random.Random(number), [data, data[::-1]]) != data for number in range(3))
