"""Writes an animated GIF frame by frame, with one palette for all frames, so that no colour flickers."""

from __future__ import annotations

import struct
from collections.abc import Iterable
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray
from PIL import GifImagePlugin, Image

_COLOURS = 256
_FOREVER = b"\x21\xff\x0bNETSCAPE2.0\x03\x01\x00\x00\x00"
_SAMPLE = 320  # pixels across, of the images that a palette is made from
_RARITY = 0.35  # power of its pixels with which a colour counts
_EXACT = 12
_NEAR = 28  # squared distance of colours that Pillow takes for each other


def shared_palette(images: Iterable[Image.Image]) -> Image.Image:
    """The 256 colours, as an image of mode P, that fit all of `images` (RGB) best.

    Rare colours count for more than their pixels, or shades would be left to the large areas; the most common ones,
    such as that of the paper, are there exactly.
    """
    pixels = np.concatenate(
        [np.asarray(image.reduce(max(1, image.width // _SAMPLE))).reshape(-1, 3) for image in images]
    )
    colours, counts = np.unique(pixels, axis=0, return_counts=True)
    weighted = np.repeat(colours, np.ceil(counts**_RARITY).astype(int), axis=0)
    found = Image.fromarray(weighted[np.newaxis]).quantize(_COLOURS, method=Image.Quantize.MEDIANCUT, kmeans=1)
    table = np.array(found.getpalette(), dtype=np.int64).reshape(-1, 3)
    kept = np.zeros(len(table), dtype=bool)
    for colour in colours[np.argsort(-counts)[:_EXACT]].astype(np.int64):
        distance = np.where(kept, np.inf, ((table - colour) ** 2).sum(axis=1))
        near = distance < _NEAR
        near[int(np.argmin(distance))] = True
        table[near], kept[near] = colour, True
    palette = Image.new("P", (1, 1))
    palette.putpalette(table.astype(np.uint8).tobytes())
    return palette


class GifWriter:
    """Writes to `file` as it goes; call `close` at the end. Holds one frame, however long the film is."""

    def __init__(self, file: BinaryIO, size: tuple[int, int], palette: Image.Image, loops: bool) -> None:
        self._file, self._palette = file, palette
        self._before: NDArray[np.uint8] | None = None
        colours = bytes(palette.getpalette() or ())
        table = colours + bytes(3 * _COLOURS - len(colours))
        file.write(b"GIF89a" + struct.pack("<HHBBB", *size, 0xF7, 0, 0) + table)
        if loops:
            file.write(_FOREVER)

    def add(self, image: Image.Image, hundredths: int) -> None:
        """Show `image` (RGB) for so many hundredths of a second; only what changes is written."""
        frame = image.quantize(palette=self._palette, dither=Image.Dither.NONE)
        indices = np.asarray(frame)
        box = (0, 0, *frame.size) if self._before is None else _changed(self._before, indices)
        self._before, part = indices, frame.crop(box)
        for block in GifImagePlugin.getdata(part, offset=box[:2], duration=10 * hundredths, disposal=1):
            self._file.write(block)

    def close(self) -> None:
        """Write the end."""
        self._file.write(b";")


def _changed(before: NDArray[np.uint8], now: NDArray[np.uint8]) -> tuple[int, int, int, int]:
    """The box (left, top, right, bottom) around all pixels that are others now; one pixel where none is."""
    other = before != now
    rows, columns = np.flatnonzero(other.any(axis=1)), np.flatnonzero(other.any(axis=0))
    if len(rows) == 0:
        return 0, 0, 1, 1
    return int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1
