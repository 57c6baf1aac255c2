"""The contenders' decision regions as small multiples: drawn beside the window, and painted in it.

May import what `comparison` may import.
"""
