"""The proof as a whole: one verdict over every line."""

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from core.self_test import FailedError, Trial
from installer.windows import pack, proof, screen, wine
from installer.windows.wine import Wine


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Everything that runs Wine is taken out; what is left is how lines become a verdict."""

    @contextmanager
    def opened() -> Iterator[screen.Screen]:
        yield screen.Screen(":0")

    monkeypatch.setattr(screen, "opened", opened)
    monkeypatch.setattr(wine, "make", lambda prefix: Wine(prefix, prefix))
    monkeypatch.setattr(pack, "setup", lambda *_, **__: tmp_path / "older.exe")
    monkeypatch.setattr(subprocess, "run", lambda line, **_: subprocess.CompletedProcess[bytes](line, 0))
    monkeypatch.setattr(proof, "PICTURES", tmp_path / "proof")
    return tmp_path / "proof"


def differ() -> str:
    raise FailedError("留下了文件")


@pytest.mark.parametrize(
    ("trials", "status"), [([("装", lambda: "好")], 0), ([("装", lambda: "好"), ("卸", differ)], 1)]
)
def test_one_line_that_fails_fails_the_proof(
    place: Path, monkeypatch: pytest.MonkeyPatch, trials: list[Trial], status: int
) -> None:
    monkeypatch.setattr(proof, "_trials", lambda *_: iter(trials))
    assert proof.prove() == status
    written = json.loads((place / "verdict.json").read_text("utf-8"))
    assert written["passed"] is (status == 0)
    assert [line["name"] for line in written["lines"]] == [name for name, _ in trials]
