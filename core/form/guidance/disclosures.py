"""Notes on table 2, its rows and its columns (domain.md B.1)."""

from core.form.guidance.note import Note, article, at, counts, custom, example, mistake


def _decisions(number: str) -> Note:
    return counts(
        "填本年作出的处理决定数量。有的地方明确：已公开的和依法不公开的都要计入。", article(f"二十条第{number}项")
    )


_PUBLISHED = mistake("填成了网站上公开的信息条数。这里要的是作出了多少件决定。")

_TABLE = at(
    "t2",
    counts("十个数都要填，没有发生填0，不要留空。"),
    example("没有许可、处罚、强制、收费的单位，这几格都填0。"),
    mistake("填了“/”“-”“无”。表格只收数字，没有就填0。"),
)

_ROWS = (
    *at(
        "t2.regulations",
        counts(
            "规章由国务院部门，或者省、自治区、直辖市、设区的市、自治州政府制定，不是单位内部的规章制度。其他单位一般填0。",
            "《立法法》",
        ),
        example("县里的局、乡镇、街道：三格都填0。"),
        mistake("把考勤、财务等内部规章制度的件数填了进来。"),
    ),
    *at(
        "t2.normative_docs",
        counts(
            "现行有效一般等于：上年现行有效＋本年制发－本年废止。有效期届满、清理或职能划转造成不等的，说明原因。",
            article("二十条第（一）项"),
        ),
        example("上年有效20件，本年制发3件、废止2件，现行有效21件。"),
        mistake("把一般通知、公开的文件条数也算进来。件数最好先与司法行政部门核对。"),
        mistake("修改没有单独的格子；修改后重新公布造成不等的，写明原因。"),
    ),
    *at(
        "t2.licensing",
        _decisions("（五）"),
        custom("不予许可的决定计不计，没有见到统一说法；年年用同一种算法。"),
        example("全年作出许可决定120件，其中3件依法不公开，填120。"),
        _PUBLISHED,
    ),
    *at(
        "t2.penalties",
        _decisions("（六）"),
        custom("当场作出的处罚计不计，没有见到统一说法；年年用同一种算法。"),
        example("全年作出处罚决定45件，其中40件在网上公开，填45。"),
        _PUBLISHED,
    ),
    *at(
        "t2.coercion",
        _decisions("（六）"),
        example("全年作出查封、扣押等强制决定6件，填6。"),
        _PUBLISHED,
    ),
    *at(
        "t2.admin_fees",
        counts("单位是万元，可以带小数。填本机关全部行政事业性收费，信息处理费也在内。", article("二十条第（八）项")),
        example("全年收费39400元，填3.94。"),
        mistake("把元当成万元：39400元填成了39400。"),
        mistake("只填了信息处理费。这里是全部行政事业性收费。"),
    ),
)

_COLUMNS = (
    *at(
        "t2.*.issued",
        counts("本年1月1日至12月31日制发的件数。"),
        example("本年制发、本年又废止的，制发和废止各计1件。"),
        mistake("把以前年度制发、今年仍然有效的也算进来。那些只计在现行有效里。"),
    ),
    *at(
        "t2.*.repealed",
        counts("本年废止的件数。"),
        example("清理后发文废止2件，填2。"),
        mistake("有效期届满自动失效的不是废止；因此对不上的，写明原因。"),
    ),
    *at(
        "t2.*.in_force",
        counts("到本年年底仍然有效的全部件数，不只是本年制发的。"),
        example("有上年年报时，右边“上年”一页列出推算的数，可按 Ctrl+E 填入。"),
        mistake("只填了本年新制发的件数。"),
    ),
    *at(
        "t2.*.decisions",
        counts("本年作出的决定，不论是否在网上公开。"),
        example("同一个人的两个案子，两份决定，计2件。"),
        mistake("填成了上年的数：与上年一模一样的，再查一遍台账。"),
    ),
    *at(
        "t2.*.amount_wan",
        counts("单位是万元。"),
        example("500元填0.05。"),
        mistake("第六部分的信息处理费一般以元为单位，两处不要混。"),
    ),
)

DISCLOSURES = (*_TABLE, *_ROWS, *_COLUMNS)
