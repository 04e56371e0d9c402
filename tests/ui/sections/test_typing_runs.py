"""Where a run of typing ends."""

from ui.sections.typing_runs import TypingRuns


def runs_of(*texts: str) -> list[str]:
    """Return what each step of undo would leave, for a text that passes through these states."""
    left = [texts[0]]

    def seal() -> None:
        left.append(now)

    now = texts[0]
    runs = TypingRuns(seal)
    for after in texts[1:]:
        ends = runs.take(now, after)
        now = after
        if ends:
            seal()
    return list(dict.fromkeys([*left, now]))


def test_letters_of_a_word_flow_together() -> None:
    assert runs_of("", "W", "WP", "WPS") == ["", "WPS"]


def test_a_phrase_that_was_composed_is_a_run() -> None:
    assert runs_of("", "公开", "公开信息") == ["", "公开", "公开信息"]


def test_single_characters_flow_together_until_a_mark() -> None:
    assert runs_of("", "我", "我局", "我局，", "我局，在") == ["", "我局，", "我局，在"]


def test_deleting_is_a_run_of_its_own() -> None:
    assert runs_of("", "a", "ab", "a", "", "c") == ["", "ab", "c"]


def test_nothing_typed_ends_nothing() -> None:
    assert not TypingRuns(lambda: None).take("公开", "公开")
