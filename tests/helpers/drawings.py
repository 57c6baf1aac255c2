"""Looks into SVG and PDF files: what is drawn in them as lines, as text and as images."""

from __future__ import annotations

import re
import unicodedata
import xml.etree.ElementTree as ET
import zlib

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPolygonF, QTransform
from PySide6.QtSvg import QSvgRenderer

SVG = "{http://www.w3.org/2000/svg}"


def svg_words(svg: bytes) -> str:
    """All text of an SVG file."""
    return " ".join("".join(text.itertext()) for text in ET.fromstring(svg).iter(f"{SVG}text"))


def svg_count(svg: bytes, tag: str) -> int:
    """How many elements of a kind it has."""
    return len(list(ET.fromstring(svg).iter(f"{SVG}{tag}")))


def strokes_that_do_not_scale(svg: bytes) -> int:
    """Lines that stay as thin as they are when the drawing is enlarged."""
    groups = [group for group in ET.fromstring(svg).iter(f"{SVG}g") if group.get("stroke", "none") != "none"]
    return sum(part.get("vector-effect") == "non-scaling-stroke" for group in groups for part in group)


def cut_words(svg: bytes) -> list[str]:
    """The texts of an SVG file that begin outside the area they are clipped to: a viewer shows nothing of them."""
    root = ET.fromstring(svg)
    clips = {clip.get("id"): _box(str(clip[0].get("d"))) for clip in root.iter(f"{SVG}clipPath")}
    found: list[str] = []

    def look(part: ET.Element, transform: QTransform, clip: QRectF | None) -> None:
        if matrix := re.match(
            r"matrix\((.*)\)", part.get("transform", "")
        ):  # Qt writes whole ones, never one in another
            m11, m12, m21, m22, dx, dy = map(float, matrix.group(1).split(","))
            transform = QTransform(m11, m12, m21, m22, dx, dy)
        if url := re.match(r"url\(#(.*)\)", part.get("clip-path", "")):
            clip = clips[url.group(1)]
        if part.tag == f"{SVG}text" and clip is not None:
            place = transform.map(QPointF(float(part.get("x", 0)), float(part.get("y", 0))))
            if not clip.adjusted(-1, -1, 1, 1).contains(place):
                found.append("".join(part.itertext()))
        for inner in part:
            look(inner, transform, clip)

    look(root, QTransform(), None)
    return found


def _box(path: str) -> QRectF:
    numbers = [float(number) for number in re.findall(r"-?[\d.]+(?:e-?\d+)?", path)]
    corners = [QPointF(x, y) for x, y in zip(numbers[::2], numbers[1::2], strict=True)]
    return QPolygonF(corners).boundingRect()


def drawn_svg(svg: bytes, width: int, height: int) -> QImage:
    """An SVG file as pixels on white. Of a list of fonts Qt would read only one name."""
    svg = re.sub(rb'font-family="([^",]+)[^"]*"', rb'font-family="\1"', svg)
    image = QImage(width, height, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    QSvgRenderer(svg).render(painter, QRectF(image.rect()))
    painter.end()
    return image


def pixels_of(image: QImage) -> NDArray[np.int64]:
    """(rows, columns, 4): blue, green, red, alpha."""
    image = image.convertToFormat(QImage.Format.Format_ARGB32)
    flat = np.frombuffer(image.constBits(), np.uint8)
    return flat.reshape(image.height(), image.bytesPerLine() // 4, 4)[:, : image.width()].astype(np.int64)


def pdf_page(pdf: bytes) -> str:
    """The drawing commands of a PDF file's pages."""
    parts = []
    for found in re.finditer(rb"<<(.*?)>>\s*stream\r?\n(.*?)endstream", pdf, re.DOTALL):
        head, body = found.groups()
        if b"/FlateDecode" in head and b"/Image" not in head and b"/Length1" not in head:
            text = zlib.decompressobj().decompress(body).decode("latin-1")
            if re.search(r"\b(BT|re|[lc])\s", text):
                parts.append(text)
    return "\n".join(parts)


def pdf_images(pdf: bytes) -> list[tuple[int, int]]:
    """Width and height, in pixels, of the images in a PDF file."""
    heads = re.findall(rb"/Subtype /Image(.*?)>>", pdf, re.DOTALL)
    return [(int(_number(head, b"Width")), int(_number(head, b"Height"))) for head in heads]


def pdf_size(pdf: bytes) -> tuple[float, float]:
    """Width and height of the page in points."""
    found = re.search(rb"/MediaBox \[\s*0 0 ([\d.]+) ([\d.]+)\s*\]", pdf)
    assert found is not None
    return float(found.group(1)), float(found.group(2))


def _number(head: bytes, name: bytes) -> bytes:
    found = re.search(rb"/" + name + rb" (\d+)", head)
    assert found is not None
    return found.group(1)


def pdf_text(pdf: bytes) -> list[str]:
    """The text of each page, line by line as it was written; what a reader can search and copy."""
    letters = {name: _letters(pdf, int(number)) for name, number in re.findall(rb"/(F\d+) (\d+) 0 R", pdf)}
    pages = []
    for found in re.finditer(rb"<<(?:(?!endobj).)*?>>\s*stream\r?\n(.*?)endstream", pdf, re.DOTALL):
        try:
            content = zlib.decompressobj().decompress(found.group(1))  # it may itself end in what ends a line
        except zlib.error:
            continue
        if b" Tf" in content:
            pages.append("\n".join(_line(block, letters) for block in re.findall(rb"BT\n(.*?)ET", content, re.DOTALL)))
    return pages


def _line(block: bytes, letters: dict[bytes, dict[int, str]]) -> str:
    text, font = "", b""
    for name, code in re.findall(rb"/(F\d+) [\d.]+ Tf|<([0-9A-Fa-f]+)> Tj", block):
        font = name or font
        text += "".join(letters[font].get(int(code[at : at + 4], 16), "?") for at in range(0, len(code), 4))
    return text


def stand_ins(text: str) -> set[str]:
    """The characters of a text that nobody writes: radicals, private ones and controls."""
    return {
        letter
        for letter in text
        if (unicodedata.category(letter) in ("Cc", "Co", "Cn") and letter != "\n") or 0x2E80 <= ord(letter) < 0x2FE0
    }


def pdf_fact(pdf: bytes, name: str) -> str:
    """What a PDF file says of itself: its "Title" or "Author"."""
    found = re.search(rb"/" + name.encode() + rb" \((.*?)(?<!\\)\)", pdf, re.DOTALL)
    assert found is not None
    raw = re.sub(rb"\\(.)", rb"\1", found.group(1), flags=re.DOTALL)
    return raw.decode("utf-16")


def _letters(pdf: bytes, font: int) -> dict[int, str]:
    """Which letter each glyph of a font stands for, as the file says to readers."""
    about = re.search(rb"\n%d 0 obj(.*?)endobj" % font, pdf, re.DOTALL)
    assert about is not None
    table = re.search(rb"/ToUnicode (\d+) 0 R", about.group(1))
    assert table is not None, "the text of this font cannot be searched"
    cmap = re.search(rb"\n%s 0 obj(.*?)endobj" % table.group(1), pdf, re.DOTALL)
    assert cmap is not None
    known: dict[int, str] = {}
    for first, listed in re.findall(rb"<([0-9A-F]{4})> <[0-9A-F]{4}> \[(.*?)\]", cmap.group(1), re.DOTALL):
        for place, code in enumerate(re.findall(rb"<([0-9A-F]+)>", listed)):
            known[int(first, 16) + place] = bytes.fromhex(code.decode()).decode("utf-16-be")
    return known
