"""The dialog in which data are split and scaled and the features are chosen that the network sees.

May import `session`, `document`, `toolkit` and `words`.
"""
