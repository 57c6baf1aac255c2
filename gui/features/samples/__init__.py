"""The table of samples: read, edited, sorted.

May import `session`, `document`, `toolkit` and `words`.
"""
