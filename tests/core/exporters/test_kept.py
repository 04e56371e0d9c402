"""What is kept, and for how long."""

from core.exporters.kept import Kept


def test_an_answer_is_kept_while_it_is_asked_for() -> None:
    kept = Kept(most=10)
    kept.put("wanted", 1)
    for number in range(100):
        kept.put(number, number)
        assert kept.get("wanted") == 1
    assert kept.get("never") is None


def test_what_nobody_asks_for_is_forgotten_and_there_is_an_end_to_it() -> None:
    kept = Kept(most=10)
    for number in range(100):
        kept.put(number, number)
        assert len(kept) <= 20
    assert kept.get(0) is None
    assert kept.get(99) == 99
