"""What our own workbooks hold besides the report, so that writer and reader know it by the same words."""

CHECK_ROW = "勾稽检查"
"""What the row below table 3 is called that judges each of its columns."""

COLLECTION = "数据采集"
"""The name of the sheet that superiors collect by machine; it never changes."""

COLLECTION_HEAD = ("标识", "表", "行", "列", "值", "计量单位", "单位名称", "年度", "格式依据", "校验号")
"""The heads of its columns, in the first row; they never change."""
