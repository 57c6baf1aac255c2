"""One training step told by its numbers: a sample's way there and back, the rule's own update, and typical slips.

Its modules may import each other, and what `analysis` may.
"""
