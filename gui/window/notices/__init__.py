"""What the window says by itself: what an edit changed, faults, missing fonts, and what is under the mouse.

May import the features' context and what that may import.
"""
