"""The page of the computation graph: an expression typed, its values forward and its gradients backward."""

from gui.features.computation_graph.page import ComputationGraphPage

__all__ = ["ComputationGraphPage"]
