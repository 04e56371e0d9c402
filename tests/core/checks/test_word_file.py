"""The file of the user's word lists."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.checks import word_file, wordlists
from core.errors import UserError


@pytest.fixture(autouse=True)
def own_lists(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("NIANBAO_HOME", str(tmp_path / "home"))
    wordlists.renew()
    yield
    monkeypatch.undo()
    wordlists.renew()


def test_without_a_file_the_built_in_lists_are_there_to_edit() -> None:
    assert word_file.opened() == wordlists.as_text()


def test_what_is_saved_counts_at_once_and_is_there_again() -> None:
    text = "[错字]\n青和县 → 青禾县\n"
    word_file.save(text)
    assert wordlists.current().slips == {"青和县": "青禾县"}
    assert word_file.opened() == text.strip()
    assert [path.name for path in wordlists.file().parent.iterdir()] == ["词表.txt"]


def test_the_built_in_lists_need_no_file_so_that_those_of_a_later_version_count() -> None:
    word_file.save("[总体情况字数]\n900")
    assert wordlists.current().most_words == 900
    word_file.save(wordlists.as_text())
    assert not wordlists.file().exists()
    assert wordlists.current() == wordlists.built_in()


def test_a_text_that_is_too_long_changes_nothing() -> None:
    word_file.save("[总体情况字数]\n900")
    with pytest.raises(UserError, match="太长"):
        word_file.save("词" * wordlists.LARGEST)
    assert wordlists.current().most_words == 900


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("", encoding="utf-8")
    with pytest.raises(UserError, match="没有保存"):
        word_file.save("[总体情况字数]\n900")


def test_a_folder_where_the_file_should_be_is_told() -> None:
    wordlists.file().mkdir(parents=True)
    assert word_file.opened() == wordlists.as_text()
    for text in ("[总体情况字数]\n900", wordlists.as_text()):
        with pytest.raises(UserError):
            word_file.save(text)
