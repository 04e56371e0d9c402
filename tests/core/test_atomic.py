import errno
import os
from pathlib import Path

import pytest

from core import atomic
from core.atomic import make_folder, write_atomically
from core.errors import UserError

posix = pytest.mark.skipif(os.name == "nt", reason="rights, links and the lengths of names are others on Windows")


def test_the_bytes_stand_in_the_file_and_nothing_else_is_left_in_the_folder(tmp_path: Path) -> None:
    file = tmp_path / "年报.pdf"
    write_atomically(file, b"first")
    write_atomically(file, b"second")
    assert file.read_bytes() == b"second"
    assert list(tmp_path.iterdir()) == [file]


@posix
def test_the_file_keeps_its_rights(tmp_path: Path) -> None:
    file = tmp_path / "年报.pdf"
    file.write_bytes(b"old")
    file.chmod(0o640)
    write_atomically(file, b"new")
    assert file.stat().st_mode & 0o777 == 0o640


@posix
def test_a_link_is_followed_instead_of_replaced(tmp_path: Path) -> None:
    file, link = tmp_path / "年报.pdf", tmp_path / "链接.pdf"
    file.write_bytes(b"old")
    link.symlink_to(file)
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert file.read_bytes() == b"new"


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "磁盘已满"),
        (errno.EACCES, "没有写入权限"),
        (errno.EROFS, "只能读、不能写"),
        (errno.EIO, "磁盘读写出错"),
        (errno.ETIMEDOUT, "系统报告"),
    ],
)
def test_a_failing_disk_leaves_the_old_file_and_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str
) -> None:
    file = tmp_path / "年报.pdf"
    file.write_bytes(b"old")

    def fail(_handle: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(UserError, match=words) as caught:
        write_atomically(file, b"new")
    assert caught.value.message.startswith("没有保存“年报.pdf”：")
    assert caught.value.hint
    assert file.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [file]


def _held(code: int) -> PermissionError:
    error = PermissionError(errno.EACCES, "held")
    error.winerror = code  # type: ignore[attr-defined]  # as Windows sets it
    return error


def test_a_file_open_in_another_program_is_named_as_that(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "年报.xlsx"
    file.write_bytes(b"old")

    def held(_self: Path, _target: Path) -> None:
        raise _held(32)

    monkeypatch.setattr(Path, "replace", held)
    monkeypatch.setattr(atomic, "_PAUSE", 0)
    with pytest.raises(UserError, match="正被其他程序打开"):
        write_atomically(file, b"new")
    assert file.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [file]


def test_a_file_that_a_scanner_holds_for_a_moment_is_written_after_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "年报.xlsx"
    replace, refusals = Path.replace, [_held(5), _held(32)]

    def held_twice(self: Path, target: Path) -> Path:
        if refusals:
            raise refusals.pop()
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", held_twice)
    monkeypatch.setattr(atomic, "_PAUSE", 0)
    write_atomically(file, b"new")
    assert file.read_bytes() == b"new"


@posix
@pytest.mark.parametrize(
    ("name", "words"),
    [("没有/年报.pdf", "文件夹不存在"), ("长" * 200 + ".pdf", "太长"), ("a\0b.pdf", "不能用的字符"), (".", "文件夹")],
)
def test_a_place_where_no_file_can_stand_is_explained(tmp_path: Path, name: str, words: str) -> None:
    with pytest.raises(UserError, match=words):
        write_atomically(tmp_path / name, b"data")


def test_a_folder_is_made_with_all_above_it_and_may_be_there(tmp_path: Path) -> None:
    make_folder(tmp_path / "一" / "二")
    make_folder(tmp_path / "一" / "二")
    assert (tmp_path / "一" / "二").is_dir()


def test_a_folder_whose_name_a_file_has_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "文件").write_bytes(b"x")
    with pytest.raises(UserError, match="已有同名的文件"):
        make_folder(tmp_path / "文件")
