"""A lecture as a list of slides: moments of the program, and lessons among them, in one file or as a lesson.

May import the rest of `engine.lessons` and the rooms below it.
"""
