"""The words of a Word paragraph."""

from lxml import etree

from core.importers.docx.text import boxes, text
from tests.core.importers.papers import W, p, run


def paragraph(content: str) -> etree._Element:
    return etree.fromstring(f'<w:p xmlns:w="{W}">{content}</w:p>')


def test_hidden_words_are_left_out_and_shown_ones_kept() -> None:
    hidden = (
        '<w:r><w:rPr><w:vanish/></w:rPr><w:t>9</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>8</w:t></w:r>'
    )
    assert text(paragraph(run("甲") + hidden)) == "甲8"


def test_signs_are_letters() -> None:
    content = '<w:r><w:t>甲</w:t><w:noBreakHyphen/><w:sym w:char="4E59"/><w:sym w:char="zz"/><w:br/><w:tab/></w:r>'
    assert text(paragraph(content)) == "甲-乙\n\t"


def test_words_of_text_boxes_are_apart() -> None:
    element = paragraph(f"<w:r><w:pict><w:txbxContent>{p('框')}</w:txbxContent></w:pict></w:r>{run('文')}")
    assert text(element) == "文"
    assert [text(inner) for box in boxes(element) for inner in box] == ["框"]
