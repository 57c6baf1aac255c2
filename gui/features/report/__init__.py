"""What a person writes about their work, and the report of it for hand-in.

May import `session`, `document`, `toolkit` and `words`.
"""
