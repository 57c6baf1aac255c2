"""The page of the computation graph: an expression typed, its values forward and its gradients backward.

May import `session`, `document`, `toolkit` and `words`.
"""
