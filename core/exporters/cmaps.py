"""The tables from codes in a PDF's page content: to the glyphs of an embedded font, and to characters for copying."""

from collections.abc import Iterator, Mapping

_PER_BLOCK = 100  # entries of one block, by the CMap specification


def to_unicode(codes: Mapping[str, int]) -> bytes:
    """Return the CMap from codes to characters; above U+FFFF as two UTF-16 units (PDF 32000-1, 9.10.3)."""
    chars = {code: char for char, code in reversed(list(codes.items()))}  # the first of several characters of one code
    pairs = [f"<{code:04X}> <{chars[code].encode('utf-16-be').hex().upper()}>" for code in sorted(chars)]
    return "\n".join(
        (
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
            "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
            "1 begincodespacerange <0000> <FFFF> endcodespacerange",
            *_blocks(pairs),
            "endcmap CMapName currentdict /CMap defineresource pop end end",
        )
    ).encode("ascii")


def glyph_map(glyphs: Mapping[str, int]) -> bytes:
    """Return the glyph numbers of a TrueType font by code; codes count from 1 in the order of the mapping."""
    return b"\0\0" + b"".join(glyph.to_bytes(2, "big") for glyph in glyphs.values())


def _blocks(pairs: list[str]) -> Iterator[str]:
    for start in range(0, len(pairs), _PER_BLOCK):
        block = pairs[start : start + _PER_BLOCK]
        yield f"{len(block)} beginbfchar"
        yield from block
        yield "endbfchar"
