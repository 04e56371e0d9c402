"""Which files the program takes."""

from pathlib import Path

import pytest

from core.importers import IMPORTERS
from ui.formats import file_filter, is_known, readable


def test_every_suffix_of_every_reader_is_offered_once() -> None:
    offered = readable()
    assert set(offered) == {suffix for reader in IMPORTERS for suffix in reader.suffixes}
    assert len(offered) == len(set(offered))


def test_the_filter_of_the_file_dialog_names_them_and_our_own() -> None:
    words = file_filter()
    assert words.startswith("年报文件 (*.docx ")
    for suffix in (*readable(), ".nianbao", ".png"):
        assert f"*{suffix}" in words.replace(")", " ").split() or f"(*{suffix}" in words


@pytest.mark.parametrize("name", ["上年.DOCX", "年报.pdf", "页.htm", "项目.nianbao", "照片.JPG", "表.et"])
def test_names_of_reports_are_known(name: str) -> None:
    assert is_known(Path(name))


@pytest.mark.parametrize("name", ["压缩.zip", "没有后缀", "程序.exe"])
def test_other_names_are_not(name: str) -> None:
    assert not is_known(Path(name))
