"""These modules choose the plane of the input space that the region plot shows.

May import the modules of the region plot and what they may import.
"""
