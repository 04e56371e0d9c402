"""Words of RTF that change the look of what follows."""

from core.importers.rtf.formats import FORMATS
from core.importers.rtf.story import Look


def after(*words: tuple[bytes, int | None]) -> Look:
    look = Look()
    for word, number in words:
        FORMATS[word](look, number)
    return look


def test_a_nought_switches_off_and_plain_switches_all_off() -> None:
    assert after((b"b", None), (b"v", None), (b"b", 0)) == Look(unseen=True)
    assert after((b"b", None), (b"v", None), (b"deleted", 1), (b"plain", None)) == Look()


def test_a_new_paragraph_forgets_its_place_but_not_its_letters() -> None:
    assert after((b"f", 3), (b"s", 2), (b"intbl", None), (b"itap", 2), (b"pard", None)) == Look(font=3)


def test_levels_and_outlines_are_kept_within_bounds() -> None:
    assert [after((b"itap", -4)).depth(), after((b"itap", 3)).depth(), after((b"uc", -1)).replaced] == [0, 3, 0]
    assert [after((b"outlinelevel", number)).heading for number in (0, 8, 9, -1)] == [True, True, False, False]
