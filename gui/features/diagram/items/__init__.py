"""Items paint the canvas, and do nothing else: the layout knows what a point belongs to.

May import the modules of `diagram` beside it and what they may import.
"""
