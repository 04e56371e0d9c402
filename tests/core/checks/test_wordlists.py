"""The word lists of the user: what a file changes, and that a damaged one changes nothing."""

from pathlib import Path

import pytest

from core.checks import wordlists
from core.checks.wordlists import Current, built_in, read


def test_without_a_file_the_built_in_lists_hold(tmp_path: Path) -> None:
    assert read(tmp_path / "词表.txt") == built_in()
    assert Current("二十届四中全会", 2025, 2026) in built_in().meetings
    assert "布署" in built_in().slips


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_list_of_the_file_takes_the_place_of_the_built_in_one(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "词表.txt"
    file.write_text("# 说明\n[会议]\n全县公开大会 2024-2025\n[错字]\n青和县 → 青禾县\n", encoding=encoding)
    lists = read(file)
    assert lists.meetings == (Current("全县公开大会", 2024, 2025),)
    assert lists.slips == {"青和县": "青禾县"}
    assert (lists.slogans, lists.latin, lists.most_words) == (built_in().slogans, built_in().latin, 0)


@pytest.mark.parametrize("data", [b"", b"\xff\xfe\x00", b"\x00" * 100, b"[\xe4\xbc", b"x" * 300_000])
def test_a_damaged_file_means_the_built_in_lists(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "词表.txt"
    file.write_bytes(data)
    assert read(file) == built_in()


def test_a_folder_in_place_of_the_file_means_the_built_in_lists(tmp_path: Path) -> None:
    assert read(tmp_path) == built_in()


def test_lines_that_are_not_understood_are_passed_over(tmp_path: Path) -> None:
    file = tmp_path / "词表.txt"
    file.write_text("[会议]\n没有年份\n大会 2024\n[总体情况字数]\n很多\n", encoding="utf-8")
    assert read(file).meetings == (Current("大会", 2024, 2024),)
    assert read(file).most_words == 0


def test_the_file_to_edit_says_what_is_built_in(tmp_path: Path) -> None:
    file = tmp_path / "词表.txt"
    file.write_text(wordlists.as_text().replace("\n0\n", "\n1000\n"), encoding="utf-8")
    lists = read(file)
    assert (lists.meetings, lists.slogans, lists.slips) == (built_in().meetings, built_in().slogans, built_in().slips)
    assert (lists.latin, lists.most_words) == (built_in().latin, 1000)


def test_the_file_to_edit_has_no_line_that_is_not_understood() -> None:
    assert wordlists.faults(wordlists.as_text()) == ()


@pytest.mark.parametrize(
    ("text", "number", "words"),
    [
        ("# 说明\n大会 2024", 2, "前面还没有部分的名称"),
        ("[会议]\n\n没有年份", 3, "应写名称和年份"),
        ("[会议]\n大会 2025-2024", 2, "应写名称和年份"),
        ("【口号】\n口号", 2, "应写口号和年份"),
        ("[错字]\n布署 部署", 2, "应写错的和对的词"),
        ("[错字]\n布署 → 布署", 2, "应写错的和对的词"),
        ("[英文]\nlogo 标识", 2, "只写英文单词"),
        ("[总体情况字数]\n很多", 2, "应写一个数"),
        ("[会义]\n大会 2024", 1, "没有“会义”这个部分"),
    ],
)
def test_a_line_that_says_nothing_is_told_with_its_number(text: str, number: int, words: str) -> None:
    ((line, said),) = wordlists.faults(text)
    assert line == number
    assert said.startswith(words)


def test_the_lists_of_the_user_are_read_once_and_again_when_renewed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NIANBAO_HOME", str(tmp_path))
    wordlists.renew()
    assert wordlists.current() == built_in()
    wordlists.file().write_text("[总体情况字数]\n800", encoding="utf-8")
    assert wordlists.current().most_words == 0
    wordlists.renew()
    assert wordlists.current().most_words == 800
    monkeypatch.undo()
    wordlists.renew()
