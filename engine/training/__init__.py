"""Training runs: the trainer, its state, its history, and what is recorded on the way.

May import `network` and the rooms below it.
"""
