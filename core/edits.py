"""Every change a clerk can make, as a function from report to report.

None of them raises for what was typed: words that are no number are kept as typed and judged by the checks. A computed
cell is never written. Nothing here touches the report it is given.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from core import prose, references
from core.cells import EMPTY, CellId, Entry, State, number, parse, tidy
from core.form.layout import SectionKind
from core.report import Final, OrgType, Report
from core.succession import as_f2021

# ---------------------------------------------------------------- cells


def set_cell(report: Report, cell: CellId, raw: str) -> Report:
    """Put what was typed into a typed cell; full-width digits, separators and blanks are tidied."""
    return set_cells(report, {cell: raw})


def set_cells(report: Report, raws: Mapping[CellId, str]) -> Report:
    """Put words into many cells at once: a paste, a fill. Computed cells are passed over."""
    typed = dict(report.typed)
    for cell, raw in raws.items():
        description = report.form.cells[cell]
        if description.computed:
            continue
        entry = parse(tidy(raw, description.kind), description.kind)
        if entry == EMPTY:
            typed.pop(cell, None)
        else:
            typed[cell] = entry
    return replace(report, typed=typed) if typed != report.typed else report


def clear(report: Report, cells: Iterable[CellId]) -> Report:
    """Empty the typed ones of these cells."""
    return set_cells(report, dict.fromkeys(cells, ""))


def fill(report: Report, cells: Iterable[CellId], raw: str) -> Report:
    """Put the same words into the typed ones of these cells."""
    return set_cells(report, dict.fromkeys(cells, raw))


def fill_rest(report: Report, table: str, raw: str = "0") -> Report:
    """Put 0 into the cells of a table that are still empty (其余填 0); what is written stays."""
    return fill(report, empty_cells(report, table), raw)


def empty_cells(report: Report, table: str) -> tuple[CellId, ...]:
    """The typed cells of a table in which nothing stands."""
    return tuple(
        cell.id
        for cell in report.form.table(table).cells
        if not cell.computed and report.entry(cell.id).state is State.EMPTY
    )


def use_computed(report: Report, cells: Iterable[CellId]) -> Report:
    """Settle that the sums are right and the totals printed in the imported file are not."""
    gone = frozenset(cells)
    return replace(report, printed={cell: entry for cell, entry in report.printed.items() if cell not in gone})


# ---------------------------------------------------------------- head and texts


def set_unit(report: Report, unit: str) -> Report:
    return replace(report, unit=unit.strip())


def set_year(report: Report, year: int | None) -> Report:
    return replace(report, year=year)


def set_title(report: Report, title: str) -> Report:
    """Set a title that differs from the standard one; an empty one means the standard."""
    return replace(report, title=title.strip())


def set_org_type(report: Report, org_type: OrgType | None) -> Report:
    return replace(report, org_type=org_type)


def set_text(report: Report, key: str, text: str) -> Report:
    """Replace a text as it is stored; a sentence that was touched is no longer 待更新.

    Names of numbers in braces, {新收总计}, become references that follow the table (`core.references`).
    """
    text = references.stored(text, report.form)
    if text == report.texts.get(key, ""):
        return report
    return replace(report, texts={**report.texts, key: text})


def reword(report: Report, key: str, start: int, end: int, words: str) -> Report:
    """Put words in the place of the characters `start` to `end` of a text as everybody reads it.

    References that this touches become plain text, the others go on following the table; so do those whose numbers
    stand unchanged in the new words.
    """
    return set_text(report, key, references.reworded(report.resolved(key), start, end, words))


def freeze(report: Report, key: str, start: int = 0, end: int | None = None) -> Report:
    """Make plain text of the references in the characters `start` to `end` of a text: their words stay as they are."""
    resolved = report.resolved(key)
    chosen = resolved.touched(start, len(resolved.text) if end is None else end)
    return set_text(report, key, references.frozen(resolved, chosen))


def confirm_text(report: Report, key: str) -> Report:
    """Settle that a text taken over from last year still holds."""
    return replace(report, carried={name: words for name, words in report.carried.items() if name != key})


def confirm_sentence(report: Report, key: str, words: str) -> Report:
    """Settle that one sentence taken over from last year still holds."""
    left = frozenset(each for each in report.carried.get(key, frozenset()) if report.read(each).text != words)
    return replace(report, carried={**report.carried, key: left})


def set_note(report: Report, cell: CellId, words: str) -> Report:
    """Keep what the clerk wrote down at a cell (批注); an empty note takes it away."""
    notes = {key: note for key, note in report.notes.items() if key != cell}
    if words.strip():
        notes[cell] = words.strip()
    return replace(report, notes=notes)


def switch_rule(report: Report, code: str, *, on: bool) -> Report:
    """Let a rule judge this unit's reports, or not; the 校核单 lists the rules that do not."""
    return replace(report, switched_off=report.switched_off - {code} if on else report.switched_off | {code})


def use_all_rules(report: Report) -> Report:
    """Let every rule judge this unit's reports again."""
    return replace(report, switched_off=frozenset()) if report.switched_off else report


def answer(report: Report, occasion: str, reason: str) -> Report:
    """Keep the reason why a finding is right as it stands (情况属实); an empty reason takes it back."""
    reasons = {key: value for key, value in report.reasons.items() if key != occasion}
    if reason.strip():
        reasons[occasion] = reason.strip()
    return replace(report, reasons=reasons)


# ---------------------------------------------------------------- signing


def set_signer(report: Report, key: str, name: str) -> Report:
    """Keep the name of one who signs the 审签单 (`core.form.layout.SIGNERS`); an empty one takes it away."""
    names = {signer: words for signer, words in report.sign_off.items() if signer != key}
    if name.strip():
        names[key] = name.strip()
    return replace(report, sign_off=names) if names != report.sign_off else report


def finalise(report: Report, person: str, day: str, number: str) -> Report:
    """Declare a report final (定稿) under the check number that it has now; `day` is ISO 8601."""
    return replace(report, final=Final(person.strip(), day, number))


def withdraw(report: Report) -> Report:
    """Make a draft of a final report again (撤回定稿)."""
    return replace(report, final=None) if report.final else report


# ---------------------------------------------------------------- whole reports


def attach_last_year(report: Report, last: Report | None) -> Report:
    """Lay last year's report beside this one, for comparison; one in an old format as it reads in the new one."""
    return replace(report, last_year=None if last is None else _alone(last))


def carry_over(last: Report, year: int | None = None) -> Report:
    """Make this year's draft from last year's report (从上年报告开始).

    The unit, the rules it switched off and the texts come along, every sentence marked 待更新; 结转下年度 becomes
    上年结转, column by column, where it is a number; every other cell starts empty. Last year stays attached. An old
    format gives way to the one in force.
    """
    last = _alone(last)
    forward = {
        cell.id: CellId(cell.id.replace(".carried_forward.", ".carried_in."))
        for cell in last.form.cells.values()
        if cell.row.id == "carried_forward" and not cell.computed
    }
    typed: dict[CellId, Entry] = {
        target: number(value) for source, target in forward.items() if (value := last.value(source)) is not None
    }
    texts = {key: text for key, text in last.texts.items() if text.strip()}
    return Report(
        form=last.form,
        unit=last.unit,
        year=year if year is not None else last.year + 1 if last.year is not None else None,
        org_type=last.org_type,
        typed=typed,
        texts=texts,
        carried={key: prose.statements(text) for key, text in texts.items()},
        switched_off=last.switched_off,
        last_year=last,
    )


def _alone(last: Report) -> Report:
    """Return last year's report in the format in force, without the year before it."""
    return as_typed(replace(as_f2021(last)[0], last_year=None))


def as_typed(report: Report) -> Report:
    """Return the report with its texts, and last year's, as an editor holds them.

    Otherwise the first letter that somebody types would touch every sentence of a file that has other blanks in it.
    """
    last = report.last_year and as_typed(report.last_year)
    texts = {key: prose.as_typed(text) for key, text in report.texts.items()}
    carried = {key: frozenset(map(prose.as_typed, words)) for key, words in report.carried.items()}
    if (texts, carried) == (report.texts, report.carried) and last is report.last_year:
        return report
    return replace(report, texts=texts, carried=carried, last_year=last)


def adopt(report: Report) -> Report:
    """Take a report that was read as the one to work on, a draft; one in an old format as it reads in the new one."""
    return withdraw(as_typed(as_f2021(report)[0]))


def prose_keys(report: Report) -> tuple[str, ...]:
    """The texts that every report needs: the preamble and the prose sections."""
    return ("preamble", *(s.id for s in report.form.sections if s.kind is SectionKind.PROSE))
