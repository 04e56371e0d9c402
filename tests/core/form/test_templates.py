"""The sentences that most reports need, as data."""

import re

from core.form import F2021
from core.form.layout import TEXTS
from core.form.reference_names import called
from core.form.templates import TEMPLATES
from core.references import BLANK


def test_every_name_in_a_sentence_and_its_conditions_is_one_of_the_form() -> None:
    for template in TEMPLATES:
        names = (*re.findall(r"\{([^}]*)\}", template.words), *template.some, *template.none)
        assert all(called(F2021, name) for name in names)


def test_sentences_stand_in_texts_of_the_report_and_end_as_sentences() -> None:
    assert all(set(template.sections) <= set(TEXTS) and template.words.endswith("。") for template in TEMPLATES)


def test_what_is_left_to_the_clerk_is_the_blank_that_rule_s16_finds() -> None:
    assert any(BLANK in template.words for template in TEMPLATES)
    assert not any(re.search(r"[_X×]", template.words) for template in TEMPLATES)


def test_titles_tell_the_sentences_of_a_section_apart() -> None:
    for key in TEXTS:
        titles = [template.title for template in TEMPLATES if key in template.sections]
        assert len(set(titles)) == len(titles)


def test_problems_are_not_written_for_anybody() -> None:
    assert not any("s5" in template.sections for template in TEMPLATES)
