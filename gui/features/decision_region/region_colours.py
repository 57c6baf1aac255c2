"""The region's outputs become an image in smooth or flat colours, and lines where the borders run."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.data.plane import pixel_centres
from engine.network.plane_trace import PlaneTrace
from gui.features.decision_region.output_reading import Reading
from gui.toolkit.drawing.colour_scale import class_colours, class_mixture, diverging_indices, diverging_table, opaque
from gui.toolkit.drawing.contour import HUGE, contour_lines, finite, joined
from gui.toolkit.theme import Theme

Floats = NDArray[np.float64]
FLAT = 0.6  # how strong the flat colours are: clear, but paler than the points


@dataclass(frozen=True, eq=False)
class RegionImage:
    """image: (rows, columns) indices into `table`, or (rows, columns, 4) colours with table None. Row 0: lowest y."""

    image: NDArray[np.uint8]
    table: NDArray[np.uint8] | None

    def colours(self) -> NDArray[np.uint8]:
        """The colour of every pixel, (rows, columns, 4) RGBA."""
        if self.table is None:
            return self.image
        words = np.ascontiguousarray(self.table).view(np.uint32)[:, 0]  # a colour at once, not byte by byte
        return words[self.image].view(np.uint8).reshape(*self.image.shape, 4)


def region_image(region: Floats, reading: Reading, hard: bool, theme: Theme) -> RegionImage:
    """Colours of `region` (rows, columns, n_outputs); `hard` gives each side or class one flat colour."""
    if reading.competing:
        return RegionImage(_flat_classes(region, theme) if hard else _mixed_classes(region, reading, theme), None)
    field = finite(region[:, :, reading.column]) - reading.middle
    if hard:
        return RegionImage(diverging_indices(_soft_sign(field) * FLAT, 0.0, 1.0), diverging_table(theme))
    return RegionImage(diverging_indices(field, 0.0, reading.span), diverging_table(theme))


def borders(trace: PlaneTrace, reading: Reading) -> tuple[Floats, Floats]:
    """Lines (as of `contour_lines`) where the output crosses the threshold, or where another class wins."""
    region, plane = finite(trace.region), trace.plane
    x = _to_the_edges(plane.x_range, region.shape[1])
    y = _to_the_edges(plane.y_range, region.shape[0])
    if not reading.competing:
        return contour_lines(_padded(region[:, :, reading.column] - reading.middle), x, y)
    winner, _, best, second = _winners(region)
    lead = best - second
    return joined(
        [
            contour_lines(_padded(np.where(winner == k, lead, region[:, :, k] - best)), x, y)
            for k in np.flatnonzero(np.bincount(winner.ravel()))[
                :-1
            ]  # every border has a side that is not the last class
        ]
    )


def _padded(field: Floats) -> Floats:
    """`field` continued in a straight line by the half pixel from the outermost centres to the edges of the plane."""
    padded = np.empty((field.shape[0] + 2, field.shape[1] + 2))
    padded[1:-1, 1:-1] = field
    for along in (padded[:, 1:-1], padded.T):
        along[0] = 1.5 * along[1] - 0.5 * along[min(2, len(along) - 2)]
        along[-1] = 1.5 * along[-2] - 0.5 * along[max(-3, 1 - len(along))]
    return padded


def _to_the_edges(limits: tuple[float, float], count: int) -> Floats:
    """Pixel centres and, outside them, the edges of the plane, so that lines reach the border of the picture."""
    return np.concatenate([[limits[0]], pixel_centres(limits, count), [limits[1]]])


def _mixed_classes(region: Floats, reading: Reading, theme: Theme) -> NDArray[np.uint8]:
    """Every class's colour as strong as its output; the cuts change no colour, and no output is too large to count."""
    strengths = reading.strengths(np.clip(region, -HUGE, HUGE))
    return class_mixture(np.clip(strengths, 0.0, 1.0), theme)


def _flat_classes(region: Floats, theme: Theme) -> NDArray[np.uint8]:
    """The winner's colour; within half a pixel of a border mixed with the second's, so that the edge is clean."""
    winner, runner_up, best, second = _winners(finite(region))
    paper = class_colours_on_paper(region.shape[2], theme)
    share = 0.5 + 0.5 * _soft_sign(best - second)[:, :, np.newaxis]
    return opaque(paper[runner_up] + (paper[winner] - paper[runner_up]) * share)


def class_colours_on_paper(count: int, theme: Theme) -> Floats:
    """The flat colours (count, 3) of the classes, as pale as `FLAT` says."""
    paper = diverging_table(theme)[127, :3].astype(np.float64)
    return paper + (class_colours(count, theme) - paper) * FLAT


def _winners(region: Floats) -> tuple[NDArray[np.intp], NDArray[np.intp], Floats, Floats]:
    """Index of the largest output and of the second, then their values, each (rows, columns)."""
    planes = np.ascontiguousarray(np.moveaxis(region, 2, 0))
    winner, runner_up = np.zeros((2, *planes.shape[1:]), dtype=np.intp)
    best, second = planes[0].copy(), np.full(planes.shape[1:], -np.inf)
    for k, plane in enumerate(planes[1:], start=1):
        wins, follows = plane > best, plane > second
        runner_up = np.where(wins, winner, np.where(follows, k, runner_up))
        np.maximum(second, np.minimum(best, plane), out=second)
        winner[wins] = k
        np.maximum(best, plane, out=best)
    return winner, runner_up, best, second


def _soft_sign(field: Floats) -> Floats:
    """-1 or 1, but in proportion to the distance within half a pixel of 0: borders without steps."""
    slopes = np.gradient(field) if min(field.shape) > 1 else [np.zeros_like(field)]
    steepness = np.sqrt(sum(slope**2 for slope in slopes))
    distance = np.divide(field, steepness, out=np.copysign(np.ones_like(field), field), where=steepness > 1e-12)
    return np.asarray(np.clip(2 * distance, -1.0, 1.0))
