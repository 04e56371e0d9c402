"""Reports and what hands type, for properties."""

from hypothesis import strategies as st

from core.cells import CellId
from core.form import F2021
from core.form.layout import HEADINGS, SIGNERS, TEXTS
from core.report import Final, OrgType, Report, Source
from tests.examples import TOTALS, TYPED, entries

numbers = st.one_of(st.just("0"), st.integers(0, 9).map(str), st.integers(0, 10**8).map(str))
"""Numbers as reports have them: mostly small."""

typings = st.one_of(
    numbers,
    st.sampled_from(["", " ", "/", "无", "12件", "１２", "1,234", "02", "-1", "3.5", "若干", "4 4 -", "2.10"]),
    st.text(max_size=8),
)
"""What a hand may type into a cell, sense or nonsense."""

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
"""Any text without half characters."""

typed_cells = st.sampled_from(TYPED)
any_cells = st.sampled_from(tuple(F2021.cells))


@st.composite
def reports(draw: st.DrawFn, *, with_last_year: bool = True) -> Report:
    """Any report at all: cells missing, words for numbers, printed totals, texts, reasons, last year."""
    raws: dict[CellId, str] = draw(st.dictionaries(typed_cells, st.one_of(numbers, words), max_size=12))
    totals: dict[CellId, str] = draw(st.dictionaries(st.sampled_from(TOTALS), numbers, max_size=4))
    return Report(
        unit=draw(words),
        year=draw(st.one_of(st.none(), st.integers(1990, 2090))),
        org_type=draw(st.one_of(st.none(), st.sampled_from(OrgType))),
        title=draw(words),
        typed=entries(raws),
        printed=entries(totals),
        texts=draw(st.dictionaries(st.sampled_from(TEXTS), words, max_size=4)),
        headings=draw(st.dictionaries(st.sampled_from(HEADINGS), words, max_size=3)),
        carried=draw(st.dictionaries(st.sampled_from(TEXTS), st.frozensets(words, max_size=3), max_size=2)),
        reasons=draw(st.dictionaries(words, words, max_size=2)),
        notes=draw(st.dictionaries(any_cells, words, max_size=2)),
        switched_off=draw(st.frozensets(st.sampled_from(("N03", "S17", "V99")), max_size=2)),
        sign_off=draw(st.dictionaries(st.sampled_from(tuple(SIGNERS)), words, max_size=2)),
        final=draw(st.one_of(st.none(), st.builds(Final, words, words, words))),
        source=draw(st.one_of(st.none(), st.builds(Source, words, words))),
        last_year=draw(st.one_of(st.none(), reports(with_last_year=False))) if with_last_year else None,
    )


@st.composite
def full_reports(draw: st.DrawFn) -> Report:
    """A report in which every typed cell holds a number."""
    values = draw(st.lists(st.integers(0, 99), min_size=len(TYPED), max_size=len(TYPED)))
    return Report(unit="青禾县林业局", year=2024, typed=entries(dict(zip(TYPED, values, strict=True))))


@st.composite
def balanced_reports(draw: st.DrawFn) -> Report:
    """A full report whose columns balance, and in which no rule of common sense is broken."""
    report = draw(full_reports())
    typed = dict(report.typed)
    for name in [column.id for column in F2021.table("t3").columns if column.id != "total"]:
        new, carried, forward = (
            CellId(f"t3.{row}.{name}") for row in ("new_requests", "carried_in", "carried_forward")
        )
        handled = int(report.computed[CellId(f"t3.total_handled.{name}")].value or 0)
        pending = draw(st.integers(0, handled // 8))
        before = draw(st.integers(0, handled // 2))
        typed |= entries({new: handled + pending - before, carried: before, forward: pending})
    issued = draw(st.integers(0, 50))
    in_force = issued + draw(st.integers(0, 50))
    typed |= entries({"t2.normative_docs.issued": issued, "t2.normative_docs.in_force": in_force})
    typed |= entries({f"t2.regulations.{column}": 0 for column in ("issued", "repealed", "in_force")})
    return Report(unit=report.unit, year=report.year, typed=typed)
