"""The dialogs that take pictures and animations of the views out of the program.

May import `session`, `document`, `toolkit` and `words`.
"""
