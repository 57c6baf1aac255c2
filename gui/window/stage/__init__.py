"""The stage: the window as a projector shows it, full screen, with little but what the audience came to see.

May import the features and everything below them.
"""
