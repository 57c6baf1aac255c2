"""The hidden space: samples and the input grid along units of any layer, beside the inputs themselves.

May import the modules of `decision_region` beside it and what they may import.
"""
