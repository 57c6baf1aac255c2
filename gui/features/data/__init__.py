"""The panel of the data: gallery, settings, truth table, functions.

May import `session`, `document`, `toolkit` and `words`.
"""
