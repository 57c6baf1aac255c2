"""The units of an RBF layer on the region plot: drawn, and changed by hand.

May import the modules of the region plot and what they may import.
"""
