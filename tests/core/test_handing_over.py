"""All files of a report in one folder."""

import errno
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from core.atomic import write_atomically
from core.errors import UserError
from core.exporters import Exported
from core.exporters.check_number import check_number
from core.exporters.proof import Proof
from core.handing_over import (
    OFFERED,
    PRODUCTS,
    Handed,
    Product,
    Proofs,
    beside,
    hand_over,
    outstanding,
    path_of,
    refuse_folder,
    refuse_long,
    sentence,
    taken,
    together,
)
from core.report import Final, Report
from tests.core.exporters.invented import needs_chinese_font
from tests.examples import TEXTS, filled

ROOT = Path(__file__).parents[2]
DRAFT = replace(filled(), texts=TEXTS)
FINAL = replace(DRAFT, final=Final("苏禾", "2025-01-20", check_number(DRAFT)))


def writes(words: str) -> Product:
    def write(_: Report, path: Path, __: Proofs) -> Exported:
        path.write_text(words, encoding="utf-8")
        return Exported(path)

    return Product(words, words, f"{words}.txt", write)


def fails(error: Exception) -> Product:
    def write(_: Report, path: Path, __: Proofs) -> Exported:
        raise error

    return Product("bad", "坏的", "坏的.txt", write)


GOOD, OTHER = writes("甲"), writes("乙")


@needs_chinese_font
def test_every_product_of_a_final_report_is_written_and_what_can_be_read_back_is_proved(tmp_path: Path) -> None:
    handed = hand_over(FINAL, tmp_path / "一" / "二")
    assert [each.problem for each in handed] == [""] * len(PRODUCTS)
    assert sorted(each.path.name for each in handed) == sorted(file.name for file in (tmp_path / "一" / "二").iterdir())
    assert not any("草稿" in each.path.name for each in handed)
    proofs = [each.exported.proof for each in handed if each.exported and each.product.ending.startswith(".")]
    assert [(proof.equal_cells, proof.cells) for proof in proofs if proof] == [(200, 200)] * 4


def test_a_final_report_that_was_changed_elsewhere_is_not_handed_over(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="定稿以后内容在别处被改过"):
        hand_over(replace(FINAL, unit="别处水务局"), tmp_path / "全套", [GOOD])
    assert list(tmp_path.iterdir()) == []


def test_each_product_is_told_what_was_proved_before_it(tmp_path: Path) -> None:
    proof, heard = Proof(200, 200, 9, 9), list[Proofs]()

    def write(_: Report, path: Path, proofs: Proofs) -> Exported:
        heard.append(proofs)
        return Exported(path, (), proof)

    hand_over(FINAL, tmp_path, [Product(key, key, key, write) for key in "甲乙"])
    assert heard == [[], [(f"{path_of(FINAL, tmp_path, Product('甲', '甲', '甲', write)).name}", proof)]]


def test_the_files_of_a_draft_are_called_so(tmp_path: Path) -> None:
    assert path_of(DRAFT, tmp_path, GOOD).name == "青禾县林业局2024年政府信息公开工作年度报告（草稿）甲.txt"
    assert path_of(FINAL, tmp_path, GOOD).name == "青禾县林业局2024年政府信息公开工作年度报告甲.txt"


@pytest.mark.parametrize(
    ("error", "said"),
    [(UserError("磁盘已满。", "请清理。"), "磁盘已满。请清理。"), (ValueError("x"), "程序内部出错，没有写成")],
)
def test_one_that_fails_leaves_the_others_and_is_named(tmp_path: Path, error: Exception, said: str) -> None:
    heard: list[str] = []
    handed = hand_over(
        FINAL,
        tmp_path,
        (GOOD, fails(error), OTHER),
        begun=lambda product: heard.append(f"+{product.name}"),
        done=lambda each: heard.append(f"-{each.product.name}"),
    )
    assert heard == ["+甲", "-甲", "+坏的", "-坏的", "+乙", "-乙"]
    assert [bool(each.exported) for each in handed] == [True, False, True]
    assert handed[1].problem.startswith(said)
    assert sentence(handed, 3) == "已写出 2 份文件，没有写成：坏的。"
    assert len(list(tmp_path.iterdir())) == 2


def test_a_file_that_is_gone_at_the_end_is_not_said_to_be_written(tmp_path: Path) -> None:
    stick = tmp_path / "U盘"

    def pull(_: Report, path: Path, __: Proofs) -> Exported:
        shutil.rmtree(stick)
        raise UserError("没有保存。", "文件夹不存在。")

    handed = hand_over(FINAL, stick / "年报", (GOOD, Product("bad", "坏的", "坏的.txt", pull)))
    assert handed[0].exported is None
    assert handed[0].problem == "写好以后又不见了，可能是U盘已拔出，或者文件夹被移走了。"
    assert sentence(handed, 2) == "没有写出文件，没有写成：甲、坏的。"
    assert list(tmp_path.iterdir()) == []


def test_a_file_whose_disk_answers_no_more_counts_as_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ask = os.stat

    def no_answer(path: Any, **given: Any) -> os.stat_result:
        if str(path).endswith(GOOD.ending):
            raise OSError(errno.EIO, "no answer")
        return ask(path, **given)

    def put(_: Report, path: Path, __: Proofs) -> Exported:
        path.write_text("x", encoding="utf-8")
        monkeypatch.setattr(os, "stat", no_answer)
        return Exported(path)

    handed = hand_over(FINAL, tmp_path, (replace(GOOD, write=put),))
    assert handed[0].problem.startswith("写好以后又不见了")


def test_a_disk_that_is_full_part_way_keeps_what_is_whole_and_nothing_half_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = iter([True])

    def full(handle: int) -> None:
        if not next(room, False):
            raise OSError(errno.ENOSPC, "no room")

    def put(_: Report, path: Path, __: Proofs) -> Exported:
        write_atomically(path, b"whole")
        return Exported(path)

    monkeypatch.setattr("core.atomic.os.fsync", full)
    monkeypatch.setattr("core.atomic._settle", lambda _: None)
    handed = hand_over(FINAL, tmp_path, [Product(key, key, key, put) for key in "甲乙丙"])
    assert [each.problem.partition("：")[2] for each in handed] == [
        "",
        *["磁盘已满。请清理磁盘，或者另存到别的磁盘。"] * 2,
    ]
    assert [file.read_bytes() for file in tmp_path.iterdir()] == [b"whole"]


def test_what_is_missing_is_written_again_with_the_sheets_that_tell_of_it() -> None:
    pdf, word, *_, sheet, sign = PRODUCTS
    done = [Handed(each, Path(each.key), Exported(Path(each.key))) for each in (pdf, sheet, sign)]
    wanted = (pdf, word, sheet, sign)
    failed = Handed(word, Path("x"), problem="磁盘已满。")
    assert outstanding(wanted, (done[0], failed, *done[1:])) == (word, sheet, sign)
    assert outstanding((pdf, sheet, sign), done[:2]) == (sign,)
    assert outstanding((pdf, sheet, sign), done) == ()
    assert outstanding(wanted, ()) == wanted


def test_the_second_time_counts_and_stands_in_its_place() -> None:
    first = [Handed(GOOD, Path("x"), problem="磁盘已满。"), Handed(OTHER, Path("y"), Exported(Path("y")))]
    second = Handed(GOOD, Path("x"), Exported(Path("x")))
    assert together((GOOD, OTHER), first, (second,)) == (second, first[1])
    assert together((GOOD, OTHER), first, ()) == tuple(first), "called off: what was before holds"


def test_sheets_that_are_written_again_tell_of_what_is_kept(tmp_path: Path) -> None:
    proof, heard = Proof(200, 200, 9, 9), list[Proofs]()

    def write(_: Report, path: Path, proofs: Proofs) -> Exported:
        heard.append(proofs)
        return Exported(path)

    kept = Handed(GOOD, tmp_path / "年报.pdf", Exported(tmp_path / "年报.pdf", (), proof))
    hand_over(FINAL, tmp_path, (Product("sheet", "校核单", "校核单", write),), kept=(kept,))
    assert heard == [[("年报.pdf", proof)]]


def test_what_is_called_off_is_not_begun(tmp_path: Path) -> None:
    called_off = threading.Event()
    handed = hand_over(FINAL, tmp_path, (GOOD, OTHER), done=lambda _: called_off.set(), called_off=called_off)
    assert [each.product for each in handed] == [GOOD]
    assert sentence(handed, 2) == "已写出 1 份文件，已取消，1 份没有写。"


def test_where_nothing_was_written_no_new_folder_stays(tmp_path: Path) -> None:
    hand_over(FINAL, tmp_path / "新" / "里", (fails(UserError("不行。", "再试。")),))
    assert list(tmp_path.iterdir()) == []
    hand_over(FINAL, tmp_path, (fails(UserError("不行。", "再试。")),))
    assert tmp_path.exists(), "a folder that was there stays"


def test_a_folder_that_cannot_be_is_told_with_its_cause(tmp_path: Path) -> None:
    (tmp_path / "文件").write_text("x", encoding="utf-8")
    for folder in (tmp_path / "文件", tmp_path / "文件" / "里" / "面"):
        with pytest.raises(UserError, match="“文件”是一个文件，不是文件夹。"):
            hand_over(FINAL, folder, (GOOD,))


@pytest.mark.parametrize("there", [True, False])
def test_a_folder_without_the_right_to_write_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, there: bool
) -> None:
    folder = tmp_path if there else tmp_path / "新"

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "no")

    monkeypatch.setattr(Path, "open", refuse)
    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(UserError, match="没有写入权限"):
        refuse_folder(FINAL, folder, (GOOD,))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["", "新", "新/里"])
def test_trying_a_folder_leaves_nothing_behind(tmp_path: Path, name: str) -> None:
    refuse_folder(FINAL, tmp_path / name, (GOOD,))
    assert list(tmp_path.iterdir()) == []


def test_what_is_there_is_named_and_one_more_folder_found(tmp_path: Path) -> None:
    folder = tmp_path / "年报（定稿）"
    assert taken(FINAL, folder, (GOOD, OTHER)) == ()
    hand_over(FINAL, folder, (GOOD,))
    assert taken(FINAL, folder, (GOOD, OTHER)) == ((GOOD, path_of(FINAL, folder, GOOD)),)
    assert beside(folder).name == "年报（定稿）(2)"
    beside(folder).mkdir()
    assert beside(folder).name == "年报（定稿）(3)"


def test_a_path_that_windows_cannot_open_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    refuse_long(FINAL, tmp_path, PRODUCTS, 259)
    with pytest.raises(UserError, match=r"路径太长.*最多允许 259 个"):
        refuse_long(FINAL, tmp_path / ("长" * 250), PRODUCTS, 259)


def test_nothing_handed_over_is_told_as_such() -> None:
    failed = Handed(GOOD, Path("x"), problem="不行。")
    assert sentence((failed,), 1) == "没有写出文件，没有写成：甲。"


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL is a signal of other systems")
def test_a_kill_at_any_moment_leaves_whole_files_only(tmp_path: Path) -> None:
    """What is there under a name of ours is whole; what was begun has a name that is swept away."""
    whole = tmp_path / "whole"
    products = [each for each in PRODUCTS if each.key in {"docx", "xlsx", "html"}]
    sizes = {each.path.name: each.path.read_bytes() for each in hand_over(FINAL, whole, products)}
    for delay in (0.0, 0.02, 0.05, 0.1, 0.2):
        folder = tmp_path / f"killed{delay}"
        _kill_while_writing(folder, delay)
        for file in folder.glob("*"):
            if not file.name.startswith(".~nianbao-"):
                assert file.read_bytes() == sizes[file.name], file.name


def _kill_while_writing(folder: Path, delay: float) -> None:
    child = subprocess.Popen(
        [sys.executable, "-c", _CHILD, str(folder)], cwd=ROOT, stdout=subprocess.PIPE, env={**os.environ}
    )
    assert child.stdout is not None
    assert child.stdout.readline().strip() == b"begun"
    time.sleep(delay)
    child.send_signal(signal.SIGKILL)
    child.communicate(timeout=10)


_CHILD = """
import sys
from pathlib import Path
from tests.core.test_handing_over import FINAL, PRODUCTS, hand_over
products = [each for each in PRODUCTS if each.key in {"docx", "xlsx", "html"}]
while True:
    hand_over(FINAL, Path(sys.argv[1]), products, begun=lambda _: print("begun", flush=True))
"""


def test_what_a_killed_program_left_half_written_is_taken_away(tmp_path: Path) -> None:
    old, young = tmp_path / ".~nianbao-0a.tmp", tmp_path / ".~nianbao-0b.tmp"
    for file in (old, young):
        file.write_bytes(b"half")
    os.utime(old, (1, 1))
    hand_over(FINAL, tmp_path, (GOOD,))
    assert not old.exists()
    assert young.exists(), "somebody may just be writing it"


def test_the_list_of_products_names_each_once() -> None:
    assert len({each.key for each in OFFERED}) == len(OFFERED)
    assert len({each.ending for each in OFFERED}) == len(OFFERED)


def test_the_sheets_that_tell_of_files_come_behind_all_of_them() -> None:
    assert [each.tells for each in OFFERED] == sorted(each.tells for each in OFFERED)
    assert [each for each in OFFERED if not each.extra] == list(PRODUCTS)


@needs_chinese_font
def test_what_is_written_only_where_it_is_wanted_is_proved_as_well(tmp_path: Path) -> None:
    handed = hand_over(FINAL, tmp_path, [each for each in OFFERED if each.extra])
    assert [each.problem for each in handed] == ["", "", ""]
    assert all(each.exported and each.exported.proof for each in handed)
    assert {each.path.name.partition("年度报告")[2] for each in handed} == {"（附图解）.pdf", "图解.pdf", "图解.svg"}


@pytest.mark.skipif(os.name == "nt", reason="there the whole path is counted before")
def test_a_folder_whose_name_is_too_long_is_refused_before_anything_is_done(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="路径太长"):
        refuse_folder(FINAL, tmp_path / "新" / ("长" * 300), (GOOD,))
    assert list(tmp_path.iterdir()) == []
