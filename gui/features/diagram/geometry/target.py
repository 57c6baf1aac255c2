"""A target is what a point of the canvas belongs to; some targets can be selected."""

from __future__ import annotations

from dataclasses import dataclass

SELECTABLE = frozenset({"layer", "neuron", "bias", "connection"})


@dataclass(frozen=True)
class Target:
    """A thing on the canvas.

    kind: "layer" (a column as a whole), "neuron", "bias", "connection", "summary" (units not drawn one by one),
        "bundle" (a connection among those of two large layers, which are drawn as the matrix of their weights),
        or a control: "add_layer", "remove_layer", "more_units", "fewer_units", "units", "activation".
    layer: -1 for the inputs, then 0 for the first layer; for "add_layer" the index at which the new layer will stand.
    unit: the neuron in its layer. input: for a connection, the unit of the layer before from which it comes.
    """

    kind: str
    layer: int
    unit: int | None = None
    input: int | None = None

    @property
    def is_selectable(self) -> bool:
        """Whether a click selects it; the others are controls."""
        return self.kind in SELECTABLE

    @property
    def is_button(self) -> bool:
        """Whether a click does something at once."""
        return not self.is_selectable and self.kind not in ("summary", "bundle")
