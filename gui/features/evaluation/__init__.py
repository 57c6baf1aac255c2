"""How well the network answers: recognition rates, confusion matrices, figures of each class, errors of values.

May import `session`, `document`, `toolkit` and `words`.
"""
