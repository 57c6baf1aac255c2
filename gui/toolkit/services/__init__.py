"""What the window offers to its features: actions, messages, questions for files, settings, files to open.

May import `toolkit` and `words`.
"""
