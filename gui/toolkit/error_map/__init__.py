"""The error over a plane through the weights as a map: asked for, computed beside the window, painted, pointed at.

May import what `toolkit` may import.
"""
