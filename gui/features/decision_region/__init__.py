"""The decision region: what the network answers everywhere, and the samples, edited by mouse.

May import `session`, `document`, `toolkit` and `words`.
"""
