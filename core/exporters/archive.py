"""What makes a PDF fit to be kept: the entries of PDF/A-2b and PDF/UA-1 (ISO 19005-2, ISO 14289-1).

Built to these standards; no validator has confirmed it yet.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from reportlab.pdfbase import pdfdoc

from core.exporters.marks import Composed
from core.exporters.srgb import profile

PROGRAM = "年报编制"
SUBJECT = "政府信息公开工作年度报告"

_METADATA = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:language><rdf:Bag><rdf:li>zh-CN</rdf:li></rdf:Bag></dc:language>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
{author}<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<xmp:CreatorTool>{program}</xmp:CreatorTool>
{dates}<pdf:Producer>{program}</pdf:Producer>
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>
{accessible}</rdf:Description>
{schema}
</rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""

_SCHEMA = """<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"""

_AUTHOR = "<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>\n"
_DATES = "<xmp:CreateDate>{at}</xmp:CreateDate><xmp:ModifyDate>{at}</xmp:ModifyDate>\n"
_ACCESSIBLE = "<pdfuaid:part>1</pdfuaid:part>\n"
_MIDNIGHT, _STAMPED = "T00:00:00+08:00", "000000+08'00'"
_PROFILE = MappingProxyType({"N": 3})


class _Info(pdfdoc.PDFInfo):  # type: ignore[misc]  # reportlab has no types
    """The entries of the file's properties, the same as in its metadata; no date where none is settled."""

    def __init__(self, composed: Composed) -> None:
        super().__init__()
        self.title, self.author, self.subject = composed.title, composed.author, SUBJECT
        self.creator = self.producer = PROGRAM
        self._day = composed.day.replace("-", "")

    def format(self, document: object) -> bytes:
        """Return the dictionary as it stands in the file."""
        words = {"Title": self.title, "Author": self.author, "Subject": self.subject}
        words |= {"Creator": self.creator, "Producer": self.producer}
        words |= dict.fromkeys(("CreationDate", "ModDate"), f"D:{self._day}{_STAMPED}" if self._day else "")
        entries = {key: pdfdoc.PDFString(value) for key, value in words.items() if value}
        done: bytes = pdfdoc.PDFDictionary(entries).format(document)
        return done


def describe(document: Any, composed: Composed) -> None:
    """Enter title, language, metadata and colour profile into a document (ISO 19005-2, 6.2.3 and 6.6)."""
    document.info = _Info(composed)
    catalog = document.Catalog
    catalog.__NoDefault__ = (*catalog.__NoDefault__, "OutputIntents")
    if composed.tags:
        catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": pdfdoc.PDFtrue})
    catalog.ViewerPreferences = pdfdoc.ViewerPreferencesPDFDictionary({"DisplayDocTitle": "true"})
    catalog.Metadata = _stream(_metadata(composed), {"Type": "/Metadata", "Subtype": "/XML"}, packed=False)
    intent = pdfdoc.PDFDictionary(
        {
            "Type": "/OutputIntent",
            "S": "/GTS_PDFA1",
            "OutputConditionIdentifier": pdfdoc.PDFString("sRGB IEC61966-2.1"),
            "Info": pdfdoc.PDFString("sRGB IEC61966-2.1"),
            "DestOutputProfile": document.Reference(_stream(profile(), _PROFILE, packed=True)),
        }
    )
    catalog.OutputIntents = pdfdoc.PDFArray([intent])


def _metadata(composed: Composed) -> bytes:
    """Return the XMP; it is not packed, so that programs find it without reading the file."""
    return _METADATA.format(
        title=_escaped(composed.title),
        author=_AUTHOR.format(author=_escaped(composed.author)) if composed.author else "",
        subject=SUBJECT,
        program=PROGRAM,
        dates=_DATES.format(at=composed.day + _MIDNIGHT) if composed.day else "",
        accessible=_ACCESSIBLE if composed.tags else "",
        schema=_SCHEMA,
    ).encode("utf-8")


def _escaped(text: str) -> str:
    """Escape what XML reads as its own; the standard library's ways load the names of all characters, or the web."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _stream(content: bytes, entries: Mapping[str, object], *, packed: bool) -> Any:
    return pdfdoc.PDFStream(pdfdoc.PDFDictionary(dict(entries)), content, [pdfdoc.PDFZCompress] if packed else [])
