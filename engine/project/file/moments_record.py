"""This module defines how the moments of a run stand in a project file: as many as have room."""

from __future__ import annotations

from typing import Annotated

import msgspec
import numpy as np

from engine.network.moment_layout import EPOCH, EVALUATED, N_NUMBERS, N_VECTORS
from engine.project.file.array_record import ArrayRecord, Count, Record, array_record, frozen_array
from engine.project.file.record_fields import plain, values
from engine.project.file.training_record import TrainingRecord
from engine.spec.errors import EngineError
from engine.spec.frozen_array import FrozenArray
from engine.spec.specs import TrainingSpec
from engine.training.moments import MOST_STRETCHES, Moments, Stretch

MOMENT_BYTES = 1_000_000
"""What the moments of a run take at most before they are packed: those between them are found again from them."""
Word = Annotated[str, msgspec.Meta(max_length=40, pattern="^[0-9a-f]+$")]


class StretchRecord(Record, frozen=True, omit_defaults=True):
    """A Stretch; rng: the two numbers in hexadecimal digits."""

    training: TrainingRecord
    fingerprint: Annotated[str, msgspec.Meta(max_length=40)]
    numbers: ArrayRecord
    vectors: ArrayRecord
    orders: ArrayRecord
    first_order: ArrayRecord
    rng: tuple[Word, Word] | None = None
    end: tuple[Count, Count] | None = None
    is_complete: bool = True


class MomentsRecord(Record, frozen=True):
    """Moments."""

    stride: Annotated[int, msgspec.Meta(ge=1, le=2**53)]
    stretches: Annotated[list[StretchRecord], msgspec.Meta(min_length=1, max_length=2 * MOST_STRETCHES)]


def moments_record(moments: Moments | None) -> MomentsRecord | None:
    """`moments` as they stand in a file; None for none, and where not even a few have room."""
    kept = None if moments is None else moments.within(MOMENT_BYTES)
    if kept is None:
        return None
    return MomentsRecord(stride=kept.stride, stretches=[_stretch_record(stretch) for stretch in kept.stretches])


def moments_of(record: MomentsRecord | None) -> Moments | None:
    """The moments that `record` describes; None stays None. Raises EngineError for a damaged one."""
    if record is None:
        return None
    return Moments(tuple(_stretch(each) for each in record.stretches), record.stride)


def moments_of_film(film: FrozenArray | None) -> Moments | None:
    """Those of a file of version 1 or 2, which has a row of epoch and parameters for each. Raises EngineError."""
    if film is None:
        return None
    table = film.array
    if table.ndim != 2 or not len(table) or table.shape[1] < 2:
        raise EngineError("The saved run's moments are damaged; reset and train again.")
    numbers, parameters = np.zeros((len(table), N_NUMBERS)), table[:, 1:]
    numbers[:, EPOCH], numbers[:, EVALUATED:] = table[:, 0], -1
    nothing = np.zeros((len(table), (N_VECTORS - 2) * parameters.shape[1]))
    stretch = Stretch(
        training=TrainingSpec(),
        fingerprint="",
        numbers=FrozenArray(numbers),
        vectors=FrozenArray(np.hstack([parameters, nothing, parameters])),
        orders=FrozenArray(np.zeros((len(table), 0)), np.int64),
        first_order=FrozenArray(np.zeros(0), np.int64),
        is_complete=False,
    )
    return Moments((stretch,), 1)


def _stretch_record(stretch: Stretch) -> StretchRecord:
    return StretchRecord(
        training=TrainingRecord(**plain(stretch.training, TrainingRecord)),
        fingerprint=stretch.fingerprint,
        numbers=array_record(stretch.numbers),
        vectors=array_record(stretch.vectors),
        orders=array_record(stretch.orders),
        first_order=array_record(stretch.first_order),
        rng=None if stretch.rng is None else (f"{stretch.rng[0]:x}", f"{stretch.rng[1]:x}"),
        end=stretch.end,
        is_complete=stretch.is_complete,
    )


def _stretch(record: StretchRecord) -> Stretch:
    return Stretch(
        training=TrainingSpec(**values(record.training)),
        fingerprint=record.fingerprint,
        numbers=frozen_array(record.numbers),
        vectors=frozen_array(record.vectors),
        orders=frozen_array(record.orders, "int64"),
        first_order=frozen_array(record.first_order, "int64"),
        rng=None if record.rng is None else (int(record.rng[0], 16), int(record.rng[1], 16)),
        end=record.end,
        is_complete=record.is_complete,
    )
