"""The run as a timeline: look at any past moment of it, play it back, and come back to now.

May import `session`, `document`, `toolkit` and `words`.
"""
