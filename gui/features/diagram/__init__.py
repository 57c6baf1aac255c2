"""The canvas on which a network is built, read and edited while it trains.

May import `session`, `document`, `toolkit` and `words`.
"""
