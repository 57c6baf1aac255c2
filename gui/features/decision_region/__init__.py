"""The decision region shows what the network answers everywhere, and the samples, which the mouse edits.

May import `session`, `document`, `toolkit` and `words`.
"""
