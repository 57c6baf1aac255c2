"""The page of the computation graph: an expression typed, its values forward and its gradients backward.

May import `session`, `document`, `toolkit` and `words`.
"""

from gui.features.computation_graph.page import ComputationGraphPage

__all__ = ["ComputationGraphPage"]
