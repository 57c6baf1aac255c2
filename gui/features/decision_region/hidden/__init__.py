"""The hidden plane shows the samples at the outputs of the last hidden layer's two units.

May import the modules of `decision_region` beside it and what they may import.
"""
