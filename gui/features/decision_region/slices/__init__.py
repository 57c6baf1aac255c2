"""Which plane of the input space the region plot shows.

May import the modules of the region plot and what they may import.
"""
