"""The self-test without a window: it says what does not hold, and goes on."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from xlsxwriter.worksheet import Worksheet

from core import handing_over, self_test, specimens
from core.errors import UserError
from core.exporters import Exported
from core.isolation import desk
from core.self_test import FailedError, Line


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("NIANBAO_HOME", str(tmp_path / "home"))
    yield
    desk.close()


def test_every_line_holds_here_and_leaves_its_files(tmp_path: Path) -> None:
    lines = list(self_test.run(self_test.trials(tmp_path)))
    assert [line for line in lines if not line.passed] == []
    tried = {line.name for line in lines}
    assert {"读 .doc", "读 .csv", "写 PDF", "写 Excel", "写 校核单", "Excel 的公式带着结果", "保存再打开"} <= tried
    assert (tmp_path / "存" / "试 存.nianbao").is_file()
    assert len(list((tmp_path / "写").iterdir())) == len(handing_over.OFFERED)


def refuse() -> str:
    raise UserError("没有。", "请看。")


def differ() -> str:
    raise FailedError("差 1")


def break_off() -> str:
    raise OSError(28, "disk full")


def test_what_fails_is_said_and_the_rest_is_tried_all_the_same() -> None:
    lines = list(self_test.run([("甲", refuse), ("乙", differ), ("丙", break_off), ("丁", lambda: "好")]))
    assert [line.passed for line in lines] == [False, False, False, True]
    assert [line.said for line in lines] == ["没有。请看。", "差 1", "OSError: [Errno 28] disk full", "好"]


def test_a_reader_that_reads_something_else_is_found_out(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    broken = specimens.make(self_test.sample(), ".txt").replace("云泽市统计局".encode(), "海角市统计局".encode())
    monkeypatch.setattr(specimens, "make", lambda *_: broken)
    trial = next(each for each in self_test.trials(tmp_path) if each[0] == "读 .txt")
    (line,) = self_test.run([trial])
    assert not line.passed
    assert "海角市统计局" in line.said


def test_a_workbook_whose_formulas_have_no_results_is_found_out(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    write_formula: Any = Worksheet.write_formula

    def without_result(sheet: Worksheet, *told: Any) -> Any:
        return write_formula(sheet, *told[:-1], "")

    monkeypatch.setattr(Worksheet, "write_formula", without_result)
    excel = next(product for product in handing_over.PRODUCTS if product.key == "xlsx")
    handing_over.hand_over(self_test.sample(), tmp_path, [excel])
    with pytest.raises(FailedError, match="公式没有结果"):
        self_test._reckoned(self_test.sample(), tmp_path)


def test_a_workbook_that_was_not_written_is_told_as_such(tmp_path: Path) -> None:
    with pytest.raises(FailedError, match="没有写出 Excel"):
        self_test._reckoned(self_test.sample(), tmp_path)


@pytest.mark.parametrize("key", ["picture", "html"])
def test_a_file_that_was_not_read_back_is_found_out(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, key: str) -> None:
    (product,) = (each for each in handing_over.OFFERED if each.key == key)

    def unproved(*given: Any) -> Exported:
        return product.write(*given)._replace(proof=None)

    with pytest.raises(FailedError, match="没有能读回核对"):
        self_test._write(self_test.sample(), tmp_path, replace(product, write=unproved))


def test_a_folder_that_cannot_be_written_to_is_a_line(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setenv("NIANBAO_HOME", str(tmp_path / "file"))
    line = next(iter(self_test.run(self_test.trials(tmp_path))))
    assert (line.name, line.passed) == ("自己的文件夹可写", False)


def test_the_verdict_is_good_only_if_every_line_is_and_it_came_to_its_end(tmp_path: Path) -> None:
    good, bad = Line("甲", passed=True, said="", seconds=0.1), Line("乙", passed=False, said="坏", seconds=0.1)
    assert self_test.verdict([good])["passed"]
    assert not self_test.verdict([good, bad])["passed"]
    assert not self_test.verdict([])["passed"]
    assert not self_test.verdict([good], finished=False)["passed"]
    self_test.write(tmp_path, self_test.verdict([bad], platform="offscreen"))
    written = json.loads((tmp_path / self_test.VERDICT).read_text("utf-8"))
    assert (written["platform"], written["lines"][0]["said"]) == ("offscreen", "坏")
