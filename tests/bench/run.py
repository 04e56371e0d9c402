"""All measurements, one after the other: `python -m tests.bench.run`."""

from tests.bench import (
    commands,
    docx_reading,
    edits,
    exports,
    keypress,
    many,
    pdf,
    printing,
    rules,
    start,
    xlsx_reading,
)
from tests.bench.table import say


def main() -> None:
    commands.main()
    say("")
    start.main()
    say("")
    keypress.main()
    say("")
    edits.main()
    say("")
    rules.main()
    say("")
    pdf.main()
    say("")
    docx_reading.main()
    say("")
    xlsx_reading.main()
    say("")
    many.main()
    say("")
    exports.main()
    say("")
    printing.main()
    say("")
    from tests.bench import preview  # core is measured before Qt is loaded

    preview.main()


if __name__ == "__main__":
    main()
