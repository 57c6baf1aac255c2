"""What can be said of a network and its data: separability, boundaries, evaluation.

May import `training` and the rooms below it.
"""
