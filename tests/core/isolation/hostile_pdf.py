"""PDF files made to do harm, or such as offices have: locked, signed, with fonts that tell no signs."""

import io
import re
import zlib
from pathlib import Path

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from core.exporters import pdf
from core.storage import project

SAMPLE = next((Path(__file__).resolve().parents[3] / "resources" / "sample").glob("*.nianbao"))


def pages_without_end() -> bytes:
    kids = b" ".join(b"%d 0 R" % number for number in range(5, 5005))
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 3 0 R/Resources<</Font<</F 4 0 R>>>>>>"
    words = _stream(b"BT /F 9 Tf 50 700 Td (2024) Tj ET")
    return _objects(_CATALOGUE, b"<</Type/Pages/Count 5000/Kids[%b]>>" % kids, words, _FONT, *[page] * 5000)


def password_of_a_pdf() -> bytes:
    target = io.BytesIO()
    canvas = Canvas(target, encrypt=StandardEncryption("secret", "owner", canPrint=0))
    canvas.drawString(72, 700, "2024")
    canvas.save()
    return target.getvalue()


def _objects(*bodies: bytes, trailer: bytes = b"") -> bytes:
    """A PDF file of numbered objects; the first is the catalogue."""
    data, places = b"%PDF-1.7\n", []
    for number, body in enumerate(bodies, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(bodies) + 1
    end = b"xref\n0 %d\n0000000000 65535 f \n%btrailer\n<</Size %d/Root 1 0 R%b>>\n" % (size, table, size, trailer)
    return data + end + b"startxref\n%d\n%%%%EOF\n" % len(data)


_CATALOGUE = b"<</Type/Catalog/Pages 2 0 R>>"
_PAGES = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
_FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"


def _stream(content: bytes, more: bytes = b"") -> bytes:
    packed_content = zlib.compress(content, 1)
    return b"<</Length %d/Filter/FlateDecode%b>>stream\n%b\nendstream" % (len(packed_content), more, packed_content)


def _page(content: bytes, more: bytes = b"") -> bytes:
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>%b>>>>" % more
    return _objects(_CATALOGUE, _PAGES, page, _stream(content), _FONT, _stream(b"/X Do", b"/Type/XObject/Subtype/Form"
                    b"/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>"))  # fmt: skip


def pages_in_a_circle() -> bytes:
    kids = b"<</Type/Pages/Kids[2 0 R 2 0 R 3 0 R]/Count 1000000/Parent 2 0 R>>"
    return _objects(_CATALOGUE, kids, b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>")


def objects_in_a_circle() -> bytes:
    """A stream of objects that says it goes on in itself, and a table of places that says so too."""
    inside = _stream(b"3 0 <</Type/Page>>", b"/Type/ObjStm/N 1/First 4/Extends 4 0 R")
    data = _objects(_CATALOGUE, _PAGES, b"3 0 R", inside, _FONT)
    place = data.rindex(b"xref\n0")
    return data.replace(b"/Root 1 0 R", b"/Root 1 0 R/Prev %d" % place)


def drawing_in_a_circle() -> bytes:
    return _page(b"/X Do", b"/XObject<</X 6 0 R>>")


def page_that_unpacks_without_end() -> bytes:
    return _page(b"q " * 5_000_000)


def drawing_without_end() -> bytes:
    return _page(b"0 0 m 9 9 l S\n" * 500_000)


def words_without_end() -> bytes:
    return _page(b"BT /F 9 Tf " + b"1 0 0 1 50 700 Tm (1) Tj " * 400_000 + b"ET")


def signed_pdf() -> bytes:
    """The sample as this program writes it, signed the way signing programs do: by an addition at its end."""
    data = pdf.write(project.load(SAMPLE)[0].report)[0]
    root = int(re.findall(rb"/Root (\d+) 0 R", data)[-1])
    found = re.search(rb"\n%d 0 obj\s*<<(.*?)>>\s*endobj" % root, data, re.DOTALL)
    assert found is not None
    size = int(re.findall(rb"/Size (\d+)", data)[-1])
    form = b"<<%b/AcroForm<</SigFlags 3/Fields[%d 0 R]>>>>" % (found[1], size)
    field = b"<</FT/Sig/T(s)/V %d 0 R>>" % (size + 1)
    pkcs7 = b"<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/adbe.pkcs7.detached/ByteRange[0 9 9 9]/Contents<%b>>>"
    added, places = b"\n", {}
    for number, body in ((root, form), (size, field), (size + 1, pkcs7 % (b"0" * 8000))):
        places[number] = len(data) + len(added)
        added += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = b"".join(b"%d 1\n%010d 00000 n \n" % each for each in places.items())
    before = int(re.findall(rb"startxref\s+(\d+)", data)[-1])
    end = b"trailer\n<</Size %d/Root %d 0 R/Prev %d>>\nstartxref\n%d\n%%%%EOF\n"
    return data + added + b"xref\n" + table + end % (size + 2, root, before, len(data) + len(added))


def font_without_a_map() -> bytes:
    """Glyphs by number, and nothing that tells which signs they are."""
    system = b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
    inner = b"<</Type/Font/Subtype/CIDFontType2/BaseFont/X%b>>" % system
    font = b"<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[6 0 R]>>"
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>"
    words = b"BT /F 9 Tf 50 700 Td " + b"<00410142024303440445> Tj 0 -12 Td " * 40 + b"ET"
    return _objects(_CATALOGUE, _PAGES, page, _stream(words), font, inner)
