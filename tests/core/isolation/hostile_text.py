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
