"""The page that tries many starts: how often they succeed, where the others get stuck, sweeps of settings.

May import `session`, `document`, `toolkit` and `words`.
"""
