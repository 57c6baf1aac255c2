"""The error curve, on the screen and on paper.

May import `session`, `document`, `toolkit` and `words`.
"""
