"""Project files: what stands in them, and how they are read and written.

May import the modules of `project` beside it and what they may import.
"""
