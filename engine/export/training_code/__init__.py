"""A network's training as plain NumPy: the lines of one step, and a notebook or script that trains.

May import the modules of `export` beside it and what they may import.
"""
