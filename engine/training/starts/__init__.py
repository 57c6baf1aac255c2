"""Many starts: one network trained from one seed after the other, and how often that succeeds.

May import the modules of `training` beside it and what they may import.
"""
