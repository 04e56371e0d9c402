"""Format F2019: 国办公开办函〔2019〕60号, used for the reports of 2019 and 2020 (domain.md C).

Only what tells it from its successor stands here so far; its cells come with the import of old reports.
"""

ID = "F2019"
BASIS = "国办公开办函〔2019〕60号"

MARKERS = (
    "本年新制作数量",
    "本年新公开数量",
    "对外公开总数量",
    "上一年项目数量",
    "本年增/减",
    "采购项目数量",
    "采购总金额",
    "其他对外管理服务事项",
)
"""Column heads and row labels of table 2 that only this format prints."""
