"""The error over planes through a network's parameters: directions, losses, the path of a run, minima and saddles.

May import what `analysis` may import.
"""
