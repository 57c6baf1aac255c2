"""Samples are added, moved and removed on the region plot, and described in words.

May import the modules of the region plot and `slices`.
"""
