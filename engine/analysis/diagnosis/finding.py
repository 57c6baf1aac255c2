"""This module defines what a diagnosis finds: a cause, the figures that show it, and what to change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from engine.analysis.diagnosis.remedy import Remedy
from engine.spec.errors import Text

Figure = float | tuple[float, ...]


FIGURES = frozenset(
    {
        *("share_of_error", "least_error", "output", "is_exact", "units", "range", "targets"),  # of the data
        *("error", "start_error", "mean_error", "learning_rate", "rises", "falls", "swing", "change"),  # of the course
        *("tried_rate", "gain", "gain_now", "l1", "l2", "lower_error", "largest_weight"),  # of trials
        *("largest_input", "largest_value", "smallest_input", "smallest_value"),
        *("equal_units", "share_of_layer", "largest_net_inputs"),  # of the units
        *("share_flat", "median_slope", "largest_net_input", "largest_slope"),
        *("gradient", "lowest_curvature", "highest_curvature", "bottom", "elsewhere", "outputs"),  # of the terrain
    }
)
"""The names of all figures that evidence may hold."""


@dataclass(frozen=True)
class Evidence(Mapping[str, object]):
    """The figures of one finding, by name; together with them what a window can show.

    epochs: the stretch of the run that they are about, first and last pass. samples: indices of training samples.
    units: (layer, unit) of the network, layer 0 the first one. figures: what was measured, (name, number or numbers).
    """

    epochs: tuple[int, int]
    samples: tuple[int, ...] = ()
    units: tuple[tuple[int, int], ...] = ()
    figures: tuple[tuple[str, Figure], ...] = ()

    def __getitem__(self, name: str) -> object:
        if name in ("epochs", "samples", "units"):
            return getattr(self, name)
        return dict(self.figures)[name]

    def __iter__(self) -> Iterator[str]:
        return iter(("epochs", "samples", "units", *(name for name, _ in self.figures)))

    def __len__(self) -> int:
        return 3 + len(self.figures)


@dataclass(frozen=True)
class Finding:
    """One cause, with the figures that show it, one or two remedies, and the sentence that tells the figures.

    kind: one of `KINDS`. weight: how surely it explains the trouble, between 0 and 1; a proof has 1.
    """

    kind: str
    evidence: Evidence
    remedies: tuple[Remedy, ...]
    measured: Text = field(compare=False, repr=False)
    weight: float = 1.0

    @property
    def why(self) -> Text:
        """Two sentences: why training stands still, in the words of the lecture."""
        return REASONS[self.kind]


REASONS: dict[str, Text] = {
    "contradictory": Text(
        "One input cannot have two desired outputs: the network answers something between them. No weights make the"
        " error of these samples 0."
    ),
    "not_separable": Text(
        "A single layer divides the inputs by one straight line for each unit. No line, plane or hyperplane separates"
        " these classes, so no weights answer all samples rightly."
    ),
    "too_few_units": Text(
        "With so few units the network computes too simple a function of its inputs. However long it trains, it cannot"
        " answer all these samples."
    ),
    "target_range": Text(
        "The output units cannot answer some of the desired outputs, which lie outside the range of their activation."
        " The error stays above 0, and the weights grow without end."
    ),
    "diverging": Text(
        "Each update overshoots: the step is larger than the slope of the error allows. The error grows instead of"
        " falling."
    ),
    "symmetric": Text(
        "Units with equal weights get equal corrections, so they stay equal for ever. Together they compute no more"
        " than a single unit does."
    ),
    "input_scale": Text(
        "The net inputs are ruled by the largest inputs, and so are the corrections. One learning rate is then too"
        " large for some weights and too small for others."
    ),
    "dead_units": Text(
        "A unit whose net input is below 0 for every sample answers 0, and its slope is 0. No error comes through it,"
        " so its weights no longer change."
    ),
    "saturated": Text(
        "Far from net input 0 the activation is flat, and its slope f′ is almost 0. The error that goes back is"
        " multiplied by f′, so the weights hardly change."
    ),
    "loss_mismatch": Text(
        "With the squared error the correction of an output is multiplied by its slope f′, which is almost 0 where the"
        " output is wrong but sure. With the cross-entropy f′ drops out, and the wrong output is corrected most."
    ),
    "penalty": Text(
        "The penalty pulls every weight towards 0, and the error pulls it away. Here the penalty is so large that they"
        " balance before the network has learned."
    ),
    "rate_too_small": Text(
        "There is a slope, but the steps along it are too short. The error falls by less than the digits show."
    ),
    "oscillating": Text(
        "The steps jump across the valley of the error and back. The error goes up and down around a level below which"
        " this learning rate does not get."
    ),
    "plateau": Text(
        "The error is almost flat here, so the corrections are tiny. It is no minimum: there is a way down, which"
        " plain steps take very long to find."
    ),
    "local_minimum": Text(
        "Around these weights every direction leads up or nowhere, so gradient descent stays. The error is lower"
        " elsewhere, which only another start, or more units, can reach."
    ),
}
"""Why training stands still, for each kind."""

KINDS: tuple[str, ...] = tuple(REASONS)
"""Every kind of finding; of equally sure ones the earlier one explains more."""
