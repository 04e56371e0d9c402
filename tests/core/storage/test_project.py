"""The project file: nothing is lost, nothing foreign is taken for ours, no bad file is touched."""

import json
import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from core.cells import CellId
from core.errors import UserError
from core.report import OrgType, Report, Source
from core.storage.migrations import SCHEMA
from core.storage.project import LARGEST, Project, View, fingerprint, from_bytes, load, save, to_bytes
from tests.examples import filled
from tests.strategies import reports

RICH = replace(
    filled({"t3.granted.natural": "１２", "t2.admin_fees.amount_wan": "72701.2578", "t4.review.upheld": "/"}),
    org_type=OrgType.GOVERNMENT,
    title="青禾县年报",
    printed=filled({"t3.granted.natural": 3}).computed,
    texts={"s1": "第一行\n第二行“引号”\\"},
    carried={"s1": frozenset({"第一行"})},
    notes={CellId("t3.granted.natural"): "与台账核对过"},
    switched_off=frozenset({"S28"}),
    reasons={"A03|x": "系统外转来"},
    source=Source("去年 年报.docx", "ab" * 32),
    last_year=filled({"t3.carried_forward.natural": 4}),
)


def content_of(report: Report = RICH) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(to_bytes(Project(report)))
    return content


def refusal(data: bytes) -> UserError:
    with pytest.raises(UserError) as caught:
        from_bytes(data, "年报.nianbao")
    return caught.value


def outcome(data: bytes) -> Project | UserError:
    """The two right answers to a file that may still be whole; any other exception fails the test."""
    try:
        return from_bytes(data, "年报.nianbao")
    except UserError as error:
        return error


# ---------------------------------------------------------------- what is saved is what is loaded


@given(reports())
@settings(max_examples=60)
def test_any_report_comes_back_as_it_was(report: Report) -> None:
    assert from_bytes(to_bytes(Project(report)), "x").report == report


def test_a_saved_project_comes_back_with_the_place_where_the_clerk_was(tmp_path: Path) -> None:
    path = tmp_path / "青禾县 林业局 2024年.nianbao"
    project = Project(RICH, View("s3", "t3.granted.natural", frozenset({"cover", "s3"})))
    mark = save(path, project, None)
    assert load(path) == (project, mark)
    assert fingerprint(path) == mark


def test_numbers_that_follow_the_tables_are_saved_as_what_they_follow() -> None:
    raw = "予以公开{t3.granted.total}件。"
    last = replace(filled({"t3.granted.natural": 4}), texts={"s1": raw})
    report = replace(filled({"t3.granted.natural": 5}), texts={"s1": raw}, last_year=last)
    opened = from_bytes(to_bytes(Project(report)), "x").report
    assert opened == report
    assert opened.last_year is not None
    assert (opened.texts["s1"], opened.text("s1"), opened.last_year.text("s1")) == (
        raw,
        "予以公开5件。",
        "予以公开4件。",
    )


def test_the_file_is_json_that_can_be_read_by_eye() -> None:
    lines = to_bytes(Project(RICH)).decode().splitlines()
    assert lines[1] == ' "program": "年报编制",'
    assert f' "schema": {SCHEMA},' in lines
    assert '   "t3.granted.natural": "１２",' in lines


def test_totals_are_not_stored() -> None:
    assert len(content_of(filled())["report"]["typed"]) == 166


def test_half_a_character_does_not_keep_the_rest_from_being_saved() -> None:
    report = from_bytes(to_bytes(Project(Report(unit="青禾县", texts={"s1": "前\ud800后"}))), "x").report
    assert (report.unit, report.text("s1")) == ("青禾县", "前?后")


def test_a_file_without_the_later_fields_is_read() -> None:
    content = content_of(filled())
    for name in (
        "org_type",
        "title",
        "printed",
        "carried",
        "reasons",
        "notes",
        "switched_off",
        "source",
        "last_year",
    ):
        del content["report"][name]
    del content["view"]
    assert from_bytes(json.dumps(content).encode(), "x") == Project(filled())


def test_a_byte_order_mark_set_by_an_editor_is_passed_over() -> None:
    assert from_bytes(b"\xef\xbb\xbf" + to_bytes(Project(RICH)), "x").report == RICH


# ---------------------------------------------------------------- bad files


def test_an_empty_file_is_called_empty() -> None:
    for data in (b"", b" \r\n", bytes(100_000)):
        assert str(refusal(data)) == (
            "“年报.nianbao”是空的。可能是上次复制没有完成。请找备份，或在开始页查看有没有可恢复的草稿。"
        )


def test_a_file_cut_off_anywhere_is_called_damaged() -> None:
    data = to_bytes(Project(RICH))
    for length in range(1, len(data), 10):
        assert "已损坏或不完整" in refusal(data[:length]).message


def test_a_file_with_any_byte_turned_is_read_or_called_damaged() -> None:
    data = to_bytes(Project(RICH))
    for place in range(0, len(data), 10):
        turned = data[:place] + bytes([data[place] ^ 0x5A]) + data[place + 1 :]
        assert isinstance(outcome(turned), Project | UserError)


@pytest.mark.parametrize(
    "data",
    [b'{"name": "other"}', b"[]", b"12", b'"words"', b"null", b'{"program": "other", "schema": 1}'],
)
def test_json_of_another_program_is_not_taken_for_ours(data: bytes) -> None:
    assert refusal(data).message == "“年报.nianbao”不是年报编制的项目文件。"


@pytest.mark.parametrize(
    "data", [b"PK\x03\x04rest of a zip", b"\xd0\xcf\x11\xe0", b"%PDF-1.7", "年报".encode("gb18030")]
)
def test_another_kind_of_file_is_not_taken_for_a_damaged_project(data: bytes) -> None:
    assert refusal(data).message == "“年报.nianbao”不是年报编制的项目文件。"
    assert "从上年报告开始" in refusal(data).hint


def test_a_file_of_a_newer_version_is_named_as_such() -> None:
    error = refusal(json.dumps(content_of() | {"schema": SCHEMA + 1}).encode())
    assert error.message == "“年报.nianbao”是由更新版本的年报编制保存的，这个版本读不了。"


@pytest.mark.parametrize("schema", [None, "1", 0, -3, 1.0, [], {}])
def test_a_file_without_a_proper_schema_number_is_called_damaged(schema: object) -> None:
    assert "已损坏" in refusal(json.dumps(content_of() | {"schema": schema}).encode()).message


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("form", "F1999"),
        ("form", 7),
        ("unit", None),
        ("year", "2024"),
        ("year", True),
        ("year", 10**7),
        ("org_type", "emperor"),
        ("typed", []),
        ("typed", {"t9.x.y": "1"}),
        ("typed", {"t3.granted.total": "1"}),
        ("typed", {"t3.granted.natural": 1}),
        ("printed", {"t3.granted.natural": "1"}),
        ("texts", {"s1": 5}),
        ("texts", "words"),
        ("headings", "words"),
        ("headings", {"s1": 5}),
        ("carried", 5),
        ("carried", {"s1": [1]}),
        ("reasons", []),
        ("source", {"name": "x"}),
        ("source", "x"),
        ("last_year", "x"),
        ("last_year", {"form": "F2021"}),
    ],
)
def test_a_field_of_the_wrong_kind_is_called_damaged(name: str, value: object) -> None:
    content = content_of()
    content["report"][name] = value
    assert "已损坏" in refusal(json.dumps(content).encode()).message


@pytest.mark.parametrize("view", [[], "s3", {"step": 3}, {"visited": [1]}, {"visited": 1}])
def test_a_damaged_view_is_called_damaged(view: object) -> None:
    assert "已损坏" in refusal(json.dumps(content_of() | {"view": view}).encode()).message


@pytest.mark.parametrize("bomb", [b'{"a":' * 100_000, b'{"program":"x","a":' + b"[" * 100_000])
def test_nesting_without_end_is_called_damaged(bomb: bytes) -> None:
    assert "已损坏" in refusal(bomb).message


def test_reports_nested_without_end_are_read_or_called_damaged() -> None:
    content = content_of()
    inner = content["report"]
    for _ in range(400):
        inner["last_year"] = json.loads(json.dumps(content_of(filled())["report"]))
        inner["typed"] = {}
        inner = inner["last_year"]
    assert isinstance(outcome(json.dumps(content).encode()), Project | UserError)


def test_50_megabytes_of_zeros_are_refused_without_being_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "大.nianbao"
    with path.open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    with pytest.raises(UserError, match="太大，不是本程序的项目文件"):
        load(path)
    assert path.stat().st_size == 50 * 1024 * 1024


def test_the_largest_size_still_read_is_far_above_any_project() -> None:
    assert len(to_bytes(Project(RICH))) * 1000 < LARGEST


def test_a_bad_file_is_left_untouched(tmp_path: Path) -> None:
    path = tmp_path / "坏.nianbao"
    path.write_bytes(b'{"program": "\xe5')
    with pytest.raises(UserError):
        load(path)
    assert path.read_bytes() == b'{"program": "\xe5'
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_is_gone_is_called_missing(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="找不到“没有"):
        load(tmp_path / "没有.nianbao")


@pytest.mark.parametrize("name", ["文件夹", "a\0b"])
def test_what_is_no_readable_file_cannot_be_opened(tmp_path: Path, name: str) -> None:
    (tmp_path / "文件夹").mkdir()
    with pytest.raises(UserError, match="打不开"):
        load(tmp_path / name)


# ---------------------------------------------------------------- saving


def test_a_file_changed_by_somebody_else_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "年报.nianbao"
    mark = save(path, Project(Report(unit="我")), None)
    theirs = save(path, Project(Report(unit="对方")), mark)
    with pytest.raises(UserError, match="被别人或另一个窗口改过，没有覆盖"):
        save(path, Project(Report(unit="又是我")), mark)
    assert load(path) == (Project(Report(unit="对方")), theirs)


def test_a_file_that_was_taken_away_is_written_anew(tmp_path: Path) -> None:
    path = tmp_path / "年报.nianbao"
    mark = save(path, Project(Report(unit="我")), None)
    path.unlink()
    save(path, Project(Report(unit="我")), mark)
    assert load(path)[0].report.unit == "我"


def test_a_folder_in_the_place_of_the_file_gives_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "年报.nianbao"
    path.mkdir()
    for expected in (None, "0" * 64):
        with pytest.raises(UserError, match="年报"):
            save(path, Project(), expected)


def test_saving_into_a_missing_folder_says_so_and_makes_nothing(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="文件夹不存在"):
        save(tmp_path / "没有" / "年报.nianbao", Project(), None)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="folders have no read-only mode on Windows")
def test_saving_into_a_read_only_folder_keeps_the_old_file(tmp_path: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may write everywhere")
    path = tmp_path / "年报.nianbao"
    mark = save(path, Project(Report(unit="旧")), None)
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(UserError, match="没有写入权限"):
            save(path, Project(Report(unit="新")), mark)
    finally:
        tmp_path.chmod(0o700)
    assert load(path)[0].report.unit == "旧"


def test_a_refused_write_keeps_the_old_file_and_leaves_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "年报.nianbao"
    mark = save(path, Project(Report(unit="旧")), None)

    def refuse(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(UserError, match="磁盘已满"):
        save(path, Project(Report(unit="新")), mark)
    monkeypatch.undo()
    assert load(path) == (Project(Report(unit="旧")), mark)
    assert list(tmp_path.iterdir()) == [path]


def test_words_that_are_no_number_survive_the_file(tmp_path: Path) -> None:
    path = tmp_path / "年报.nianbao"
    save(path, Project(RICH), None)
    again = load(path)[0].report
    assert again.entry(CellId("t3.granted.natural")) == RICH.entry(CellId("t3.granted.natural"))
    assert again.entry(CellId("t4.review.upheld")).raw == "/"
