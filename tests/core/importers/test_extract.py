"""What readers give is plain, comparable and unchangeable."""

import dataclasses

import pytest

from core.cells import State, parse
from core.importers.extract import UNCOMPUTED, Extract, Grid, Paragraph


def test_extracts_compare_by_content() -> None:
    assert Extract((Paragraph("甲"), Grid((("乙", None),), "表"))) == Extract(
        (Paragraph("甲"), Grid((("乙", None),), "表"))
    )


def test_an_extract_cannot_be_changed() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        Paragraph("甲").text = "乙"  # type: ignore[misc]  # this is what must fail


def test_the_mark_of_a_formula_can_be_no_value() -> None:
    assert parse(UNCOMPUTED).state is State.TEXT
