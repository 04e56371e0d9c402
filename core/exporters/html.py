"""The whole report as a web page that the editor of a website keeps as it is.

Such editors (UEditor, wangEditor, TinyMCE, eWebEditor) take out style sheets, classes, ids and scripts. They keep plain
elements, inline style and the old attributes of tables. So nothing else is written, every border is said twice, and
the page asks for nothing from outside (domain.md F.3, habits.md part 3).
"""

from collections.abc import Iterator

from core.exporters.html_table import table
from core.exporters.html_words import words
from core.exporters.pages import Block, Grid, Heading, Paragraph, Signature, Title, lay_out, title
from core.report import Report

_PAGE = "max-width:960px;margin:0 auto;padding:24px 16px;font-family:仿宋,FangSong,STFangsong,serif"
_TITLE = "text-align:center;font-size:26px;line-height:1.5;margin:0 0 24px"
_BODY = "text-indent:2em;font-size:18px;line-height:1.9;margin:0"
_HEADING = f"{_BODY};font-weight:normal"
_HEI, _KAI = "font-family:黑体,SimHei,sans-serif", "font-family:楷体,KaiTi,serif"
_SIGNATURE = "text-align:right;font-size:18px;line-height:1.9;margin:0;padding-right:4em"

_CREATED = '<meta name="created" content="00:00:00">'
"""What LibreOffice writes into its own pages: without it, its conversion to PDF leaves the first line of any page out,
and begins the rest on a second sheet."""


def write(report: Report) -> tuple[bytes, tuple[str, ...]]:
    """Return the page in UTF-8; there is nothing that the clerk should know about it."""
    heading = title(report)
    page = (
        '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"{_CREATED}\n"
        f"<title>{words(heading.unit + heading.text)}</title>\n</head>\n"
        f'<body style="{_PAGE}">\n{fragment(report)}</body>\n</html>\n'
    )
    return page.encode("utf-8"), ()


def fragment(report: Report) -> str:
    """Return the report as markup without a page around it, as the clipboard takes it."""
    return "".join(f"{line}\n" for block in lay_out(report) for line in _lines(block))


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Title():
            shown = "<br>".join(map(words, filter(None, (block.unit, block.text))))
            yield f'<h1 style="{_TITLE}">{shown}</h1>'
        case Heading(level=1):
            yield f'<h2 style="{_HEADING};{_HEI}">{words(block.text)}</h2>'
        case Heading():
            yield f'<h3 style="{_HEADING};{_KAI}">{words(block.text)}</h3>'
        case Paragraph():
            yield f'<p style="{_BODY}">{_led(block)}</p>'
        case Grid():
            yield table(block)
        case Signature():
            for text in block.lines:
                yield f'<p style="{_SIGNATURE}">{words(text)}</p>'


def _led(block: Paragraph) -> str:
    """Return a paragraph with the （一） heading that is run into it in its own face."""
    lead, rest = words(block.text[: block.lead]), words(block.text[block.lead :])
    return f'<span style="{_KAI}">{lead}</span>{rest}' if lead else rest
