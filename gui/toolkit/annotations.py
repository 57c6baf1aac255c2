"""This module describes numbers that a view writes onto the diagram, and the parts that it emphasises."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

NeuronKey = tuple[int, int]
ConnectionKey = tuple[int, int, int]
PartKey = tuple[int, ...]


@dataclass(frozen=True)
class Annotations:
    """Texts at parts of the network; parts that the canvas does not draw or has no room for go without.

    neurons: (layer, unit) → lines beside the neuron, layer −1 for the inputs. connections: (layer, unit, input) → text
        on the curve. biases: (layer, unit) → text beside the bias node.
    emphasis: keys of neurons (with their biases) and of connections that stand out while all else fades; empty:
        nothing fades. title: one line below the network, "" for none.
    """

    neurons: Mapping[NeuronKey, tuple[str, ...]] = field(default_factory=dict)
    connections: Mapping[ConnectionKey, str] = field(default_factory=dict)
    biases: Mapping[NeuronKey, str] = field(default_factory=dict)
    emphasis: frozenset[PartKey] = frozenset()
    title: str = ""

    def over(self, other: Annotations) -> Annotations:
        """Both together; where both say something about a part, this one counts."""
        return Annotations(
            {**other.neurons, **self.neurons},
            {**other.connections, **self.connections},
            {**other.biases, **self.biases},
            self.emphasis or other.emphasis,
            self.title or other.title,
        )


NOTHING = Annotations()
