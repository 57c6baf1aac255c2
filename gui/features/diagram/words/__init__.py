"""What the canvas says: names, descriptions and announcements.

May import the geometry of the diagram, `toolkit` and `words`.
"""
