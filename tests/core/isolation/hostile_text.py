"""Text files made to do harm: groups, parts, lines and labels without end."""

import base64


def groups_without_end() -> bytes:
    return b"{\\rtf1\\ansi " + b"{\\b " * 500_000 + b"1" + b"}" * 500_000


def rich_text_that_lies() -> bytes:
    return b"{\\rtf1\\ansi\\bin2147483647 " + b"\\trowd\\cellx99999999999\\intbl 1\\cell\\row" * 50_000 + b"}"


def archive_in_archive() -> bytes:
    parts = b"".join(b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (n, n) for n in range(3000))
    return b"MIME-Version: 1.0\n" + parts + b"Content-Type: text/html\n\n<table>"


def archive_of_noise() -> bytes:
    noise = base64.encodebytes(b"<td>" * 900_000)
    return b"MIME-Version: 1.0\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\n" + noise


def one_line_of_commas() -> bytes:
    return b"," * 4_900_000


def one_line_of_digits() -> bytes:
    return "三、收到和处理政府信息公开申请情况\n（一）予以公开".encode() + b"0 " * 1_000_000


def headings_without_end() -> bytes:
    return "三、收到和处理政府信息公开申请情况\n（一）予以公开 1 0 0 0 0 0 1\n".encode() * 40_000


def row_labels_in_one_line() -> bytes:
    return "（一）予以公开（二）部分公开".encode() * 110_000


def heads_between_rows(rows: int) -> bytes:
    """A head above every row: what was seen above a row grows with the file."""
    row = "信息内容,自然人,商业企业,科研机构,总计\n（一）予以公开,1,0,0,0,0,0,x\n"
    return ("三、收到和处理政府信息公开申请情况\n" + row * rows).encode()


def one_value_a_line(rows: int) -> bytes:
    row = "（一）予以公开\n\n1\n\n0\n\n0\n\n（二）部分公开\n\n2\n\n"
    return ("三、收到和处理政府信息公开申请情况\n" + row * rows).encode()


def headings_again_and_again(rows: int) -> bytes:
    block = "一、总体情况\n做了工作。\n二、主动公开政府信息情况\n规章,0\n四、政府信息公开行政复议情况\n**总体情况**\n"
    return (block * rows + "（一）予以公开,1,0,0,0,0,0,1\n").encode()


def words_between_rows(rows: int) -> bytes:
    """Every row brings words of its own, which may be heads."""
    row = "规章\n1\n2\n3\n{0}甲\n行政许可\n5\n{0}乙\n"
    return ("二、主动公开政府信息情况\n" + "".join(row.format(number) for number in range(rows))).encode()


def blank_cells_in_a_row(columns: int) -> bytes:
    """What looks like a ruling for long, and is none."""
    return (("|\t" * columns + "1\n") * 4 + "（一）予以公开\t1\t0\t0\t0\t0\t0\t1\n").encode()
