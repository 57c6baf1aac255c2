"""What the plots share: how they look, their canvas, focus, marks and legends.

May import `toolkit` and `words`.
"""
