"""Items paint the canvas, and do nothing else: the layout knows what a point belongs to."""
