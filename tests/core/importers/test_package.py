"""Office files as zips, with bounds."""

from pathlib import Path

import pytest

from core.errors import UserError
from core.importers import package, read_report
from core.importers.package import Package, attribute, local
from tests.core.importers import papers
from tests.core.importers.papers import packed


def write(tmp_path: Path, data: bytes) -> Path:
    path = tmp_path / "文件.docx"
    path.write_bytes(data)
    return path


def test_parts_are_read_and_named(tmp_path: Path) -> None:
    with Package(write(tmp_path, packed({"a.xml": "<a b='1'/>"}))) as opened:
        assert opened.names == {"a.xml"}
        root = opened.xml("a.xml")
    assert (local(root), attribute(root, "b"), attribute(root, "c")) == ("a", "1", None)


def test_elements_are_given_as_they_are_parsed_and_a_break_is_told_when_it_is_met(tmp_path: Path) -> None:
    data = packed({"a.xml": '<a><b n="1"/><c/><b n="2"/>' + "<d>0</d>" * 10_000 + "<"})
    with Package(write(tmp_path, data)) as opened:
        found = opened.elements("a.xml", "b")
        assert [attribute(next(found), "n"), attribute(next(found), "n")] == ["1", "2"]
        with pytest.raises(UserError, match="损坏"):
            next(found)


def test_a_part_larger_than_the_bound_is_refused_by_its_declared_size(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(package, "MOST_PART_BYTES", 1000)
    with Package(write(tmp_path, packed({"a.xml": "0" * 2000}))) as opened, pytest.raises(UserError, match="太大"):
        opened.part("a.xml")


def test_a_part_that_lies_about_its_size_is_refused(tmp_path: Path) -> None:
    data = packed({"a.xml": b"\0" * 3_000_000})
    size = (3_000_000).to_bytes(4, "little")
    assert data.count(size) == 2  # local header and directory
    lying = data.replace(size, (10).to_bytes(4, "little"))
    with Package(write(tmp_path, lying)) as opened, pytest.raises(UserError, match=r"损坏|太大"):
        opened.part("a.xml")


def test_all_parts_together_are_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MOST_UNPACKED_BYTES", 1500)
    with Package(write(tmp_path, packed({"a.xml": "0" * 1000, "b.xml": "0" * 1000}))) as opened:
        assert len(opened.part("a.xml")) == 1000
        with pytest.raises(UserError, match="太大"):
            opened.part("b.xml")


def test_a_cut_off_zip_is_damaged(tmp_path: Path) -> None:
    whole = packed({"a.xml": "<a/>"})
    with pytest.raises(UserError, match="损坏"):
        Package(write(tmp_path, whole[: len(whole) // 2]))


def test_spoilt_bytes_inside_are_damaged(tmp_path: Path) -> None:
    data = bytearray(packed({"a.xml": "".join(map(str, range(5000)))}))
    data[200:400] = bytes(200)
    with Package(write(tmp_path, bytes(data))) as opened, pytest.raises(UserError, match="损坏"):
        opened.part("a.xml")


def test_xml_that_is_none_is_damaged(tmp_path: Path) -> None:
    with Package(write(tmp_path, packed({"a.xml": "<a><b></a>"}))) as opened, pytest.raises(UserError, match="损坏"):
        opened.xml("a.xml")


def test_a_zip_with_a_password_says_so(tmp_path: Path) -> None:
    data = bytearray(packed({"a.xml": "<a/>"}))
    directory = data.index(b"PK\x01\x02")
    data[directory + 8] |= 1
    with pytest.raises(UserError, match="密码"):
        Package(write(tmp_path, bytes(data)))


def test_the_file_is_closed_again(tmp_path: Path) -> None:
    path = write(tmp_path, packed({"a.xml": "<a/>"}))
    with Package(path) as opened:
        opened.part("a.xml")
    path.unlink()
    assert not path.exists()


def test_a_version_that_no_zip_has_means_a_damaged_file(tmp_path: Path) -> None:
    path = tmp_path / "年报.docx"
    data = bytearray(papers.docx("<w:p/>"))
    directory = data.index(b"PK\x01\x02")
    data[directory + 6] = 112
    path.write_bytes(data)
    with pytest.raises(UserError, match="已损坏"):
        read_report(path)
