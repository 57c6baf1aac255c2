"""The panel of the training settings.

May import `session`, `document`, `toolkit` and `words`.
"""
