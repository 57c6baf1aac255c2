"""The ledger of a run by a rule for one layer: its steps, its start as a vector, the verdict on its goal.

May import `session`, `document`, `toolkit` and `words`.
"""
