"""These modules compute where things stand on the canvas, what a point belongs to, and what is selected.

May import `toolkit` and `words`.
"""
