"""One training step as lines of plain NumPy: written for exports, and run line by line on samples.

May import the modules of `analysis` beside it and what they may import.
"""
