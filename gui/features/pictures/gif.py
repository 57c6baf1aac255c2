"""Writes an animated GIF frame by frame, with one palette for all frames, so that no colour flickers."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Sequence
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray
from PIL import GifImagePlugin, Image, ImageColor

_COLOURS = 256
_FOREVER = b"\x21\xff\x0bNETSCAPE2.0\x03\x01\x00\x00\x00"
_SAMPLE = 320  # pixels across, of the images that a palette is made from
_RARITY = 0.35  # power of its pixels with which a colour counts
_EXACT = 12
_NEAR = 10  # squared distance of colours of which one is enough
_PORTION = 4096  # colours looked up at a time


def shared_palette(images: Iterable[Image.Image], certain: Sequence[str] = ()) -> Image.Image:
    """The 256 colours, as an image of mode P, that fit all of `images` (RGB) best.

    Rare colours count for more than their pixels, or shades would be left to the large areas; the most common ones,
    such as that of the paper, are there exactly, and so are the `certain` ones ("#rrggbb"), those of small marks.
    """
    small = [_packed(image.reduce(max(1, image.width // _SAMPLE))).ravel() for image in images]
    found_colours, counts = np.unique(np.concatenate(small), return_counts=True)
    colours = _unpacked(found_colours)
    weighted = np.repeat(colours, np.ceil(counts**_RARITY).astype(int), axis=0)
    image = Image.fromarray(weighted[np.newaxis].astype(np.uint8))
    found = image.quantize(_COLOURS, method=Image.Quantize.MEDIANCUT)
    table = np.array(found.getpalette(), dtype=np.int64).reshape(-1, 3)
    kept = np.zeros(len(table), dtype=bool)
    wanted = np.array([ImageColor.getrgb(colour) for colour in certain], dtype=np.int64).reshape(-1, 3)
    for colour in np.concatenate([wanted, colours[np.argsort(-counts)[:_EXACT]]]):
        distance = np.where(kept, np.inf, ((table - colour) ** 2).sum(axis=1))
        near = distance < _NEAR
        near[int(np.argmin(distance))] = True
        table[near], kept[near] = colour, True
    palette = Image.new("P", (1, 1))
    palette.putpalette(table.astype(np.uint8).tobytes())
    return palette


def _packed(image: Image.Image) -> NDArray[np.int64]:
    """One number a pixel (rows, columns): red, green and blue, eight bits each."""
    pixels = np.asarray(image, dtype=np.int64)
    return pixels[..., 0] << 16 | pixels[..., 1] << 8 | pixels[..., 2]


def _unpacked(packed: NDArray[np.int64]) -> NDArray[np.int64]:
    """Red, green and blue (n, 3) of colours (n,)."""
    return np.stack([packed >> 16, packed >> 8 & 255, packed & 255], axis=1)


class GifWriter:
    """Writes to `file` as it goes; call `close` at the end. Holds one frame, however long the animation is."""

    def __init__(self, file: BinaryIO, size: tuple[int, int], palette: Image.Image, loops: bool) -> None:
        self._file = file
        self._table = np.array(palette.getpalette(), dtype=np.int64).reshape(-1, 3)
        self._known = np.full(1 << 24, -1, dtype=np.int16)  # the nearest entry of every colour met so far
        self._before: NDArray[np.uint8] | None = None
        colours = bytes(palette.getpalette() or ())
        table = colours + bytes(3 * _COLOURS - len(colours))
        file.write(b"GIF89a" + struct.pack("<HHBBB", *size, 0xF7, 0, 0) + table)
        if loops:
            file.write(_FOREVER)

    def add(self, image: Image.Image, hundredths: int) -> None:
        """Show `image` (RGB) for so many hundredths of a second; only what changes is written."""
        indices = self._nearest(_packed(image))
        frame = Image.frombytes("P", image.size, indices.tobytes())
        box = (0, 0, *frame.size) if self._before is None else _changed(self._before, indices)
        self._before, part = indices, frame.crop(box)
        for block in GifImagePlugin.getdata(part, offset=box[:2], duration=10 * hundredths, disposal=1):
            self._file.write(block)

    def _nearest(self, packed: NDArray[np.int64]) -> NDArray[np.uint8]:
        """The palette's entry nearest to each colour."""
        places = self._known[packed]
        new = np.unique(packed[places < 0])
        for start in range(0, len(new), _PORTION):
            part = new[start : start + _PORTION]
            apart = _unpacked(part)[:, np.newaxis] - self._table
            self._known[part] = np.argmin((apart**2).sum(axis=2), axis=1)
        return (self._known[packed] if len(new) else places).astype(np.uint8)

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
