"""What the headless `read` prints."""

import json
from decimal import Decimal

import pytest

from core.cells import CellId, CellKind, parse
from core.importers import read_text
from core.importers.recogniser.answer import as_json, recognised_as_json, value
from core.report import Report
from tests.core.importers import papers


@pytest.mark.parametrize(
    ("raw", "printed"),
    [("3", 3), ("1,234", 1234), ("", None), ("  ", None), ("/", "/"), ("待核", "待核"), ("2.50", 2.5), ("0.0", 0)],
)
def test_values_are_numbers_blanks_or_words(raw: str, printed: object) -> None:
    assert value(parse(raw, CellKind.MONEY_WAN)) == printed


def test_decimals_are_exact() -> None:
    assert json.dumps(value(parse("59237.2449", CellKind.MONEY_WAN))) == "59237.2449"
    exact = "123456789012.123456789"
    assert value(parse(exact, CellKind.MONEY_WAN)) == exact
    assert Decimal(str(value(parse(exact, CellKind.MONEY_WAN)))) == Decimal(exact)


def test_a_report_of_our_own_lists_every_cell_and_its_computed_totals() -> None:
    cell = CellId("t3.granted.natural")
    listed = as_json(Report(unit="石桥乡", year=2024, typed={cell: parse("2")}, texts={"s1": "甲", "s2": "乙"}))
    assert (listed["format"], listed["unit"], listed["year"], listed["doubts"]) == ("F2021", "石桥乡", 2024, [])
    assert listed["texts"] == {"preamble": "", "s1": "甲", "s5": "", "s6": "", "s2": "乙"}
    tables = listed["tables"]
    assert isinstance(tables, dict)
    assert tables["t3"]["granted"] == dict.fromkeys(tables["t3"]["granted"]) | {"natural": 2}
    assert sum(len(row) for table in tables.values() for row in table.values()) == 200


def test_what_a_file_does_not_contain_is_left_out() -> None:
    listed = recognised_as_json(read_text("信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t0\t\t6"))
    assert listed["tables"] == {"t2": {"regulations": {"issued": 0, "repealed": None, "in_force": 6}}}
    assert (listed["unit"], listed["year"]) == (None, None)
    json.dumps(listed)


def test_totals_are_given_as_printed() -> None:
    recognised = read_text(papers.text_with("\t", papers.paper(t3__granted__natural="3", t3__granted__total="5")))
    tables = recognised_as_json(recognised)["tables"]
    assert isinstance(tables, dict)
    assert (tables["t3"]["granted"]["natural"], tables["t3"]["granted"]["total"]) == (3, 5)
