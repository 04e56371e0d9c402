"""The word lists that come with the program, in the lines of the file that a user may edit."""

MEETINGS = """
党的十八大 2012-2017
十八届三中全会 2013-2014
十八届四中全会 2014-2015
十八届五中全会 2015-2016
十八届六中全会 2016-2017
党的十九大 2017-2022
十九届二中全会 2018-2018
十九届三中全会 2018-2019
十九届四中全会 2019-2020
十九届五中全会 2020-2021
十九届六中全会 2021-2022
党的二十大 2022-2027
二十届一中全会 2022-2022
二十届二中全会 2022-2024
二十届三中全会 2024-2025
二十届四中全会 2025-2026
"""
"""Sessions of the Party: when they were held, and until when reports speak of them as the newest."""

SLOGANS = """
“三严三实”专题教育 2015-2016
“两学一做” 2016-2019
“不忘初心、牢记使命”主题教育 2019-2020
党史学习教育 2021-2022
学习贯彻习近平新时代中国特色社会主义思想主题教育 2023-2024
党纪学习教育 2024-2024
深入贯彻中央八项规定精神学习教育 2025-2025
“十三五”时期 2016-2020
“十四五”时期 2021-2025
“十五五”时期 2025-2030
“十三五”规划 2016-2021
“十四五”规划 2020-2026
“十五五”规划 2025-2030
“十四五”开局之年 2021-2021
“十四五”收官之年 2025-2025
“十五五”开局之年 2026-2026
决胜全面建成小康社会 2017-2021
打赢脱贫攻坚战 2016-2021
常态化疫情防控 2020-2022
疫情防控常态化 2020-2022
新冠肺炎疫情 2020-2023
新冠疫情防控 2020-2023
“我为群众办实事” 2021-2022
建党100周年 2021-2021
中国共产党成立100周年 2021-2021
新中国成立70周年 2019-2019
新中国成立75周年 2024-2024
"""

SLIPS = """
行政事业型收费 → 行政事业性收费
行政规范型文件 → 行政规范性文件
政府政府情况 → 政府信息情况
主动公开政府政府 → 主动公开政府信息
政府信公开 → 政府信息公开
政府信息公工开 → 政府信息公开
行政复义 → 行政复议
行政复仪 → 行政复议
行政述讼 → 行政诉讼
行政诉松 → 行政诉讼
予与公开 → 予以公开
不于公开 → 不予公开
公开条列 → 公开条例
公开工做 → 公开工作
规犯性 → 规范性
均己 → 均已
业己 → 业已
答覆 → 答复
布署 → 部署
按装 → 安装
座落 → 坐落
松驰 → 松弛
时侯 → 时候
再接再励 → 再接再厉
一如继往 → 一如既往
迫不急待 → 迫不及待
制渡 → 制度
年渡 → 年度
政府网战 → 政府网站
公众好平台 → 公众号平台
其它需要报告 → 其他需要报告
部份公开 → 部分公开
政物公开 → 政务公开
公幵 → 公开
公开公作 → 公开工作
依申清公开 → 依申请公开
规范性问件 → 规范性文件
规范行文件 → 规范性文件
规范文性件 → 规范性文件
行政处法 → 行政处罚
行政强致 → 行政强制
行政复意 → 行政复议
行政诉颂 → 行政诉讼
信息处里费 → 信息处理费
信息处费 → 信息处理费
保密审察 → 保密审查
监督保章 → 监督保障
平台建没 → 平台建设
平台健设 → 平台建设
政务新煤体 → 政务新媒体
门户网占 → 门户网站
政策介读 → 政策解读
政策解毒 → 政策解读
积极参于 → 积极参与
组织领倒 → 组织领导
责任追纠 → 责任追究
社会评义 → 社会评议
惯彻落实 → 贯彻落实
公开渠到 → 公开渠道
等途经 → 等途径
以经办结 → 已经办结
新媒体帐号 → 新媒体账号
"""
"""Slips of the pen; each wrong word is none in any right sentence."""

LATIN = """
app wifi pdf word excel ppt ipv ai led gis cpi gdp ppp vr ar url email mail www http https com cn gov org net html xml
json oa ems qq vip logo e h ofd ocr ca ukey ios android vlog plog flash mp mpa rss id pc ip cms api sdk usb cad bim etc
iso gb db pos atm kpi faq fm tv up deepseek chatgpt max min kwh kw mw km kg mg ml mm cm nm ph pm tsp cod
plus pro mini mall club cbd dna icu ct mri covid china english
"""
"""Latin words that stand in reports rightly, without regard to capitals."""
