"""Files of every schema are read for ever: one of each lies in tests/data/projects and is never changed."""

import hashlib
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from core.cells import CellId, State
from core.report import Final, OrgType, Source
from core.storage.migrations import MIGRATIONS, SCHEMA, migrated
from core.storage.project import load

FILES = Path(__file__).resolve().parents[2] / "data" / "projects"


def test_every_schema_up_to_the_present_one_has_its_file_and_its_step() -> None:
    assert sorted(path.name for path in FILES.iterdir()) == [f"schema-{n}.nianbao" for n in range(1, SCHEMA + 1)]
    assert sorted(MIGRATIONS) == list(range(1, SCHEMA))


def test_a_project_of_schema_2_has_its_sentences_notes_and_rules() -> None:
    older, newer = (load(FILES / f"schema-{n}.nianbao")[0].report for n in (1, 2))
    assert newer.carried == older.carried == {"s5": frozenset({"问题仍有。"})}
    assert newer.notes == {CellId("t3.new_requests.natural"): "与登记台账核对过"}
    assert newer.switched_off == {"S28"}
    assert replace(newer, notes={}, switched_off=frozenset()) == older


def test_a_project_of_schema_3_has_its_signers_and_its_final_act() -> None:
    older, newer = (load(FILES / f"schema-{n}.nianbao")[0].report for n in (2, 3))
    assert newer.sign_off == {"drafter": "林一", "leader": "方远"}
    assert newer.final == Final("林一", "2025-01-20", "3F7K-9Q2M")
    assert replace(newer, sign_off={}, final=None) == older


@pytest.mark.parametrize(
    ("name", "digest"),
    [
        ("schema-1.nianbao", "b14ad551937be16295f2c436f0dd0cd241f3b5aee71dc08e931a8d84f3a0f41c"),
        ("schema-2.nianbao", "dcf5ce054abdbaa727e3f690a03c84b9b66c662600ac6c0f8329e272d18e0322"),
        ("schema-3.nianbao", "f7056474cf7575aff20289da4f394dff76dcde266184213757bea457f6d0761f"),
    ],
)
def test_the_file_of_a_schema_was_never_changed(name: str, digest: str) -> None:
    assert hashlib.sha256((FILES / name).read_bytes()).hexdigest() == digest


def test_a_project_of_schema_1_is_read_to_its_last_word() -> None:
    project, _ = load(FILES / "schema-1.nianbao")
    report, view = project.report, project.view
    assert (report.form.id, report.unit, report.year, report.org_type) == (
        "F2021",
        "青禾县林业局",
        2024,
        OrgType.DEPARTMENT,
    )
    assert report.title == "青禾县林业局政府信息公开年度报告"
    assert len(report.typed) == 165
    assert report.value(CellId("t3.new_requests.natural")) == 12
    assert report.value(CellId("t2.admin_fees.amount_wan")) == Decimal("72701.2578")
    assert report.entry(CellId("t2.licensing.decisions")).raw == "１２"
    assert report.entry(CellId("t3.granted.business")).state is State.EMPTY
    assert report.entry(CellId("t3.partial.natural")).state is State.TEXT
    assert report.entry(CellId("t4.review.upheld")).state is State.NOT_APPLICABLE
    assert {cell: entry.raw for cell, entry in report.printed.items()} == {
        "t3.new_requests.total": "12",
        "t3.granted.total": "1,0",
    }
    assert report.texts == {
        "preamble": "根据条例编制。",
        "s1": "（一）主动公开。\n公开“两批”信息。",
        "s5": "问题仍有。",
        "s6": "未收取信息处理费。",
        "signature": "青禾县林业局",
    }
    assert report.stale == {"s5"}
    assert report.reasons == {"Y01|t3.carried_in.total||": "职能划转，已核实"}
    assert report.source == Source("今年 草稿.xlsx", "0f" * 32)
    assert (view.step, view.cell, view.visited) == ("s3", "t3.granted.natural", frozenset({"cover", "s1", "s3"}))
    last = report.last_year
    assert last is not None
    assert (last.year, last.text("s1")) == (2023, "上年平稳。")
    assert last.value(CellId("t3.carried_forward.total")) == 1


# ---------------------------------------------------------------- the machinery, with schemas that never were


def _named(content: dict[str, Any]) -> dict[str, Any]:
    return {**{key: value for key, value in content.items() if key != "name"}, "unit": content["name"]}


def _listed(content: dict[str, Any]) -> dict[str, Any]:
    return {**content, "unit": [content["unit"]]}


def test_an_older_file_passes_through_every_step_in_turn() -> None:
    content = migrated({"schema": 1, "name": "青禾县"}, {1: _named, 2: _listed}, 3)
    assert content == {"schema": 3, "unit": ["青禾县"]}


def test_a_file_enters_at_its_own_schema() -> None:
    assert migrated({"schema": 2, "unit": "青禾县"}, {1: _named, 2: _listed}, 3)["unit"] == ["青禾县"]


def test_a_file_of_the_present_schema_stays_as_it_is() -> None:
    content = {"schema": 3, "unit": ["青禾县"]}
    assert migrated(content, {1: _named, 2: _listed}, 3) is content


def test_a_missing_step_is_an_error_and_not_passed_over() -> None:
    with pytest.raises(KeyError):
        migrated({"schema": 1, "name": "青禾县"}, {2: _listed}, 3)
