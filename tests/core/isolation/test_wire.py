"""There and back again: nothing of a reading is lost between two processes, and nothing strange gets in."""

import json
from dataclasses import fields
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.cells import CellId, Entry, State
from core.errors import UserError
from core.importers.extract import Box, Extract, Grid, NeedsConversionError, Origin, Paragraph, Part, ScannedError
from core.importers.kinds import Kind
from core.importers.recogniser.collect import Doubt
from core.importers.recogniser.recognise import Recognised
from core.isolation import wire
from core.report import Report
from tests.strategies import reports, words

any_text = st.text(max_size=12)  # half characters too: files hold them
measures = st.floats(allow_nan=False, allow_infinity=False, width=32)
small = st.integers(0, 50)
boxes = st.builds(Box, small, measures, measures, measures, measures)
paragraphs = st.builds(Paragraph, any_text, st.booleans(), st.none() | boxes)
grids = st.builds(
    Grid,
    st.lists(st.lists(st.none() | any_text, max_size=3).map(tuple), max_size=3).map(tuple),
    any_text,
    st.dictionaries(st.tuples(small, small), boxes, max_size=2),
)
blocks = st.one_of(paragraphs, grids, st.builds(Part, any_text))
extracts = st.builds(Extract, st.lists(blocks, max_size=4).map(tuple), st.booleans(), small)
numbers = st.decimals(allow_nan=False, allow_infinity=False, places=2)
entries = st.builds(Entry, any_text, st.sampled_from(State), st.none() | numbers, st.booleans())
recognitions = st.builds(
    Recognised,
    format=st.just("F2021"),
    report=reports(),
    doubts=st.lists(st.builds(Doubt, words, words, words), max_size=3).map(tuple),
    found=st.frozensets(words, max_size=3),
    rows=st.frozensets(words, max_size=3),
    extra=st.dictionaries(words.map(CellId), entries, max_size=3),
    extract=extracts,
    origins=st.dictionaries(words, st.builds(Origin, small, small, st.none() | small, small), max_size=3),
)


def carried(values: dict[str, Any]) -> dict[str, Any]:
    """The values as they come out of a pipe."""
    content = json.loads(json.dumps(values).encode("ascii"))
    assert isinstance(content, dict)
    return content


@given(recognitions)
def test_a_recognition_is_the_same_on_the_other_side(recognised: Recognised) -> None:
    assert wire.recognised_in(carried(wire.recognised_out(recognised))) == recognised


def test_every_field_is_carried() -> None:
    assert {field.name for field in fields(Recognised)} == set(wire.recognised_out(_empty()))


@pytest.mark.parametrize(
    "error",
    [
        UserError("读不了。", "换一份。"),
        ScannedError("是图片。", "照着填。", 7),
        NeedsConversionError("太旧。", "另存。", Kind.WPS),
    ],
)
def test_an_error_stays_of_its_kind(error: UserError) -> None:
    back = wire.error_in(carried(wire.error_out(error)))
    assert (type(back), str(back), vars(back)) == (type(error), str(error), vars(error))


@pytest.mark.parametrize(
    "changes",
    [
        {"format": 5},
        {"doubts": [["t3", "", ["no word"]]]},
        {"doubts": [["too few"]]},
        {"found": [None]},
        {"extra": {"t3.granted.total": ["5", "no state", None, False]}},
        {"extract": {"blocks": [["words", 1, False, None]], "lines": False, "pages": 0}},
        {"extract": {"blocks": [["__class__", "x"]], "lines": False, "pages": 0}},
        {"extract": {"blocks": [], "lines": False, "pages": "many"}},
        {"origins": {"s1": [0, 0, 0]}},
        {"report": {"form": "F1999"}},
    ],
)
def test_values_that_do_not_fit_are_refused(changes: dict[str, Any]) -> None:
    values = carried(wire.recognised_out(_empty())) | changes
    with pytest.raises((ValueError, TypeError, KeyError)):
        wire.recognised_in(values)


def test_numbers_keep_every_digit() -> None:
    exact = Entry("0.10", State.NUMBER, Decimal("0.10"))
    recognised = Recognised("F2021", Report(), (), frozenset(), frozenset(), {CellId("t3.x.total"): exact})
    assert str(wire.recognised_in(carried(wire.recognised_out(recognised))).extra[CellId("t3.x.total")].value) == "0.10"


def _empty() -> Recognised:
    return Recognised("F2021", Report(), (), frozenset(), frozenset())
