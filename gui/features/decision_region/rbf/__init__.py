"""The region plot draws the units of an RBF layer, and lets people change them.

May import the modules of the region plot and what they may import.
"""
