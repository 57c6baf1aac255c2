"""This module defines a row of the seven steps."""

from __future__ import annotations

from dataclasses import dataclass

from gui.features.back_propagation.steps.origins import Source

Key = tuple[int, ...]


@dataclass(frozen=True)
class StepRow:
    """One line. key: the part of the diagram it is about, (layer, unit) or (layer, unit, input); () for none.

    value None: there is none. after: the value after the adjustment, where a step has one. is_given: not computed, but
    given by the data, the settings, or earlier updates. is_output: of the two rows of a unit in step 3 the one for
    f(net). is_state: what the rule goes by or remembers.
    origins: by their marks, where the numbers of a row in letters come from.
    """

    symbol: str
    formula: str
    numbers: str
    value: float | None
    key: Key = ()
    after: float | None = None
    is_given: bool = False
    is_output: bool = False
    is_state: bool = False
    origins: tuple[Source, ...] = ()
