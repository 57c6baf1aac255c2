"""The document that the window shows, and the undoable commands that change it.

May import `toolkit` and `words`.
"""
