"""Family S, fourth part: words that were left over or stand twice, and what a reader needs or must not read."""

import re
from collections.abc import Iterator
from functools import lru_cache

from core.checks import wordlists
from core.checks.passages import WRITTEN, Passage, by_sentence, of_words, passages, sentences, short, told, unquoted
from core.checks.register import Judgement, check
from core.finding import Finding, Severity
from core.prose import count_words
from core.report import Report

_PLACEHOLDER = re.compile(
    r"[（(【\[]\s*(?:(?:该|本)部分[^（()）【】\[\]\n]{0,4}(?:文字|表格)[^（()）【】\[\]\n]{0,12}|文字描述[^（()）【】\[\]\n]{0,30}|此处(?:应?填|写|输入|插入|添加|补充)[^（()）【】\[\]\n]{0,20}"
    r"|请(?:填写|输入|补充)(?:本?单位|机关|具体|数字|日期|年份|名称|内容)[^（()）【】\[\]\n]{0,20}"
    r"|(?:数据|数字|内容)?待(?:补充|填写?|核实|定|更新|确认|完善)|单位名称|机关名称|具体数字)\s*[）)】\]]"
    r"|该部分以表格形式报告|[单点]击(?:或点击)?此处(?:输入|键入|添加)(?:文字|标题|文本|日期)"
    r"|(?<![A-Za-zＡ-Ｚａ-ｚ+＋\d])(?:20)?[XxＸｘ×✕╳]{2,6}(?![A-Za-zＡ-Ｚａ-ｚ+＋\d])[年个件条次项份场期万元名人]?"
    r"|(?<![\dA-Za-z*＊])[*＊]{2,8}(?=[年个件条次项份场期万元名局县市镇乡区人月日，。])"
    r"|(?<=[一-龥，、])[XxＸｘ](?=[件条次项份场期篇])[件条次项份场期篇]"
    r"|(?:共|收到|受理|办结|答复|公开|发布|申请|信息)[ \u3000]+(?:件|条|宗)(?=[，。；、）])"
    r"|(?<=[一-龥])(?<![一二两三四五六七八九十百千万余多几数每首])[ \u3000]{2,}"
    r"(?:件|条|宗|次|期|场|篇|份|元|万元|人次)(?=[，。；、）])"
    r"|[?？]{2,}(?=[年个件条次项份场期万元名人])|(?<![一二三四五六七八九○◯])[○◯]{2,}(?![一二三四五六七八九])"
    r"|(?:^|(?<=[。；，：:、\n]))待(?:补充|填写?|核实|确认|定|更新)(?=[。；，\n]|$)"
    r"|#(?:REF|VALUE|DIV/0|NAME|NUM|NULL|N/A)[!！?？]?|错误[!！]\s*(?:未找到引用源|未定义书签)"
    r"|&(?:nbsp|amp|lt|gt|quot|ldquo|rdquo|#\d{2,5});|</?(?:p|br|span|div|td|tr|table|strong|font)\b[^<>\n]{0,80}>"
    r"|□{2,}|(?<![A-Za-z0-9_.@])[_＿]{2,}(?![A-Za-z0-9_.@])"
    r"|年[ \u3000]+月(?:[ \u3000]+日)?(?![均度报份底初末中])|(?<=\d)月[ \u3000]+日(?![均常期])"
    r"|（[ \u3000]*）|\([ \u3000]*\)|《[ \u3000]*》|“[ \u3000]*”"
    r"|(?:^|(?<=\n))[ \u3000]*(?:填报说明|格式模板|填写说明|示例)[ \u3000]*[:：。]?[ \u3000]*(?=\n|$)"
)
_REMARK = re.compile(
    r"[（(【\[](?:请|需|待|建议|此处|注[:：]|备注|存疑|疑[:：])(?![^（()）【】\[\]\n]{0,20}(?:申请人|材料|身份|公众))"
    r"[^（()）【】\[\]\n]{0,16}?(?:核实|核对|确认|补充|修改|更正|斟酌|删除)[^（()）【】\[\]\n]{0,6}[）)】\]]"
)
_MASKS = frozenset("XxＸｘ×✕╳*＊")
_IN_QUOTATION = re.compile(r"“[^”《》〔\n]{0,40}$")
_LATIN = re.compile(r"(?<=[一-龥“”、，])(?<![号箱址名码])([ \u3000]*)([a-z]{2,15})(?=[ \u3000]*[一-龥“”、，\d])")
_LONG_SENTENCE = 14
_REPEATED = re.compile(r"([一-龥]{2,8})\1")
_LAWFUL_REPEATS = re.compile(
    r"(?<=[省市县区旗镇乡级])政府政府|[一-龥]个[一-龥]个|一[一-龥]一[一-龥]|逐[一-龥]逐[一-龥]|公开公开[选招征承发述]|工作工作"
)
_CLAUSE_TWICE = re.compile(
    r"(?<![^，。；：、\n])(?P<words>[^，。；：\n\d]{6,40})，(?P=words)(?=[，。；、])"
    r"|(?<![^，。；：、\n])(?P<first>[^，。；：、\n\d]{6,40})、(?P=first)(?=[，。；、])"
)
_SIGN_TWICE = re.compile(
    r"(?P<words>的|不|为|与|及|于|是|了|在|对)(?P=words)(?=[一-龥，。])"
    r"|(?<=\d)(?P<counter>[件个条项次份名宗])(?P=counter)|(?<=年)(?P<year>度)度|(?<=日)(?P<day>前)前"
)
_TWO_WORDS = re.compile(
    r"是是(?:否|非)|了了(?:解|然|却|断|结)|的的(?:确|士)|对对(?:象|策|应|方|口|接|照|标|外|手)|为为(?:民|企|何)|在在(?:线|建|职|编|册|岗|校)|及及(?:时|早)|与与(?:会)"
)
"""Where one word ends with the sign that the next begins with."""
_UNTIL = re.compile(
    r"(?<!报名)(?<!申请)(?<!征集)(?<!反馈)(?<!时间)截止(?:到|至)?(?=\s*(?:20\d{2}\s*年|\d{1,2}\s*月|目前|年底|本年|今年|当前))"
)
_PERSONAL = re.compile(
    r"(?<![\d-])1[3-9]\d{9}(?!\d)|(?<!\d)[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\d{3}[\dXx](?![\dA-Za-z])"
)
_CONTACT = re.compile(
    r"(?P<what>联系电话|电话|传真|邮政编码|邮编|电子邮箱|电子邮件|邮箱)\s*[:：]\s*(?P<value>[^，。；、,;）)\n\s]{0,40})"
)
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


@check("S16", Severity.ERROR, "文中不应留有模板提示、空括号或“××”")
@of_words
def nothing_of_the_template_is_left(report: Report) -> Judgement:
    """国办公开办函〔2021〕30号: the form's hints are for the writer.

    No lawful report breaks this: XX, empty brackets and hints of the template say nothing; names of documents and
    masked numbers are spared, quoted words and remarks of the writer are only doubted.
    """
    for key, passage in passages(report, _left_over):
        quoted = passage.words[0] in _MASKS and unquoted(report.text(key))[passage.start] == "\0"
        if quoted and not _IN_QUOTATION.search(report.text(key)[: passage.start]):
            continue
        if report.resolved(key).touched(passage.start, passage.start + len(passage.words)):
            continue  # a number of a table that is still empty: S33
        words = f"文中还留有模板提示文字“{short(passage.words)}”，请删除或补写。"
        yield told("S16", Severity.WARNING if quoted else Severity.ERROR, words, key, passage)
    for key, passage in passages(report, _remarks):
        words = f"“{short(passage.words)}”像是起草时写给自己看的话，请处理后删去。"
        yield told("S16", Severity.WARNING, words, key, passage)


@by_sentence
def _left_over(text: str) -> Iterator[Passage]:
    return _all(_PLACEHOLDER, text)


@lru_cache(maxsize=32)
def _remarks(text: str) -> tuple[Passage, ...]:
    return tuple(one for one in _all(_REMARK, text) if not _PLACEHOLDER.match(one.words))


def _all(pattern: re.Pattern[str], text: str, mend: str | None = None) -> Iterator[Passage]:
    return (Passage(match.start(), match.group(), mend) for match in pattern.finditer(text))


@check("S17", Severity.WARNING, "中文中间不应夹有误留的英文")
@of_words
def no_stray_latin_words(report: Report) -> Judgement:
    """domain.md S17: a lower-case Latin word between Chinese ones that is on no list is left over."""
    known = wordlists.current().latin
    for key, passage in passages(report, _latin, WRITTEN):
        if passage.words.lower() not in known:
            words = f"文中夹有英文“{short(passage.words)}”，是否为误留？"
            yield told("S17", Severity.WARNING, words, key, passage)


@by_sentence
def _latin(text: str) -> Iterator[Passage]:
    return (Passage(match.start(2), match[2]) for match in _LATIN.finditer(text))


@check("S22", Severity.WARNING, "词语和句子不应重复出现")
@of_words
def no_words_are_doubled(report: Report) -> Judgement:
    """domain.md S22: words that stand twice in a row are a slip, and so is a sentence that stands twice."""
    for key, passage in passages(report, _doubled, WRITTEN):
        weight = Severity.WARNING if passage.note else Severity.HINT
        yield told("S22", weight, f"“{short(passage.mend or '')}”重复，请删去一个。", key, passage)
    first: dict[str, tuple[str, int]] = {}
    for key in WRITTEN:
        for start, sentence in _long_sentences(report.text(key)):
            where, end = first.setdefault(sentence, (key, start))
            if (where, end) != (key, start):
                near = where == key and start - end <= len(sentence) + 2
                words = f"“{short(sentence)}”这句话前面已经写过，请删去一处。"
                weight = Severity.WARNING if near else Severity.HINT
                yield told("S22", weight, words, key, Passage(start, sentence))


@lru_cache(maxsize=64)
def _long_sentences(text: str) -> tuple[tuple[int, str], ...]:
    """Return the sentences that are too long to stand twice by chance, without the blanks around them."""
    found = ((start + len(words) - len(words.lstrip()), words.strip()) for start, words in sentences(text))
    return tuple((start, sentence) for start, sentence in found if len(sentence) >= _LONG_SENTENCE)


@by_sentence
def _doubled(text: str) -> Iterator[Passage]:
    for match in _CLAUSE_TWICE.finditer(text) if "，" in text or "、" in text else ():
        yield Passage(match.start(), match.group(), match["words"] or match["first"], "句")
    for match in _SIGN_TWICE.finditer(text):
        if not _TWO_WORDS.match(text, match.start()):
            yield Passage(match.start(), match.group(), match.group()[0])
    lawful = [match.span() for match in _LAWFUL_REPEATS.finditer(text)]
    for match in _REPEATED.finditer(text):
        spared = any(first < match.end() and match.start() < last for first, last in lawful)
        if len(set(match[1])) > 1 and not spared:
            yield Passage(match.start(), match.group(), match[1])


@check("S27", Severity.HINT, "日期前面应写“截至”，不写“截止”")
@of_words
def until_is_written_rightly(report: Report) -> Judgement:
    """domain.md S27: 截至 is followed by a date, 截止 is not."""
    for key, passage in passages(report, _until, WRITTEN):
        yield told("S27", Severity.HINT, f"“{passage.words}”后面接日期时应为“截至”。", key, passage)


@by_sentence
def _until(text: str) -> Iterator[Passage]:
    return _all(_UNTIL, text, "截至")


@check("S28", Severity.HINT, "总体情况的字数不应超过本地规定（在词表里设置）")
@of_words
def the_overview_is_not_too_long(report: Report) -> Judgement:
    """domain.md S28: some places limit 总体情况; the limit stands in the user's own word lists."""
    most = wordlists.current().most_words
    words = count_words(report.text("s1")) if most else 0
    if words > most:
        yield Finding("S28", Severity.HINT, f"总体情况共 {words} 字，本地要求一般不超过 {most} 字。", section="s1")


@check("S29", Severity.HINT, "文中不应出现手机号码、身份证号码")
@of_words
def nothing_personal_is_published(report: Report) -> Judgement:
    """条例 art. 15, domain.md S29: numbers of mobile phones and identity cards are personal."""
    for key, passage in passages(report, _personal):
        words = f"文中可能含个人信息“{short(passage.words)}”，公开前请核对。"
        yield told("S29", Severity.HINT, words, key, passage)


@by_sentence
def _personal(text: str) -> Iterator[Passage]:
    return _all(_PERSONAL, text)


@check("S30", Severity.HINT, "联系方式应完整：电话、邮编、电子邮箱")
@of_words
def contacts_are_complete(report: Report) -> Judgement:
    """domain.md S30: a telephone number, a postcode of six digits, an address with @."""
    for key, passage in passages(report, _contacts, ("preamble", "s6", "signature")):
        yield told("S30", Severity.HINT, f"联系方式不完整：“{short(passage.words)}”。", key, passage)


@lru_cache(maxsize=32)
def _contacts(text: str) -> tuple[Passage, ...]:
    found = []
    for match in _CONTACT.finditer(text):
        digits = re.sub(r"\D", "", match["value"])
        mail = "邮箱" in match["what"] or "邮件" in match["what"]
        wanted = (
            bool(_MAIL.search(match["value"]))
            if mail
            else len(digits) == 6
            if "邮" in match["what"]
            else len(digits) >= (10 if digits.startswith("0") else 7)
        )
        if not wanted:
            found.append(Passage(match.start(), match.group()))
    return tuple(found)
