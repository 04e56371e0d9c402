"""The check number (校验号) of a report: eight signs by which two papers, or paper and file, are known to say the same.

It goes over everything that a writer prints, so a digit changed anywhere gives another number; what only the program
knows (notes, reasons, 定稿) does not count. A final report that has another number than at its 定稿 is neither written
nor printed, but for the sheets, which tell that it has.
"""

import hashlib
from collections.abc import Iterator

from core.errors import UserError
from core.exporters.pages import Grid, Heading, Paragraph, Signature, Title, lay_out
from core.report import Report

_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no sign is taken for another when it is read out."""

_BYTES = 5  # 40 bits: two groups of four signs


def check_number(report: Report) -> str:
    """Return the check number, like 3F7K-9Q2M: the first 40 bits of SHA-256 over what is printed, in base 32."""
    words = "\x1e".join((report.form.id, *_words(report)))
    number = int.from_bytes(hashlib.sha256(words.encode(errors="replace")).digest()[:_BYTES], "big")
    signs = "".join(_SIGNS[number >> shift & 31] for shift in range(5 * 7, -1, -5))
    return f"{signs[:4]}-{signs[4:]}"


def changed(report: Report, deed: str = "") -> UserError | None:
    """Return what there is to say of a final report that no longer says what was declared final; else None.

    `deed` is what is not done with it therefore: 打印.
    """
    final = report.final
    if final is None or (now := check_number(report)) == final.number:
        return None
    return UserError(
        f"{f'没有{deed}：' if deed else ''}定稿以后内容在别处被改过：定稿时校验号 {final.number}，现在是 {now}。",
        "请撤回定稿，核对后重新定稿。",
    )


def refuse_changed(report: Report, deed: str = "") -> None:
    """Raise `UserError` for a final report that no longer says what it said then: nobody declared that final."""
    if (error := changed(report, deed)) is not None:
        raise error


def _words(report: Report) -> Iterator[str]:
    for block in lay_out(report):
        match block:
            case Title():
                yield f"title\x1f{block.unit}\x1f{block.text}"
            case Heading() | Paragraph():
                yield f"text\x1f{block.text}"
            case Grid():
                yield from (f"{place.cell}\x1f{place.text}" for place in block.places if place.cell)
            case Signature():
                yield "\x1f".join(("signature", *block.lines))
