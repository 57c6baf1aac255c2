"""The page of the error surface: the error over two directions through the weights, and the run's path on it.

May import `toolkit`, `document`, `session` and `words`, and what they may import.
"""
