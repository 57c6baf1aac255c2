"""Weights of a layer as pictures, and how weights, activations and gradients were distributed over the run.

May import `session`, `document`, `toolkit` and `words`.
"""
