"""Notes on the refusals and other results of table 3, 不予公开 to 其他处理 (domain.md B.2)."""

from core.form.guidance.note import FEES, article, at, counts, custom, example, mistake

_LIST = (
    at(
        "t3.denied_state_secret",
        counts("依法确定为国家秘密的。", article("十四条")),
        example("申请的文件依法定了密，还在保密期限内，决定不公开，计1件。"),
        mistake("只标了“内部资料”、没有依法定密的，不属于这一项。"),
    ),
    at(
        "t3.denied_law_forbidden",
        counts("其他法律、行政法规禁止公开的。", article("十四条")),
        example("另一部法律写明这类资料不得对外提供，答复时引用了那一条，计1件。"),
        mistake("只有本单位的规定或者一般文件不许公开的，不算；要说得出是哪部法律、行政法规。"),
    ),
    at(
        "t3.denied_safety_stability",
        counts("公开后可能危及国家安全、公共安全、经济安全、社会稳定的，合称“三安全一稳定”。", article("十四条")),
        example("申请水厂的安防布点图，公开后可能危及公共安全，计1件。"),
        mistake("不能把不便公开的都归到这里，要写得出危及的是哪一项。"),
    ),
    at(
        "t3.denied_third_party",
        counts(
            "涉及商业秘密、个人隐私等，公开会损害第三方合法权益的；征求意见后第三方不同意公开且理由合理的。",
            f"{article('十五条')}、第三十二条",
        ),
        example("申请一家企业的技术方案，征求意见，企业以商业秘密为由不同意，理由合理，计1件。"),
        mistake("隐去第三方的内容、把其余部分给了申请人的，计“（二）部分公开”。", article("三十七条")),
    ),
    at(
        "t3.denied_internal_affairs",
        counts("三类内部事务信息：人事管理、后勤管理、内部工作流程。", article("十六条第一款")),
        example("申请单位食堂的采买安排，属于后勤管理，计1件。"),
        mistake("讨论记录、过程稿、磋商信函、请示报告是过程性信息，计下一行。", article("十六条第二款")),
    ),
    at(
        "t3.denied_process_info",
        counts("四类过程性信息：讨论记录、过程稿、磋商信函、请示报告。", article("十六条第二款")),
        example("申请一份文件起草时的会议讨论记录，计1件。"),
        mistake("已经定稿印发的文件不是过程稿。"),
    ),
    at(
        "t3.denied_enforcement_file",
        counts("行政执法案卷中的信息。", article("十六条第二款")),
        example("申请一宗处罚案的询问笔录，属于执法案卷，计1件。"),
        mistake("已经公开的处罚决定，告知在哪里看就行；案卷里没有公开的材料才计这里。"),
    ),
    at(
        "t3.denied_admin_query",
        counts(
            "工商登记、不动产登记等资料，法律、行政法规对查询另有规定，告知申请人按规定查询的。",
            article("三十六条第（七）项"),
        ),
        example("申请一处房屋的登记资料，告知按不动产登记的规定查询，计1件。"),
        mistake("本机关没有这类资料的，计“（四）1.本机关不掌握相关政府信息”。"),
    ),
    at(
        "t3.unable_not_held",
        counts(
            "经检索没有所申请的信息，或者所申请的信息不由本机关负责公开的。",
            article("三十六条第（四）（五）项"),
        ),
        example("申请另一个局的审批文件，告知不由本机关负责公开，计1件。"),
        mistake("答复“不存在”以前要检索，检索的经过要留底。"),
    ),
    at(
        "t3.unable_needs_creation",
        counts("没有现成的信息，需要对现有信息加工、分析才能得到的。", article("三十八条")),
        example("申请分村的十年对照表，手头没有，要另行汇总，计1件。"),
        mistake("手头就有，只是要复印、要隐去几栏的，不是另行制作。"),
    ),
    at(
        "t3.unable_unclear",
        counts("告知补正以后，申请内容仍然不明确的。", article("三十条")),
        example("申请“全部有关材料”，补正后还是看不出要哪一份，计1件。"),
        mistake("过了期限没有来补正的，不计这里，计“（六）1.逾期不补正”。", article("三十条")),
    ),
    at(
        "t3.rejected_petition",
        counts("以申请公开的形式进行信访、投诉、举报等活动的。", article("三十九条第一款")),
        example("申请书写的是要求查处邻家违建，没有要哪份信息，计1件。"),
        mistake("本来走的就是信访、投诉渠道，没有提出公开申请的，不是申请，哪一行都不计。"),
    ),
    at(
        "t3.rejected_duplicate",
        counts("已经答复过，同一申请人又重复申请同一信息，不再重复处理的。", article("三十六条第（六）项")),
        example("上月已经答复，同一人又申请同一份文件，计1件。"),
        mistake("不同的人申请同一份文件，不是重复申请。"),
    ),
    at(
        "t3.rejected_publication",
        counts("要求提供政府公报、报刊、书籍等公开出版物的。", article("三十九条第二款")),
        example("要求提供全年的政府公报，告知在哪里可以得到，计1件。"),
        mistake("网站上已经公开的文件不是出版物，按已公开的信息答复，不计这里。"),
    ),
    at(
        "t3.rejected_excessive",
        counts("申请的数量、频次明显超过合理范围，要求说明理由后，理由不合理的。", article("三十五条")),
        example("一人一个月申请四十件，说明的理由不合理，告知不予处理的有几件计几件。"),
        mistake("理由合理、只是延迟答复的，按实际办理的结果计，不计这里。", article("三十五条")),
    ),
    at(
        "t3.rejected_reconfirm",
        custom("按字面：申请人已经有这份信息，要求行政机关确认它，或者再出具一份的。"),
        example("手里已有一份批复，要求再出具一份盖章的，计1件。"),
        mistake("本机关答复过、同一人原样再申请的，先看是不是“2.重复申请”。"),
    ),
    at(
        "t3.other_no_correction",
        counts("告知补正以后，没有正当理由逾期不补正的。", article("三十条")),
        example("通知补正，过了期限没有补，也没有说明理由，计1件。"),
        mistake("补正的期限到年底还没有满的，没有办结，计“四、结转下年度”。"),
    ),
    at(
        "t3.other_unpaid_fee",
        counts("发出收费通知后20个工作日内没有缴费，视为放弃申请的。", FEES),
        example("通知缴费300元，20个工作日内没有缴，不再处理，计1件。"),
        mistake("这一行有数，第六部分就要写发出收费通知的件数和金额，不能只写“未收取”。"),
    ),
    at(
        "t3.other_misc",
        custom("按字面：办结了，但前面各项都对不上的，填这里。申请人自己撤回的，一般也计这里。"),
        example("答复以前申请人书面撤回，计1件。"),
        mistake("能归到前面某一项的，不要放进“其他”；这一格偏大时容易被问到。"),
    ),
)

RESULTS = tuple(note for notes in _LIST for note in notes)
