"""Three inputs span a space, which shows the samples and the planes that separate them.

May import the modules of `decision_region` beside it and what they may import.
"""
