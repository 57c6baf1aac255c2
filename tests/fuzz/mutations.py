"""How a good file is made a bad one: in its bytes, in its words and numbers, in its tree, in its archive's parts."""

from __future__ import annotations

import base64
import io
import json
import re
import struct
import zipfile
from collections.abc import Callable
from random import Random
from typing import Any

Mutation = Callable[[bytes, Random], bytes]

BYTES = [b"", b"\0", b"\xff", b"\xfe\xff", b"\xef\xbb\xbf", b'"', b"'", b"\n", b"\r", b",", b";", b"\t", b"[", b"]"]
BYTES += [
    b"{",
    b"}",
    b"\\",
    b"%",
    b"#",
    b"=",
    b"<",
    b">",
    b"&",
    b"<!",
    b"A",
    b"0",
    b"9" * 30,
    b"\x80",
    b"\xe2\x80\xae",
    b"\\ud800",
]
NUMBERS = ["0", "-1", "1", "1e999", "-1e999", "1e-999", "NaN", "inf", "9" * 30, "9" * 5000, "0x10", "1_000", "", "1,5"]
NUMBERS += ["2147483648", "4294967296", "9223372036854775808", "18446744073709551616", "-0", "0.1", "1e308", "5e-324"]
WORDS = ["null", "true", "xor", "custom", "sigmoid", "softmax", "rbf", "gaussian", "step", "sgn", "a" * 300, "", "?"]
WORDS += [
    "__import__('os')",
    "../../etc/passwd",
    "%s%n",
    "{file}",
    "<b>x</b>",
    "\u202eabc",
    "网络",
    "x y",
    "@data",
    "[[a]]",
]
VALUES: list[Any] = [None, -1, 0, 1, 3, 2**31, 2**53, 2**63, 2**70, 0.5, -0.5, 1e300, "", "xor", "A" * 500, "AAAA"]
VALUES += [[], [1], [[]], [None], {}, {"a": 1}, True, False, "perceptra-project", [0, 0], [1e300, -1e300]]
DOUBLES = [0.0, -0.0, 1.0, -1.0, 0.5, 1e300, -1e300, 5e-324, float("nan"), float("inf"), float("-inf"), 2.0**53, -5.0]


def in_bytes(raw: bytes, chance: Random) -> bytes:
    """Some bytes are others, gone, doubled, moved, or the end is missing."""
    data = bytearray(raw)
    for _ in range(chance.choice((1, 1, 2, 3, 8))):
        at = chance.randrange(len(data) + 1)
        length = chance.choice((0, 1, 1, 2, 4, 16, 200))
        kind = chance.randrange(6)
        if kind == 0 and at < len(data):
            data[at] ^= 1 << chance.randrange(8)
        elif kind == 1:
            data[at : at + length] = chance.choice(BYTES)
        elif kind == 2:
            data[at:at] = data[at : at + length] * chance.choice((1, 2, 50))
        elif kind == 3:
            other = chance.randrange(len(data) + 1)
            data[at : at + length] = data[other : other + length]
        elif kind == 4 and chance.random() < 0.5:
            del data[at:]
        else:
            del data[at : at + length]
    return bytes(data)


def in_words(raw: bytes, chance: Random) -> bytes:
    """Numbers, words and lines of a text are extreme, doubled, exchanged or nested."""
    parts = re.split(rb"([0-9]+(?:\.[0-9]+)?|[A-Za-z_]+|\n)", raw)
    for _ in range(chance.choice((1, 1, 2, 4))):
        at = chance.randrange(len(parts))
        kind = chance.randrange(6)
        if kind == 0:
            parts[at] = chance.choice(NUMBERS).encode()
        elif kind == 1:
            parts[at] = chance.choice(WORDS).encode()
        elif kind == 2:
            parts[at:at] = parts[at : at + chance.choice((1, 5, 50))]
        elif kind == 3:
            other = chance.randrange(len(parts))
            parts[at], parts[other] = parts[other], parts[at]
        elif kind == 4:
            deep = chance.choice((2, 50, 3000))
            parts[at] = chance.choice((b"[", b"{", b"(", b'{"a":', b"-", b"a.")) * deep + parts[at]
        else:
            del parts[at : at + chance.choice((1, 3, 20))]
        parts = parts or [b""]
    return b"".join(parts)


def in_tree(raw: bytes, chance: Random) -> bytes:
    """A value of a JSON tree is another, gone, doubled or nested; numbers within its arrays are extreme."""
    tree = json.loads(raw)
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        _change(tree, chance)
    return json.dumps(tree).encode()


def _change(tree: Any, chance: Random) -> None:
    place, key = _somewhere(tree, chance)
    if place is None:
        return
    value = place[key]
    kind = chance.randrange(7)
    if kind == 0 or value is None:
        place[key] = chance.choice(VALUES)
    elif kind == 1:
        del place[key]
    elif kind == 2 and isinstance(value, list):
        place[key] = value * chance.choice((0, 2, 20))
    elif kind == 3 and isinstance(value, int | float):
        place[key] = chance.choice((value + 1, value - 1, -value, value * 2, 2**31, 2**53, 1e300, 0))
    elif kind == 4:
        place[key] = [value]
    elif kind == 5 and isinstance(place, dict):
        place[chance.choice(list(place))] = value
    else:
        _change_array(place, chance)


def _somewhere(tree: Any, chance: Random) -> tuple[Any, Any]:
    place = tree
    while isinstance(place, dict | list) and place:
        key = chance.choice(list(place)) if isinstance(place, dict) else chance.randrange(len(place))
        if not isinstance(place[key], dict | list) or not place[key] or chance.random() < 0.15:
            return place, key
        place = place[key]
    return None, None


def _change_array(place: Any, chance: Random) -> None:
    """Other numbers, or other types and shapes that go with the bytes, in what holds an array."""
    if not isinstance(place, dict) or not isinstance(place.get("data"), str):
        return
    try:
        data = bytearray(base64.b64decode(place["data"]))
    except ValueError:
        return
    if chance.random() < 0.3:
        size = 1 if place.get("type") == "bool" else 8
        count = len(data) // size
        place["shape"] = chance.choice(([count], [1, count], [count, 1], [count, 0], [count // 2, 2], [2, count // 2]))
        return
    for _ in range(chance.choice((1, 2, 10))):
        if len(data) >= 8:
            at = 8 * chance.randrange(len(data) // 8)
            number = chance.choice(DOUBLES)
            whole = struct.pack("<q", chance.choice((0, -1, 1, 2**40, -(2**40))))
            data[at : at + 8] = struct.pack("<d", number) if chance.random() < 0.7 else whole
    place["data"] = base64.b64encode(bytes(data)).decode()


def in_first_line(raw: bytes, chance: Random) -> bytes:
    """The JSON of the first line is changed, or all of the rest as a tree of its own."""
    first, _, rest = raw.partition(b"\n")
    if chance.random() < 0.5:
        return in_tree(first, chance) + b"\n" + rest
    return first + b"\n" + in_tree(rest, chance)


def in_archive(raw: bytes, chance: Random) -> bytes:
    """A part of a zip archive is changed and packed again, is missing, comes twice, or lies about its size."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        parts = [(name, archive.read(name)) for name in archive.namelist()]
    at = chance.randrange(len(parts))
    name, content = parts[at]
    kind = chance.randrange(6)
    if kind == 0:
        del parts[at]
    elif kind == 1:
        parts.append((chance.choice(("../a.npy", "a" * 300, "layer9/weight.npy", "xl/worksheets/sheet1.xml")), content))
    elif kind == 2 and name.endswith(".npy"):
        parts[at] = (name, in_header(content, chance))
    else:
        parts[at] = (name, chance.choice((in_bytes, in_words))(content, chance))
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", chance.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))) as archive:
        for name, content in parts:
            archive.writestr(zipfile.ZipInfo(name), content)
    made = packed.getvalue()
    return lying(made, chance) if chance.random() < 0.2 else made


def in_header(content: bytes, chance: Random) -> bytes:
    """The shape or type in an .npy header says something else."""
    said = [b"(3,)", b"(0,)", b"(-1,)", b"(9999999999999,)", b"(2, 2)", b"()", b"(1e5,)", b"(True, 2)"]
    types = [
        b"'<f8'",
        b"'|O'",
        b"'<U9'",
        b"'|S0'",
        b"'<f2'",
        b"'>i4'",
        b"'<c16'",
        b"[('a', '<f8')]",
        b"'<M8[s]'",
        b"'|V8'",
    ]
    if chance.random() < 0.5:
        return re.sub(rb"\([0-9, ]*\)", chance.choice(said), content, count=1)
    return re.sub(rb"'descr': '[^']*'", b"'descr': " + chance.choice(types), content, count=1)


def lying(raw: bytes, chance: Random) -> bytes:
    """Sizes, offsets or flags in the archive's own tables are others."""
    data = bytearray(raw)
    marks = [found.start() for found in re.finditer(rb"PK(\x01\x02|\x03\x04|\x05\x06)", raw)]
    at = chance.choice(marks) + chance.randrange(4, 46)
    if at + 4 <= len(data):
        data[at : at + 4] = struct.pack("<I", chance.choice((0, 1, 2**16, 2**28, 2**31, 2**32 - 1)))
    return bytes(data)
