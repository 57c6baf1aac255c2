"""A lecture as a list of slides: moments that are kept, lessons among them, and the walk through them.

May import `session`, `document`, `toolkit` and `words`.
"""
