"""The training of the own run by its user: the bar on top, the speeds, and what is said when a run ends.

May import the notices, the features' context and what those may import.
"""
