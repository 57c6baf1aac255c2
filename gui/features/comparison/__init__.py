"""The page "Compare": two to nine contenders race on the same data.

May import `session`, `document`, `toolkit` and `words`.
"""
