"""Lessons in the window: who leads through them, and the panel that shows them.

May import `session`, `document`, `toolkit` and `words`.
"""
