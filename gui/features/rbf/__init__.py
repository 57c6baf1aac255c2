"""The panel that fits RBF networks.

May import `session`, `document`, `toolkit` and `words`.
"""
