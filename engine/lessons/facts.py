"""This module names what a window tells lessons about itself."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class FactSpec:
    """What kind of fact it is.

    is_event: it tells what has happened, and a check that it has met stays ticked; the others tell how things stand.
    is_counted: it counts how often something was done, and a check asks for what was done since its step began.
    """

    is_event: bool = False
    is_counted: bool = False


_STATE, _EVENT, _COUNT = FactSpec(), FactSpec(is_event=True), FactSpec(is_event=True, is_counted=True)

FACTS: dict[str, FactSpec] = {
    "page": _STATE,
    "table": _STATE,
    "state": _STATE,
    "notation": _STATE,
    "zoomed_card": _STATE,
    "timeline.past": _STATE,
    "timeline.looked_back": _EVENT,
    "start.typed": _COUNT,
    "ledger.cycle": _STATE,
    "inside.part": _STATE,
    "steps.seen": _EVENT,
    "practice.right": _EVENT,
    "code.seen": _EVENT,
    "check.agrees": _STATE,
    "success.known": _STATE,
    "rbf.moved": _COUNT,
    "rbf.solved": _COUNT,
    "runs.kept": _STATE,
    "comparison.epochs": _EVENT,
    "comparison.counterexample": _STATE,
    "comparison.parts": _STATE,
    "diagnosis.kind": _STATE,
    "diagnosis.open": _EVENT,
    "surface.starts": _COUNT,
    "graph.forward_done": _STATE,
    "graph.backward_done": _STATE,
    "graph.is_neuron": _STATE,
}
"""By name; resources/lessons/README.md explains them to those who write lessons."""
