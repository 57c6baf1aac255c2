"""What mouse and keys do on the region plot.

May import the modules of the region plot and what they may import.
"""
