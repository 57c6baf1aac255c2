"""The runs that stay: listed, compared, restored and deleted.

May import `session`, `document`, `toolkit` and `words`.
"""
