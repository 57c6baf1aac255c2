"""Where everything stands: the window on the screen, lesson and pages in it, the cards, and one card or table alone.

May import the features and everything below them.
"""
