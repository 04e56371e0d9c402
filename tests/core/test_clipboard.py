import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.clipboard import (
    MOST_CHARACTERS,
    MOST_COLUMNS,
    MOST_ROWS,
    Block,
    read,
    read_html,
    read_text,
    write_html,
    write_text,
)
from core.errors import UserError

WORDS = st.text(st.sampled_from("0123456789 件/—无，\"'<&>\t\nａ"), max_size=6).map(str.strip)


@st.composite
def blocks(draw: st.DrawFn) -> Block:
    width = draw(st.integers(2, 5))
    row = st.tuples(*[WORDS] * width)
    return tuple(draw(st.lists(row, min_size=1, max_size=5)))


@given(blocks())
def test_what_goes_out_as_text_comes_in_the_same(block: Block) -> None:
    assert read_text(write_text(block)) == block


@given(blocks())
def test_what_goes_out_as_html_comes_in_the_same_but_for_blanks_between_words(block: Block) -> None:
    def squeezed(block: Block) -> Block:
        return tuple(tuple(" ".join((cell or "").split()) for cell in row) for row in block)

    assert squeezed(read_html(write_html(block))) == squeezed(block)


def test_a_line_end_after_the_last_line_makes_no_row() -> None:
    assert read_text("1\t2\r\n3\t4\r\n") == (("1", "2"), ("3", "4"))


def test_a_blank_line_in_the_middle_is_a_blank_cell() -> None:
    assert read_text("1\n\n3\n") == (("1",), ("",), ("3",))


def test_short_lines_are_filled_up() -> None:
    assert read_text("1\t2\n3") == (("1", "2"), ("3", None))


def test_a_quoted_cell_keeps_its_tabs_and_line_ends() -> None:
    assert read_text('"a\tb"\t2\n"c\nd"\t4') == (("a\tb", "2"), ("c\nd", "4"))


def test_a_single_quotation_mark_is_only_a_character() -> None:
    assert read_text('"三安全\t2\n3\t4') == (('"三安全', "2"), ("3", "4"))


def test_one_cell_a_line_is_one_column() -> None:
    assert read_text("12\n0\n3件") == (("12",), ("0",), ("3件",))


def test_commas_part_cells() -> None:
    assert read_text("12,0,3\n4,5,6") == (("12", "0", "3"), ("4", "5", "6"))


def test_commas_between_thousands_do_not() -> None:
    assert read_text("1,234\n12,345") == (("1,234",), ("12,345",))


def test_figures_with_blanks_between_them_are_columns() -> None:
    assert read_text("12 0 3\n4  5 6") == (("12", "0", "3"), ("4", "5", "6"))


def test_merged_cells_keep_the_columns_of_what_stands_beside_them() -> None:
    html = """<table><tr><td rowspan=2>组</td><td colspan=2>宽</td><td>4</td></tr>
              <tr><td>5</td><td>6</td><td>7</td></tr></table>"""
    assert read_html(html) == (("组", "宽", None, "4"), (None, "5", "6", "7"))


def test_forgotten_end_tags_lose_nothing() -> None:
    assert read_html("<table><tr><td>1<td>2<tr><td>3<td>4</table>") == (("1", "2"), ("3", "4"))


def test_a_table_inside_a_cell_gives_its_words_only() -> None:
    html = "<table><tr><td><table><tr><td>1</td></tr></table></td><td>2</td></tr></table>"
    assert read_html(html) == (("1", "2"),)


def test_style_sheets_and_blanks_of_word_processors_are_no_words() -> None:
    styled = "<td><style>p{}</style><p>&nbsp;12&nbsp;</p></td>"
    html = f"<style>td{{x}}</style><table><tr>{styled}<td><p>a</p><p>b</p></td></tr></table>"
    assert read_html(html) == (("12", "a\nb"),)


def test_several_tables_stand_one_below_the_other() -> None:
    html = "<table><tr><td>1</td></tr></table><p>x</p><table><tr><td>2</td></tr></table>"
    assert read_html(html) == (("1",), ("2",))


def test_a_number_hidden_by_a_narrow_column_is_taken_from_the_text() -> None:
    html = "<table><tr><td>####</td><td>2</td></tr></table>"
    assert read("1573179\t2", html) == (("1573179", "2"),)


def test_html_without_a_table_leaves_the_text() -> None:
    assert read("12", "<span>12</span>") == (("12",),)


def test_a_hostile_span_stays_bounded() -> None:
    html = "<table>" + "<tr><td rowspan=99999999 colspan=99999999>1</td></tr>" * 50 + "</table>"
    block = read_html(html)
    assert len(block) <= MOST_ROWS
    assert all(len(row) <= MOST_COLUMNS for row in block)


def test_too_much_text_is_refused_in_words() -> None:
    with pytest.raises(UserError, match="太多"):
        read("1" * (MOST_CHARACTERS + 1))


@given(st.text(st.sampled_from("<>/tabledhr ='\"0 12rowspan=&;!-"), max_size=60))
def test_no_text_whatever_breaks_the_reading(words: str) -> None:
    for block in (read_text(words), read_html(f"<table>{words}")):
        assert len({len(row) for row in block}) <= 1


def test_the_number_itself_is_taken_where_a_spreadsheet_tells_it_beside_the_shown_one() -> None:
    html = (
        '<table><tr><td sdval="1234">1,234</td><td x:num="2.02">2</td><td x:num="123456">###</td><td x:num>7</td></tr>'
        '<tr><td sdval="45292">2024-01-01</td><td sdval="x">5</td><td sdval="1e999">6</td><td sdval="12.0">12</td></tr>'
        "</table>"
    )
    assert read("", html) == (("1234", "2.02", "123456", "7"), ("2024-01-01", "5", "6", "12"))


def test_words_go_out_as_words_so_that_no_spreadsheet_makes_dates_or_formulas_of_them() -> None:
    html = write_html((("12", "1-2", "=1<2", None),))
    assert '<td align="right">12</td>' in html
    assert html.count("mso-number-format:'\\@'") == 2
    assert "=1&lt;2" in html
