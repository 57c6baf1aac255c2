"""Views of back-propagation: step by step, as matrices, at milestones, and how often it works.

May import `session`, `document`, `toolkit` and `words`.
"""
