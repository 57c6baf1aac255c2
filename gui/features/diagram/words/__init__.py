"""The canvas describes and announces what it shows in words.

May import the geometry of the diagram, `toolkit` and `words`.
"""
