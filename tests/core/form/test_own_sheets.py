"""The words that other people's machines rely on."""

from core.form.own_sheets import CHECK_ROW, COLLECTION, COLLECTION_HEAD


def test_the_sheet_for_machines_is_called_as_it_always_was() -> None:
    assert COLLECTION == "数据采集"
    assert COLLECTION_HEAD == (
        "标识",
        "表",
        "行",
        "列",
        "值",
        "计量单位",
        "单位名称",
        "年度",
        "格式依据",
        "校验号",
    )
    assert CHECK_ROW == "勾稽检查"
