"""Two moments of the run side by side: one that is kept, and the one that the timeline leads to, with what changed.

May import `session`, `document`, `toolkit` and `words`.
"""
