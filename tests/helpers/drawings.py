"""Looks into SVG and PDF files: what is drawn in them as lines, as text and as images."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
import zlib

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
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
            text = zlib.decompress(body.rstrip(b"\r\n")).decode("latin-1")
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
