"""Formulas that are lines of text, for those who set them as mathematics: as LaTeX, with parts marked.

May import nothing but each other.
"""
