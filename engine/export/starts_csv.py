"""This module turns many starts, and sweeps of settings, into lines of cells for spreadsheets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from engine.analysis.success_tally import SuccessFigures
from engine.export.csv_lines import Cell, Line
from engine.training.starts.success_rate import Attempt

_START = ("seed", "reached_goal", "ended_by", "epochs", "error_sum", "right", "place")
_CELL = ("starts", "reached_goal", "rate", "rate_low_95", "rate_high_95", "epochs_median", "epochs_q1", "epochs_q3")


def start_lines(
    names: Sequence[str],
    values: Sequence[Sequence[Cell]],
    attempts: Sequence[Sequence[Attempt]],
    figures: Sequence[SuccessFigures | None],
) -> Iterator[Line]:
    """A line for each start, cell by cell: the cell's `values` of the settings called `names`, and how it ended.

    place: which of the places of `figures`, counted from 1, a failed start is stuck in.
    """
    yield (*names, *_START)
    for settings, made, known in zip(values, attempts, figures, strict=True):
        places = {} if known is None else _places(known)
        for one in made:
            ended: Line = (one.seed, int(one.succeeded), one.stop_reason, one.epochs, one.loss_sum, one.n_right)
            yield (*settings, *ended, places.get(one.seed))


def cell_lines(
    names: Sequence[str], values: Sequence[Sequence[Cell]], figures: Sequence[SuccessFigures | None]
) -> Iterator[Line]:
    """A line for each cell of a sweep that has figures; without a success there are no epochs."""
    yield (*names, *_CELL)
    for settings, known in zip(values, figures, strict=True):
        if known is not None:
            low, median, high = (None, None, None) if known.epochs is None else known.epochs.quartiles
            yield (*settings, known.n_tried, known.n_succeeded, known.rate, *known.interval, median, low, high)


def _places(figures: SuccessFigures) -> dict[int, int]:
    """The number of the place of each failed start, by its seed."""
    return {seed: number for number, place in enumerate(figures.places, start=1) for seed in place.seeds}
