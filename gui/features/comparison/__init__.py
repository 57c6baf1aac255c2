"""The page that compares decision regions by depth: networks trained side by side.

May import `session`, `document`, `toolkit` and `words`.
"""
